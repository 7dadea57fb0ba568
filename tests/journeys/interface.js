// Locators of the page's elements, by role and name: the file to change when the page changes.
import { expect } from "@playwright/test";
import { download, dragOver, pickFiles as pickFilesAfter } from "./support.js";

const button = (scope, name, exact = true) => scope.getByRole("button", { name, exact });

export const undoButton = (page) => button(page, "Undo");
export const redoButton = (page) => button(page, "Redo");
export const undo = (page) => undoButton(page).click();
export const redo = (page) => redoButton(page).click();

/** The palette beside a selection, and a label in it. With many labels, it is a list box with a field that filters it. */
const paletteNamed = (page, name) => page.getByRole("menu", { name }).or(page.locator(".palette").getByRole("listbox", { name }));
export const palette = (page) => paletteNamed(page, "Tag as");
export const relabelPalette = (page) => paletteNamed(page, "Change to");
export const paletteItem = (page, label) => page.locator(".palette-item").and(page.getByRole("menuitem", { name: label, exact: true }).or(page.getByRole("option", { name: label, exact: true })));
export const tagAs = (page, label) => paletteItem(page, label).click();
export const paletteFilter = (page) => page.getByRole("combobox", { name: "Filter labels" });
/** A label's button at the top of the page. */
export const labelButton = (page, label) => button(page.getByRole("toolbar", { name: "Labels" }), label);

/** The inspector of the selected annotation. */
export const inspector = (page) => page.getByRole("region", { name: "Selected tag" });
export const annotationRows = (page) => page.getByRole("listbox", { name: "Annotations" }).getByRole("option");
/** The id of the selected annotation, "" when none is. */
export const selectedId = async (page) => {
  const ids = await annotationRows(page).and(page.locator("[aria-selected=true]")).evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length, "at most one annotation is selected").toBeLessThanOrEqual(1);
  return (ids[0] ?? "").replace(/^row-/, "");
};
export const handle = (page, edge) => page.locator(`.handle[data-edge=${edge}]`).first();
/** The card with the tags under the pointer. */
export const hoverCard = (page) => page.locator(".hover-card:not([hidden])");
export const openTab = (page, name) => page.getByRole("tab", { name }).click();

/** Drags an edge of the selected tag to a point of the window. */
export async function dragEdge(page, edge, x, y) {
  const box = await handle(page, edge).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}

/** Error messages. */
export const alert = (page) => page.getByRole("alert").filter({ hasText: /\S/ });
export const status = (page) => page.locator("[data-status]");
export const articleList = (page) => page.getByRole("navigation", { name: "Articles" });
export const articleEntries = (page) => page.locator(".article-entry");
export const article = (page, title) => button(articleList(page), title, false).and(page.locator("[aria-pressed]"));
export const column = (page, title) => page.getByRole("region", { name: title }).filter({ has: page.getByRole("document") });

const pickFiles = (page, name, files) => pickFilesAfter(page, () => button(page, name).first().click(), files);
export const chooseFiles = (page, files) => pickFiles(page, "Import", files);
export const openTexts = (page, files) => pickFiles(page, "Open texts…", files);

/** The dialog in which added texts get their titles. */
export const addDialog = (page) => page.getByRole("dialog", { name: /^Add article/ });
/** A field of one of several texts, by the file's name. */
export const addField = (page, name, field) => addDialog(page).getByLabel(`${field} of ${name}`, { exact: true });
/** Adds all texts with their suggested titles. */
export async function addArticles(page, count) {
  const dialog = addDialog(page);
  await expect(dialog).toHaveAccessibleName(count === 1 ? "Add article" : `Add articles (${count})`);
  await button(dialog, count === 1 ? "Add article" : "Add all").click();
  await expect(dialog).toBeHidden();
}

export async function pasteText(page, { title, source = "", date = "", language = "", text }) {
  await button(page, "Paste text…").first().click();
  const dialog = addDialog(page);
  for (const [label, value] of Object.entries({ Title: title, Source: source, Date: date, Language: language, Text: text })) {
    await dialog.getByLabel(label, { exact: true }).fill(value);
  }
  await addArticles(page, 1);
}

