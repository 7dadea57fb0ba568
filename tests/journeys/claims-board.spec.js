// The claims board: from the bundled articles to a board, tying and parting, what is exported and printed.
import { axeViolationsInBothSchemes } from "./axe.js";
import { ARTICLES, CRACKDOWN, SUMMIT, annotate, download, expect, open, project, quotes, tags, test, waitForPaint } from "./support.js";
import { board, boardButton, boardCells, boardClaim, boardRows, boardShown, boardTitles, expectBoardRows, lastBoardRow, liveRegion, openTab, reviewButton, reviewCard, undo } from "./interface.js";
import { expectNoPointer, focusText, focusedName, press, tabTo, trackPointer } from "./keys.js";
import { readPdf } from "./pdf.js";
import { expectSavedReport, titlesOfBoard } from "./report-tables.js";

/** The kinds of suggestions that make claims and what they need, in the order in which they are accepted. */
const KINDS = [
  ["entity", "Names, dates and quantities"], ["sameEntity", "Same entity"], ["repeat", "Repetitions"], ["number", "Figures that disagree"],
  ["relation", "Relations"], ["claim", "Claims"], ["speaker", "Who says it"],
];

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const RELATIONS = async (page) => (await project(page)).relations.map(({ type, from, to }) => `${from} ${type} ${to}`);

/** The number of rows, and of those with claims of two articles or more. */
async function counted(page) {
  const rows = await boardCells(page);
  return { rows: rows.length, shared: rows.filter((cells) => cells.filter((claims) => claims > 0).length > 1).length };
}

async function expectBoard(page) {
  await boardShown(page);
  const { rows, shared } = await counted(page);
  expect(rows).toBeGreaterThanOrEqual(15);
  expect(shared).toBeGreaterThanOrEqual(8);
}

/** Three claims in two articles; returns their ids. */
async function threeClaims(page) {
  const most = await annotate(page, SUMMIT, "were discussing the crisis in Calais in northern France", "Claim");
  const other = await annotate(page, SUMMIT, "Europol", "Claim");
  const last = await annotate(page, CRACKDOWN, "27 people", "Claim");
  return [most, other, last];
}

test("from the untouched articles to a board and a report, by mouse", async ({ page }) => {
  await open(page);
  await openTab(page, "Suggestions");
  // One by one: the first is a claim, and the next one a name that occurs often.
  await page.getByRole("button", { name: "Review one by one" }).click();
  await reviewButton(page, "Accept").click();
  await expect.poll(() => quotes(page)).toEqual([expect.stringMatching(/^Claim: /)]);
  await reviewButton(page, "Skip").click();
  await reviewButton(page, "Back").click();
  await reviewButton(page, /^Accept all \d+ places of/).click();
  await expect.poll(async () => (await tags(page)).length).toBeGreaterThan(10);
  await reviewButton(page, "Reject").click();
  await expect.poll(async () => (await project(page)).rejected).toHaveLength(1);
  await reviewButton(page, "Leave the review").click();
  await expect(reviewCard(page)).toBeHidden();
  for (const [id, kind] of KINDS) {
    // What is accepted before may have made all of them.
    if (!(await page.evaluate((id) => window.crossread.suggestions(id).length, id))) continue;
    const heading = page.getByRole("button", { name: new RegExp(`^${kind} \\d+$`) });
    await heading.click();
    await page.getByRole("button", { name: new RegExp(`^Accept all \\d+: ${kind}$`) }).click();
    // What remains, or follows from it, is decided by others.
    if (await heading.isVisible()) await heading.click();
  }
  await boardButton(page).click();
  await expectBoard(page);
  const titles = await titlesOfBoard(page);
  const all = titles.length;

  // A table for screen readers too.
  const table = board(page).getByRole("table", { name: `Claims board: ${all} rows, 3 articles` });
  await expect(table.getByRole("columnheader")).toContainText(["Claim", ...ARTICLES.map(({ title }) => title)]);
  await expect(table).toHaveAttribute("aria-rowcount", String(all + 1));
  await expect(table.getByRole("rowheader").first()).toHaveText(new RegExp(`^${escaped(titles[0])}`));

  await board(page).getByRole("checkbox", { name: "In one article only" }).click();
  await boardShown(page);
  expect((await boardCells(page)).every((cells) => cells.filter((claims) => claims > 0).length === 1)).toBe(true);
  await board(page).getByRole("checkbox", { name: "In one article only" }).click();
  await board(page).getByLabel("Order of rows").selectOption({ label: "Most articles first" });
  await boardShown(page);
  const articles = (await boardCells(page)).map((cells) => cells.filter((claims) => claims > 0).length);
  expect(articles).toEqual([...articles].sort((a, b) => b - a));
  expect(articles).toHaveLength(all);

  const quote = (await lastBoardRow(page, all)).locator(".board-quote").first();
  const words = (await quote.textContent()).slice(1, -1).slice(0, 30);
  await quote.click();
  await expect(board(page)).toHaveCount(0);
  await expect(page.locator("mark.selected").first()).toBeInViewport();
  expect(await page.locator("mark.selected").allTextContents().then((all) => all.join(""))).toContain(words);

  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expectSavedReport(page, titles, (dialog) => dialog.getByRole("button", { name: "Save as HTML" }).click());
});

