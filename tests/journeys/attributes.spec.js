// Attributes: in the inspector, with keys, of several tags at once, and filters by missing values.
import { axeViolations } from "./axe.js";
import { CRACKDOWN, SUMMIT, annotate, clickText, expect, marks, middleOf, open, waitForPaint, project, reader, tags, test } from "./support.js";
import { attributePalette, attributes, missingFilters, hoverCard, inspector, annotationRows, liveRegion, undo } from "./interface.js";
import { activeAttribute, expectNoPointer, focusText, press, tabTo, trackPointer } from "./keys.js";

const CLAIM = "Talks began in France";
const OTHER = "the crisis in Calais";

/** Opens a project with three claims and a location. Its schema requires a source for claims and has attributes of every kind. */
async function openWithClaims(page) {
  await open(page);
  await page.evaluate(async () => {
    const own = window.crossread.project();
    const claim = own.schema.labels.find(({ id }) => id === "Claim");
    claim.attributes.find(({ name }) => name === "source").required = true;
    claim.attributes.push(
      { name: "figure", kind: "number" },
      { name: "checked", kind: "yes/no" },
      { name: "themes", kind: "multiple choice", choices: ["law", "money", "health"] },
      { name: "remark", kind: "text", when: { attribute: "checked", value: true } },
    );
    await window.crossread.load(own);
  });
  await annotate(page, SUMMIT, CLAIM, "Claim");
  await annotate(page, SUMMIT, "France", "Location");
  await annotate(page, SUMMIT, OTHER, "Claim");
  await annotate(page, CRACKDOWN, "After a horrific catastrophe", "Claim");
  await waitForPaint(page);
}

const tag = async (page, words) => (await tags(page)).find(({ ranges }) => ranges[0].exact === words);
const expectValues = (page, words = CLAIM) => expect.poll(async () => (await tag(page, words)).attributes);
const row = (page, words) => annotationRows(page).filter({ hasText: words });
const selectedRows = (page) => annotationRows(page).and(page.locator("[aria-selected=true]"));
const option = (page, name, words) => attributes(page).getByRole("radiogroup", { name }).getByRole("radio", { name: words, exact: true });
const DEFAULTS = { verdict: "unchecked" };

