// What a user does first, in WebKit: run by scripts/webkit.sh, which sets the locale "C" so that no browser setting ends the program.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import {
  By, button, clickWords, countPixels, dialog, doubleClick, dragOver, ends, openPage, press, quotes, ready, run, saved, start, waitFor,
} from "./browser.js";

const SUMMIT = 0;
let driver, quit, page;

before(async () => {
  ({ driver, quit } = await start());
});
after(() => quit?.());
beforeEach(async () => {
  page = await openPage(driver);
});
afterEach(async (context) => {
  if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/${context.name.replace(/\W+/g, "-")}.png`, await driver.takeScreenshot(), "base64");
  const faults = await run(driver, "return window.faults");
  page.close();
  assert.deepEqual(faults, [], "what the page must never do");
});

const waitForQuotes = async (expected) => {
  await waitFor(driver, "return JSON.stringify(window.crossread.project().annotations.length) === arguments[0]", String(expected.length));
  assert.deepEqual(await quotes(driver), expected);
};
/** Waits until the focus is where a selector says, and shown there. */
const focusShown = async (selector) => {
  const shown = "const it = document.activeElement; return it.matches(arguments[0]) && it.matches(':focus-visible')";
  await waitFor(driver, shown, selector).catch(async () => {
    assert.fail(`${selector} has no visible focus: ${await run(driver, "return document.activeElement.outerHTML.slice(0, 200)")}`);
  });
};
const tag = (words, label) => run(driver, `
  const [words, label] = arguments;
  const { id, text } = window.crossread.project().articles[0];
  const start = [...text.slice(0, text.indexOf(words))].length;
  return window.crossread.annotate({ article: id, label, ranges: [[start, start + [...words].length]] });`, words, label);

/** No column has scrolled, as it would if the browser showed the start of a text that gets the focus. */
const nothingScrolled = async (when) => {
  await driver.sleep(50);
  assert.deepEqual(await run(driver, "return [...document.querySelectorAll('.scroller')].map((it) => it.scrollTop)"), [0, 0, 0], when);
};

test("the page starts, and fetches each file of the program once", async () => {
  const fetched = () => page.requests.filter(({ headers }) => !headers.referer?.endsWith("service-worker.js"));
  const wasm = () => fetched().map(({ url }) => url).filter((url) => url.endsWith(".wasm"));
  // The last part is requested when the page can be used.
  await driver.wait(() => wasm().some((url) => url.includes("split_analysis")), 5000);
  const programs = wasm();
  for (const part of ["crossread-app", "split_later", "split_analysis"]) {
    assert.equal(programs.filter((url) => url.includes(part)).length, 1, `${part} in ${programs.join(" ")}`);
  }
  assert.equal(new Set(programs).size, programs.length, programs.join(" "));
  assert.equal(await run(driver, "return navigator.language"), "C", "the locale of which Intl knows nothing");
});

test("a drag selects, a label tags, and Ctrl+Z undoes", async () => {
  await dragOver(driver, SUMMIT, "perilous migration route");
  await waitFor(driver, "return document.querySelector('.palette')?.checkVisibility()");
  await (await button(driver, "Event")).click();
  await waitForQuotes(["Event: perilous migration route"]);
  await press(driver, "Control+z");
  await waitForQuotes([]);
});

test("a double click selects a word, and a key tags it", async () => {
  await doubleClick(driver, SUMMIT, "Channel");
  await press(driver, "3");
  await waitForQuotes(["Location: Channel"]);
});

test("the keyboard alone selects and tags", async () => {
  for (let i = 0; i < 8 && !(await run(driver, "return document.activeElement.matches('[role=document]')")); i++) await press(driver, "F6");
  await focusShown("[role=document]");
  await press(driver, "Control+Home", "Control+Shift+ARROW_RIGHT", "c");
  await waitForQuotes(["Claim: Talks"]);
});

test("End and Home stay on a line that is broken on the screen", async () => {
  await clickWords(driver, SUMMIT, "perilous");
  const caret = () => run(driver, "const { left, top } = document.querySelector('.caret:not([hidden])').getBoundingClientRect(); return { left: Math.round(left), top: Math.round(top) }");
  await press(driver, "HOME");
  const start = await caret();
  await press(driver, "END");
  const end = await caret();
  assert.ok(Math.abs(end.top - start.top) < 3 && end.left > start.left + 100, `${JSON.stringify(start)} to ${JSON.stringify(end)}`);
  await press(driver, "END", "END");
  assert.deepEqual(await caret(), end);
  await press(driver, "HOME");
  assert.deepEqual(await caret(), start);
});

test("dialogs are as high as their content, and the focus comes back without scrolling", async () => {
  await clickWords(driver, SUMMIT, "Talks began");
  for (const [open, heading] of [["Paste text…", "Add article"], ["Projects", "Projects"]]) {
    await (await button(driver, open)).click();
    const element = await dialog(driver, heading);
    const { height, content, window } = await run(driver, `
      const [dialog] = arguments;
      const content = [...dialog.children].reduce((sum, child) => sum + child.scrollHeight, 0);
      return { height: dialog.getBoundingClientRect().height, content, window: innerHeight }`, element);
    assert.ok(height < window - 60, `${heading}: ${height} of ${window} pixels`);
    assert.ok(height <= content + 4, `${heading}: ${height} pixels for ${content} of content`);
    await press(driver, "ESCAPE");
    await dialog(driver, null);
  }
  await clickWords(driver, SUMMIT, "Talks began");
  await press(driver, "Control+k");
  await waitFor(driver, "return document.querySelector('dialog[open]')");
  await press(driver, "ESCAPE");
  await dialog(driver, null);
  await nothingScrolled("closing a dialog");
});

test("after a click, a key that moves the focus shows it", async () => {
  // One after the other, so that no two clicks are a double click.
  const words = ["Talks", "perilous", "Ministers", "Frontex"];
  const focused = [["d", ".attribute-palette *"], ["l", ".palette *"], ["r", ".link-popover *"], ["F6", "[role=document]"]];
  for (const [i, [key, selector]] of focused.entries()) {
    await tag(words[i], "Claim");
    await clickWords(driver, SUMMIT, words[i]);
    await press(driver, key);
    await focusShown(selector);
    await press(driver, "ESCAPE", "ESCAPE");
    await nothingScrolled(`${key}, then Escape`);
  }
});

test("every occurrence is marked in the text behind its list", async () => {
  await tag("France", "Location");
  await clickWords(driver, SUMMIT, "France");
  await press(driver, "a");
  await dialog(driver, "Every occurrence");
  await waitFor(driver, "return document.querySelector('.occurrence-boxes > *')");
  await driver.sleep(300);
  const word = await run(driver, "const { left, top, width, height } = document.querySelector('.occurrence-boxes > *').getBoundingClientRect(); return { left, top, width, height }");
  const [paper, marked] = [[235, 235, 235], [235, 209, 153]];
  const pixels = word.width * word.height;
  const count = await countPixels(driver, word, marked);
  assert.ok(count > 0.4 * pixels, `${count} of ${Math.round(pixels)} pixels are marked, ${await countPixels(driver, word, paper)} are not`);
  await press(driver, "ESCAPE");
});

test("a tag far down, selected in the list, is in view", async () => {
  const id = await run(driver, `
    const { id, text } = window.crossread.project().articles[2];
    const start = [...text.slice(0, text.indexOf("Richelieu Park in Dunkerque"))].length;
    return window.crossread.annotate({ article: id, label: "Location", ranges: [[start, start + 27]] });`);
  const row = await waitFor(driver, "const row = document.getElementById('row-' + arguments[0]); return row?.checkVisibility() && row.getClientRects().length > 0 && row", id);
  await driver.sleep(100);
  await row.click();
  await waitFor(driver, `
    const mark = document.querySelector("mark[data-annotation~='" + arguments[0] + "']");
    const { left, top, width, height } = mark?.getBoundingClientRect() ?? {};
    return mark && mark.contains(document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 8)));`, id);
});

test("a reload restores tags and place", async () => {
  await tag("Talks", "Claim");
  await run(driver, "document.querySelectorAll('.scroller')[0].scrollTop = 700");
  await saved(driver);
  await driver.sleep(400);
  const shown = "return document.elementFromPoint(arguments[0], arguments[1])?.closest('[data-block]')?.dataset.block";
  const point = await ends(driver, SUMMIT, "Talks").then(({ start }) => [start.x + 60, 400]);
  const before = await run(driver, shown, ...point);
  await driver.navigate().refresh();
  await ready(driver);
  await waitForQuotes(["Claim: Talks"]);
  await waitFor(driver, "return Math.abs(document.querySelectorAll('.scroller')[0].scrollTop - 700) < 3");
  assert.equal(await run(driver, shown, ...point), before);
});

test("the export is downloaded, and opens again", async () => {
  await tag("Talks", "Claim");
  await saved(driver);
  await (await button(driver, "Export")).click();
  const files = () => readdirSync(process.env.HOME).filter((name) => name.endsWith(".json"));
  await driver.wait(() => files().length > 0, 5000);
  const path = `${process.env.HOME}/${files()[0]}`;
  await driver.wait(() => existsSync(path) && readFileSync(path, "utf8").endsWith("}\n"), 5000);
  assert.equal(JSON.parse(readFileSync(path, "utf8")).annotations.length, 1);
  await press(driver, "Control+z");
  await waitForQuotes([]);
  await (await driver.findElement(By.css("input[type=file][multiple]"))).sendKeys(path);
  await waitForQuotes(["Claim: Talks"]);
});
