import { SUMMIT, clickText, dragOver, expect, marks, open, quotes, rectangles, selectWord, tags, test } from "./support.js";
import { handle, palette, selected, tagAs } from "./interface.js";

const SENTENCE = "The problem of smuggling networks surpasses our borders";

test.beforeEach(async ({ page }) => open(page));

test("a drag and a click on a label tag whole words", async ({ page }) => {
  await dragOver(page, SUMMIT, "rench Interior Minister Gerald Darmani");
  await expect(palette(page)).toBeVisible();
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: French Interior Minister Gerald Darmanin"]);
  await expect.poll(async () => (await marks(page)).map((mark) => mark.text).join("")).toBe("French Interior Minister Gerald Darmanin");
});

test("a double-click and a key tag a word, without the full stop behind it", async ({ page }) => {
  await selectWord(page, SUMMIT, "Darmanin");
  await page.keyboard.press("1");
  await expect.poll(() => quotes(page)).toEqual(["Person: Darmanin"]);
  await dragOver(page, SUMMIT, "water.");
  await tagAs(page, "Location");
  await expect.poll(() => quotes(page)).toContain("Location: water");
});

test("with Alt held the very characters are tagged", async ({ page }) => {
  await page.keyboard.down("Alt");
  await dragOver(page, SUMMIT, "smuggl");
  await page.keyboard.up("Alt");
  await tagAs(page, "Event");
  await expect.poll(() => quotes(page)).toEqual(["Event: smuggl"]);
});

test("three overlapping tags are selected one after the other by clicking", async ({ page }) => {
  for (const [words, label] of [[SENTENCE, "Claim"], ["smuggling networks", "Organization"], ["smuggling", "Event"]]) {
    await dragOver(page, SUMMIT, words);
    await tagAs(page, label);
    await expect.poll(() => quotes(page)).toContain(`${label}: ${words}`);
  }
  await page.keyboard.press("Escape");
  const seen = [];
  const ids = Object.fromEntries((await tags(page)).map((tag) => [tag.id, tag.label]));
  for (let i = 0; i < 3; i++) {
    await clickText(page, SUMMIT, "smuggling");
    // Slower than a double-click.
    await page.waitForTimeout(600);
    seen.push(ids[await selected(page)]);
  }
  expect(seen).toEqual(["Event", "Organization", "Claim"]);
});

test("an edge is dragged, and the tag stays the same tag", async ({ page }) => {
  await dragOver(page, SUMMIT, "Gerald Darmanin");
  await tagAs(page, "Person");
  await expect.poll(async () => (await tags(page)).length).toBe(1);
  const [{ id }] = await tags(page);
  await clickText(page, SUMMIT, "Gerald Darmanin");

  const drag = async (edge, x, y) => {
    const box = await handle(page, edge).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.up();
  };
  const [interior] = await rectangles(page, SUMMIT, "Interior Minister Gerald");
  await drag("start", interior.left + 1, interior.middle);
  await expect.poll(() => quotes(page)).toEqual(["Person: Interior Minister Gerald Darmanin"]);
  const [gerald] = await rectangles(page, SUMMIT, "Gerald");
  await drag("end", gerald.right - 1, gerald.middle);
  await expect.poll(() => quotes(page)).toEqual(["Person: Interior Minister Gerald"]);
  expect((await tags(page))[0].id).toBe(id);
});

test("Delete removes the selected tag and its mark", async ({ page }) => {
  await selectWord(page, SUMMIT, "Calais");
  await tagAs(page, "Location");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  await clickText(page, SUMMIT, "Calais");
  await page.keyboard.press("Delete");
  await expect.poll(() => quotes(page)).toEqual([]);
  await expect.poll(() => marks(page)).toEqual([]);
});