test("from the untouched articles to a board and a report, by keyboard alone", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await focusText(page);
  const heading = reviewCard(page).getByRole("heading");
  const kindIs = async (...kinds) => kinds.includes(await heading.textContent());
  // One by one: a claim without its last word, all places of a name, and a rejection.
  await press(page, "s");
  await expect(heading).toHaveText("Claims");
  await press(page, "}", "]", "}", "a");
  const [claim] = await tags(page);
  expect(ARTICLES[0].text.slice(claim.ranges[0].utf16End)).toMatch(/^ \p{L}+\./u);
  await press(page, ".", ",", "g", "r");
  expect((await tags(page)).length).toBeGreaterThan(10);
  expect((await project(page)).rejected).toHaveLength(1);
  await press(page, "Escape");

  // All names, who they are, and all claims, from the panel.
  await tabTo(page, "Annotations");
  await press(page, "ArrowRight", "ArrowRight", "ArrowRight");
  for (const kind of ["Names, dates and quantities", "Same entity", "Claims"]) {
    await tabTo(page, `▸${kind}`);
    await press(page, "Enter");
    await expect(page.getByRole("button", { name: kind, expanded: true })).toBeFocused();
    await press(page, "Tab");
    expect(await focusedName(page)).toMatch(new RegExp(`^Accept all \\d+: ${kind}$`));
    await press(page, "Enter");
  }

  // By groups: from the first one that says who says it to the last one that relates claims.
  await focusText(page);
  await press(page, "Control+Home", "Shift+S");
  await expect(heading).toHaveText(/\S/);
  const pairs = ["Repetitions", "Figures that disagree", "Relations"];
  while (await kindIs(...pairs)) await press(page, ",");
  while (!(await kindIs("Who says it", ...pairs))) await press(page, ".");
  while (await kindIs("Who says it")) await press(page, "a");
  while (await kindIs(...pairs)) await press(page, "a");
  await press(page, "Escape");
  await expect(reviewCard(page)).toBeHidden();

  await press(page, "Control+b");
  await expectBoard(page);
  const titles = await titlesOfBoard(page);
  const before = await RELATIONS(page);
  const rows = titles.length;
  await press(page, "F8");
  await expectSavedReport(page, titles, async () => {
    await tabTo(page, "Save as HTML");
    await press(page, "Enter");
  });
  await press(page, "Escape");

  // From the first title to the first claim, and to the next claim of its column, which is in another row.
  await press(page, "ArrowDown", "ArrowRight");
  const first = await focusedName(page);
  await press(page, "t");
  await expect(liveRegion(page)).toContainText("Picked");
  await press(page, "Control+End", "Home", "ArrowRight", "t");
  await expectBoardRows(page, rows - 1);
  expect(await RELATIONS(page)).toHaveLength(before.length + 1);
  await press(page, "Control+z");
  await expectBoardRows(page, rows);

  // A title, and the order of the rows.
  await press(page, "Control+Home", "Enter");
  await page.keyboard.type("The first row");
  await press(page, "Enter");
  await expect(boardTitles(page).first()).toHaveText("The first row");
  await tabTo(page, "Order of rows", true);
  await press(page, "ArrowDown");
  await expect(board(page).getByLabel("Order of rows")).not.toHaveValue("place");

  // The first claim again, in its text.
  await press(page, "ArrowUp");
  await tabTo(page, "The first row");
  await press(page, "ArrowRight");
  expect(await focusedName(page)).toBe(first);
  await press(page, "Enter");
  await expect(page.locator("mark.selected").first()).toBeInViewport();
  await expectNoPointer(page);
});

