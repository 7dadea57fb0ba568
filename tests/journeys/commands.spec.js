import { CALLED_OFF, SUMMIT, annotate, clickText, dragOver, expect, open, project, quotes, reader, test } from "./support.js";
import { axeViolations } from "./axe.js";
import { activeAttribute, useKeyboardOnly, focusedName, focusText, press } from "./keys.js";
import { activeCommand, commandField, commandOptions, commands, targetList, inspector, relationTypeMenu, relabelPalette, liveRegion } from "./interface.js";

const openCommands = async (page) => {
  await page.getByRole("button", { name: "Commands", exact: true }).click();
  await expect(commandField(page)).toBeFocused();
};
const option = (page, name) => commands(page).getByRole("option", { name });

test("actions, labels and articles are found and run with a click", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Talks", "Event");
  await openCommands(page);
  await option(page, "Undo").click();
  await expect(commands(page)).toBeHidden();
  await expect.poll(() => quotes(page)).toEqual([]);
  await expect(liveRegion(page)).toContainText("Undone: Tagged “Talks” as Event");

  await dragOver(page, SUMMIT, "Germany");
  await openCommands(page);
  await commandField(page).fill("loc tag");
  await option(page, "Tag as Location").click();
  await expect.poll(() => quotes(page)).toEqual(["Location: Germany"]);
  await openCommands(page);
  await commandField(page).fill("change person");
  await option(page, "Change to Person").click();
  await expect.poll(() => quotes(page)).toEqual(["Person: Germany"]);

  await page.getByRole("button", { name: "1 column", exact: true }).click();
  await expect(reader(page, CALLED_OFF)).toBeHidden();
  await openCommands(page);
  await commandField(page).fill("called off");
  await expect(commands(page).getByRole("status")).not.toHaveText(/^0/);
  await commandField(page).fill("go calls off");
  await commandOptions(page).first().click();
  await expect(reader(page, CALLED_OFF)).toBeFocused();
});

test("commands that cannot be run now are not listed", async ({ page }) => {
  await open(page);
  await openCommands(page);
  for (const name of ["Undo", "Redo", "Remove the selected tag", /^Tag as/, /^Change to/]) await expect(option(page, name)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await annotate(page, SUMMIT, "Talks", "Event");
  await clickText(page, SUMMIT, "Talks");
  await openCommands(page);
  await expect(option(page, "Undo")).toHaveCount(1);
  await expect(option(page, "Remove the selected tag")).toContainText("Delete");
  await expect(option(page, "Change to Claim")).toContainText("c");
  await commandField(page).fill("no such thing");
  await expect(commands(page).getByRole("status")).toHaveText("No matching command");
  await page.keyboard.press("Enter");
  await expect(commands(page)).toBeVisible();
});

test("entities are found and open in their tab", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const project = window.crossread.project();
    project.entities.push({ id: "x1", name: "Gérald Darmanin", aliases: [], identifiers: {} });
    return window.crossread.load(project);
  });
  await openCommands(page);
  await commandField(page).fill("darm");
  await expect(activeCommand(page)).toHaveText("Gérald Darmanin");
  await activeCommand(page).click();
  await expect(page.getByRole("tab", { name: "Entities" })).toHaveAttribute("aria-selected", "true");
});

