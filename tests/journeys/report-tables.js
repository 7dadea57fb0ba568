// Reads the tables of a report, and compares them with the project that it is about.
import { download, expect, project } from "./support.js";
import { everyBoardRow } from "./interface.js";

/** The texts of the cells of a section's table, row by row. */
const rows = (page, section) =>
  page.locator(`section[aria-labelledby=report-${section}] table`).last().locator("tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.cells].map((cell) => cell.querySelector(".report-title")?.textContent ?? cell.textContent)),
  );

/** The titles of the rows of the board that is open. */
export const titlesOfBoard = (page) =>
  everyBoardRow(page, (rows) => rows.map((row) => [row.getAttribute("aria-rowindex"), row.querySelector(".board-title").textContent]));

/** The entities with how often they are counted, in any order. */
const counts = (entities, count) => entities.map((entity) => [entity.name, ...count(entity).map(String)]).toSorted();

/** Saves the open report with `save`, and reads it in a page of its own: it has the rows of the board, and what the project has. */
export async function expectSavedReport(page, titles, save) {
  const dialog = page.getByRole("dialog", { name: /^Report/ });
  await expect(dialog.locator(".report[data-complete]")).toBeVisible();
  const { bytes } = await download(page, () => save(dialog));
  const copy = await page.context().newPage();
  await copy.setContent(bytes.toString("utf8"));
  const { annotations, articles, entities, relations } = await project(page);

  const board = await rows(copy, "claims");
  expect(board.map(([title]) => title)).toEqual(titles);
  const contradictions = relations.filter(({ type }) => type === "contradicts");
  expect(contradictions.length).toBeGreaterThan(0);
  const disagreements = await rows(copy, "disagreements");
  expect(disagreements.filter(([kind]) => kind === "contradicts")).toHaveLength(contradictions.length);

  const speakers = counts(entities, ({ id }) => [annotations.filter(({ attributes }) => attributes?.source === id).length]).filter(([, claims]) => claims !== "0");
  expect(speakers.length).toBeGreaterThan(0);
  expect((await rows(copy, "speakers")).map(([name, claims]) => [name, claims]).toSorted()).toEqual(speakers);

  const mentions = counts(entities, ({ id }) => {
    const own = annotations.filter(({ entity }) => entity === id);
    return [own.length, ...articles.map((article) => own.filter((tag) => tag.article === article.id).length)];
  });
  expect(mentions.length).toBeGreaterThan(0);
  expect((await rows(copy, "entities")).map(([name, , ...counts]) => [name, ...counts]).toSorted()).toEqual(mentions);
  await copy.close();
}
