import { CALLED_OFF, CRACKDOWN, SUMMIT, annotate, clickText, dragOver, expect, open, quotes, reader, selectWord, tags, test } from "./support.js";
import {
  boxedWords, inspector, occurrenceTexts, occurrenceDialog, occurrenceCheckboxes, palette, redo, liveRegion, selectedId, undo,
} from "./interface.js";
import { useKeyboardOnly, focusText, press, tabTo } from "./keys.js";
import { axeViolations } from "./axe.js";

const button = (page, name) => occurrenceDialog(page).getByRole("button", { name, exact: true });
const count = async (page, label, words) => (await quotes(page)).filter((quote) => quote === `${label}: ${words}`).length;

test.describe("with the mouse", () => {
  test.beforeEach(async ({ page }) => open(page));

  test("an occurrence is reviewed in its context and unticked: “31” as a death toll and as an age", async ({ page }) => {
    await annotate(page, CALLED_OFF, "31", "Quantity");
    await clickText(page, CALLED_OFF, "31");
    await inspector(page).getByRole("button", { name: "Every occurrence…" }).click();
    const dialog = occurrenceDialog(page);
    await expect(dialog).toHaveAccessibleName("Every occurrence of “31”");
    await expect(occurrenceTexts(page), "the other one, in its context").toHaveText([/Mohammad Aziz \(31\), has been/]);
    await expect(button(page, "Tag 1 place")).toBeEnabled();
    await occurrenceCheckboxes(page).uncheck();
    await expect(button(page, "Tag 0 places")).toBeDisabled();
    await occurrenceCheckboxes(page).check();
    await button(page, "Untick: all").click();
    await expect(occurrenceCheckboxes(page)).not.toBeChecked();
    await button(page, "Cancel").click();
    expect(await count(page, "Quantity", "31")).toBe(1);
  });

  test("all other occurrences are tagged in one step, with the same note and attributes", async ({ page }) => {
    const id = await annotate(page, CRACKDOWN, "Priti Patel", "Person");
    await page.evaluate((id) => window.crossread.update(id, { note: "the Home Secretary" }), id);
    await clickText(page, CRACKDOWN, "Priti Patel");
    await page.keyboard.press("a");
    await expect(occurrenceCheckboxes(page)).toHaveCount(6);
    await button(page, "Tag 6 places").click();
    await expect(liveRegion(page)).toHaveText("Tagged “Priti Patel” as Person, 6 places in 2 articles");
    expect(await count(page, "Person", "Priti Patel")).toBe(7);
    expect(await selectedId(page), "the first one stays selected").toBe(id);
    await undo(page);
    expect(await count(page, "Person", "Priti Patel")).toBe(1);
    await redo(page);
    expect(await count(page, "Person", "Priti Patel")).toBe(7);

    // A part of a tagged longer name is not an occurrence of the shorter one.
    await annotate(page, CRACKDOWN, "Patel", "Person", 1);
    await clickText(page, CRACKDOWN, "Patel", 1);
    await page.keyboard.press("a");
    await expect(occurrenceTexts(page)).toHaveText([/\bMs Patel said/, /Under-fire Patel described/, /Miss Patel encouraged/]);
    await button(page, "Tag 3 places").click();
    expect(await count(page, "Person", "Patel"), "also before ’s").toBe(4);
  });

  test("occurrences get the attributes of the first tag", async ({ page }) => {
    const claim = await annotate(page, SUMMIT, "The UK", "Claim");
    await page.evaluate((id) => window.crossread.update(id, { attributes: { checkworthy: "CFS" } }), claim);
    await clickText(page, SUMMIT, "The UK");
    await page.keyboard.press("a");
    await expect(occurrenceCheckboxes(page).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await tags(page)).length).toBeGreaterThan(1);
    expect((await tags(page)).every(({ attributes }) => attributes.checkworthy === "CFS")).toBe(true);
  });

  test("occurrences get the entity of the first tag", async ({ page }) => {
    await annotate(page, CRACKDOWN, "Priti Patel", "Person");
    await clickText(page, CRACKDOWN, "Priti Patel");
    await page.keyboard.press("Shift+E");
    await expect.poll(async () => (await tags(page))[0].entity).toBeTruthy();
    await page.keyboard.press("a");
    await button(page, "Tag 6 places").click();
    await expect.poll(async () => (await tags(page)).length).toBe(7);
    expect(new Set((await tags(page)).map(({ entity }) => entity)).size, "all are linked to one entity").toBe(1);
  });

  test("a click on a row shows its place in the text and does not change its tick", async ({ page }) => {
    await annotate(page, SUMMIT, "Macron", "Person");
    await clickText(page, SUMMIT, "Macron");
    await page.keyboard.press("a");
    await expect(occurrenceCheckboxes(page)).toHaveCount(13);
    await occurrenceTexts(page).filter({ hasText: "risks another Channel" }).or(occurrenceTexts(page).filter({ hasText: "told Monsieur" })).first().click();
    await expect.poll(() => boxedWords(page, "Macron", ".current")).toEqual([true]);
    await expect(occurrenceCheckboxes(page).nth(5), "showing the place does not change its tick").toBeChecked();
    expect(await occurrenceCheckboxes(page).evaluateAll((all) => all.every(({ checked }) => checked))).toBe(true);
    await button(page, "Untick: France wants a European crackdown on people smuggling in the English Channel").click();
    await expect(occurrenceDialog(page).getByText("10 of 13 places ticked").or(occurrenceDialog(page).getByText("11 of 13 places ticked"))).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  test("doubtful occurrences are listed and not ticked", async ({ page }) => {
    await annotate(page, SUMMIT, "France", "Location", 1);
    await annotate(page, SUMMIT, "France", "Organization", 0);
    await annotate(page, CALLED_OFF, "Prime Minister of France", "Person");
    await clickText(page, SUMMIT, "France", 1);
    await page.keyboard.press("a");
    const doubtful = occurrenceDialog(page).locator(".occurrence", { has: page.locator(".doubt") });
    await expect(doubtful.locator(".doubt")).toHaveText(["tagged as Organization", "tagged as Person"]);
    await expect(doubtful.first().getByRole("checkbox")).not.toBeChecked();
    await expect(button(page, "Tag 46 places")).toBeEnabled();
  });

  test("the options change what is found", async ({ page }) => {
    await annotate(page, CALLED_OFF, "Border Force", "Organization");
    await clickText(page, CALLED_OFF, "Border Force");
    await page.keyboard.press("a");
    await expect(occurrenceCheckboxes(page)).toHaveCount(2);
    await occurrenceDialog(page).getByLabel("Match case").uncheck();
    await expect(occurrenceCheckboxes(page)).toHaveCount(4);
    await occurrenceDialog(page).getByLabel("Match case").check();
    await expect(occurrenceCheckboxes(page)).toHaveCount(2);
    await page.keyboard.press("Escape");

    await annotate(page, CRACKDOWN, "Johnson", "Person", 1);
    await clickText(page, CRACKDOWN, "Johnson", 1);
    await page.keyboard.press("a");
    await expect(occurrenceCheckboxes(page)).toHaveCount(12);
    await occurrenceDialog(page).getByLabel("With endings").uncheck();
    await expect(occurrenceCheckboxes(page), "not “Johnson’s”").toHaveCount(10);
  });

  test("all tagged occurrences are relabelled, or their tags removed", async ({ page }) => {
    await selectWord(page, SUMMIT, "Calais");
    await page.keyboard.press("Shift+Digit3");
    await expect.poll(() => count(page, "Location", "Calais")).toBe(10);
    await page.keyboard.press("a");
    await expect(occurrenceDialog(page).getByRole("radio", { name: /^Remove/ }), "all are tagged, so Remove is preselected").toBeChecked();
    await expect(button(page, "Remove 0 tags")).toBeDisabled();
    await occurrenceDialog(page).getByRole("radio", { name: /^Change to/ }).check();
    await occurrenceDialog(page).getByLabel("Change to label").selectOption("Event");
    await occurrenceCheckboxes(page).first().uncheck();
    await button(page, "Change 9 tags to Event").click();
    expect([await count(page, "Event", "Calais"), await count(page, "Location", "Calais")]).toEqual([9, 1]);
    await expect(liveRegion(page)).toHaveText(/^Changed “Calais” as Event, 9 places|^Changed .*9 places/);
    await undo(page);
    expect(await count(page, "Location", "Calais")).toBe(10);
    await clickText(page, SUMMIT, "Calais");
    await page.keyboard.press("a");
    await occurrenceDialog(page).getByRole("radio", { name: /^Change to/ }).check();
    await occurrenceDialog(page).getByRole("radio", { name: /^Remove/ }).check();
    await button(page, "Remove 10 tags").click();
    expect(await quotes(page)).toEqual([]);
    await undo(page);
    expect(await count(page, "Location", "Calais")).toBe(10);
  });

  test("Shift and a click in the palette tags every occurrence at once", async ({ page }) => {
    await dragOver(page, SUMMIT, "European Union");
    await palette(page).getByRole("menuitem", { name: "Organization" }).click({ modifiers: ["Shift"] });
    await expect.poll(() => count(page, "Organization", "European Union")).toBe(2);
    await expect(liveRegion(page)).toHaveText("Tagged “European Union” as Organization, 2 places in 2 articles");
    await expect(page.locator(".notice")).toContainText("2 places in 2 articles. Press A to review them");
    await undo(page);
    expect(await quotes(page), "it was one step").toEqual([]);
  });

  test("axe reports nothing in the list, light and dark", async ({ page }) => {
    await annotate(page, SUMMIT, "France", "Location", 1);
    await annotate(page, SUMMIT, "France", "Organization", 0);
    await clickText(page, SUMMIT, "France", 1);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press("a");
      await expect(occurrenceDialog(page)).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });
});

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  test("a name is tagged, its occurrences are reviewed, and the focus goes back to the text", async ({ page }) => {
    await focusText(page);
    // The first article begins "Talks began in France".
    await press(page, "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "3");
    await press(page, "a");
    await expect(occurrenceDialog(page)).toContainText("of 48 places ticked");
    await expect(occurrenceCheckboxes(page).first()).toBeFocused();
    await press(page, "ArrowDown", "Space");
    await expect(occurrenceCheckboxes(page).nth(1)).toBeFocused();
    await expect(occurrenceCheckboxes(page).nth(1)).not.toBeChecked();
    await expect.poll(() => boxedWords(page, "France", ".current")).toEqual([true]);
    await press(page, "ArrowUp", "Space", "End");
    await expect(occurrenceCheckboxes(page).last()).toBeFocused();
    await press(page, "Home");
    await expect(occurrenceCheckboxes(page).first()).toBeFocused();
    await press(page, "Enter");
    await expect(occurrenceDialog(page)).toBeHidden();
    await expect(liveRegion(page)).toHaveText("Tagged “France” as Location, 46 places in 3 articles");
    expect(await count(page, "Location", "France")).toBe(47);
    await expect(reader(page, SUMMIT)).toBeFocused();
    await press(page, "Control+z");
    expect(await count(page, "Location", "France")).toBe(1);
    await press(page, "a", "Escape");
    await expect(reader(page, SUMMIT)).toBeFocused();
  });

  test("Shift with a label key tags every occurrence, and relabels all on a selected tag", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "Shift+Digit3");
    await expect.poll(() => count(page, "Location", "France")).toBe(49);
    await press(page, "Shift+Digit4");
    await expect.poll(() => count(page, "Event", "France")).toBe(49);
    await press(page, "a");
    await tabTo(page, "Remove", true);
    await press(page, "ArrowUp", "ArrowDown");
    await expect(button(page, "Remove 49 tags")).toBeEnabled();
    await press(page, "Enter");
    await expect.poll(() => quotes(page)).toEqual([]);
    await press(page, "Control+z", "Control+z", "Control+z");
    expect(await quotes(page)).toEqual([]);
    await press(page, "Control+Shift+z");
    expect(await count(page, "Location", "France"), "each was one step").toBe(49);
  });
});
