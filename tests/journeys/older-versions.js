// A session with every kind of change, whose stored records become the test files that later versions have to open.
// `RECORD=1 DIST=<a built page> scripts/journeys.sh older-versions` records it with that page.
import { expect, file, open, project, ready, waitSaved } from "./support.js";
import {
  article, attributeCard, chooseFiles, concordanceLines, editLabels, entityEntry, historyEntry, saveSchema, statusButton, newProject, openProjects,
  pasteText, projectRow, schemaDialog, schemaSection, openTab,
} from "./interface.js";

const TALKS = "Ana Lind met Ben Ochs in Oslo. The talks cost 3.5 million euros 😀.\nLind said: “We agree”, in a café.\n";
const STRIKE = "שלום. Lind left Oslo; 27 people signed, 12 did not.\n";
const attribute = (name, kind, more = {}) => ({ name, kind, ...more });
/** Short texts and a small schema, because each snapshot repeats them. `later` is an unknown field, as of a later version. */
const PROJECT = {
  format: "crossread", version: 1, later: { n: [1, null, "é"] },
  project: { title: "Talks", created: "2026-01-01T00:00:00Z", later: true },
  schema: {
    name: "Small",
    labels: [
      {
        id: "Claim", kind: "claim", name: "Claim", colour: "#aa0000", key: "c",
        attributes: [
          attribute("verdict", "choice", { choices: ["yes", "no", "open"], default: "open" }), attribute("themes", "multiple choice", { choices: ["law", "money"] }),
          attribute("figure", "number"), attribute("sure", "yes/no"), attribute("said", "text", { when: { attribute: "sure", value: true } }), attribute("source", "entity"),
        ],
      },
      { id: "Person", kind: "entity", name: "Person", short: "PER", colour: "#0072b2", key: "1" },
      { id: "Place", kind: "entity", name: "Place", colour: "#007a55", key: "2" },
      { id: "Old", kind: "other", name: "Old", colour: "#7a6a00", key: "3" },
    ],
    articleAttributes: [attribute("topic", "text")],
    relationTypes: [{ id: "repeats", name: "repeats", symmetric: true }, { id: "supports", name: "supports", to: ["Claim"] }],
  },
  articles: [{ id: "talks", title: "Talks", source: "AP", date: "2026-01-02", language: "en", text: TALKS, later: 1 }, { id: "strike", title: "Strike", text: STRIKE }],
};

const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const api = (page, name, ...args) => page.evaluate(([name, args]) => window.crossread[name](...args), [name, args]);
/** The range of the nth occurrence of some words, in code points. */
function range(text, words, nth = 0) {
  let at = text.indexOf(words);
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  const start = [...text.slice(0, at)].length;
  return [start, start + [...words].length];
}
const tag = (page, id, label, words, more = {}) =>
  api(page, "annotate", { article: id, label, ranges: [words].flat().map((one) => range(id === "talks" ? TALKS : STRIKE, one)), ...more });
const reveal = (page, id) => api(page, "reveal", id);

async function tagsAndRelations(page) {
  const claim = await tag(page, "talks", "Claim", "The talks cost 3.5 million euros 😀", { attributes: { figure: 3.5, themes: ["money"] } });
  const agreement = await tag(page, "talks", "Claim", ["We", "agree"], { note: "two parts" });
  const signed = await tag(page, "strike", "Claim", "27 people signed");
  const ana = await tag(page, "talks", "Person", "Ana Lind");
  const old = await tag(page, "strike", "Old", "12 did");
  await api(page, "update", agreement, { attributes: { verdict: "yes", sure: true, said: "“so”" } });
  await api(page, "update", agreement, { ranges: [range(TALKS, "“We agree”")], attributes: { sure: null, said: null } });
  await api(page, "update", old, { label: "Place" });
  await api(page, "update", old, { label: "Old" });
  const supports = await api(page, "relate", { from: agreement, to: claim, type: "supports", note: "é" });
  await api(page, "relate", { from: claim, to: signed, type: "repeats" });
  await api(page, "remove", supports);
  await api(page, "undo");
  for (const suggestion of await api(page, "suggestions")) await api(page, "accept", suggestion.id);
  return { claim, agreement, signed, ana, old };
}

