import { SUMMIT, annotate, download, drop, expect, file, open, pickFiles, project, quotes, ready, selectWord, tags, test, waitSaved } from "./support.js";
import { alert, attributeCard, editLabels, paletteItem, saveSchema, labelButton, newProject, openProjects, palette, paletteFilter, liveRegion, schemaDialog, schemaSection, undo } from "./interface.js";
import { activeAttribute, useKeyboardOnly, focusedName, focusText, press, tabTo } from "./keys.js";
import { axeViolations } from "./axe.js";

const schema = async (page) => (await project(page)).schema;
const label = async (page, id) => (await schema(page)).labels.find((one) => one.id === id);
const exportedText = (page) => page.evaluate(() => new TextDecoder().decode(window.crossread.export("crossread").bytes));
const addClaim = (page, attributes) =>
  page.evaluate(([article, attributes]) => window.crossread.annotate({ article, label: "Claim", ranges: [{ start: 0, end: 5 }], attributes }), [SUMMIT, attributes]);

test.describe("with the mouse", () => {
  test.beforeEach(async ({ page }) => open(page));

  test("a label with two keys is added, described in the guidelines, and tagged with", async ({ page }) => {
    const dialog = await editLabels(page);
    await dialog.getByRole("button", { name: "Add label" }).click();
    await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type("Ship name");
    await dialog.getByLabel("Keys (one or two)").fill("C");
    await dialog.getByLabel("When to use it").fill("Vessels of any size.");
    await expect(dialog.getByText("Claim has this key.")).toBeVisible();
    await dialog.getByLabel("Keys (one or two)").fill("l1");
    await dialog.getByLabel("When to use it").click();
    await expect(dialog.getByText("l does something else with a tag or selection")).toBeVisible();
    await saveSchema(page);
    await expect(dialog, "an error keeps the dialog open").toBeVisible();
    await expect(dialog.getByLabel("Keys (one or two)")).toBeFocused();
    await dialog.getByLabel("Keys (one or two)").fill("01");
    await saveSchema(page);
    await expect(dialog).toBeHidden();
    await expect(liveRegion(page)).toContainText("added the label Ship name");
    expect(await label(page, "Ship-name")).toMatchObject({ name: "Ship name", key: "01", kind: "entity" });
    await expect(page.getByRole("navigation", { name: "Articles" })).toContainText("Vessels of any size.");

    await selectWord(page, SUMMIT, "Europol");
    await page.keyboard.press("0");
    await expect(liveRegion(page)).toContainText("0, then 1 Ship name");
    await expect(page.locator(".chord")).toContainText("0");
    await expect(labelButton(page, "Person"), "its key cannot follow 0").toHaveClass(/\boff\b/);
    await expect(labelButton(page, "Ship name")).not.toHaveClass(/\boff\b/);
    await page.keyboard.press("1");
    await expect.poll(() => quotes(page)).toEqual(["Ship-name: Europol"]);
    await expect(labelButton(page, "Person")).not.toHaveClass(/\boff\b/);
  });

  test("renaming and recolouring change nothing else", async ({ page }) => {
    await annotate(page, SUMMIT, "Europol", "Organization");
    const before = await tags(page);
    const dialog = await editLabels(page);
    await schemaSection(page, "Organization").click();
    await dialog.getByLabel("Name", { exact: true }).fill("Body");
    await dialog.getByLabel("Colour").fill("#123456");
    await dialog.getByRole("button", { name: "Move the label Body up" }).click();
    await expect(dialog.getByRole("button", { name: "Move the label Body up" }), "the focus moves with the label").toBeFocused();
    await saveSchema(page);
    await expect(labelButton(page, "Body")).toBeVisible();
    expect(await tags(page)).toEqual(before.map((tag) => ({ ...tag, labelName: "Body" })));
    expect((await schema(page)).labels.map(({ id }) => id).slice(0, 3)).toEqual(["Claim", "Organization", "Person"]);
    const rule = await page.locator("mark[data-label=Organization]").evaluate((mark) => getComputedStyle(mark).getPropertyValue("--c0"));
    expect(rule.trim()).toBe("#123456");
  });

  test("a label in use is replaced or removed with its tags, and one undo restores all", async ({ page }) => {
    await annotate(page, SUMMIT, "Europol", "Organization");
    await annotate(page, SUMMIT, "Frontex", "Organization");
    const before = await exportedText(page);
    for (const [choice, expected] of [["move to Other", ["Other: Europol", "Other: Frontex"]], ["remove these tags", []]]) {
      const dialog = await editLabels(page);
      await schemaSection(page, "Organization").click();
      await dialog.getByRole("button", { name: "Remove the label Organization" }).click();
      await saveSchema(page);
      await expect(dialog.getByText("2 tags and entities have the label “Organization”")).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      await saveSchema(page);
      await expect(alert(page), "a choice is required").toContainText("Choose what to do with each item.");
      await dialog.getByRole("combobox").selectOption({ label: choice });
      await saveSchema(page);
      await expect(dialog).toBeHidden();
      expect(await quotes(page)).toEqual(expected);
      await expect(labelButton(page, "Organization")).toHaveCount(0);
      await undo(page);
      expect(await exportedText(page)).toBe(before);
    }
  });

  test("a choice in use is replaced, and a renamed one keeps its tags", async ({ page }) => {
    await addClaim(page, { verdict: "refuted" });
    await addClaim(page, { verdict: "supported" }).catch(() => {});
    const dialog = await editLabels(page);
    const card = attributeCard(page, "verdict");
    await card.getByRole("button", { name: "Remove the choice refuted" }).click();
    await card.getByLabel("Choice 2", { exact: true }).fill("backed");
    await saveSchema(page);
    await expect(dialog.getByText("1 “Claim” tag has the choice “refuted” of “verdict”")).toBeVisible();
    await dialog.getByRole("combobox").first().selectOption({ label: "move to conflicting" });
    await saveSchema(page);
    await expect(dialog).toBeHidden();
    expect((await tags(page)).map((tag) => tag.attributes.verdict).sort()).toEqual(["conflicting", ...(await tags(page)).length > 1 ? ["backed"] : []].sort());
  });

  test("an attribute is added: required, with choices, a default, and a condition", async ({ page }) => {
    const dialog = await editLabels(page);
    await dialog.getByRole("button", { name: "Add attribute" }).click();
    await page.keyboard.type("reason");
    await page.keyboard.press("Tab");
    const card = attributeCard(page, "reason");
    await card.getByLabel("Type of value").selectOption("choice");
    await saveSchema(page);
    await expect(dialog.getByText("It has no choice yet.")).toBeVisible();
    await card.getByLabel("Choice 1", { exact: true }).fill("misquoted");
    await card.getByRole("button", { name: "Add choice" }).click();
    await page.keyboard.type("outdated");
    await card.getByLabel("Required").check();
    await card.getByLabel("Default value").selectOption("outdated");
    await card.getByLabel("Shown").selectOption({ label: "only if verdict is" });
    await card.getByRole("combobox", { name: "This value" }).selectOption("refuted");
    expect(await axeViolations(page)).toEqual([]);
    await saveSchema(page);
    await expect(dialog).toBeHidden();
    const { attributes } = await label(page, "Claim");
    expect(attributes.at(-1)).toEqual({
      name: "reason", kind: "choice", choices: ["misquoted", "outdated"], required: true, default: "outdated",
      when: { attribute: "verdict", value: "refuted" },
    });
  });

  test("relation types get labels for both tags, and relations that no longer fit are counted first", async ({ page }) => {
    const from = await annotate(page, SUMMIT, "Europol", "Organization");
    const to = await annotate(page, SUMMIT, "Frontex", "Organization");
    await page.evaluate(([from, to]) => window.crossread.relate({ from, to, type: "supports" }), [from, to]);
    const dialog = await editLabels(page);
    await schemaSection(page, "Relation types").click();
    const card = dialog.getByRole("group", { name: "Relation type supports" });
    await card.getByText("From: any label").click();
    await card.getByRole("checkbox", { name: "Claim" }).first().check();
    await expect(card.getByText("From: Claim")).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await saveSchema(page);
    await expect(dialog.getByText("1 relation will be removed")).toBeVisible();
    await saveSchema(page);
    await expect(dialog).toBeHidden();
    expect((await project(page)).relations).toEqual([]);
    await undo(page);
    expect((await project(page)).relations).toHaveLength(1);
  });

  test("unsaved changes are not discarded without asking", async ({ page }) => {
    const dialog = await editLabels(page);
    await page.keyboard.press("Escape");
    await expect(dialog, "nothing was changed").toBeHidden();
    await expect(page.getByRole("button", { name: "Edit labels…" })).toBeFocused();
    await editLabels(page);
    await dialog.getByLabel("Name", { exact: true }).fill("Statement");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog.getByRole("button", { name: "Keep editing" })).toBeFocused();
    await dialog.getByRole("button", { name: "Keep editing" }).click();
    await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("Statement");
    await dialog.getByRole("button", { name: "Close dialog" }).click();
    await dialog.getByRole("button", { name: "Discard changes" }).click();
    await expect(dialog).toBeHidden();
    expect((await label(page, "Claim")).name).toBe("Claim");
  });

  test("a schema is downloaded, and read into another project by file picker and drop", async ({ page }) => {
    const dialog = await editLabels(page);
    await dialog.getByLabel("Name", { exact: true }).fill("Statement");
    await schemaSection(page, "Presets and files").click();
    const saved = await download(page, () => dialog.getByRole("button", { name: "Download schema" }).click());
    expect(saved.name).toBe("news-claims.schema.json");
    expect(JSON.parse(saved.bytes)).toMatchObject({ format: "crossread-schema", version: 1, schema: { name: "News claims" } });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.getByRole("button", { name: "Discard changes" }).click();

    await newProject(page, "Other");
    await editLabels(page);
    await schemaSection(page, "Presets and files").click();
    const read = (name, bytes) =>
      pickFiles(page, () => dialog.getByRole("button", { name: "Read schema from a file…" }).click(), [file(name, bytes, "application/json")]);
    await read("bad.json", '{"format":"crossread-schema","version":1,"schema":{"labels":[{"id":"A"}]}}');
    await expect(alert(page)).toContainText("bad.json: schema.labels[0].kind: is missing");
    await read(saved.name, saved.bytes);
    await expect(dialog.getByRole("status").filter({ hasText: "Read 8 labels" })).toBeVisible();
    await saveSchema(page);
    await expect(labelButton(page, "Statement")).toBeVisible();
    await undo(page);
    await expect(labelButton(page, "Claim")).toBeVisible();

    await drop(page, [file("mine.json", saved.bytes, "application/json")]);
    await expect(dialog).toBeVisible();
    await saveSchema(page);
    await expect(labelButton(page, "Statement")).toBeVisible();
  });
});