export const exportNative = (page) => download(page, () => button(page, "Export").click());

/** Opens the dialog with the list of projects; each is a list item with its own buttons. */
export async function openProjects(page) {
  const dialog = page.getByRole("dialog", { name: "Projects" });
  if (!(await dialog.isVisible())) await button(page, /^Projects: /).click();
  await expect(dialog).toBeVisible();
  return dialog;
}
const projects = (dialog) => dialog.getByRole("list", { name: "Saved projects" }).getByRole("listitem");
/** All projects that are not deleted, or the one with this title. */
export const projectRows = projects;
export const projectRow = (dialog, title) => projects(dialog).filter({ has: dialog.page().getByText(title, { exact: true }) });

export async function newProject(page, title, { samples = false } = {}) {
  const list = await openProjects(page);
  await button(list, "New project").click();
  const dialog = page.getByRole("dialog", { name: "New project" });
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("Begin with the three sample articles").setChecked(samples);
  await button(dialog, "Create project").click();
  await expect(dialog).toBeHidden();
  await expect(button(page, `Projects: ${title}`)).toBeVisible();
}

export async function openProject(page, title) {
  const dialog = await openProjects(page);
  await button(dialog, `Open ${title}`).click();
  await expect(dialog).toBeHidden();
}

export async function openHelp(page) {
  await button(page, "Help").click();
  await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
}

/** Shows 1, 2 or 3 articles side by side. */
export const showColumns = (page, count) =>
  button(page.getByRole("group", { name: "Columns" }), count === 1 ? "1 column" : `${count} columns`).click();

/** Opens the menu, which a narrow window has. */
export async function openMenu(page) {
  if (await button(page, "Menu").isVisible()) await button(page, "Menu").click();
}

/** Shows the search and the articles, which a narrow window hides at first. */
export async function showArticles(page) {
  if (!(await articleList(page).isVisible())) await button(page, "Articles").click();
  await expect(articleList(page)).toBeVisible();
}

/** Shows the inspector and the lists where a narrow window hides them at first. */
export async function showPanel(page) {
  if (!(await inspector(page).isVisible())) await button(page, "Tags").tap();
  await expect(inspector(page)).toBeVisible();
}

/** The history: its entries from the newest to the start, each a button, and the entry of the current state. */
export const historyList = (page) => page.getByRole("list", { name: "What was done" });
export const historyEntry = (page, words) => historyList(page).getByRole("button", { name: words });
export const currentHistoryEntry = (page) => historyList(page).locator("[aria-current=step]");
/** The live region of screen readers. */
export const liveRegion = (page) => page.locator("#announcer");
/** The command palette, its options, and the active one. */
export const commands = (page) => page.getByRole("dialog", { name: "Commands" });
export const commandField = (page) => commands(page).getByRole("combobox");
export const commandOptions = (page) => commands(page).getByRole("option");
export const activeCommand = (page) => commands(page).locator("[role=option][aria-selected=true]");
/** Drags over text with Ctrl held, which adds it to what is selected. */
export async function addPartByDrag(page, id, from, to = from) {
  await page.keyboard.down("Control");
  await dragOver(page, id, from, to);
  await page.keyboard.up("Control");
}

/** The search in all articles, at the top of the left-hand panel. */
export const searchField = (page) => page.getByRole("searchbox", { name: "Search all articles" });
export const searchPanel = (page) => page.getByRole("search", { name: "All articles" });
export const searchOption = (page, name) => button(searchPanel(page), name);
export const searchScope = (page) => page.getByLabel("Search where");
export const searchCount = (page) => page.locator(".search-count");
/** The results in the list. */
export const searchResults = (page) => page.locator(".places .found");
/** The texts of a highlight, in the order of the articles' columns. */
export const highlightedTexts = (page, name) =>
  page.evaluate((name) => {
    const words = (range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.startContainer.isConnected ? live.toString() : "(detached)";
    };
    return [...(CSS.highlights.get(name) ?? [])].map(words);
  }, name);
