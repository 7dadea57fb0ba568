// The lazy part of the program: it comes late, fails, or has the wrong media type, and nothing that the user did meanwhile is lost.
import { ARTICLES, SUMMIT, articleText, dragOver, expect, open, quotes, reader, ready, scrollPosition, test } from "./support.js";
import { addDialog, board, chooseFiles, commandField, searchField } from "./interface.js";

/** All files of lazy parts, and those of one part only. */
const PART = "**/snippets/**/*.wasm";
const LATER = "**/snippets/**/split_later.wasm";
const ANALYSIS = "**/snippets/**/split_analysis.wasm";
const banner = (page) => page.locator('[data-banner="part"]');

/** Opens the page up to its first paint. */
async function openFirst(page) {
  await page.goto("./");
  for (const { id } of ARTICLES) await expect(reader(page, id)).toBeVisible();
  expect(await page.evaluate(() => window.crossread === undefined), "the part is not there yet").toBe(true);
}

/** Lets the parts through when `release` is called. With `once`, only the first request waits for that. */
async function holdPart(page, { files = PART, once = false } = {}) {
  let release;
  const released = new Promise((done) => (release = done));
  let isFirst = true;
  await page.route(files, async (route) => {
    const waits = isFirst || !once;
    isFirst = false;
    if (waits) await released;
    await route.continue();
  });
  return release;
}

test("what is done before the part is there happens afterwards, in order", async ({ page }) => {
  const release = await holdPart(page);
  await openFirst(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await page.keyboard.press("1");
  await dragOver(page, SUMMIT, "Germany");
  await page.keyboard.press("2");
  await dragOver(page, SUMMIT, "Belgium");
  await page.getByRole("button", { name: /^Location/ }).click();
  await page.keyboard.press("Control+z");
  await searchField(page).fill("Calais");
  release();
  await ready(page);
  await expect.poll(() => quotes(page)).toEqual(["Organization: Germany", "Person: Boris Johnson"]);
  await expect(page.getByText(/^\d+ places? in \d articles?$/)).toBeVisible();
  await expect(searchField(page)).toHaveValue("Calais");
});

test("a word that is clicked twice before the part is there is selected afterwards", async ({ page }) => {
  const release = await holdPart(page);
  await openFirst(page);
  const word = await page.evaluate((id) => {
    const walker = document.createTreeWalker(document.querySelector(`[data-article="${id}"]`), NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    const range = document.createRange();
    range.setStart(node, node.data.indexOf("France"));
    range.setEnd(node, node.data.indexOf("France") + "France".length);
    const { left, width, top, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, SUMMIT);
  await page.mouse.dblclick(word.x, word.y);
  await page.keyboard.press("3");
  release();
  await ready(page);
  await expect.poll(() => quotes(page)).toEqual(["Location: France"]);
});

test("what is typed before the part is there goes to the fields that it opens", async ({ page }) => {
  const release = await holdPart(page);
  await openFirst(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await page.keyboard.press("/");
  await page.keyboard.type("Calaiss");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("show the board");
  release();
  await ready(page);
  await expect(commandField(page)).toHaveValue("show the board");
  await expect(searchField(page)).toHaveValue("Calais");
  expect(await quotes(page), "none of it was a command").toEqual([]);
});

test("a click on Import before the part is there opens the file picker", async ({ page }) => {
  const release = await holdPart(page);
  await openFirst(page);
  await chooseFiles(page, [{ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("A note.") }]);
  release();
  await expect(addDialog(page)).toBeVisible();
});

test("scripts get suggestions at once, before their part is there", async ({ page }) => {
  const release = await holdPart(page, { files: ANALYSIS, once: true });
  await open(page);
  expect(await page.evaluate(() => window.crossread.suggestions().length)).toBeGreaterThan(0);
  release();
});

test("the claims board comes when its part is there", async ({ page }) => {
  const release = await holdPart(page, { files: ANALYSIS });
  await open(page);
  await page.keyboard.press("Control+b");
  await expect(board(page)).toHaveAttribute("aria-busy", "true");
  release();
  await expect(board(page)).not.toHaveAttribute("aria-busy");
  await expect(board(page)).toContainText("claims");
});

test("the texts stay where they were scrolled to when the part and another article come", async ({ page }) => {
  const release = await holdPart(page);
  let send;
  const sent = new Promise((done) => (send = done));
  const [late, ...others] = ARTICLES;
  await page.route(`**/articles/${late.file}`, async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto("./");
  // Elements that are made anew would lose this sign, and with it what was scrolled to, focused and selected.
  for (const { id } of others) await reader(page, id).evaluate((text) => (text.isSame = true));
  for (const { id } of others) await scrollPosition(page, id, 200);
  const kept = (id) => reader(page, id).evaluate((text) => text.isSame === true);
  release();
  await expect.poll(() => page.evaluate(() => typeof window.crossread)).toBe("object");
  for (const { id } of others) expect([await kept(id), await scrollPosition(page, id)]).toEqual([true, 200]);
  send();
  await expect(reader(page, late.id)).toBeVisible();
  for (const { id } of others) expect([await kept(id), await scrollPosition(page, id)]).toEqual([true, 200]);
});

test.describe("a part that does not come", () => {
  // The browser logs failed requests, and the page why it could not load the part.
  test.use({ allowedErrors: /Failed to load resource|the server answered|Failed to fetch|NetworkError|WebAssembly/ });

  test("that fails twice is requested again", async ({ page }) => {
    let requests = 0;
    await page.route(LATER, (route) => (++requests <= 2 ? route.fulfill({ status: 503, body: "Busy" }) : route.continue()));
    await openFirst(page);
    await dragOver(page, SUMMIT, "Boris Johnson");
    await page.keyboard.press("1");
    await ready(page);
    expect(requests).toBe(3);
    await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
    await expect(banner(page)).toBeHidden();
  });

  test("that never comes is said in a banner, whose button requests it again", async ({ page }) => {
    let comes = false;
    await page.route(PART, (route) => (comes ? route.continue() : route.abort("connectionfailed")));
    await openFirst(page);
    await dragOver(page, SUMMIT, "Boris Johnson");
    await page.keyboard.press("1");
    await expect(banner(page)).toContainText("Not fully loaded.");
    for (const { id, text } of ARTICLES) expect(await articleText(page, id)).toBe(text);
    comes = true;
    await banner(page).getByRole("button", { name: "Try again now" }).click();
    await ready(page);
    await expect(banner(page)).toBeHidden();
    await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  });
});

test("a server that gives the program the wrong media type does not matter", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await open(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await page.keyboard.press("1");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
});