for (const [width, height, colorScheme] of [[1440, 900, "light"], [1440, 900, "dark"], [390, 844, "light"], [320, 640, "dark"]]) {
  test.describe(`${width} ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height } });
    test("axe reports nothing, and the dialog fits the window", async ({ page }) => {
      await open(page, { articles: [] });
      await page.keyboard.press("Control+k");
      await expect(commandField(page)).toBeFocused();
      expect(await axeViolations(page)).toEqual([]);
      const box = await commands(page).boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      await commandField(page).fill("no such thing");
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  test("Ctrl+K opens, the arrow keys choose, Enter runs, and the focus goes back to the text", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Home", "Control+Shift+ArrowRight", "Control+k");
    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("tag as");
    await expect(activeCommand(page)).toHaveText(/^Tag as Claim/);
    const id = await commandField(page).getAttribute("aria-activedescendant");
    await expect(page.locator(`#${id}`)).toHaveText(/^Tag as Claim/);
    await press(page, "ArrowDown", "ArrowDown", "ArrowUp");
    await expect(activeCommand(page)).toHaveText(/^Tag as Person/);
    await press(page, "ArrowUp", "ArrowUp");
    await expect(activeCommand(page), "the arrow keys wrap around").toHaveText(/^Tag as Other/);
    await press(page, "Enter");
    await expect.poll(() => quotes(page)).toEqual(["Other: Talks"]);
    await expect.poll(() => activeAttribute(page, "role")).toBe("document");

    // A command may move the focus elsewhere.
    await press(page, "Control+k");
    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("note");
    await press(page, "Enter");
    await expect(inspector(page).getByLabel("Note")).toBeFocused();

    // It opens from a field too, and closing it gives the focus back to the field.
    await press(page, "Control+k");
    await expect(commandField(page)).toBeFocused();
    await press(page, "Escape");
    await expect(commands(page)).toBeHidden();
    await expect(inspector(page).getByLabel("Note")).toBeFocused();

    await press(page, "Control+k");

    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("label of the sel");
    await press(page, "Enter");
    await expect(relabelPalette(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "Escape");

    await press(page, "Control+k", "Control+k");
    await expect(commands(page), "the same keys close it").toBeHidden();
    await press(page, "Control+k");
    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("history");
    await press(page, "Enter");
    await expect(page.getByRole("tab", { name: "History" })).toBeFocused();
    await press(page, "Control+k");
    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("help");
    await press(page, "Enter");
    await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
    await press(page, "Escape");
    await expect.poll(() => focusedName(page), "the focus goes back to where it was before both dialogs").toBe("History");
  });

  test("a relation is started, and another one of the same type", async ({ page }) => {
    for (const words of ["Talks", "France", "Sunday"]) await annotate(page, SUMMIT, words, "Claim");
    await focusText(page);
    await press(page, "Control+Home", ".", "Control+k");
    await page.keyboard.type("relate the selected");
    await expect(activeCommand(page)).toHaveText(/^Relate the selected tag to another/);
    await press(page, "Enter");
    await expect(relationTypeMenu(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "2");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await press(page, "1");
    await expect.poll(async () => (await project(page)).relations.map(({ type }) => type)).toEqual(["supports"]);
    await press(page, "Control+k");
    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("last type");
    await press(page, "Enter");
    await expect(targetList(page).getByRole("option")).toHaveCount(1);
    await press(page, "Escape");
    await expect(relationTypeMenu(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "Shift+R");
    await expect(page.getByRole("combobox", { name: "Find the other tag" }), "with the keys that the popover shows").toBeFocused();
    await press(page, "1");
    await expect.poll(async () => (await project(page)).relations.map(({ type }) => type)).toEqual(["supports", "supports"]);
  });

  test("every occurrence of the selected text is tagged", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "ArrowRight");
    await press(page, "Control+Shift+ArrowRight", "Control+k");
    await page.keyboard.type("every occurrence event");
    await expect(activeCommand(page)).toHaveText(/^Tag every occurrence: Event/);
    await press(page, "Enter");
    await expect.poll(async () => (await quotes(page)).length).toBeGreaterThan(1);
    expect(new Set(await quotes(page))).toEqual(new Set(["Event: France"]));
  });

  test("recent commands come first", async ({ page }) => {
    await press(page, "Control+k");
    await expect(activeCommand(page)).not.toHaveText("Show 2 columns");
    await page.keyboard.type("2 col");
    await press(page, "Enter");
    await expect(page.getByRole("button", { name: "2 columns", exact: true })).toHaveAttribute("aria-pressed", "true");
    await press(page, "Control+k");
    await expect(commandField(page)).toBeFocused();
    await page.keyboard.type("1 col");
    await press(page, "Enter");
    await expect(commands(page)).toBeHidden();
    await expect(page.getByRole("button", { name: "1 column", exact: true })).toHaveAttribute("aria-pressed", "true");
    await press(page, "Control+k");
    await expect(commands(page).locator(".group-heading").first()).toHaveText("Recent");
    await expect(activeCommand(page)).toHaveText("Show 2 columns");
    await press(page, "Enter");
    await expect(page.getByRole("button", { name: "2 columns", exact: true })).toHaveAttribute("aria-pressed", "true");
  });

  test("the active option is scrolled into view", async ({ page }) => {
    await press(page, "Control+k", "ArrowUp");
    await expect(activeCommand(page)).toBeInViewport();
    await press(page, "ArrowDown");
    await expect(activeCommand(page)).toBeInViewport();
    await press(page, "PageDown", "PageDown");
    await expect(activeCommand(page)).toBeInViewport();
  });
});