/** Of each box behind an occurrence, or the current one: whether it is exactly behind this word. */
export const boxedWords = (page, word, boxes = "") =>
  page.evaluate(([word, boxes]) => {
    const places = [];
    for (const root of document.querySelectorAll("[role=document]")) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          places.push(range.getBoundingClientRect());
        }
      }
    }
    const isAt = (box, place) => ["left", "top", "right", "bottom"].every((side) => Math.abs(box[side] - place[side]) <= 1.5);
    const all = [...document.querySelectorAll(`.occurrence-boxes > div${boxes}`)].map((box) => box.getBoundingClientRect());
    return all.map((box) => places.some((place) => isAt(box, place)));
  }, [word, boxes]);
/** The dialog with every occurrence, and its check boxes and texts. */
export const occurrenceDialog = (page) => page.getByRole("dialog", { name: /^(Every occurrence|Search results)/ });
export const occurrenceCheckboxes = (page) => occurrenceDialog(page).locator(".occurrence input");
export const occurrenceTexts = (page) => occurrenceDialog(page).locator(".occurrence > span");

/** Entities: the offer below the text, the inspector's section, the list, one entity, and the groups of unlinked mentions. */
export const entityOffer = (page) => page.getByRole("group", { name: "Entity of the selected tag" });
export const entitySection = (page) => inspector(page).getByRole("group", { name: "Entity" });
export const entityChoice = (page) => inspector(page).getByRole("combobox", { name: "Find an entity" });
export const entityList = (page) => page.getByRole("list", { name: "Entities" }).getByRole("listitem");
/** Scrolls a list, of which only the rows near what is seen are in the page, until a row is there. */
export async function scrollToRow(list, row) {
  const rows = list.locator("[data-index]");
  await rows.first().evaluate((first) => first.closest(".rows").scrollIntoView());
  await expect(async () => {
    if ((await row.count()) === 0) await rows.last().evaluate((last) => last.scrollIntoView());
    await expect(row.first()).toBeVisible({ timeout: 200 });
  }).toPass();
}
export const entityEntry = (page, name) => page.getByRole("list", { name: "Entities" }).getByRole("button", { name });
export const entityHeading = (page, name) => page.getByRole("heading", { level: 3, name });
export const mentionGroups = (page) => page.getByRole("list", { name: "Unlinked mentions" }).getByRole("listitem");
export const mentionGroup = (page, name) => mentionGroups(page).filter({ has: page.getByRole("button", { name: `Link ${name}`, exact: true }) });
export const concordanceLines = (page) => page.locator(".concordance-line");

/** Relations: how they are created, their lines and chips above the columns, and their list. */
export const relateButton = (page) => inspector(page).getByRole("button", { name: /^Relate…/ });
export const relationTypeMenu = (page) => page.getByRole("menu", { name: "Relation type" });
export const targetList = (page) => page.getByRole("listbox", { name: "Tags that fit" });
export const target = (page, words) => targetList(page).getByRole("option").filter({ hasText: words });
export const relationLines = (page) => page.locator(".link-line");
export const relationChips = (page) => page.locator(".link-chip");
export const showRelations = (page) => page.getByRole("tab", { name: "Relations" }).click();
export const relationTable = (page) => page.getByRole("list", { name: "All relations" });
export const relationRows = (page) => relationTable(page).getByRole("listitem");
/** The schema editor. */
export const schemaDialog = (page) => page.getByRole("dialog", { name: "Edit labels" });
export async function editLabels(page) {
  await button(page, "Edit labels…").click();
  await expect(schemaDialog(page)).toBeVisible();
  return schemaDialog(page);
}
export const schemaSection = (page, name) => schemaDialog(page).getByRole("group", { name: "Parts of the schema" }).getByRole("button", { name, exact: true });
export const saveSchema = (page) => button(schemaDialog(page), "Save changes").click();
export const attributeCard = (page, name) => schemaDialog(page).getByRole("group", { name: `Attribute ${name}`, exact: true });