test.describe("with the mouse", () => {
  test.beforeEach(({ page }) => openWithClaims(page));

  test("each kind of attribute has its control in the inspector, and each can be cleared", async ({ page }) => {
    await clickText(page, SUMMIT, "began");
    await option(page, "checkworthy", "UFS").click();
    await expectValues(page).toMatchObject({ checkworthy: "UFS" });
    await expect(option(page, "checkworthy", "UFS")).toBeChecked();
    await option(page, "checkworthy", "UFS").click();
    await expectValues(page).toEqual(DEFAULTS);

    await attributes(page).getByLabel("type").selectOption("Numerical");
    await expectValues(page).toMatchObject({ type: "Numerical" });
    await attributes(page).getByLabel("type").selectOption({ label: "Not set" });
    await expectValues(page).toEqual(DEFAULTS);

    await attributes(page).getByLabel("money").check();
    await attributes(page).getByLabel("law").check();
    await expectValues(page).toMatchObject({ themes: ["law", "money"] });
    await attributes(page).getByLabel("law").uncheck();
    await expectValues(page).toMatchObject({ themes: ["money"] });

    const figure = attributes(page).getByRole("textbox", { name: "figure" });
    await figure.fill("many");
    await figure.press("Tab");
    await expect(attributes(page).getByRole("alert").filter({ hasText: "Expected a number" })).toBeVisible();
    await expect(figure, "the invalid text stays in the field").toHaveValue("many");
    await figure.fill("27.5");
    await figure.press("Tab");
    await expectValues(page).toMatchObject({ figure: 27.5 });
    await expect(attributes(page).getByRole("alert").filter({ hasText: "Expected" })).toHaveCount(0);

    await expect(attributes(page).getByLabel("remark"), "shown only if checked is yes").toHaveCount(0);
    await option(page, "checked", "yes").click();
    await attributes(page).getByLabel("remark").fill("By phone");
    await attributes(page).getByLabel("remark").blur();
    await expectValues(page).toMatchObject({ checked: true, remark: "By phone" });
    await undo(page);
    await expect(attributes(page).getByLabel("remark")).toHaveValue("");
  });

  test("an entity is found by a part of its name, or created", async ({ page }) => {
    await clickText(page, SUMMIT, "began");
    const source = attributes(page).getByRole("combobox", { name: "source" });
    await expect(source).toHaveAccessibleName("source, required");
    await source.click();
    await page.keyboard.type("Priti Patel");
    await attributes(page).getByRole("option", { name: "Priti Patel new entity" }).click();
    const entities = async () => (await project(page)).entities.map(({ id, name }) => [id, name]);
    await expect.poll(entities).toEqual([["e1", "Priti Patel"]]);
    await expectValues(page).toMatchObject({ source: "e1" });
    await expect(source).toHaveValue("Priti Patel");
    await expect(source).toHaveAccessibleName("source");

    await clickText(page, SUMMIT, OTHER);
    await source.click();
    await page.keyboard.type("tel");
    await attributes(page).getByRole("option", { name: "Priti Patel" }).click();
    await expectValues(page, OTHER).toMatchObject({ source: "e1" });
    expect(await axeViolations(page)).toEqual([]);
    await source.fill("");
    await source.blur();
    await expectValues(page, OTHER).toEqual(DEFAULTS);
  });

  test("several tags are selected in the list and the text, and changed in one step", async ({ page }) => {
    await row(page, CLAIM).click();
    await row(page, OTHER).click({ modifiers: ["Control"] });
    await expect(inspector(page)).toContainText("2 tags selected");
    await expect(liveRegion(page)).toContainText("2 tags selected");
    const { x, y } = await middleOf(page, CRACKDOWN, "horrific");
    await page.keyboard.down("Control");
    await page.mouse.click(x, y);
    await page.keyboard.up("Control");
    await expect(inspector(page)).toContainText("3 tags selected");
    await expect(selectedRows(page)).toHaveCount(3);
    await expect(page.locator("mark.selected").filter({ hasText: "horrific" })).toBeVisible();

    await attributes(page).getByLabel("type").selectOption("Causal");
    await expect.poll(async () => (await tags(page)).map((it) => it.attributes?.type)).toEqual(["Causal", undefined, "Causal", "Causal"]);
    await expect(liveRegion(page)).toContainText("3 places in 2 articles");
    await row(page, CLAIM).click();
    await option(page, "checkworthy", "CFS").click();
    await row(page, OTHER).click({ modifiers: ["Shift"] });
    await expect(inspector(page), "with all rows between").toContainText("3 tags selected");
    await expect(inspector(page).getByLabel("Label", { exact: true })).toHaveValue("");
    await row(page, "Location").locator(".row-sign").click();
    await expect(inspector(page), "a click on the label icon toggles a row").toContainText("2 tags selected");
    await expect(attributes(page).getByRole("radiogroup", { name: "checkworthy, mixed" })).toBeVisible();
    await undo(page);
    await undo(page);
    await expect.poll(async () => (await tags(page)).some((it) => it.attributes?.type), "it was one step").toBe(false);

    await page.getByRole("button", { name: "Select all" }).click();
    await inspector(page).getByRole("button", { name: "Remove 4 tags" }).click();
    await expect.poll(async () => (await tags(page)).length).toBe(0);
  });

  test("missing values are counted, filtered by, and marked in the list and the text", async ({ page }) => {
    await expect(missingFilters(page).getByRole("button", { name: "Missing source: 3 claims" })).toBeVisible();
    await expect(row(page, CLAIM)).toContainText("Missing: source");
    await expect(row(page, "Location")).not.toContainText("Missing");
    const missingMarker = (words) => page.locator("mark.lacks").filter({ hasText: words });
    await expect(missingMarker("France")).toHaveCount(1);
    const before = (await marks(page)).map(({ text }) => text);
    const { x, y } = await middleOf(page, SUMMIT, "began");
    await page.mouse.move(x, y);
    await expect(hoverCard(page)).toContainText("Missing: source");

    await missingFilters(page).getByRole("button").click();
    await expect(annotationRows(page)).toHaveCount(3);
    await row(page, OTHER).click();
    await attributes(page).getByRole("combobox", { name: "source" }).click();
    await page.keyboard.type("Reuters");
    await press(page, "Enter");
    await expect(missingFilters(page).getByRole("button", { name: "Missing source: 2 claims" })).toHaveAttribute("aria-pressed", "true");
    await expect(annotationRows(page)).toHaveCount(2);
    await expect(missingMarker(OTHER)).toHaveCount(0);
    expect((await marks(page)).map(({ text }) => text), "the text is unchanged").toEqual(before);
    await missingFilters(page).getByRole("button").click();
    await expect(annotationRows(page)).toHaveCount(4);
  });
});

