import { SUMMIT, annotate, download, expect, open, waitForPaint, project, quotes, reader, tags, test } from "./support.js";
import { activeAttribute, expectNoPointer, focusText, press, tabTo, trackPointer } from "./keys.js";
import { inspector, annotationRows, palette, relabelPalette, selectedId } from "./interface.js";

test.beforeEach(async ({ page }) => {
  await trackPointer(page);
  await open(page);
});

test.afterEach(({ page }) => expectNoPointer(page));

test("from loading to an exported file with the keyboard only", async ({ page }) => {
  await focusText(page);
  expect(await activeAttribute(page, "data-article")).toBe(SUMMIT);

  // The first article begins "Talks began in France".
  await press(page, "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight");
  await expect(palette(page)).toBeVisible();
  await press(page, "3");
  await expect.poll(() => quotes(page)).toEqual(["Location: France"]);
  await expect(palette(page)).toBeHidden();

  await press(page, "Control+z");
  await expect.poll(() => quotes(page)).toEqual([]);
  await press(page, "Control+Shift+z");
  await expect.poll(() => quotes(page)).toEqual(["Location: France"]);

  const saved = await download(page, () => press(page, "Control+s"));
  const exported = JSON.parse(saved.bytes);
  const [{ label, ranges, article }] = exported.annotations;
  expect({ label, exact: ranges[0].exact, article }).toEqual({ label: "Location", exact: "France", article: SUMMIT });
});

test("Enter moves the focus to the palette, arrow keys move in it, and Escape gives the focus back", async ({ page }) => {
  await focusText(page);
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "Enter");
  await expect(palette(page).getByRole("menuitem", { name: "Claim" })).toBeFocused();
  await press(page, "ArrowDown");
  await expect(palette(page).getByRole("menuitem", { name: "Person" })).toBeFocused();
  await press(page, "Enter");
  await expect.poll(() => quotes(page)).toEqual(["Person: Talks"]);
  await expect.poll(() => activeAttribute(page, "role"), "the text has the focus again").toBe("document");

  await press(page, "Control+ArrowRight", "Control+Shift+ArrowRight", "Enter");
  await expect(palette(page).getByRole("menuitem", { name: "Claim" })).toBeFocused();
  await press(page, "Escape");
  await expect(palette(page)).toBeHidden();
  await expect.poll(() => activeAttribute(page, "role")).toBe("document");
});

test("a tag is found, changed and removed", async ({ page }) => {
  await focusText(page);
  // A claim over the first sentence, and three entities in it.
  await press(page, "Control+Home", "Alt+Shift+ArrowDown", "c");
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "4");
  await press(page, "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "3");
  await expect.poll(async () => (await quotes(page)).length).toBe(3);
  const label = async () => (await tags(page)).find(({ id: own }) => own === current)?.label;
  let current = "";
  const chosen = async (wanted) => {
    await expect.poll(async () => {
      current = await selectedId(page);
      return label();
    }).toBe(wanted);
  };

  await press(page, "Escape", "Escape", "Control+Home", "Enter");
  await chosen("Event");
  await press(page, "Enter");
  await chosen("Claim");
  await press(page, ",");
  await press(page, ".");
  await press(page, ".");
  await chosen("Location");

  await press(page, "[");
  await expect.poll(() => quotes(page)).toContain("Location: in France");
  await press(page, "{");
  await expect.poll(() => quotes(page)).toContain("Location: France");
  await press(page, "]");
  await expect.poll(() => quotes(page)).toContain("Location: France on");
  await press(page, "}");
  await expect.poll(() => quotes(page)).toContain("Location: France");

  await press(page, "l");
  await expect(relabelPalette(page).getByRole("menuitem", { name: "Claim" })).toBeFocused();
  await press(page, "ArrowDown", "Enter");
  await expect.poll(() => quotes(page)).toContain("Person: France");

  await press(page, "n");
  await expect(inspector(page).getByLabel("Note")).toBeFocused();
  await page.keyboard.type("The country, 3");
  await press(page, "Escape");
  await expect.poll(async () => (await tags(page)).find((tag) => tag.label === "Person")?.note).toBe("The country, 3");
  await expect.poll(() => activeAttribute(page, "role"), "the text has the focus again").toBe("document");

  await press(page, "Delete");
  await expect.poll(async () => (await quotes(page)).some((quote) => quote.endsWith(": France"))).toBe(false);
});

test("the arrow keys move through the list of annotations", async ({ page }) => {
  await focusText(page);
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "4", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "3", "Escape");
  await expect(annotationRows(page)).toHaveCount(2);
  await tabTo(page, "Annotations");
  await expect(page.getByRole("tab", { name: "Annotations" })).toBeFocused();
  await tabTo(page, "Select all");
  await press(page, "Tab");
  expect(await activeAttribute(page, "role")).toBe("listbox");
  const all = (await tags(page)).map(({ id }) => id);
  await press(page, "Home");
  await expect.poll(() => selectedId(page)).toBe(all[0]);
  await press(page, "ArrowDown");
  await expect.poll(() => selectedId(page)).toBe(all[1]);
  expect(await activeAttribute(page, "role"), "the focus stays in the list").toBe("listbox");
  await press(page, "Delete");
  await expect(annotationRows(page)).toHaveCount(1);
});

test("an article is pasted, and a project is created, renamed and opened", async ({ page }) => {
  await tabTo(page, "Paste text…");
  await press(page, "Enter");
  await expect(page.getByRole("dialog", { name: "Add article" })).toBeVisible();
  // Backwards, as Firefox leaves the page after its last button.
  await tabTo(page, "Title", true);
  await page.keyboard.type("By keys");
  await tabTo(page, "Text");
  await page.keyboard.type("Typed, not pasted.");
  await tabTo(page, "Add article");
  await press(page, "Enter");
  await expect.poll(async () => (await project(page)).articles.map(({ title }) => title)).toContain("By keys");
  const added = (await project(page)).articles.find(({ title }) => title === "By keys");
  await expect(reader(page, added.id), "the new article can be read").toBeFocused();

  await tabTo(page, "Projects: ", true);
  await press(page, "Enter");
  await tabTo(page, "New project");
  await press(page, "Enter");
  await expect(page.getByRole("dialog", { name: "New project" })).toBeVisible();
  await tabTo(page, "Title");
  await page.keyboard.type("Second");
  await press(page, "Enter");
  await expect.poll(async () => (await project(page)).project.title).toBe("Second");
});

test("? opens Help, Escape closes it, and the focus goes back", async ({ page }) => {
  await focusText(page);
  await press(page, "?");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
  await press(page, "Escape");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeHidden();
  await expect.poll(() => activeAttribute(page, "role")).toBe("document");
});

test("label keys and brackets are typed into a field", async ({ page }) => {
  await focusText(page);
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "4", "n");
  await page.keyboard.type("c 1 [ ] { } , . ? l");
  await expect(inspector(page).getByLabel("Note")).toHaveValue("c 1 [ ] { } , . ? l");
  expect(await quotes(page)).toEqual(["Event: Talks"]);
});

test("a half-typed note is not lost while other tags change", async ({ page }) => {
  await focusText(page);
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "4", "n");
  await page.keyboard.type("half");
  await annotate(page, SUMMIT, "Europol", "Organization");
  await waitForPaint(page);
  await page.keyboard.type(" typed");
  await expect(inspector(page).getByLabel("Note")).toHaveValue("half typed");
  await press(page, "Control+Enter");
  await expect.poll(async () => (await tags(page))[0].note).toBe("half typed");
});
