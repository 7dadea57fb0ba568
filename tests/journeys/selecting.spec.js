// Selecting with the mouse: the moving end is the place of the pressed article nearest to the pointer, and the fixed end stays.
import { CALLED_OFF, SUMMIT, clickText, dragOver, expect, middleOf, open, project, quotes, reader, rectangles, scrollPosition, selectWord, tags, test } from "./support.js";
import { addPartByDrag, palette, pasteText, selectedId, showColumns } from "./interface.js";
import { installOracle } from "./drag-oracle.js";

/** Presses before some words, moves the pointer to a place and releases; then tags exactly what is selected. */
async function dragFrom(page, article, words, to, { label = "c", exact = false } = {}) {
  const [first] = await rectangles(page, article, words);
  await page.mouse.move(Math.round(first.left + 2), Math.round(first.middle));
  await page.mouse.down();
  const target = typeof to === "function" ? to(first) : to;
  await page.mouse.move(target.x, target.y, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.press(exact ? `Alt+${label}` : label);
}

/** The words of the line on the screen that a text begins in: from there to the end of the line, or from its start to the end of the text. */
const lineFrom = (page, article, words) => lineAround(page, article, words).then(({ line, at }) => trimmed(line.slice(at)));
const lineTo = (page, article, words) => lineAround(page, article, words).then(({ line, at }) => trimmed(line.slice(0, at + words.length)));
const trimmed = (line) => line.trim().replace(/[.,;:]+$/, "");
const lineAround = (page, article, words) =>
  reader(page, article).evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const tops = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.data.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        tops.push(box.height > 0 && box.width > 0 ? Math.round(box.top) : undefined);
      }
    }
    const start = root.textContent.indexOf(words);
    const isHere = (i) => tops[i] === undefined || Math.abs(tops[i] - tops[start]) < 4;
    let [from, to] = [start, start];
    while (from > 0 && isHere(from - 1)) from--;
    while (to < tops.length && isHere(to)) to++;
    return { line: root.textContent.slice(from, to), at: start - from };
  }, words);