test.describe("with the keyboard only", () => {
  test.beforeEach(async ({ page }) => {
    await trackPointer(page);
    await openWithClaims(page);
    await focusText(page);
    await press(page, "Control+Home");
  });
  test.afterEach(({ page }) => expectNoPointer(page));

  test("digits set attributes, and the focus goes back to the text", async ({ page }) => {
    await press(page, "Enter", "d");
    const menu = attributePalette(page);
    await expect(menu).toBeVisible();
    await expect(menu.getByRole("menuitem", { name: "source" }), "required attributes come first").toBeFocused();
    await expect(menu.getByRole("menuitem", { name: "source" })).toContainText("required");
    await press(page, "1", "2");
    await expectValues(page).toMatchObject({ type: "Numerical" });
    await press(page, "2");
    await expect(menu.getByRole("menuitemradio", { name: "CFS" })).toBeVisible();
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    await expectValues(page).toMatchObject({ checkworthy: "CFS" });
    await press(page, "2", "0");
    await expect.poll(async () => (await tag(page, CLAIM)).attributes.checkworthy).toBe(undefined);
    // A yes/no attribute, a multiple choice, a number.
    await press(page, "8", "2", "9", "1", "3", "Escape");
    await expectValues(page).toMatchObject({ checked: false, themes: ["law", "health"] });
    await press(page, "7");
    await expect(menu.getByRole("textbox", { name: "figure" })).toBeFocused();
    await page.keyboard.type("x");
    await press(page, "Enter");
    await expect(menu.getByRole("alert")).toContainText("Expected a number");
    await press(page, "Backspace");
    await page.keyboard.type("27");
    await press(page, "Enter");
    await expectValues(page).toMatchObject({ figure: 27 });
    await press(page, "4");
    await page.keyboard.type("Priti Patel");
    await press(page, "Enter");
    await expect.poll(async () => (await project(page)).entities.map(({ name }) => name)).toEqual(["Priti Patel"]);
    await expect(menu.getByRole("menuitem", { name: "source" })).toContainText("Priti Patel");
    await press(page, "Escape");
    await expect(menu).toBeHidden();
    await expect(reader(page, SUMMIT)).toBeFocused();
    await press(page, "Control+z");
    await expect.poll(async () => (await tag(page, CLAIM)).attributes.source, "the entity remains, because creating it was a separate step").toBe(undefined);
    expect((await project(page)).entities).toHaveLength(1);
  });

  test("Escape goes back in the attribute palette, and label keys do nothing in it", async ({ page }) => {
    await press(page, "Enter", "d", "1", "Escape");
    await expect(attributePalette(page).getByRole("menuitem", { name: "source" })).toBeFocused();
    await press(page, "c", "Delete", "Escape");
    await expect(attributePalette(page)).toBeHidden();
    expect(await tags(page)).toHaveLength(4);
    expect((await tag(page, CLAIM)).label).toBe("Claim");
    expect(await activeAttribute(page, "role")).toBe("document");
    // For a label without attributes, a message is announced.
    await press(page, ".", "d");
    await expect(liveRegion(page)).toContainText("The label Location has no attributes");
    await expect(attributePalette(page)).toBeHidden();
  });

  test("several rows are selected with Shift, Ctrl and Space, and get attributes in one step", async ({ page }) => {
    await tabTo(page, "Select all");
    await press(page, "Tab", "Home", "Control+ArrowDown", "Control+ArrowDown", "Control+Space");
    await expect(inspector(page)).toContainText("2 tags selected");
    await press(page, "d", "1", "4", "Escape");
    await expect.poll(async () => (await tags(page)).map((it) => it.attributes?.type)).toEqual(["Causal", undefined, "Causal", undefined]);
    await focusText(page);
    await tabTo(page, "Select all");
    await press(page, "Tab", "Home", "Shift+ArrowDown", "Shift+ArrowDown");
    await expect(inspector(page)).toContainText("3 tags selected");
    await press(page, "Shift+ArrowUp");
    await expect(inspector(page)).toContainText("2 tags selected");
    await press(page, "Control+a");
    await expect(inspector(page)).toContainText("4 tags selected");
    await press(page, "Home");
    await expect(selectedRows(page)).toHaveCount(1);
  });

  test("arrow keys move among the choices in the inspector, Space chooses, Escape goes back to the text", async ({ page }) => {
    await press(page, "Enter");
    await tabTo(page, "type");
    await press(page, "Tab", "ArrowRight", "Space");
    await expectValues(page).toMatchObject({ checkworthy: "UFS" });
    await expect(option(page, "checkworthy", "UFS")).toBeFocused();
    await press(page, "Escape");
    await expect(reader(page, SUMMIT)).toBeFocused();
  });

  test("the count of missing values filters the list", async ({ page }) => {
    await tabTo(page, "Missing source: 3 claims");
    await press(page, "Enter");
    await expect(annotationRows(page)).toHaveCount(3);
    await press(page, "Enter");
    await expect(annotationRows(page)).toHaveCount(4);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("axe reports nothing in inspector, palette and list", async ({ page }) => {
      await openWithClaims(page);
      await clickText(page, SUMMIT, "began");
      await attributes(page).getByRole("combobox", { name: "source" }).click();
      await page.keyboard.type("Reu");
      expect(await axeViolations(page)).toEqual([]);
      await press(page, "Enter", "Escape", "d");
      await expect(attributePalette(page)).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      await press(page, "1");
      expect(await axeViolations(page)).toEqual([]);
      await press(page, "Escape", "7");
      expect(await axeViolations(page)).toEqual([]);
      await press(page, "Escape", "Escape");
      await page.getByRole("button", { name: "Select all" }).click();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}
