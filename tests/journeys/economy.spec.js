// Counts the actions that it takes to tag all names, dates and quantities of the articles with the help of the suggestions.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLES, REPOSITORY, clickText, dragOver, expect, open, rectangles, tags, test } from "./support.js";
import { dragEdge, openTab, selectedId } from "./interface.js";

const LIST = join(REPOSITORY, "tests/evaluation/channel");
const MOST_ACTIONS = 150;

/** Where words occur in a text, also where they overlap. */
function* occurrences(text, words) {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** What is to be tagged, as `{article, label, start, end, words, nth}`: positions are UTF-16 units, `nth` counts the words before. */
function wantedTags() {
  const files = readdirSync(LIST).filter((name) => name.endsWith(".txt"));
  return files.flatMap((name) => {
    const [head, ...body] = readFileSync(join(LIST, name), "utf8").split("\n\n");
    const file = /^text: (.+)$/m.exec(head)[1];
    const { id: article, text } = ARTICLES.find((one) => one.file === file);
    const lines = body.join("\n").split("\n").filter((line) => line.trim());
    return lines.map((line) => {
      const [label, words, nth = "0"] = line.split("|");
      const start = [...occurrences(text, words)][Number(nth)];
      expect(start, `“${line}” of ${name} is in the text`).toBeDefined();
      return { article, label: label.split("#")[0], start, end: start + words.length, words, nth: Number(nth) };
    });
  });
}

/** The tags of the project in the same form. */
const taggedNow = async (page) =>
  (await tags(page)).map(({ id, article, label, ranges: [{ utf16Start: start, utf16End: end, exact: words }] }) => {
    const { text } = ARTICLES.find((one) => one.id === article);
    return { id, article, label, start, end, words, nth: [...occurrences(text, words)].indexOf(start) };
  });

const name = ({ article, label, start, end, words }) => `${article} ${start}-${end} ${label} ${words}`;
const without = (all, others) => {
  const names = new Set(others.map(name));
  return all.filter((one) => !names.has(name(one)));
};

/** Counts the actions from now on: a click, a drag, or a key with its modifiers is one. */
const countActions = (page) =>
  page.evaluate(() => {
    window.actions = 0;
    const count = (event) => {
      if (event.isTrusted && !["Shift", "Control", "Alt", "Meta"].includes(event.key)) window.actions++;
    };
    for (const type of ["pointerdown", "keydown", "wheel"]) window.addEventListener(type, count, true);
  });

/** Selects a wrong tag, and moves its edge, changes its label, or deletes it: what leads to a tag that is missing. */
async function correct(page, wrong, missing, keys) {
  await expect(async () => {
    await clickText(page, wrong.article, wrong.words, wrong.nth);
    expect(await selectedId(page)).toBe(wrong.id);
  }).toPass();
  const near = missing.filter(({ article, start, end }) => article === wrong.article && start < wrong.end && wrong.start < end);
  const sameRange = near.find(({ start, end }) => start === wrong.start && end === wrong.end);
  const sameEdge = near.find(({ start, end, label }) => label === wrong.label && (start === wrong.start || end === wrong.end));
  if (sameRange) {
    await page.keyboard.press(keys[sameRange.label]);
  } else if (sameEdge) {
    const boxes = await rectangles(page, sameEdge.article, sameEdge.words, sameEdge.words, sameEdge.nth);
    if (sameEdge.end === wrong.end) await dragEdge(page, "start", boxes[0].left + 1, boxes[0].middle);
    else await dragEdge(page, "end", boxes.at(-1).right - 1, boxes.at(-1).middle);
  } else {
    await page.keyboard.press("Delete");
  }
  await expect.poll(async () => without([wrong], await taggedNow(page)), `${name(wrong)} is corrected`).toHaveLength(1);
}

test("all names, dates and quantities are tagged with at most 150 actions", async ({ page }) => {
  await open(page);
  await countActions(page);
  const wanted = wantedTags();
  const keys = await page.evaluate(() => Object.fromEntries(window.crossread.project().schema.labels.map(({ name, key }) => [name, key])));

  await openTab(page, "Suggestions");
  await page.getByRole("button", { name: /^Names, dates and quantities/ }).click();
  await page.getByRole("button", { name: /^Accept all \d+: Names/ }).click();
  await expect.poll(async () => (await tags(page)).length).toBeGreaterThan(0);
  await openTab(page, "Annotations");

  const accepted = await taggedNow(page);
  const wrong = without(accepted, wanted);
  for (const one of wrong) await correct(page, one, without(wanted, await taggedNow(page)), keys);
  const missing = without(wanted, await taggedNow(page));
  for (const one of missing) {
    await dragOver(page, one.article, one.words, one.words, { nth: one.nth });
    await page.keyboard.press(keys[one.label]);
    await expect.poll(async () => without([one], await taggedNow(page)), `${name(one)} is tagged`).toEqual([]);
  }

  const actions = await page.evaluate(() => window.actions);
  const counted = `${wanted.length} tags with ${actions} actions: ${accepted.length} accepted, ${wrong.length} corrected, ${missing.length} added`;
  test.info().annotations.push({ type: "actions", description: counted });
  console.log(counted);
  expect((await taggedNow(page)).map(name).toSorted()).toEqual(wanted.map(name).toSorted());
  expect(actions, "a click, a drag or a key each").toBeLessThanOrEqual(MOST_ACTIONS);
});
