import { articleText, drop, expect, file, open, project, quotes, reader, selectWord, test } from "./support.js";
import { addArticles, addDialog, alert, article, chooseFiles, column, openTexts, palette, pasteText, undo } from "./interface.js";

/** The text of the article of this title, read from the page after opening it. */
async function textOf(page, title) {
  const find = async () => (await project(page)).articles.find((it) => it.title === title);
  await expect.poll(async () => (await find()) !== undefined, title).toBe(true);
  const { id } = await find();
  await article(page, title).click();
  await expect(reader(page, id)).toBeVisible();
  return articleText(page, id);
}

const UTF16LE = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Zürich, 東京 and 😀.", "utf16le")]);
const UTF16BE = Buffer.from(UTF16LE).swap16();
const WINDOWS1252 = Buffer.from([0x93, ...Buffer.from("Caf"), 0xe9, 0x94, ...Buffer.from(" costs "), 0x80, ...Buffer.from("3.\r\nYes.")]);

test.beforeEach(async ({ page }) => open(page));

test("several files are opened at once, each in its encoding, which is shown", async ({ page }) => {
  await openTexts(page, [
    file("little.txt", UTF16LE), file("big.txt", UTF16BE), file("windows.txt", WINDOWS1252), file("plain.txt", "\ufeffJust text."),
  ]);
  const dialog = addDialog(page);
  const next = () => dialog.getByRole("button", { name: /^(Next|Add articles)$/ }).click();
  await expect(dialog).toHaveAccessibleName("Add article 1 of 4");
  await expect(dialog).toContainText("UTF-16");
  await expect(dialog).toContainText("Zürich, 東京 and 😀.");
  await next();
  await expect(dialog).toHaveAccessibleName("Add article 2 of 4");
  await expect(dialog).toContainText("UTF-16");
  await next();
  await expect(dialog).toContainText("Windows-1252");
  await expect(dialog).toContainText("“Café” costs €3.");
  await expect(dialog).toContainText("1 line end");
  await next();
  await expect(dialog).toContainText(/byte order mark/i);
  await expect(dialog.getByLabel("Title")).toHaveValue("plain");
  await next();
  await expect(dialog).toBeHidden();

  expect(await textOf(page, "little")).toBe("Zürich, 東京 and 😀.");
  expect(await textOf(page, "big")).toBe("Zürich, 東京 and 😀.");
  expect(await textOf(page, "windows")).toBe("“Café” costs €3.\nYes.");
  expect(await textOf(page, "plain")).toBe("Just text.");
  // All were added in one step.
  await undo(page);
  await expect.poll(async () => (await project(page)).articles.length).toBe(3);
});

test("title, source, date and language are stored and shown above the text", async ({ page }) => {
  await openTexts(page, [file("some_name.txt", "Ein Satz.")]);
  const dialog = addDialog(page);
  await expect(dialog.getByLabel("Title")).toHaveValue("some name");
  for (const [label, value] of [["Title", "Ein Titel"], ["Source", "dpa"], ["Date", "2021-11-28"], ["Language", "de"]]) {
    await dialog.getByLabel(label).fill(value);
  }
  await addArticles(page, 1);
  expect(await textOf(page, "Ein Titel")).toBe("Ein Satz.");
  expect((await project(page)).articles.at(-1)).toMatchObject({ title: "Ein Titel", source: "dpa", date: "2021-11-28", language: "de" });
  await expect(column(page, "Ein Titel")).toContainText("dpa");
  await expect(column(page, "Ein Titel").getByRole("document")).toHaveAttribute("lang", "de");
});

test("closing the dialog adds nothing", async ({ page }) => {
  await openTexts(page, [file("one.txt", "One."), file("two.txt", "Two.")]);
  await addDialog(page).getByRole("button", { name: "Next" }).click();
  await page.keyboard.press("Escape");
  await expect(addDialog(page)).toBeHidden();
  expect((await project(page)).articles).toHaveLength(3);
});

test("files are dropped on the page", async ({ page }) => {
  await drop(page, [file("dropped.txt", "Dropped from a folder."), file("second.txt", "The second.")]);
  await addArticles(page, 2);
  expect(await textOf(page, "dropped")).toBe("Dropped from a folder.");
  expect(await textOf(page, "second")).toBe("The second.");
});

test("Import adds texts as well", async ({ page }) => {
  await chooseFiles(page, [file("by-import.txt", "By import.")]);
  await addArticles(page, 1);
  expect(await textOf(page, "by-import")).toBe("By import.");
});

test("the same file can be chosen twice", async ({ page }) => {
  for (let i = 0; i < 2; i++) {
    await openTexts(page, [file("same.txt", "The same.")]);
    await addArticles(page, 1);
  }
  expect((await project(page)).articles.filter(({ title }) => title === "same")).toHaveLength(2);
});

test("a text is pasted unchanged, and tagged", async ({ page }) => {
  const text = "  <b>Not markup</b> & not an entity: &amp;\n\n\tSecond  paragraph: e\u0301, 👩‍👩‍👧, עברית.\n";
  await pasteText(page, { title: "From the clipboard", source: "me", text });
  expect(await textOf(page, "From the clipboard")).toBe(text);
  const { id } = (await project(page)).articles.at(-1);
  await selectWord(page, id, "paragraph");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("7");
  await expect.poll(() => quotes(page)).toEqual(["Other: paragraph"]);
});

test("pasted white space is rejected with a message, and the other fields are not cleared", async ({ page }) => {
  await page.getByRole("button", { name: "Paste text…" }).first().click();
  const dialog = addDialog(page);
  await dialog.getByLabel("Title").fill("Nothing");
  await dialog.getByLabel("Text").fill("  \n ");
  await dialog.getByRole("button", { name: "Add article" }).click();
  await expect(dialog.getByRole("alert")).toContainText("no text");
  await expect(dialog.getByLabel("Title")).toHaveValue("Nothing");
  await dialog.getByLabel("Text").fill("Something");
  await dialog.getByRole("button", { name: "Add article" }).click();
  expect(await textOf(page, "Nothing")).toBe("Something");
});

test("binary and empty files are rejected by name, and the others are added", async ({ page }) => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  await openTexts(page, [file("picture.txt", picture), file("good.txt", "Good."), file("empty.txt", "")]);
  await expect(alert(page)).toContainText("picture.txt");
  await expect(alert(page)).toContainText(/not a text|NUL/i);
  await expect(alert(page)).toContainText("empty.txt");
  await addArticles(page, 1);
  expect(await textOf(page, "good")).toBe("Good.");
});
