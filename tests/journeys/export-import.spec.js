import { CALLED_OFF, CRACKDOWN, SUMMIT, annotate, download, drop, expect, file, open, project, quotes, tags, test, waitSaved } from "./support.js";
import { alert, chooseFiles, exportNative, newProject, openProject, pasteText } from "./interface.js";
import { axeViolations } from "./axe.js";

const JSON_TYPE = "application/json";

async function openWithTags(page) {
  await open(page);
  const first = await annotate(page, SUMMIT, "It was the deadliest crossing on record", "Claim");
  const second = await annotate(page, CALLED_OFF, "27 people were killed crossing the Channel", "Claim");
  await annotate(page, CALLED_OFF, "£3,000", "Quantity");
  await page.evaluate(([from, to]) => window.crossread.relate({ from, to, type: "supports" }), [first, second]);
}

test("an imported export is exported again byte for byte", async ({ page }) => {
  await openWithTags(page);
  // Characters outside the BMP and combining marks are the most likely to be broken.
  await pasteText(page, { title: "Söme “signs” 😀", text: "👩‍👩‍👧 met e\u0301ve\u0301 at 東京.\n\tAnd 😀 again." });
  const { id, text } = (await project(page)).articles.at(-1);
  const at = [...text.slice(0, text.indexOf("東京"))].length;
  await page.evaluate((tag) => window.crossread.annotate(tag), { article: id, label: "Location", ranges: [[at, at + 2]], note: "Tōkyō\n“quoted”" });
  const first = await exportNative(page);
  expect(first.name).toMatch(/\.json$/);

  await newProject(page, "Empty");
  expect(await tags(page)).toEqual([]);
  await chooseFiles(page, [file(first.name, first.bytes, JSON_TYPE)]);
  await expect.poll(async () => (await tags(page)).length).toBe(4);
  const second = await exportNative(page);
  expect(second.bytes.equals(first.bytes)).toBe(true);
  expect(second.name).toBe(first.name);
  expect(first.bytes.equals(Buffer.from((await page.evaluate(() => Array.from(window.crossread.export("crossread").bytes)))))).toBe(true);
});

test("the project that was open before an import stays in the list", async ({ page }) => {
  await openWithTags(page);
  const { bytes } = await exportNative(page);
  await newProject(page, "Kept");
  await chooseFiles(page, [file("a.json", bytes, JSON_TYPE)]);
  await expect.poll(async () => (await tags(page)).length).toBe(3);
  await waitSaved(page);
  await openProject(page, "Kept");
  await expect.poll(async () => (await project(page)).project.title).toBe("Kept");
});

test("a project dropped on the page is opened", async ({ page }) => {
  await openWithTags(page);
  const { bytes } = await exportNative(page);
  await newProject(page, "Empty");
  await drop(page, [file("dropped.json", bytes, JSON_TYPE)]);
  await expect.poll(async () => (await tags(page)).length).toBe(3);
});

test("the offsets of an export are code points of its text", async ({ page }) => {
  await openWithTags(page);
  const exported = JSON.parse((await exportNative(page)).bytes.toString("utf8"));
  expect(exported.annotations).toHaveLength(3);
  for (const { article, ranges } of exported.annotations) {
    const { text } = exported.articles.find(({ id }) => id === article);
    const points = [...text];
    for (const { start, end, utf16Start, utf16End, exact, prefix, suffix } of ranges) {
      expect(points.slice(start, end).join("")).toBe(exact);
      expect(text.slice(utf16Start, utf16End)).toBe(exact);
      expect(points.slice(Math.max(0, start - 32), start).join("")).toBe(prefix);
      expect(points.slice(end, end + 32).join("")).toBe(suffix);
    }
  }
});

test("an export contains everything done so far", async ({ page }) => {
  await open(page);
  await annotate(page, CRACKDOWN, "Calais", "Location");
  const { bytes } = await exportNative(page);
  expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
});

