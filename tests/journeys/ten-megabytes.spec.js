// What works at 3 KB works in a long and dense text too. `make soak` takes 10 MB with 100,000 tags, the usual run 1 MB with 10,000.
import { makeLoad } from "../../benches/browser/loads.mjs";
import { articleText, clickText, expect, open, reader, ready, rectangles, selectWord, test, waitForPaint, waitSaved } from "./support.js";
import {
  alert, annotationRows, dragEdge, exportNative, highlightedTexts, searchCount, searchField, searchResults, selectedId, undo,
} from "./interface.js";

const LOAD = process.env.LONG_TEXT === "10 MB" ? "D" : "C";
const ID = "article-1";
/** A word that the articles have often: 5,474 times in 10 MB. */
const WORD = "Sunday";
const load = makeLoad(LOAD);
const [{ text }] = load.articles;
const words = text.match(/(?<!\p{L})Sunday(?!\p{L})/gu).length;
// Reading, saving and exporting so much takes its time; nothing here is timed.
test.describe.configure({ timeout: 600_000 });

const tagCount = (page) => page.evaluate(() => window.crossread.project().annotations.length);
const tagOf = (page, id) => page.evaluate((id) => window.crossread.project().annotations.find((one) => one.id === id), id);

test.beforeEach(async ({ page }) => {
  const body = JSON.stringify({ articles: load.articles, annotations: load.annotations });
  await page.route("**/load.json", (route) => route.fulfill({ contentType: "application/json", body }));
  await open(page);
  await page.evaluate(async () => {
    const load = await (await fetch("load.json")).json();
    await window.crossread.load({ ...window.crossread.project(), ...load, entities: [], relations: [], rejected: [] });
  });
  await expect(reader(page, ID).locator("mark").first()).toBeVisible();
});

test("the text is complete, and the page holds only what is near", async ({ page }) => {
  const shown = await articleText(page, ID);
  expect(shown.length).toBe(text.length);
  expect(shown === text).toBe(true);
  expect(await tagCount(page)).toBe(load.annotations.length);
  expect(await page.locator("mark").count()).toBeLessThan(2_000);
  const rows = await annotationRows(page).count();
  expect(rows, "rows of the list").toBeLessThan(500);
});

test("everything can be selected, and the browser finds what is far away", async ({ page }) => {
  await clickText(page, ID, "banished");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+a");
  await expect.poll(() => page.evaluate(() => getSelection().toString().trim().length)).toBeGreaterThan(0.99 * text.trim().length);
  await page.keyboard.press("Escape");

  // Only this text has these words, at its end.
  const last = text.trimEnd().slice(-60).trim();
  const found = await page.evaluate((words) => {
    getSelection().removeAllRanges();
    return window.find(words, true, true) && getSelection().toString();
  }, last);
  expect(found).toBe(last);
});

test("an edge is dragged over the border of two blocks", async ({ page }) => {
  const border = await reader(page, ID).locator('[data-block="1"]').evaluate((block, id) => {
    const root = document.querySelector(`[data-article="${id}"]`);
    const range = document.createRange();
    range.setStart(root, 0);
    range.setEndBefore(block);
    return range.toString().length;
  }, ID);
  const before = text.slice(0, border).match(/\p{L}{4,}(?=\P{L}*$)/u);
  const range = [before.index, before.index + before[0].length];
  const id = await page.evaluate(({ id, range }) => {
    const made = window.crossread.annotate({ article: id, label: "Claim", ranges: [range] });
    return window.crossread.reveal(made).then(() => made);
  }, { id: ID, range });
  expect(await selectedId(page)).toBe(id);
  const after = text.slice(border).match(/\p{L}{4,}/u);
  const first = text.slice(border, border + after.index + after[0].length);
  const nth = text.slice(0, border).split(first).length - 1;
  const [box] = await rectangles(page, ID, first, first, nth);
  await waitForPaint(page);
  await dragEdge(page, "end", box.left + 20, box.middle);
  await expect.poll(async () => (await tagOf(page, id)).ranges[0].end).toBeGreaterThan(border);
  expect((await tagOf(page, id)).ranges[0].start).toBe(range[0]);
});

test("all occurrences of a word are tagged in one step, undone, and still there after a reload and in an export", async ({ page }) => {
  const count = load.annotations.length;
  await selectWord(page, ID, WORD);
  await page.keyboard.press("Shift+Digit2");
  await expect.poll(() => tagCount(page)).toBeGreaterThan(count + 0.7 * words);
  const tagged = await tagCount(page);
  await undo(page);
  await expect.poll(() => tagCount(page)).toBe(count);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => tagCount(page)).toBe(tagged);

  await waitSaved(page);
  await page.reload();
  await ready(page);
  await expect(reader(page, ID).locator("mark").first()).toBeVisible();
  await expect.poll(() => tagCount(page)).toBe(tagged);

  const { bytes } = await exportNative(page);
  const exported = JSON.parse(bytes.toString("utf8"));
  expect(exported.annotations.length).toBe(tagged);
  expect(exported.articles[0].text === text).toBe(true);
  await expect(alert(page)).toHaveCount(0);
});

test("tagging all occurrences shows how far it is, and Esc ends it without a change", async ({ page }) => {
  const count = load.annotations.length;
  await selectWord(page, ID, "the");
  // However fast the machine is, there is time for the key.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.keyboard.press("Shift+Digit2");
  await expect(page.locator(".notice")).toContainText(/Tagging… \d+ %\. Esc cancels/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".notice")).not.toContainText("Tagging…");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  expect(await tagCount(page)).toBe(count);
  expect(await page.evaluate(() => window.crossread.undo()), "there is no step to undo").toBe(false);
  await page.keyboard.press("2");
  await expect.poll(() => tagCount(page), "the selection is still there").toBe(count + 1);
});

test("searching shows the first results before it is done, keeps every key, and ends with Esc", async ({ page }) => {
  await searchField(page).focus();
  await page.keyboard.type(`${WORD} on cutting`);
  await expect(searchField(page)).toHaveValue(`${WORD} on cutting`);
  await expect(searchCount(page)).toHaveText(/^\d+ places? in 1 article/);
  await searchField(page).fill(WORD);
  await expect(searchResults(page).first()).toContainText(WORD);
  await expect(searchCount(page)).not.toContainText("Searching");
  await expect(searchCount(page)).toContainText(`${words} places`);
  await searchField(page).press("Enter");
  await expect.poll(() => highlightedTexts(page, "search-current")).toEqual([WORD]);
  expect((await highlightedTexts(page, "search")).length, "only what is near is highlighted").toBeLessThan(200);
  await searchField(page).fill("e");
  await searchField(page).press("Escape");
  await expect(reader(page, ID)).toBeFocused();
  expect(await highlightedTexts(page, "search")).toEqual([]);
});
