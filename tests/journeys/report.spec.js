// The report: shown, saved, printed, and read back.
import { axeViolations, axeViolationsInBothSchemes } from "./axe.js";
import { readPdf } from "./pdf.js";
import { CRACKDOWN, SUMMIT, annotate, download, expect, open, project, test } from "./support.js";

const HEADINGS = ["Articles", "Claims board", "Disagreements", "Who is quoted where", "Entities by article", "Tags by label", "How much repeats another article", "Timeline of dates"];

/** Claims of all articles with a source, a contradiction, entities and dates. */
async function tagSome(page) {
  const claims = [
    await annotate(page, SUMMIT, "More than 23,000 people have entered the UK on small boats this year", "Claim"),
    await annotate(page, CRACKDOWN, "about 26,000 people", "Claim"),
  ];
  const person = await annotate(page, CRACKDOWN, "Gerald Darmanin", "Person");
  await annotate(page, SUMMIT, "Calais", "Location");
  await annotate(page, CRACKDOWN, "Sunday", "Date");
  await page.evaluate(
    ([claims, person]) => {
      const { load, project, relate, update } = window.crossread;
      relate({ from: claims[0], to: claims[1], type: "contradicts" });
      return load({ ...project(), entities: [{ id: "e1", name: "<b>Gérald</b> Darmanin", label: "Person" }] }).then(() => {
        update(person, { entity: "e1" });
        update(claims[0], { attributes: { source: "e1", attribution: "direct" } });
      });
    },
    [claims, person],
  );
}

/** The numbers of rows of the tables of a report, by the section that they are in. */
const rowsOf = (root) =>
  root.locator("section:has(table)").evaluateAll((sections) =>
    Object.fromEntries(sections.map((section) => [section.getAttribute("aria-labelledby"), [...section.querySelectorAll("table")].map((table) => table.querySelectorAll("tbody tr").length)])),
  );

test("the report is shown, saved as a page that stands alone, and printed", async ({ page, context }) => {
  await open(page);
  await tagSome(page);
  const { annotations, articles } = await project(page);
  const button = page.getByRole("button", { name: "Help" });
  await button.focus();
  await page.keyboard.press("F8");
  const dialog = page.getByRole("dialog", { name: /^Report/ });
  await expect(dialog.locator(".report[data-complete]")).toBeVisible();
  await expect(dialog.getByRole("heading", { level: 3 })).toHaveText(HEADINGS);
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await axeViolations(page), "in a narrow window").toEqual([]);
  const words = await dialog.locator(".report-words").first().evaluate((cell) => cell.clientWidth);
  expect(words, "the words of a claim are not broken").toBeGreaterThan(100);
  await page.setViewportSize({ width, height });
  const shown = await rowsOf(dialog);
  expect(shown["report-articles"]).toEqual([3]);
  expect(shown["report-claims"]).toEqual([1]);
  expect(shown["report-speakers"]).toEqual([1]);
  expect(shown["report-entities"]).toEqual([1]);
  await expect(dialog.getByRole("row", { name: /contradicts.*23,000/ })).toContainText("about 26,000 people");
  await expect(dialog.getByRole("img", { name: "Tags by label and article" })).toBeVisible();

  // Printed from the dialog: all headings, and nothing of the page behind.
  const printed = (await readPdf(await page.pdf())).flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ").normalize("NFKC");
  for (const heading of HEADINGS) expect(printed).toContain(heading);
  expect(printed).not.toMatch(/Save as HTML|Commands|Search all/);

  const { name, bytes } = await download(page, () => dialog.getByRole("button", { name: "Save as HTML" }).click());
  expect(name).toMatch(/\.report\.html$/);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();

  const saved = await context.newPage();
  await saved.setContent(Buffer.from(bytes).toString("utf8"));
  await expect(saved).toHaveTitle(/^Report: /);
  await expect(saved.getByRole("heading", { level: 2 })).toHaveText(HEADINGS);
  expect(await rowsOf(saved.locator("main"))).toEqual(shown);
  for (const { title } of articles) await expect(saved.getByRole("rowheader", { name: title }).first()).toBeVisible();
  await expect(saved.getByRole("rowheader", { name: "<b>Gérald</b> Darmanin" }).first()).toBeVisible();
  await expect(saved.locator("#report-tags ~ .report-scroll tfoot td").last()).toHaveText(String(annotations.length));
  expect(await axeViolationsInBothSchemes(saved)).toEqual([]);
});
