// Selecting with the mouse: the moving end is the place of the pressed article nearest to the pointer, and the fixed end stays.
import { CALLED_OFF, SUMMIT, dragOver, expect, middleOf, open, project, quotes, reader, rectangles, scrollPosition, tags, test } from "./support.js";
import { showColumns, pasteText } from "./interface.js";

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

const box = (page, selector) => page.locator(selector).first().boundingBox();

test.describe("past the edges of a column", () => {
  test.use({ viewport: { width: 1500, height: 950 } });

  for (const count of [1, 2, 3]) {
    test(`a drag past the right edge ends at the end of the line, ${count} columns`, async ({ page }) => {
      await open(page, { articles: [] });
      await showColumns(page, count);
      const column = await box(page, ".scroller");
      await dragFrom(page, SUMMIT, "The UK, which was banished from", (first) => ({ x: Math.round(column.x + column.width + 6), y: Math.round(first.middle) }));
      const [tag] = await tags(page);
      expect(tag.ranges[0].exact.length).toBeLessThan(120);
      expect(tag.ranges[0].exact.startsWith("The UK, which was banished")).toBe(true);
    });
  }

  test("a drag past the left edge ends at the start of the line", async ({ page }) => {
    await open(page);
    await showColumns(page, 3);
    const second = await page.locator(".scroller").nth(1).boundingBox();
    const article = (await page.locator("[role=document]").nth(1).getAttribute("data-article"));
    const [first] = await rectangles(page, article, "to crack down on Channel");
    await page.mouse.move(Math.round(first.right - 2), Math.round(first.middle));
    await page.mouse.down();
    await page.mouse.move(Math.round(second.x - 40), Math.round(first.middle), { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press("c");
    const [tag] = await tags(page);
    expect(tag.ranges[0].exact.length).toBeLessThan(60);
  });

  test("a drag above the first line stays near the first line", async ({ page }) => {
    await open(page);
    const [first] = await rectangles(page, SUMMIT, "perilous");
    await page.mouse.move(Math.round(first.right - 1), Math.round(first.middle));
    await page.mouse.down();
    await page.mouse.move(Math.round(first.right - 1), 3, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press("c");
    const [tag] = await tags(page);
    expect(tag.ranges[0].exact.endsWith("perilous")).toBe(true);
    expect(tag.ranges[0].start).toBeLessThan(40);
  });

  test("a drag below the last line ends in the last line", async ({ page }) => {
    await open(page);
    await scrollPosition(page, CALLED_OFF, 1e6);
    const text = await reader(page, CALLED_OFF).evaluate((element) => element.textContent);
    const last = text.trim().split(/\s+/).slice(-6)[0];
    const [first] = await rectangles(page, CALLED_OFF, text.trim().slice(text.trim().lastIndexOf(last)));
    await page.mouse.move(Math.round(first.left + 2), Math.round(first.middle));
    await page.mouse.down();
    await page.mouse.move(Math.round(first.left + 200), 949, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press("c");
    const [tag] = await tags(page);
    expect(text.trim().endsWith(tag.ranges[0].exact.slice(-4)) || text.includes(tag.ranges[0].exact)).toBe(true);
    expect(tag.ranges[0].exact.length).toBeLessThan(200);
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
  await page.keyboard.press("c");
  const [tag] = await tags(page);
  expect(tag.ranges[0].start).toBe(0);
  expect(tag.ranges[0].end).toBeGreaterThan(1_000);
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
  expect(tag.ranges[0].exact.includes("English Channel")).toBe(true);
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
    await pasteText(page, { title: "Lines", text: `${text}\nLast` });
    const { id } = (await project(page)).articles.at(-1);
    await showColumns(page, 1);
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

test("the line at the top of a column stays there when the width of the column changes", async ({ page }) => {
  const id = await openParagraphs(page);
  await showColumns(page, 1);
  await scrollPosition(page, id, 7_000);
  await expect.poll(() => scrollPosition(page, id)).toBeGreaterThan(5_000);
  /** The number of the first paragraph that is seen. */
  const first = () =>
    reader(page, id).evaluate((root) => {
      const frame = root.closest(".scroller").getBoundingClientRect();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 1: number } of node.data.matchAll(/Paragraph (\d+)\./g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 9);
          const box = range.getBoundingClientRect();
          if (box.height > 0 && box.bottom > frame.top + 2) return Number(number);
        }
      }
      return 0;
    });
  const before = await first();
  expect(before).toBeGreaterThan(10);
  for (const width of [800, 1440, 700]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => Math.abs((await first()) - before), `at ${width} px`).toBeLessThan(2);
  }
});