/** Drags from the end of some words to a point, and returns what is tagged. */
async function dragFromEnd(page, article, words, to) {
  const boxes = await rectangles(page, article, words);
  const last = boxes.at(-1);
  await page.mouse.move(Math.floor(last.right - 1), Math.round(last.middle));
  await page.mouse.down();
  await page.mouse.move(to(last).x, to(last).y, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.press("c");
  return (await tags(page))[0].ranges[0];
}

test.describe("past the edges of a column", () => {
  test.use({ viewport: { width: 1500, height: 950 } });

  for (const count of [1, 2, 3]) {
    test(`a drag past the right edge ends at the end of the line, ${count} columns`, async ({ page }) => {
      await open(page, { articles: [] });
      await showColumns(page, count);
      const column = await page.locator(".scroller").first().boundingBox();
      const words = "The UK, which was banished from";
      const expected = await lineFrom(page, SUMMIT, words);
      await dragFrom(page, SUMMIT, words, (first) => ({ x: Math.round(column.x + column.width + 6), y: Math.round(first.middle) }));
      const [tag] = await tags(page);
      expect(tag.ranges[0].exact).toBe(expected);
    });
  }

  test("a drag past the left edge ends at the start of the line", async ({ page }) => {
    await open(page);
    await showColumns(page, 3);
    const second = await page.locator(".scroller").nth(1).boundingBox();
    const article = await page.locator("[role=document]").nth(1).getAttribute("data-article");
    const words = "Channel";
    const expected = await lineTo(page, article, words);
    const range = await dragFromEnd(page, article, words, (last) => ({ x: Math.round(second.x - 40), y: Math.round(last.middle) }));
    expect(range.exact).toBe(expected);
  });

  test("a drag above the first line ends in it, above the pointer", async ({ page }) => {
    await open(page);
    const { line } = await lineAround(page, SUMMIT, "Talks");
    const range = await dragFromEnd(page, SUMMIT, "perilous", (last) => ({ x: Math.round(last.left + 2), y: 3 }));
    expect(range.exact.endsWith("perilous")).toBe(true);
    expect(range.start, "it begins in the first line").toBeLessThan(line.length);
  });

  test("a drag below the last line ends in it, below the pointer", async ({ page }) => {
    await open(page);
    await scrollPosition(page, CALLED_OFF, 1e6);
    const text = (await reader(page, CALLED_OFF).evaluate((element) => element.textContent)).trimEnd();
    const words = text.slice(text.lastIndexOf(" ", text.length - 20) + 1);
    await dragFrom(page, CALLED_OFF, words, (first) => ({ x: Math.round(first.left + 600), y: 949 }));
    const [tag] = await tags(page);
    expect(tag.ranges[0].exact).toBe(trimmed(words));
  });
});

const PARAGRAPHS = Array.from({ length: 120 }, (_, i) => `Paragraph ${i + 1}. ${"The quick brown fox jumps over the lazy dog. ".repeat(4)}`).join("\n\n");

/** Adds an article and shows it; returns its id. */
async function addText(page, title, text) {
  await pasteText(page, { title, text });
  const { id } = (await project(page)).articles.at(-1);
  if (!(await reader(page, id).isVisible())) await page.getByRole("navigation").getByRole("button", { name: title }).last().click();
  await expect(reader(page, id)).toBeVisible();
  return id;
}

async function openParagraphs(page) {
  await open(page, { articles: [] });
  await showColumns(page, 1);
  return addText(page, "Long", PARAGRAPHS);
}

const selection = (page) => page.evaluate(() => getSelection().toString());

test("a long selection keeps its start while the wheel is turned", async ({ page }) => {
  const id = await openParagraphs(page);
  const [first] = await rectangles(page, id, "Paragraph 3.");
  await page.mouse.move(Math.round(first.left + 1), Math.round(first.middle));
  await page.mouse.down();
  for (let i = 0; i < 11; i++) {
    await page.mouse.wheel(0, 400);
    await page.mouse.move(Math.round(first.left + 30 + i), 500);
  }
  await page.mouse.up();
  await page.keyboard.press("c");
  const [tag] = await tags(page);
  expect(tag.ranges[0].exact.startsWith("Paragraph 3.")).toBe(true);
  expect(tag.ranges[0].exact.length).toBeGreaterThan(2000);
});

/** Drags with Alt, which selects exact characters, and checks that both ends are the places nearest to the pointer. */
async function expectNearest(page, article, press, drag) {
  await page.evaluate(installOracle);
  await page.evaluate((id) => window.dragOracle.watch(id), article);
  await page.mouse.move(press.x, press.y);
  await page.keyboard.down("Alt");
  await page.mouse.down();
  await drag();
  await page.mouse.up();
  await page.keyboard.press("c");
  await page.keyboard.up("Alt");
  const [from, to] = await page.evaluate(() => [window.dragOracle.press.places, window.dragOracle.release.places]);
  const [tag] = await tags(page);
  expect(from).toContain(tag.ranges[0].start);
  expect(to).toContain(tag.ranges[0].end);
}

test("a selection that is released while the column scrolls ends at the line that is then near the pointer", async ({ page }) => {
  const id = await openParagraphs(page);
  const [first] = await rectangles(page, id, "Paragraph 3.");
  await expectNearest(page, id, { x: Math.round(first.left + 1), y: Math.round(first.middle) }, async () => {
    await page.mouse.move(Math.round(first.left + 90), 1_000, { steps: 4 });
    await expect.poll(() => scrollPosition(page, id)).toBeGreaterThan(1_500);
  });
});

test.describe("at a zoom of 400 %", () => {
  test.use({ viewport: { width: 480, height: 270 }, deviceScaleFactor: 4 });

  test("the pointer counts in pixels of the screen", async ({ page }) => {
    await open(page, { articles: [] });
    // A point just right of the middle of a character that is left of it when it is rounded down to CSS pixels.
    const at = await reader(page, SUMMIT).evaluate((root) => {
      const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      for (let i = 0; i < 500; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const middle = (left + right) / 2;
        const x = Math.floor(middle) + 0.75;
        const isBetween = x - middle > 0.15 && middle - Math.floor(x) > 0.15;
        if (isBetween && right < innerWidth - 100 && /\w/.test(node.data[i])) return { x, y: (top + bottom) / 2, place: i + 1 };
      }
      return undefined;
    });
    await page.keyboard.down("Alt");
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y);
    await page.mouse.up();
    await page.keyboard.press("c");
    await page.keyboard.up("Alt");
    const [tag] = await tags(page);
    expect(tag.ranges[0].start).toBe(at.place);
  });
});

test("a click, far scrolling and a click with Shift select from the first click", async ({ page }) => {
  const id = await openParagraphs(page);
  const [first] = await rectangles(page, id, "Paragraph 3.");
  await page.mouse.click(Math.round(first.left + 1), Math.round(first.middle));
  await scrollPosition(page, id, 10_000);
  await expect.poll(() => scrollPosition(page, id)).toBeGreaterThan(5_000);
  await page.keyboard.down("Shift");
  await page.mouse.click(Math.round(first.left + 60), 500);
  await page.keyboard.up("Shift");
  await page.keyboard.press("c");
  const [tag] = await tags(page);
  expect(tag.ranges[0].exact.startsWith("Paragraph 3.")).toBe(true);
});

test("a selection is still painted after scrolling far away and back", async ({ page }) => {
  const id = await openParagraphs(page);
  await dragOver(page, id, "Paragraph 3.");
  const before = await scrollPosition(page, id);
  await scrollPosition(page, id, 12_000);
  await expect.poll(() => scrollPosition(page, id)).toBeGreaterThan(6_000);
  await scrollPosition(page, id, before);
  await expect.poll(() => selection(page)).toContain("Paragraph 3");
});

