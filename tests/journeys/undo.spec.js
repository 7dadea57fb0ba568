import { CRACKDOWN, SUMMIT, annotate, dragOver, expect, marks, open, project, quotes, tags, test } from "./support.js";
import { redo, tagAs, undo } from "./interface.js";

test("all that was done is undone and done again, to the byte", async ({ page }) => {
  await open(page);
  const before = JSON.stringify(await project(page));

  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await dragOver(page, CRACKDOWN, "killed 27 lives");
  await tagAs(page, "Claim");
  await expect.poll(async () => (await tags(page)).length).toBe(2);
  await annotate(page, SUMMIT, "It was the deadliest crossing on record", "Claim");
  const [person, claim, other] = (await tags(page)).map(({ id }) => id);
  await page.evaluate(([id]) => window.crossread.update(id, { note: "Again" }), [person]);
  await page.evaluate(([from, to]) => window.crossread.relate({ from, to, type: "repeats" }), [claim, other]);
  await page.evaluate(([id]) => window.crossread.remove(id), [person]);
  const after = JSON.stringify(await project(page));
  const drawn = await marks(page);

  for (let i = 0; i < 6; i++) await undo(page);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  expect(JSON.stringify(await project(page))).toBe(before);
  await expect.poll(() => marks(page)).toEqual([]);

  for (let i = 0; i < 6; i++) await redo(page);
  await expect(page.getByRole("button", { name: "Redo" })).toBeDisabled();
  expect(JSON.stringify(await project(page))).toBe(after);
  await expect.poll(() => marks(page)).toEqual(drawn);
});

test("Ctrl+Z and Ctrl+Shift+Z do as the buttons", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => quotes(page)).toEqual([]);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
});
