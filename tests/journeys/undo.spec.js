import { CRACKDOWN, SUMMIT, annotate, clickText, dragOver, expect, marks, open, project, quotes, rectangles, selectWord, tags, test } from "./support.js";
import { showColumns, dragEdge, inspector, pasteText, redo, redoButton, openTab, tagAs, undo, undoButton } from "./interface.js";

const json = async (page) => JSON.stringify(await project(page));

/** Clicks a button until it is disabled; returns how often. */
async function clickUntilDisabled(button) {
  let presses = 0;
  while (await button.isEnabled()) {
    await button.click();
    presses += 1;
  }
  return presses;
}

test("everything that the user did is undone and redone, byte for byte", async ({ page }) => {
  await open(page);
  await expect(undoButton(page)).toBeDisabled();
  await expect(redoButton(page)).toBeDisabled();
  const before = await json(page);
  const states = [before];
  const expectStep = async (quoted) => {
    await expect.poll(async () => (await quotes(page)).sort(), "after a step").toEqual(quoted.sort());
    states.push(await json(page));
  };

  await dragOver(page, SUMMIT, "Gerald Darmanin");
  await tagAs(page, "Person");
  await expectStep(["Person: Gerald Darmanin"]);
  await dragOver(page, CRACKDOWN, "killed 27 lives");
  await tagAs(page, "Claim");
  await expectStep(["Person: Gerald Darmanin", "Claim: killed 27 lives"]);
  await selectWord(page, SUMMIT, "Frontex");
  await page.keyboard.press("2");
  await expectStep(["Person: Gerald Darmanin", "Claim: killed 27 lives", "Organization: Frontex"]);
  await clickText(page, SUMMIT, "Gerald Darmanin");
  const [{ left, middle }] = await rectangles(page, SUMMIT, "French Interior");
  await dragEdge(page, "start", left + 3, middle);
  await expectStep(["Person: French Interior Minister Gerald Darmanin", "Claim: killed 27 lives", "Organization: Frontex"]);
  await page.keyboard.press("4");
  await expectStep(["Event: French Interior Minister Gerald Darmanin", "Claim: killed 27 lives", "Organization: Frontex"]);
  await inspector(page).getByLabel("Note").fill("A note");
  await inspector(page).getByLabel("Note").press("Control+Enter");
  await expect.poll(async () => (await tags(page)).map((tag) => tag.note)).toContain("A note");
  states.push(await json(page));
  await page.keyboard.press("Delete");
  await expectStep(["Claim: killed 27 lives", "Organization: Frontex"]);
  await pasteText(page, { title: "Pasted", text: "A fourth article." });
  await expect.poll(async () => (await project(page)).articles.length).toBe(4);
  states.push(await json(page));

  expect(new Set(states).size, "each step changed something").toBe(states.length);
  const drawn = await marks(page);
  for (let i = states.length - 2; i >= 0; i--) {
    await undo(page);
    expect(await json(page), `state ${i} after undo`).toBe(states[i]);
  }
  await expect(undoButton(page)).toBeDisabled();
  await expect.poll(() => marks(page)).toEqual([]);

  for (let i = 1; i < states.length; i++) {
    await redo(page);
    expect(await json(page), `state ${i} after redo`).toBe(states[i]);
  }
  await expect(redoButton(page)).toBeDisabled();
  await showColumns(page, 3);
  await expect.poll(async () => (await marks(page)).map(({ text }) => text).sort()).toEqual(drawn.map(({ text }) => text).sort());
});

test("everything that the API did is undone and redone, byte for byte", async ({ page }) => {
  await open(page);
  const before = await json(page);
  const person = await annotate(page, SUMMIT, "Boris Johnson", "Person");
  const claim = await annotate(page, CRACKDOWN, "killed 27 lives", "Claim");
  const other = await annotate(page, SUMMIT, "It was the deadliest crossing on record", "Claim");
  await page.evaluate(([id]) => window.crossread.update(id, { note: "Again" }), [person]);
  await page.evaluate(([from, to]) => window.crossread.relate({ from, to, type: "repeats" }), [claim, other]);
  await page.evaluate(([id]) => window.crossread.remove(id), [person]);
  // This removes the relation too; undo restores both.
  await page.evaluate(([id]) => window.crossread.remove(id), [claim]);
  const after = await json(page);
  expect((await project(page)).relations).toEqual([]);

  await undo(page);
  expect((await project(page)).relations).toHaveLength(1);
  await redo(page);
  expect(await clickUntilDisabled(undoButton(page))).toBe(7);
  expect(await json(page)).toBe(before);
  expect(await clickUntilDisabled(redoButton(page))).toBe(7);
  expect(await json(page)).toBe(after);
});

test("the history lists what was done and what was undone", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await annotate(page, SUMMIT, "Calais", "Location");
  await undo(page);
  await openTab(page, "History");
  const entries = page.getByRole("list", { name: "What was done" }).getByRole("button");
  await expect(entries).toHaveCount(3);
  await expect(entries.nth(0)).toContainText("Calais");
  await expect(entries.nth(0)).toContainText("undone");
  await expect(entries.nth(1)).toContainText("Boris Johnson");
  await expect(entries.nth(1)).not.toContainText("undone");
  await expect(entries.nth(2)).toContainText("Start");
});

test("in a field Ctrl+Z undoes typing, not tags", async ({ page }) => {
  await open(page);
  await selectWord(page, SUMMIT, "Calais");
  await page.keyboard.press("3");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  const note = inspector(page).getByLabel("Note");
  await note.click();
  await page.keyboard.type("abc");
  await page.keyboard.press("Control+z");
  await expect(note).not.toHaveValue("abc");
  expect(await quotes(page)).toEqual(["Location: Calais"]);
});
