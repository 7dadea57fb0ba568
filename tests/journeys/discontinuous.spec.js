import { CRACKDOWN, SUMMIT, annotate, clickText, dragOver, expect, marks, middleOf, open, quotes, ready, tags, test, waitSaved } from "./support.js";
import { axeViolations } from "./axe.js";
import { activeAttribute, useKeyboardOnly, focusText, press, tabTo } from "./keys.js";
import { addPartByDrag, exportNative, hoverCard, inspector, palette, liveRegion, tagAs, undo } from "./interface.js";

const PARTS = "Person: Talks … France";
/** The texts of the highlighted parts. */
const highlightedParts = (page) => page.evaluate(() => [...(CSS.highlights.get("kept-part") ?? [])].map((range) => {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}));

test("a second drag with Ctrl adds a range; one label tags both", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "Talks");
  await addPartByDrag(page, SUMMIT, "France");
  await expect.poll(() => highlightedParts(page), "the first part stays highlighted").toEqual(["Talks"]);
  await expect(liveRegion(page)).toHaveText("2 parts selected");
  await expect(palette(page)).toBeVisible();
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual([PARTS]);
  expect(await highlightedParts(page)).toEqual([]);
  await expect(liveRegion(page)).toHaveText("Tagged “Talks … France” as Person");

  const [{ id }] = await tags(page);
  expect((await marks(page)).filter(({ ids }) => ids.includes(id)).map(({ text }) => text)).toEqual(["Talks", "France"]);
  await expect(page.locator("mark.selected")).toHaveCount(2);
  await expect(page.locator(".handle")).toHaveCount(2);
  await expect(inspector(page).getByRole("list", { name: "2 parts" }).getByRole("listitem")).toHaveText([/Talks/, /France/]);
  const at = await middleOf(page, SUMMIT, "France");
  await page.mouse.move(at.x, at.y);
  await expect(hoverCard(page)).toContainText("Talks … France");

  const [{ ranges }] = JSON.parse((await exportNative(page)).bytes).annotations;
  expect(ranges.map(({ exact }) => exact)).toEqual(["Talks", "France"]);
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await expect.poll(() => quotes(page)).toEqual([PARTS]);
});

test("three parts are selected in any order, adjacent or not, by drags and double-clicks with Ctrl", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "northern France");
  for (const word of ["Talks", "crisis"]) {
    const { x, y } = await middleOf(page, SUMMIT, word);
    await page.keyboard.down("Control");
    await page.mouse.dblclick(x, y);
    await page.keyboard.up("Control");
  }
  await expect(liveRegion(page)).toHaveText("3 parts selected");
  await addPartByDrag(page, SUMMIT, "in northern");
  await expect(liveRegion(page), "overlapping parts are merged").toHaveText("3 parts selected");
  await page.keyboard.press("c");
  await expect.poll(async () => (await tags(page))[0]?.ranges.length).toBe(3);
  expect((await quotes(page))[0]).toMatch(/^Claim: Talks … crisis … .*northern France$/);
});

test("Escape, a drag without Ctrl, and a drag in another article discard the parts", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "Talks");
  await addPartByDrag(page, SUMMIT, "France");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  expect(await highlightedParts(page)).toEqual([]);

  await dragOver(page, SUMMIT, "Talks");
  await addPartByDrag(page, SUMMIT, "France");
  await dragOver(page, SUMMIT, "Calais");
  await page.keyboard.press("3");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);

  await dragOver(page, SUMMIT, "Talks");
  await addPartByDrag(page, CRACKDOWN, "Calais");
  await expect(liveRegion(page)).toContainText("All parts of a tag must be in the same article");
  await page.keyboard.press("3");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais", "Location: Calais"]);
});

test("a drag with Ctrl adds a part to the selected tag, and a button removes a part", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Talks", "Person");
  await clickText(page, SUMMIT, "Talks");
  await addPartByDrag(page, SUMMIT, "France");
  await expect.poll(() => quotes(page)).toEqual([PARTS]);
  await expect(liveRegion(page)).toHaveText("Added a part to “Talks”: “Talks … France”");
  await expect(page.locator("mark.selected")).toHaveCount(2);
  await undo(page);
  await expect.poll(() => quotes(page), "it was one step").toEqual(["Person: Talks"]);
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await inspector(page).getByRole("button", { name: "Remove this part: “Talks”" }).click();
  await expect.poll(() => quotes(page)).toEqual(["Person: France"]);
  await expect(liveRegion(page)).toHaveText("Removed a part of “Talks … France”: “France”");
  expect(await activeAttribute(page, "role"), "the focus is not lost").toBe("document");
});

test("“Add another part” in the palette and “Add a part” in the inspector add parts with the mouse", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "Talks");
  await palette(page).locator("..").getByRole("button", { name: "Add another part" }).click();
  await expect.poll(() => highlightedParts(page)).toEqual(["Talks"]);
  await dragOver(page, SUMMIT, "France");
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual([PARTS]);
  await inspector(page).getByRole("button", { name: "Add a part" }).click();
  await dragOver(page, SUMMIT, "Germany");
  await page.getByRole("button", { name: "Add to “Talks … France”" }).click();
  await expect.poll(async () => (await tags(page))[0].ranges.length).toBe(3);
  expect(await tags(page)).toHaveLength(1);
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("axe reports nothing while parts are selected, nor for a tag with several parts", async ({ page }) => {
      await open(page);
      await dragOver(page, SUMMIT, "Talks");
      await addPartByDrag(page, SUMMIT, "France");
      expect(await axeViolations(page)).toEqual([]);
      await tagAs(page, "Person");
      await expect(inspector(page).getByRole("list", { name: "2 parts" })).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  test("+ adds the selection as a part, and a label key tags all parts", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Home", "Control+Shift+ArrowRight", "+");
    await expect(liveRegion(page)).toHaveText("1 part kept. Select the next part, or choose a label to tag all of them");
    await press(page, "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight");
    await press(page, "1");
    await expect.poll(() => quotes(page)).toEqual([PARTS]);
    await expect(liveRegion(page)).toHaveText("Tagged “Talks … France” as Person");

    // With a tag selected, + announces that the next selection becomes a part of it.
    await press(page, "+");
    await expect(liveRegion(page)).toHaveText("Select the part to add to “Talks … France”, then press +");
    await press(page, "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "+");
    await expect.poll(async () => (await tags(page))[0].ranges.length).toBe(3);
    await expect(liveRegion(page)).toContainText("Added a part to “Talks … France”");

    await tabTo(page, "Remove this part: “France”");
    await press(page, "Enter");
    await expect.poll(async () => (await tags(page))[0].ranges.map(({ exact }) => exact)).not.toContain("France");
    expect(await activeAttribute(page, "role")).toBe("document");
  });

  test("Enter moves the focus to the palette while parts are selected, and Escape discards them", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Home", "Control+Shift+ArrowRight", "+", "Enter");
    await expect(palette(page).getByRole("menuitem", { name: "Claim" })).toBeFocused();
    await press(page, "Escape");
    await expect(palette(page)).toBeHidden();
    expect(await highlightedParts(page)).toEqual([]);
    await expect.poll(() => activeAttribute(page, "role")).toBe("document");
  });
});