test("a claim is tied and parted by dragging, and the board is exported, printed and checked by axe", async ({ page, browserName }) => {
  await open(page);
  const [most, , last] = await threeClaims(page);
  await boardButton(page).click();
  await expect(boardRows(page)).toHaveCount(3);
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  const drag = async (from, to, { drop = true } = {}) => {
    const start = await boardClaim(page, from).boundingBox();
    await page.mouse.move(start.x + 30, start.y + 8);
    await page.mouse.down();
    await page.mouse.move(start.x + 45, start.y + 14, { steps: 3 });
    const end = await to.boundingBox();
    await page.mouse.move(end.x + 30, end.y + 8, { steps: 4 });
    if (drop) await page.mouse.up();
  };
  await drag(last, boardClaim(page, most), { drop: false });
  await expect(page.locator(".board-claim.over")).toHaveCount(1);
  await press(page, "Escape");
  await page.mouse.up();
  await expect(liveRegion(page)).toHaveText("Nothing was tied or parted");
  expect(await RELATIONS(page)).toEqual([]);
  await drag(last, boardClaim(page, most));
  expect(await RELATIONS(page)).toEqual([`${last} repeats ${most}`]);
  await expect(boardRows(page)).toHaveCount(2);
  await drag(last, page.locator(".board-drop"));
  expect(await RELATIONS(page)).toEqual([]);
  await undo(page);
  await expect(boardRows(page)).toHaveCount(2);

  const get = (name) => download(page, () => board(page).getByRole("button", { name, exact: true }).click());
  const json = JSON.parse((await get("JSON")).bytes);
  expect(json.rows.map((row) => row.cells.map((cell) => cell.claims.map(({ id }) => id)))).toHaveLength(2);
  expect(json.rows[0].cells.map(({ article }) => article)).toEqual([SUMMIT, CRACKDOWN]);
  const table = (await get("Table")).bytes.toString("utf8").split("\r\n");
  expect(table[0]).toMatch(/^\uFEFFrow,title,conflicts,articles,values,/);
  expect(table.filter((line) => line)).toHaveLength(3);
  const html = (await get("Page")).bytes.toString("utf8");
  const copy = await page.context().newPage();
  await copy.setContent(html);
  await expect(copy.locator("tbody tr")).toHaveCount(2);
  await expect(copy.locator("tbody tr").first().locator("blockquote")).toHaveText([/^“were discussing/, "“27 people”"]);
  await copy.close();

  if (browserName === "firefox") return;
  const pages = await readPdf(await page.pdf({ printBackground: false, preferCSSPageSize: true }));
  const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
  expect(words).toContain("27 people");
  expect(words, "only the board").not.toContain("Back to the texts");
});

test("a board of 12 articles and 200 rows is a table that fits its window, and prints with headings on each page", async ({ page, browserName }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, { articles: [] });
  await page.evaluate(() => {
    const [articles, annotations, relations] = [[], [], []];
    const firsts = new Map();
    for (let a = 0; a < 12; a++) {
      let text = "";
      for (let row = 0; row < 200; row++) {
        const words = `About ${20 + ((row * 7 + a) % 5)} people came to place ${row}.`;
        if (row === a || (row * 13 + a * 7) % 5 === 0) {
          const id = `c${a}-${row}`;
          annotations.push({ id, article: `x${a}`, label: "Claim", ranges: [{ start: text.length, end: text.length + words.length, exact: words }] });
          const first = firsts.get(row);
          if (first) relations.push({ id: `r${relations.length}`, type: "repeats", from: id, to: first });
          else firsts.set(row, id);
        }
        text += `${words} `;
      }
      articles.push({ id: `x${a}`, title: `Headline of article ${a}`, text });
    }
    return window.crossread.load({ ...window.crossread.project(), title: "Many", articles, annotations, entities: [], relations });
  });
  await boardButton(page).click();
  await expectBoardRows(page, 200);
  expect(await boardRows(page).count(), "only those near what is seen").toBeLessThan(100);
  for (const [width, height] of [[1280, 800], [390, 844], [320, 256]]) {
    await page.setViewportSize({ width, height });
    await waitForPaint(page);
    const { wide, tall } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { wide: scrollWidth - innerWidth, tall: scrollHeight - innerHeight };
    });
    expect({ width, wide: Math.max(wide, 0), tall: Math.max(tall, 0) }).toEqual({ width, wide: 0, tall: 0 });
    const scroller = page.locator(".board-scroll");
    const room = await scroller.evaluate((element) => {
      element.scrollTo(400, 400);
      const [frame, head] = [element, element.querySelector("thead th:last-child")].map((one) => one.getBoundingClientRect());
      return { height: element.clientHeight, scrolled: element.scrollLeft, head: Math.round(head.top - frame.top) };
    });
    expect(room.height, "room for claims").toBeGreaterThan(60);
    expect(room.scrolled).toBe(400);
    expect(room.head, "the headings stay").toBeLessThanOrEqual(1);
  }
  if (browserName === "firefox") return;
  const pages = await readPdf(await page.pdf({ printBackground: false, preferCSSPageSize: true }));
  const text = ({ texts }) => texts.map(({ text }) => text).join(" ").replace(/\s+/g, " ");
  expect(pages.length).toBeGreaterThan(3);
  for (const one of pages.slice(1, -1)) expect(text(one)).toContain("article 11");
  const all = pages.map(text).join(" ");
  for (let row = 0; row < 200; row++) expect(all).toContain(`place ${row}.`);
});