async function entities(page, { ana, claim }) {
  await reveal(page, ana);
  await page.keyboard.press("Shift+E");
  await expect.poll(async () => (await project(page)).entities.length).toBe(1);
  await api(page, "update", claim, { attributes: { source: "e1" } });
  await tag(page, "talks", "Person", "Ben Ochs");
  await tag(page, "strike", "Person", "Lind");
  await tag(page, "talks", "Place", "Oslo");
  await tag(page, "strike", "Place", "Oslo");
  await openTab(page, "Entities");
  await page.getByRole("button", { name: /^Link \d+ unlinked mentions/ }).click();
  await page.getByRole("button", { name: /^Link \d+ mentions to \d+ entities$/ }).click();
  await button(page, "← All entities").click();
  await entityEntry(page, /^Ana Lind/).click();
  await page.getByText("Name, label, identifiers, note").click();
  for (const [name, value] of [["Wikidata", "Q1"], ["Name", "Anna Lind"]]) {
    await page.getByRole("textbox", { name, exact: true }).fill(value);
    await page.getByRole("textbox", { name, exact: true }).press("Tab");
  }
  await concordanceLines(page).getByRole("checkbox").first().check();
  await button(page, "Split off…").click();
  await page.keyboard.type("Another Lind");
  await page.keyboard.press("Enter");
  await expect(concordanceLines(page)).toHaveCount(1);
  await button(page, "Merge with…").click();
  await page.keyboard.type("another");
  await page.keyboard.press("Enter");
  await expect(concordanceLines(page)).toHaveCount(2);
  await button(page, "← All entities").click();
  await entityEntry(page, /^Ben Ochs/).click();
  await button(page, "Remove entity").click();
  await api(page, "undo");
}

/** Removes a label that is in use and moves its tags, renames one, adds one; moves the tags of a removed choice. */
async function schemaEdits(page) {
  const dialog = await editLabels(page);
  await schemaSection(page, "Old").click();
  await dialog.getByRole("button", { name: "Remove the label Old" }).click();
  await schemaSection(page, "Place").click();
  await dialog.getByLabel("Name", { exact: true }).fill("Location");
  await schemaSection(page, "Claim").click();
  await attributeCard(page, "verdict").getByRole("button", { name: "Remove the choice yes" }).click();
  await dialog.getByRole("button", { name: "Add label" }).click();
  await page.keyboard.type("Date");
  await saveSchema(page);
  await dialog.getByRole("combobox", { name: /“Old”/ }).selectOption({ label: "move to Date" });
  await dialog.getByRole("combobox", { name: /“yes”/ }).selectOption({ label: "move to no" });
  await saveSchema(page);
  await expect(schemaDialog(page)).toBeHidden();
}

async function articles(page) {
  await pasteText(page, { title: "Third", source: "dpa", date: "2026-03", language: "de", text: "Zürich und Genf." });
  await expect.poll(async () => (await project(page)).articles.length).toBe(3);
  const { id } = (await project(page)).articles.at(-1);
  await api(page, "annotate", { article: id, label: "Place", ranges: [[0, 6], [11, 15]] });
  const openDetails = async (title) => {
    await button(page, `Details of ${title}`).click();
    return page.getByRole("dialog", { name: "About this article" });
  };
  let dialog = await openDetails("Talks");
  await dialog.getByLabel("topic").fill("Peace");
  await dialog.getByLabel("Note").fill("Read twice.");
  await dialog.getByRole("button", { name: /^(Keep|Save) changes$/ }).click();
  await statusButton(page, "Strike", "done").click();
  dialog = await openDetails("Third");
  await button(dialog, "Remove article").click();
  await expect(article(page, "Third")).toHaveCount(0);
  await api(page, "undo");
  await expect(article(page, "Third")).toBeVisible();
}