/** Attributes in the inspector, and in the palette that a key opens beside the tag. */
export const attributes = (page) => inspector(page).getByRole("group", { name: "Attributes" });
export const attributePalette = (page) => page.getByRole("dialog", { name: "Attributes" });
/** The filters by missing values. */
export const missingFilters = (page) => page.getByRole("group", { name: "Unfinished" });
/** The filter of articles by status, and the button that marks one. */
export const statusFilter = (page) => page.getByRole("group", { name: "Show articles" });
export const statusButton = (page, title, status) => button(articleList(page), `Mark ${title} as ${status}`);

/** The banner of a persistent problem. */
export const banner = (page) => page.locator(".banner");

/** The offer of a new version at the bottom of the page. */
export const versionBar = (page) => page.getByRole("region", { name: "New version" });
export const restartButton = (page) => button(versionBar(page), "Restart with it");

/** The rescue page. */
export const rescue = (page) => page.locator("#rescue");
export const rescueHeading = (page) => page.getByRole("heading", { level: 1, name: "Crossread has stopped" });
export const rescueButton = (page, name) => button(rescue(page), name);

/** The card of the review of suggestions, and its buttons. */
export const reviewCard = (page) => page.getByRole("region", { name: "Review" });
export const reviewButton = (page, name) => button(reviewCard(page), name);

// The claims board.
export const boardButton = (page) => button(page, "Board");
export const board = (page) => page.getByRole("region", { name: "Claims board" });
export const boardTable = (page) => board(page).getByRole("table");
/** The rows of the board that are rendered: those near what is seen. */
export const boardRows = (page) => board(page).locator("tbody tr[aria-rowindex]");
export const boardTitles = (page) => board(page).locator(".board-title");
/** Expects so many rows, rendered or not. */
export const expectBoardRows = (page, count) => expect(boardTable(page)).toHaveAttribute("aria-rowcount", String(count + 1));
/** The last of so many rows: it is scrolled to, until no row is rendered below it. */
export async function lastBoardRow(page, count) {
  const row = board(page).locator(`tr[aria-rowindex="${count + 1}"]`);
  await expect(async () => {
    await boardRows(page).last().evaluate((last) => last.scrollIntoView());
    await expect(row).toBeVisible({ timeout: 200 });
  }).toPass();
  return row;
}
/** A claim of the board. */
export const boardClaim = (page, id) => board(page).locator(`[data-claim="${id}"]`);
/** Scrolls through all rows of the board. `read` gets those that are rendered, in the page, and returns the index of each with a value. */
export async function everyBoardRow(page, read) {
  const found = new Map();
  await expect(async () => {
    for (const [index, value] of await boardRows(page).evaluateAll(read)) found.set(Number(index), value);
    const count = Number(await boardTable(page).getAttribute("aria-rowcount")) - 1;
    let next = 2;
    while (found.has(next)) next++;
    if (next < count + 2) {
      await board(page).locator(".board-scroll").evaluate((scroller, last) => {
        const row = scroller.querySelector(`tr[aria-rowindex="${last}"]`);
        if (row) row.scrollIntoView({ block: "start" });
        else scroller.scrollTo(0, 0);
      }, next - 1);
    }
    expect(next, "all rows").toBe(count + 2);
  }).toPass({ intervals: [20] });
  await board(page).locator(".board-scroll").evaluate((scroller) => scroller.scrollTo(0, 0));
  return [...found.keys()].toSorted((a, b) => a - b).map((index) => found.get(index));
}
/** The number of claims in each cell of each row. */
export const boardCells = (page) =>
  everyBoardRow(page, (rows) => {
    const counts = (row) => [...row.querySelectorAll("td")].map((cell) => cell.querySelectorAll(".board-claim").length);
    return rows.map((row) => [row.getAttribute("aria-rowindex"), counts(row)]);
  });
/** Waits until the table has the rows that pass the filters. */
export async function boardShown(page) {
  const count = board(page).locator(".list-count");
  await expect(count).toHaveText(/rows?$/);
  await expect.poll(async () => Number.parseInt(await count.textContent()) + 1 - Number(await boardTable(page).getAttribute("aria-rowcount"))).toBe(0);
}
