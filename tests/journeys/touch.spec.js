import { ARTICLES, SUMMIT, articleText, download, expect, open, quotes, reader, rectangles, tags, test } from "./support.js";
import { article, column, inspector, labelButton, openMenu, palette, selectedId, showArticles, showPanel } from "./interface.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

const TITLE = ARTICLES[0].title;
const pageWidths = (page) => page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }));

async function tap(page, words, nth = 0) {
  const [box] = await rectangles(page, SUMMIT, words, words, nth);
  await page.touchscreen.tap((box.left + box.right) / 2, box.middle);
}

/** A long press as in browsers on Android: a touch starts, the browser selects the word, and the touch is cancelled.
 * (Headless browsers have no long press, so it is simulated.) */
async function longPress(page, word) {
  const [box] = await rectangles(page, SUMMIT, word);
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: Math.round((box.left + box.right) / 2), y: Math.round(box.middle) }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await selectByHandles(page, word, word);
  await session.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
  await session.detach();
}

/** What the browser's selection handles do: there are no touch events, only the selection changes. */
async function selectByHandles(page, from, to) {
  await reader(page, SUMMIT).evaluate((element, [from, to]) => {
    const text = element.textContent;
    const [start, end] = [text.indexOf(from), text.indexOf(to) + to.length];
    const point = (offset) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let node;
      let before = 0;
      while ((node = walker.nextNode()) && before + node.data.length < offset) before += node.data.length;
      return [node, offset - before];
    };
    getSelection().setBaseAndExtent(...point(start), ...point(end));
  }, [from, to]);
  // No event reports that a handle was released: the page uses a selection that has not changed for a while.
  await page.clock.runFor(600);
}

test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await open(page, { articles: [] });
});

test("a phone shows an article, and nothing scrolls sideways", async ({ page }) => {
  await expect(reader(page, SUMMIT)).toBeVisible();
  expect(await articleText(page, SUMMIT)).toBe(ARTICLES[0].text);
  const { wide, window } = await pageWidths(page);
  expect(wide).toBeLessThanOrEqual(window);
  const box = await reader(page, SUMMIT).boundingBox();
  expect(box.width, "the text uses the width").toBeGreaterThan(300);
  const scroller = await column(page, TITLE).boundingBox();
  expect(scroller.height, "more than half of the screen is text").toBeGreaterThan(422);
});

test("a long press on a word selects it, and a tap on a label tags it", async ({ page }) => {
  await longPress(page, "Netherlands");
  await expect(palette(page)).toBeVisible();
  await palette(page).getByRole("menuitem", { name: "Location" }).tap();
  await expect.poll(() => quotes(page)).toEqual(["Location: Netherlands"]);
});

test("with an active label, a long press tags the word at once, and the handles of the tag move its edges", async ({ page }) => {
  await page.getByRole("button", { name: "Keep active" }).tap();
  await labelButton(page, "Person").tap();
  await longPress(page, "Darmanin");
  await expect.poll(() => quotes(page)).toEqual(["Person: Darmanin"]);
  await longPress(page, "Gerald");
  await expect.poll(() => quotes(page)).toEqual(["Person: Gerald", "Person: Darmanin"]);
  await selectByHandles(page, "Interior Minister", "Gerald");
  await expect.poll(() => quotes(page)).toEqual(["Person: Interior Minister Gerald", "Person: Darmanin"]);
});

test("the browser's selection handles extend the selection, and a tap on a label tags it", async ({ page }) => {
  await longPress(page, "Darmanin");
  await expect(palette(page)).toBeVisible();
  await selectByHandles(page, "rench Interior", "Darmanin");
  await expect(palette(page)).toBeVisible();
  const box = await palette(page).boundingBox();
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(box.y + box.height).toBeLessThanOrEqual(844);
  // WCAG 2.5.8 requires targets of at least 24 pixels.
  for (const item of await palette(page).getByRole("menuitem").all()) expect((await item.boundingBox()).height).toBeGreaterThanOrEqual(24);
  await palette(page).getByRole("menuitem", { name: "Person" }).tap();
  await expect.poll(() => quotes(page)).toEqual(["Person: French Interior Minister Gerald Darmanin"]);
  await expect(palette(page)).toBeHidden();
});

test("a tap selects a tag, and the panel shows, changes and removes it", async ({ page }) => {
  await longPress(page, "Darmanin");
  await selectByHandles(page, "Gerald", "Darmanin");
  await expect(palette(page)).toBeVisible();
  await palette(page).getByRole("menuitem", { name: "Person" }).tap();
  await expect(page.locator("mark.selected")).toBeVisible();
  await tap(page, "Talks");
  await expect(page.locator("mark.selected")).toHaveCount(0);
  await tap(page, "Darmanin");
  await expect(page.locator("mark.selected")).toBeVisible();
  await showPanel(page);
  const [{ id }] = await tags(page);
  expect(await selectedId(page)).toBe(id);
  await expect(inspector(page)).toContainText("Gerald Darmanin");
  await inspector(page).getByRole("button", { name: "Start earlier" }).tap();
  await expect.poll(() => quotes(page)).toEqual(["Person: Minister Gerald Darmanin"]);
  await inspector(page).getByRole("button", { name: "Remove tag" }).tap();
  await expect.poll(() => quotes(page)).toEqual([]);
});

test("an edge is dragged by touch", async ({ page }) => {
  await longPress(page, "Darmanin");
  await selectByHandles(page, "Gerald", "Darmanin");
  await expect(palette(page)).toBeVisible();
  await palette(page).getByRole("menuitem", { name: "Person" }).tap();
  await expect.poll(() => quotes(page)).toEqual(["Person: Gerald Darmanin"]);
  const [word] = await rectangles(page, SUMMIT, "Minister Gerald");
  const edge = await page.locator(".handle[data-edge=start]").boundingBox();
  const session = await page.context().newCDPSession(page);
  const at = (x, y) => [{ x: Math.round(x), y: Math.round(y) }];
  const [from, to] = [{ x: edge.x - 4, y: edge.y + edge.height / 2 }, { x: word.left + 3, y: word.middle }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(from.x, from.y) });
  for (let i = 1; i <= 8; i++) {
    const [x, y] = [from.x + ((to.x - from.x) * i) / 8, from.y + ((to.y - from.y) * i) / 8];
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(x, y) });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(() => quotes(page)).toEqual(["Person: Minister Gerald Darmanin"]);
});

test("other articles, undo and export can be reached by touch", async ({ page }) => {
  await longPress(page, "Calais");
  await palette(page).getByRole("menuitem", { name: "Location" }).tap();
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  await openMenu(page);
  const { bytes } = await download(page, () => page.getByRole("button", { name: "Export" }).tap());
  expect(JSON.parse(bytes.toString("utf8")).annotations).toHaveLength(1);
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect.poll(() => quotes(page)).toEqual([]);
  await showArticles(page);
  await article(page, ARTICLES[2].title).tap();
  await expect(reader(page, ARTICLES[2].id)).toBeVisible();
  expect(await articleText(page, ARTICLES[2].id)).toBe(ARTICLES[2].text);
});
