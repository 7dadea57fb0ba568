import { articleText, drop, expect, file, open, project, test } from "./support.js";
import { article, chooseFiles, pasteText } from "./interface.js";

/** The text of the article whose title holds this, read from the page after opening it. */
async function textOf(page, title) {
  await expect.poll(async () => (await project(page)).articles.some((it) => it.title.includes(title))).toBe(true);
  await article(page, title).first().click();
  const { id } = (await project(page)).articles.find((it) => it.title.includes(title));
  await expect(page.locator(`[role=document][data-article="${id}"]`)).toBeVisible();
  return articleText(page, id);
}

test.beforeEach(async ({ page }) => open(page));

test("several files are opened at once, in whatever encoding they are", async ({ page }) => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Zürich, 東京 and 😀.", "utf16le")]);
  const windows = Buffer.from([0x93, ...Buffer.from("Caf"), 0xe9, 0x94, ...Buffer.from(" costs "), 0x80, ...Buffer.from("3.\r\nYes.")]);
  await chooseFiles(page, [file("utf16.txt", utf16), file("windows.txt", windows), file("plain.txt", "\ufeffJust text.")]);
  expect(await textOf(page, "utf16")).toBe("Zürich, 東京 and 😀.");
  expect(await textOf(page, "windows")).toBe("“Café” costs €3.\nYes.");
  expect(await textOf(page, "plain")).toBe("Just text.");
});

test("files are dropped on the page", async ({ page }) => {
  await drop(page, [file("dropped.txt", "Dropped from a folder.")]);
  expect(await textOf(page, "dropped")).toBe("Dropped from a folder.");
});

test("a text is pasted", async ({ page }) => {
  await pasteText(page, "From the clipboard", "<b>Not markup</b> & not an entity: &amp;");
  expect(await textOf(page, "From the clipboard")).toBe("<b>Not markup</b> & not an entity: &amp;");
});