async function rename(page, from, to) {
  const dialog = await openProjects(page);
  await button(dialog, `Rename ${from}`).click();
  await dialog.getByLabel("New title").fill(to);
  await page.keyboard.press("Enter");
  await expect(projectRow(dialog, to)).toBeVisible();
  await page.keyboard.press("Escape");
}

async function history(page) {
  await openTab(page, "History");
  const name = page.getByLabel("Your name");
  await name.fill("Ada");
  await name.press("Tab");
  await historyEntry(page, /Ana Lind/).last().click();
  await historyEntry(page, /Zürich/).last().click();
  await historyEntry(page, /Third/).first().click();
}

/** Undoes and redoes `count` times each, in batches of `batch`. */
const undoAndRedo = (page, count, batch) =>
  page.evaluate(([count, batch]) => {
    for (let turn = 0; turn < count; turn += batch) {
      for (let i = 0; i < batch; i++) window.crossread.undo();
      for (let i = 0; i < batch; i++) window.crossread.redo();
    }
  }, [count, batch]);

/** The bytes of an export as text. */
export const exported = (page, format = "crossread") => page.evaluate((format) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(window.crossread.export(format).bytes), format);

/** Lets “Back up to a file…” write to the page's own file system. */
const pickBackup = (page) =>
  page.addInitScript(() => {
    window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle("backup.json", { create: true });
    FileSystemFileHandle.prototype.queryPermission = FileSystemFileHandle.prototype.requestPermission = async () => "granted";
  });
async function backUp(page) {
  const dialog = await openProjects(page);
  await button(dialog, "Back up to a file…").click();
  await expect(dialog.getByText(/^Backed up to “backup.json” at/)).toBeVisible();
  await button(dialog, "Stop backing up").click();
  await page.keyboard.press("Escape");
  return page.evaluate(async () => (await (await (await navigator.storage.getDirectory()).getFileHandle("backup.json")).getFile()).text());
}

/** Runs the session, each part at its own fixed time; returns the backup file that was written during it. */
export async function session(page) {
  let minute = 0;
  const later = () => page.clock.setFixedTime(new Date(Date.UTC(2026, 1, 3, 8, minute++)));
  await pickBackup(page);
  await page.addInitScript(() => {
    let state = 0;
    Math.random = () => (state = (state + 0.381966) % 1);
  });
  await later();
  await open(page);
  await newProject(page, "In the bin");
  await waitSaved(page);
  await chooseFiles(page, [file("talks.crossread.json", JSON.stringify(PROJECT), "application/json")]);
  await expect.poll(async () => (await project(page)).project.title).toBe("Talks");
  await later();
  const ids = await tagsAndRelations(page);
  for (const run of [entities, schemaEdits, articles]) {
    await later();
    await run(page, ids);
  }
  await later();
  const backup = await backUp(page);
  await history(page);
  await later();
  // Undoes and redoes the complete history once, then only the last step until there are 500 steps, after which a snapshot is
  // written.
  await undoAndRedo(page, 30, 30);
  await rename(page, "Talks", "Talks in Oslo");
  await undoAndRedo(page, 200, 1);
  await waitSaved(page);
  await later();
  await rename(page, "Talks in Oslo", "Talks");
  await api(page, "update", ids.signed, { note: "After the snapshot.", attributes: { verdict: "no" } });
  const one = await tag(page, "strike", "Person", "people");
  await api(page, "relate", { from: one, to: ids.signed, type: "supports" });
  await api(page, "remove", ids.agreement);
  await undoAndRedo(page, 4, 4);
  await api(page, "undo");
  await deleteProjects(page);
  return backup;
}

/** Deletes the first project, and permanently deletes the one with the sample articles, because it is large. */
async function deleteProjects(page) {
  await waitSaved(page);
  const dialog = await openProjects(page);
  for (const title of ["In the bin", "Untitled project"]) {
    await button(dialog, `Delete ${title}`).click();
    await expect(projectRow(dialog, title)).toBeHidden();
  }
  await dialog.getByText("Deleted (2)").click();
  await button(dialog, "Delete Untitled project for good").click();
  await expect(button(dialog, "Delete Untitled project for good")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.reload();
  await ready(page);
  await waitSaved(page);
}
