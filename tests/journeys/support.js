// What every journey needs: a `test` that fails on errors and on requests to other origins, and functions that act on the text.
import { test as base, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { leftOut } from "./browsers.js";
import * as firefox from "./firefox.js";

export { expect };
export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** The bundled articles as `articles/index.json` lists them, each with the `text` of its file. */
export const ARTICLES = JSON.parse(readFileSync(join(REPOSITORY, "articles/index.json"), "utf8")).map((article) => ({
  ...article,
  text: readFileSync(join(REPOSITORY, "articles", article.file), "utf8"),
}));
export const [SUMMIT, CRACKDOWN, CALLED_OFF] = ARTICLES.map((article) => article.id);

export const test = base.extend({
  /** Console errors that a journey causes on purpose: `test.use({ allowedErrors: /404|500/ })`. */
  allowedErrors: [/^$/, { option: true }],
  /** Skips what the browser or its driver cannot do, and does in the page what the driver does not do. */
  adapted: [
    async ({ browserName, context }, use, info) => {
      const reason = leftOut(browserName, info);
      test.skip(reason !== undefined, reason);
      if (browserName === "firefox") await firefox.adapt(context);
      await use();
    },
    { auto: true },
  ],
  /** Fails the test on other console errors, page errors and requests to other origins. */
  noErrors: [
    async ({ adapted, context, baseURL, allowedErrors }, use) => {
      const errors = [];
      const report = (text) => allowedErrors.test(text) || errors.push(text);
      context.on("console", (message) => message.type() === "error" && report(`console: ${message.text()}`));
      context.on("weberror", (error) => report(`page error: ${error.error()}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        const local = url.origin === new URL(baseURL).origin || ["data:", "blob:", "about:"].includes(url.protocol);
        if (!local) report(`request to another origin: ${url}`);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`security policy: ${event.violatedDirective} refused ${event.blockedURI} (${event.sourceFile})`);
        });
      });
      await use();
      expect(errors, "errors and requests to other origins").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the page and waits until it is ready. */
export async function open(page, { articles = ARTICLES } = {}) {
  await page.goto("./");
  await ready(page);
  for (const article of articles) await expect(reader(page, article.id)).toBeVisible();
}

/** Waits until the script API and the panels are there; the panels come some frames later. */
export async function ready(page) {
  const isReady = () => window.crossread !== undefined && !document.querySelector("#side[aria-busy=true], .minimap:empty");
  await page.waitForFunction(isReady, undefined, { timeout: 60_000 });
}

export const reader = (page, id) => page.locator(`[role=document][data-article="${id}"]`);
export const project = (page) => page.evaluate(() => window.crossread.project());
export const tags = async (page) => (await project(page)).annotations;
/** `label: text` of every annotation, in the order of the project. */
export const quotes = async (page) =>
  (await tags(page)).map((tag) => `${tag.label}: ${tag.ranges.map((range) => range.exact).join(" … ")}`);
/** Tags the nth occurrence of `quote` in an article through the API; returns the id. */
export const annotate = (page, article, quote, label, nth = 0) => {
  const { text } = ARTICLES.find(({ id }) => id === article);
  let at = text.indexOf(quote);
  for (let i = 0; i < nth; i++) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`${article} does not have “${quote}”`);
  const start = [...text.slice(0, at)].length;
  const range = { start, end: start + [...quote].length };
  return page.evaluate((tag) => window.crossread.annotate(tag), { article, label, ranges: [range] });
};

/** Waits until everything is saved and the page shows that. */
export async function waitSaved(page) {
  await page.evaluate(() => window.crossread.saved());
  await expect(page.locator("[data-status]")).toHaveAttribute("data-status", "saved");
}

/** Waits for two frames, so that changes are painted. */
export const waitForPaint = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The article's text in the DOM. */
export const articleText = (page, id) => reader(page, id).evaluate((element) => element.textContent);

/** The tags as drawn: `{ids, label, text}` of each `mark` element, in order. */
export const marks = (page) =>
  page.locator("mark[data-annotation]").evaluateAll((all) =>
    all.map((mark) => ({
      ids: mark.dataset.annotation.split(" "),
      label: mark.dataset.label,
      text: mark.textContent,
    })),
  );

/** The client rectangles of a range: from the nth `from` to the end of the next `to`. Scrolls it into view. */
export async function rectangles(page, id, from, to = from, nth = 0) {
  const find = (scroll) =>
    reader(page, id).evaluate(
      (element, { from, to, nth, scroll }) => {
        const text = element.textContent;
        let start = text.indexOf(from);
        for (let i = 0; i < nth; i++) start = text.indexOf(from, start + 1);
        const end = text.indexOf(to, from === to ? start : start + from.length) + to.length;
        if (start < 0 || end < start) throw new Error(`“${from} … ${to}” is not in this article`);
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let before = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const after = before + node.data.length;
          if (start >= before && start < after) range.setStart(node, start - before);
          if (end > before && end <= after) range.setEnd(node, end - before);
          before = after;
        }
        if (scroll) {
          // Scroll to the element first, so that a block skipped by `content-visibility` is laid out; then to the range, because
          // the block may be long.
          range.startContainer.parentElement.scrollIntoView({ block: "nearest", behavior: "instant" });
          let box = element;
          const scrolls = (it) => it.scrollHeight > it.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(it).overflowY);
          while (box && !scrolls(box)) box = box.parentElement;
          const middle = box ? box.getBoundingClientRect().top + box.clientHeight / 2 : innerHeight / 2;
          const distance = range.getBoundingClientRect().top - middle;
          if (Math.abs(distance) > 150) (box ?? document.scrollingElement).scrollTop += distance;
        }
        return [...range.getClientRects()]
          .filter((box) => box.width > 0 && box.height > 0)
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom, middle: (top + bottom) / 2 }));
      },
      { from, to, nth, scroll },
    );
  // Twice, because the heights of blocks that were never rendered are estimates.
  for (let i = 0; i < 2; i++) {
    await find(true);
    await waitForPaint(page);
  }
  return find(false);
}

/** Drags the mouse over text, from the beginning of `from` to the end of the next `to`. The drag starts `inset` pixels inside,
 * because a handle of the selected tag may be at the beginning; snapping selects the complete word. */
export async function dragOver(page, id, from, to = from, { nth = 0, inset = 5 } = {}) {
  const boxes = await rectangles(page, id, from, to, nth);
  const [first, last] = [boxes[0], boxes[boxes.length - 1]];
  // Integer pixels, as a mouse reports them: with fractions, the browser sometimes loses the start of a selection.
  await page.mouse.move(Math.round(first.left + inset), Math.round(first.middle));
  await page.mouse.down();
  await page.mouse.move(Math.floor(last.right - 1), Math.round(last.middle), { steps: 8 });
  await page.mouse.up();
}

/** The point in the middle of the words, for a click. */
export async function middleOf(page, id, quote, nth = 0) {
  const [box] = await rectangles(page, id, quote, quote, nth);
  return { x: (box.left + box.right) / 2, y: box.middle };
}

export async function clickText(page, id, quote, nth = 0) {
  const { x, y } = await middleOf(page, id, quote, nth);
  await page.mouse.click(x, y);
}

/** Double-clicks a word. */
export async function selectWord(page, id, word, nth = 0) {
  const { x, y } = await middleOf(page, id, word, nth);
  await page.mouse.dblclick(x, y);
}

/** Presses keys with the focus in an article's text. */
export async function pressInReader(page, id, ...keys) {
  await reader(page, id).focus();
  for (const key of keys) await page.keyboard.press(key);
}

/** The scroll position of the element that scrolls an article's text; sets it if given. */
export const scrollPosition = (page, id, to) =>
  reader(page, id).evaluate((element, to) => {
    let box = element;
    const scrolls = (it) => it.scrollHeight > it.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(it).overflowY);
    while (box && !scrolls(box)) box = box.parentElement;
    box ??= document.scrollingElement;
    if (to !== undefined) box.scrollTop = to;
    return box.scrollTop;
  }, to);

const isFirefox = (page) => page.context().browser()?.browserType().name() === "firefox";

/** Runs an action that starts a download, and returns `{name, bytes}` of the file. */
export async function download(page, action) {
  if (isFirefox(page)) return firefox.download(page, action);
  const [file] = await Promise.all([page.waitForEvent("download"), action()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Runs an action that opens a file picker, and picks files in it. */
export async function pickFiles(page, action, files) {
  if (isFirefox(page)) return firefox.pickFiles(page, action, files);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), action()]);
  await chooser.setFiles(files);
}

/** The text on the clipboard, pasted into a field: not every browser lets a test read it. */
export async function pasted(page) {
  const before = await page.evaluateHandle(() => {
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.id = "journeys-pasted";
    document.body.append(field);
    field.focus();
    return before;
  });
  const field = page.locator("#journeys-pasted");
  await page.keyboard.press("Control+v");
  await expect(field).not.toHaveValue("");
  const text = await field.inputValue();
  await field.evaluate((element, before) => {
    element.remove();
    before.focus();
  }, before);
  return text;
}

/** A file for Playwright's file chooser. */
export const file = (name, content, mimeType = "text/plain") => ({
  name,
  mimeType,
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content, "utf8"),
});

/** Drops files on the page, as from a file manager. */
export async function drop(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") })));
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}