test("Ctrl+A selects the text of the article, and a label key tags it", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOf(page, SUMMIT, "perilous");
  await page.mouse.click(x, y);
  await page.keyboard.press("Control+a");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("c");
  const [tag] = await tags(page);
  const text = await reader(page, SUMMIT).evaluate((element) => element.textContent);
  expect(tag.ranges[0].exact).toBe(text.trim().replace(/\.$/, ""));
});

test("a drag that begins inside the selection begins a new one", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "migration route that brought 27 people");
  await dragOver(page, SUMMIT, "brought 27", "people", { inset: 3 });
  await page.keyboard.press("c");
  expect(await quotes(page)).toEqual(["Claim: brought 27 people"]);
});

test("a selection of spaces says why it cannot be tagged", async ({ page }) => {
  await open(page, { articles: [] });
  const id = await addText(page, "Spaces", "one          two");
  const [gap] = await rectangles(page, id, "      ");
  await page.mouse.move(gap.left + 4, gap.middle);
  await page.mouse.down();
  await page.mouse.move(gap.right - 4, gap.middle, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText("Only spaces")).toBeVisible();
});

test("a double click selects a word, three clicks a paragraph", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOf(page, SUMMIT, "perilous");
  await page.mouse.dblclick(x, y);
  await page.keyboard.press("c");
  expect(await quotes(page)).toEqual(["Claim: perilous"]);
  await page.keyboard.press("Control+z");
  await page.mouse.click(x, y, { clickCount: 3 });
  await page.keyboard.press("c");
  const [tag] = await tags(page);
  expect(tag.ranges[0].start).toBe(0);
  const text = await reader(page, SUMMIT).evaluate((element) => element.textContent);
  expect(tag.ranges[0].exact).toBe(trimmed(text.slice(0, text.indexOf("\n"))));
});

test("a browser language that Intl does not know does not end the program", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "language", { get: () => "C" }));
  await open(page);
  await dragOver(page, SUMMIT, "perilous");
  await page.keyboard.press("c");
  expect(await quotes(page)).toEqual(["Claim: perilous"]);
  await expect(page.locator("#side")).toContainText("perilous");
});

for (const [name, text] of [
  ["with spaces", "Several words that fill more than one line of the column. ".repeat(12)],
  ["without spaces", "東京で記者会見が開かれた".repeat(30)],
]) {
  test(`End and Home stay on a line that is broken on the screen, in a text ${name}`, async ({ page }) => {
    await open(page);
    await showColumns(page, 1);
    const id = await addText(page, "Lines", `${text}\nLast`);
    await reader(page, id).click({ position: { x: 5, y: 8 } });
    const caret = () => page.locator(".caret:not([hidden])").boundingBox();
    await page.keyboard.press("Home");
    const start = await caret();
    await page.keyboard.press("End");
    const end = await caret();
    expect(Math.abs(end.y - start.y), "the end is on the same line").toBeLessThan(3);
    expect(end.x).toBeGreaterThan(start.x + 200);
    await page.keyboard.press("End");
    await page.keyboard.press("End");
    expect(await caret()).toEqual(end);
    await page.keyboard.press("Home");
    expect(await caret()).toEqual(start);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    const below = await caret();
    expect(below.y).toBeGreaterThan(end.y + 5);
    expect(below.y, "one line down").toBeLessThan(end.y + 2 * end.height + 8);
    await reader(page, id).click({ position: { x: 5, y: 8 } });
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect((await caret()).y, "the next character is on the next line").toBeGreaterThan(start.y + 5);
  });
}

test("a label is kept active: each selection is tagged, a click selects, Ctrl collects parts, and Escape ends it", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOf(page, SUMMIT, "perilous");
  await page.mouse.click(x, y);
  await page.keyboard.press("m");
  await page.keyboard.press("3");
  await expect(page.locator(".active-label-name")).toBeVisible();
  await dragOver(page, SUMMIT, "English Channel");
  await expect.poll(() => quotes(page)).toEqual(["Location: English Channel"]);
  await expect(palette(page)).toBeHidden();
  await selectWord(page, SUMMIT, "Calais");
  await expect.poll(() => quotes(page)).toContain("Location: Calais");
  await clickText(page, SUMMIT, "English Channel");
  await expect.poll(() => selectedId(page)).toBe((await tags(page)).find((tag) => tag.ranges[0].exact === "English Channel").id);
  expect(await quotes(page)).toHaveLength(2);
  await page.mouse.click(x, y);
  await addPartByDrag(page, SUMMIT, "northern France");
  await addPartByDrag(page, SUMMIT, "Netherlands");
  expect(await quotes(page), "parts wait for the last one").toHaveLength(2);
  await page.keyboard.press("Enter");
  await expect.poll(() => quotes(page)).toHaveLength(3);
  expect((await tags(page)).filter((tag) => tag.ranges.length === 2)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(page.locator(".active-label-name")).toBeHidden();
  await dragOver(page, SUMMIT, "perilous");
  await expect(palette(page)).toBeVisible();
  expect(await quotes(page)).toHaveLength(3);
});