const broken = (change) => (good) => {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
};
const BROKEN = {
  "is not JSON": [() => '{"format": "crossread", ', /line \d+|column \d+/i],
  "is empty": [() => "", /line \d+|empty|format/i],
  "is JSON of another kind": [() => '{"recipes": []}', /format|recogni|expected/i],
  "has a newer version": [broken((file) => (file.version = 99)), /version.*99|newer/i],
  "has an offset outside the text": [broken((file) => (file.annotations[0].ranges[0].end = 9_999_999)), /annotations\[0\]\.ranges\[0\]/],
  "has a range that does not match the text": [broken((file) => (file.annotations[1].ranges[0].exact = "something else")), /annotations\[1\]\.ranges\[0\].*something else/],
  "has a range that ends before it starts": [broken((file) => Object.assign(file.annotations[0].ranges[0], { start: 9, end: 3 })), /annotations\[0\]\.ranges\[0\]/],
  "refers to a missing article": [broken((file) => (file.annotations[2].article = "nowhere")), /annotations\[2\].*nowhere/],
  "refers to a missing label": [broken((file) => (file.annotations[0].label = "Nonsense")), /annotations\[0\].*Nonsense/],
  "refers to a missing annotation": [broken((file) => (file.relations[0].to = "nobody")), /relations\[0\].*nobody/],
  "has a duplicate id": [broken((file) => (file.annotations[1].id = file.annotations[0].id)), /annotations\[1\].*(twice|duplicate|already)/i],
  "has a string instead of a number": [broken((file) => (file.annotations[0].ranges[0].start = "9")), /annotations\[0\]\.ranges\[0\]\.start/],
  "has no text for an article": [broken((file) => delete file.articles[1].text), /articles\[1\].*text/],
};

test("files that are broken are rejected with a message each, and the open project stays unchanged", async ({ page }) => {
  test.slow();
  await openWithTags(page);
  const before = await project(page);
  for (const [what, [make, message]] of Object.entries(BROKEN)) {
    await test.step(`a file that ${what}`, async () => {
      await chooseFiles(page, [file("broken.json", make(before), JSON_TYPE)]);
      await expect(alert(page)).toContainText("broken.json");
      await expect(alert(page)).toContainText(message);
      expect(JSON.stringify(await project(page))).toBe(JSON.stringify(before));
      // The project can still be edited.
      await alert(page).getByRole("button", { name: "Dismiss" }).click();
      await expect(alert(page)).toHaveCount(0);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByRole("button", { name: "Redo" }).click();
      expect(await quotes(page)).toHaveLength(3);
    });
  }
  // A file of the same name can be chosen again.
  await chooseFiles(page, [file("broken.json", JSON.stringify(before), JSON_TYPE)]);
  await expect(page.getByText("Imported broken.json")).toBeVisible();
});

test("the dialog lists what a table leaves out, and cells that look like formulas are escaped", async ({ page }) => {
  await openWithTags(page);
  const formula = "=HYPERLINK(\"http://127.0.0.1\")";
  await annotate(page, SUMMIT, "Calais", "Location").then((id) => page.evaluate(([id, note]) => window.crossread.update(id, { note }), [id, formula]));
  await page.getByRole("button", { name: "Other formats" }).click();
  const dialog = page.getByRole("dialog", { name: "Download as" });
  await expect(dialog.getByRole("radio", { name: /Table of tags/ })).toBeChecked();
  await expect(dialog).toContainText("article texts (3)");
  await expect(dialog).toContainText("relations (1)");
  expect(await axeViolations(page)).toEqual([]);
  const table = await download(page, () => dialog.getByRole("button", { name: "Download" }).click());
  expect(table.name).toMatch(/\.csv$/);
  const text = table.bytes.toString("utf8");
  expect(text.startsWith("\ufeffarticle,")).toBe(true);
  expect(text.split("\r\n")).toHaveLength(4 + 2);
  expect(text).toContain("'=HYPERLINK");
  await expect(dialog).toBeHidden();
  await expect(page.locator(".notice")).toContainText(/Exported .*\.csv, without article texts \(3\)/);
});

test("a table that is not escaped for spreadsheets and a project are exported with the keyboard only", async ({ page }) => {
  await openWithTags(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("table");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Download as" });
  await expect(dialog).toBeVisible();
  const spreadsheet = dialog.getByRole("checkbox", { name: /Safe to open/ });
  for (let i = 0; i < 6 && !(await spreadsheet.evaluate((box) => box === document.activeElement)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(spreadsheet).not.toBeChecked();
  const { bytes } = await download(page, () => page.keyboard.press("Enter"));
  expect(bytes.toString("utf8").startsWith("article,")).toBe(true);

  await page.getByRole("button", { name: "Other formats" }).focus();
  await page.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: /Table of tags/ }).focus();
  // The first follows the last, which is the third from here.
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await expect(dialog).toContainText("Nothing is left out");
  await expect(spreadsheet).toBeHidden();
  const native = await download(page, () => page.keyboard.press("Enter"));
  expect(JSON.parse(native.bytes.toString("utf8"))).toEqual(await project(page));
});