test.describe("with the eighteen labels of OntoNotes", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    const dialog = await editLabels(page);
    await schemaSection(page, "Presets and files").click();
    await dialog.getByRole("button", { name: "OntoNotes 5" }).click();
    await saveSchema(page);
    await expect(dialog).toBeHidden();
  });

  test("typing filters the palette, and the label bar does not widen the page", async ({ page }) => {
    await selectWord(page, SUMMIT, "Europol");
    await expect(palette(page).getByRole("option")).toHaveCount(18);
    await paletteFilter(page).click();
    await page.keyboard.type("org");
    await expect(palette(page).getByRole("option")).toHaveText([/^Organization/]);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("nothing like it");
    await expect(page.getByText("No matching label")).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("card");
    await paletteItem(page, "Cardinal").click();
    await expect.poll(() => quotes(page)).toEqual(["Cardinal: Europol"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  });

  for (const [width, height] of [[320, 640], [390, 844], [1024, 768]]) {
    test(`nothing overflows a window of ${width} by ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      // The page is laid out anew after the window has changed.
      const fits = () => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await fits();
      await selectWord(page, SUMMIT, "Talks");
      await expect(async () => {
        const box = await page.locator(".palette.filtered").boundingBox();
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }).toPass();
      await page.keyboard.press("Escape");
      await editLabels(page);
      await fits();
      const overflow = await page.locator(".dialog-body").evaluate((it) => it.scrollWidth - it.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("axe reports nothing in the schema editor", async ({ page }) => {
      await open(page);
      const dialog = await editLabels(page);
      expect(await axeViolations(page)).toEqual([]);
      for (const section of ["Relation types", "About each article", "Presets and files"]) {
        await schemaSection(page, section).click();
        expect(await axeViolations(page)).toEqual([]);
      }
      await dialog.getByRole("button", { name: "Add label" }).click();
      await dialog.getByLabel("Name", { exact: true }).fill("Claim");
      await dialog.getByLabel("Short name").click();
      await expect(dialog.getByText("Another label has this name.")).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}

test("a new project starts with the labels of a preset, and closed guidelines stay closed", async ({ page }) => {
  await open(page);
  const list = await openProjects(page);
  await list.getByRole("button", { name: "New project" }).click();
  const dialog = page.getByRole("dialog", { name: "New project" });
  await dialog.getByLabel("Labels").selectOption("CoNLL-2003");
  await dialog.getByRole("button", { name: "Create project" }).click();
  await expect(labelButton(page, "Miscellaneous")).toBeVisible();
  expect((await schema(page)).labels.map(({ short }) => short)).toEqual(["PER", "ORG", "LOC", "MISC"]);
  const guidelines = page.getByText("Companies, institutions, parties, teams.");
  await expect(guidelines).toBeVisible();
  await page.getByText("Guidelines", { exact: true }).click();
  await expect(guidelines).toBeHidden();
  // The browser reports later that they are closed.
  await expect.poll(() => page.evaluate(() => Object.entries({ ...localStorage }).join())).toContain("guidelines-closed,yes");
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await expect(labelButton(page, "Miscellaneous")).toBeVisible();
  await expect(guidelines).toBeHidden();
});

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  const editByKeys = async (page) => {
    await tabTo(page, "Edit labels…");
    await press(page, "Enter");
    await expect(schemaDialog(page)).toBeVisible();
  };

  test("a label is added, renamed, moved and removed", async ({ page }) => {
    await editByKeys(page);
    await tabTo(page, "Add label");
    await press(page, "Enter");
    await expect(schemaDialog(page).getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type("Ship");
    await tabTo(page, "Keys (one or two)");
    await page.keyboard.type("01");
    await tabTo(page, "Save changes");
    await press(page, "Enter");
    await expect(schemaDialog(page)).toBeHidden();
    await expect.poll(() => focusedName(page), "the focus is back on the button").toBe("Edit labels…");

    await focusText(page);
    await press(page, "Control+Home", "Control+Shift+ArrowRight", "0", "1");
    await expect.poll(() => quotes(page)).toEqual(["Ship: Talks"]);
    const before = await exportedText(page);

    await tabTo(page, "Edit labels…", true);
    await press(page, "Enter");
    await tabTo(page, "Ship");
    await press(page, "Enter");
    await tabTo(page, "Remove the label Ship");
    await press(page, "Enter");
    await tabTo(page, "Save changes");
    await press(page, "Enter");
    await expect.poll(() => activeAttribute(page, "name")).toBe("remap-0");
    await page.keyboard.type("move to Event");
    await tabTo(page, "Save changes");
    await press(page, "Enter");
    await expect.poll(() => quotes(page)).toEqual(["Event: Talks"]);
    await focusText(page);
    await press(page, "Control+z");
    await expect.poll(() => exportedText(page)).toBe(before);
  });

  test("an attribute gets choices and a condition, and a choice is removed", async ({ page }) => {
    await addClaim(page, { type: "Causal" });
    await editByKeys(page);
    await tabTo(page, "Remove the choice Causal");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page), "the focus stays among the choices").toBe("Add choice");
    await press(page, "Enter");
    await page.keyboard.type("Cause");
    await tabTo(page, "Required");
    await press(page, "Space", "Control+Enter");
    await expect.poll(() => activeAttribute(page, "name")).toBe("remap-0");
    await page.keyboard.type("move to Cause");
    await press(page, "Control+Enter");
    await expect.poll(async () => (await tags(page))[0].attributes.type).toBe("Cause");
    const [type, checkworthy] = (await label(page, "Claim")).attributes;
    expect(type.choices).toContain("Cause");
    expect(checkworthy.required).toBe(true);
  });

  test("a preset is chosen, and Enter moves the focus to the palette’s field", async ({ page }) => {
    await editByKeys(page);
    await tabTo(page, "Presets and files");
    await press(page, "Enter");
    await tabTo(page, "OntoNotes 5");
    await press(page, "Enter");
    await expect(schemaDialog(page).getByRole("status").filter({ hasText: "OntoNotes 5" })).toBeVisible();
    await tabTo(page, "Save changes");
    await press(page, "Enter");
    await focusText(page);
    await press(page, "Control+Home", "Control+Shift+ArrowRight", "Enter");
    await expect(paletteFilter(page)).toBeFocused();
    await page.keyboard.type("or");
    await press(page, "ArrowDown");
    await expect(paletteItem(page, "Ordinal")).toHaveAttribute("aria-selected", "true");
    await press(page, "Enter");
    await expect.poll(() => quotes(page)).toEqual(["Ordinal: Talks"]);
    await expect.poll(() => activeAttribute(page, "role"), "the text has the focus again").toBe("document");
    await press(page, "l");
    await expect(paletteFilter(page)).toBeFocused();
    await page.keyboard.type("GPE");
    await press(page, "Enter");
    await expect.poll(() => quotes(page)).toEqual(["Country-or-city: Talks"]);
    await press(page, "l");
    await expect(paletteFilter(page)).toHaveValue("");
    await press(page, "Escape");
    await expect(paletteFilter(page)).toHaveCount(0);
    await expect.poll(() => activeAttribute(page, "role")).toBe("document");

    // The first key of a sequence, followed by a key that completes none.
    await press(page, "0", "1");
    await expect.poll(() => quotes(page)).toEqual(["Law: Talks"]);
    await press(page, "0", "n");
    await expect(liveRegion(page)).toContainText("No label has these keys");
    await expect.poll(() => activeAttribute(page, "role"), "n did not open the note").toBe("document");
  });
});
