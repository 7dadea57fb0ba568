import { ARTICLES, articleText, drop, expect, file, open, project, quotes, reader, selectWord, test } from "./support.js";
import { addArticles, addDialog, addField, alert, article, chooseFiles, column, openTexts, palette, pasteText, searchField, undo } from "./interface.js";
import { axeViolations } from "./axe.js";

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
const KOI8 = Buffer.from("f7d3c520ccc0c4c920d2cfd6c4c1c0d4d3d120d3d7cfc2cfc4ced9cdc9", "hex");
const WINDOWS1252 = Buffer.from([0x93, ...Buffer.from("Caf"), 0xe9, 0x94, ...Buffer.from(" costs "), 0x80, ...Buffer.from("3.\r\nYes.")]);

test.beforeEach(async ({ page }) => open(page));

test("several files are opened at once, each in its encoding, and added as one step", async ({ page }) => {
  const detector = [];
  page.on("request", (request) => request.url().includes("detector") && detector.push(request.url()));
  await openTexts(page, [file("little.txt", UTF16LE), file("plain.txt", "Zoë’s text.")]);
  await expect(addDialog(page)).toHaveAccessibleName("Add articles (2)");
  await page.keyboard.press("Escape");
  await expect(addDialog(page)).toBeHidden();
  expect(detector, "nothing was to be guessed").toEqual([]);
  await openTexts(page, [
    file("little.txt", UTF16LE), file("big.txt", UTF16BE), file("windows.txt", WINDOWS1252), file("plain.txt", "\ufeffJust text."),
    file("koi.txt", KOI8),
  ]);
  const dialog = addDialog(page);
  const encoding = (name) => addField(page, name, "Encoding");
  await expect(dialog).toHaveAccessibleName("Add articles (5)");
  await expect(dialog).toContainText("2 texts are not UTF-8, and their encodings are guesses");
  for (const [name, value] of [["little.txt", "UTF-16LE"], ["big.txt", "UTF-16BE"], ["windows.txt", "windows-1252"], ["plain.txt", "UTF-8"], ["koi.txt", "KOI8-R"]]) {
    await expect(encoding(name), name).toHaveValue(value);
  }
  expect(detector.length, "the detector is loaded once").toBe(1);
  await dialog.getByRole("button", { name: /^Beginning of windows.txt/ }).click();
  await expect(dialog.getByRole("region", { name: "Beginning of windows.txt" })).toHaveText("“Café” costs €3.\nYes.");
  await expect(dialog).toContainText("1 line end");
  await dialog.getByRole("button", { name: /^Beginning of plain.txt/ }).click();
  await expect(dialog).toContainText(/byte order mark/i);
  await expect(addField(page, "plain.txt", "Title")).toHaveValue("plain");
  expect(await axeViolations(page)).toEqual([]);
  await addArticles(page, 5);
  // As many as fit, in the columns.
  for (const title of ["little", "big", "windows"]) await expect(column(page, title)).toBeVisible();

  expect(await textOf(page, "little")).toBe("Zürich, 東京 and 😀.");
  expect(await textOf(page, "big")).toBe("Zürich, 東京 and 😀.");
  expect(await textOf(page, "windows")).toBe("“Café” costs €3.\nYes.");
  expect(await textOf(page, "plain")).toBe("Just text.");
  expect(await textOf(page, "koi")).toBe("Все люди рождаются свободными");
  // All were added in one step.
  await undo(page);
  await expect.poll(async () => (await project(page)).articles.length).toBe(3);
});

test("another encoding is chosen with the keyboard, and the file read again", async ({ page }) => {
  await openTexts(page, [file("from a Mac.txt", Buffer.from([0x43, 0x61, 0x66, 0x8e, 0x0a, 0x9f, 0x62, 0x65, 0x72]))]);
  const dialog = addDialog(page);
  const preview = dialog.getByRole("region", { name: "Beginning of the text" });
  await expect(dialog.getByRole("status").filter({ hasText: "is a guess" })).toBeVisible();
  const choice = dialog.getByLabel("Encoding");
  await choice.focus();
  await choice.selectOption("windows-1252");
  await expect(preview).toHaveText("CafŽ\nŸber");
  await choice.selectOption("macintosh");
  await expect(preview).toHaveText("Café\nüber");
  expect(await axeViolations(page)).toEqual([]);
  await addArticles(page, 1);
  expect(await textOf(page, "from a Mac")).toBe("Café\nüber");
});

test.describe("without the detector of encodings", () => {
  test.use({ allowedErrors: /Failed to load resource/ });

  test("a text is read as Windows-1252, and the next one is guessed", async ({ page }) => {
    await page.route("**/detector_bg.wasm*", (route) => route.abort("connectionfailed"));
    const dialog = addDialog(page);
    await openTexts(page, [file("koi.txt", KOI8)]);
    await expect(dialog).toContainText("The encoding could not be guessed, because a part of the program could not be loaded.");
    await expect(dialog.getByLabel("Encoding")).toHaveValue("windows-1252");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.unroute("**/detector_bg.wasm*");
    await openTexts(page, [file("koi.txt", KOI8)]);
    await expect(dialog.getByLabel("Encoding")).toHaveValue("KOI8-R");
  });
});

test("files of 10 MB are added", async ({ page }) => {
  const line = "The quick brown fox says “été” and goes on its way through the long text.\n";
  const bytes = Buffer.from(line.repeat(Math.ceil(10_000_000 / Buffer.byteLength(line))));
  for (const [name, buffer] of [["utf8.txt", bytes], ["legacy.txt", Buffer.from(bytes.toString().replace(/[“”]/g, '"'), "latin1")]]) {
    await openTexts(page, [file(name, buffer)]);
    await addArticles(page, 1);
    await expect(column(page, name.slice(0, -4))).toBeVisible();
  }
  const { articles } = await project(page);
  expect(articles[3].text).toBe(bytes.toString());
  expect(articles[4].text).toBe(bytes.toString().replace(/[“”]/g, '"'));
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

test("closing the dialog adds nothing, and asks if something was entered", async ({ page }) => {
  await openTexts(page, [file("one.txt", "One."), file("two.txt", "Two.")]);
  await expect(addDialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(addDialog(page)).toBeHidden();
  await openTexts(page, [file("one.txt", "One."), file("two.txt", "Two.")]);
  await addField(page, "two.txt", "Title").fill("Typed");
  // However often it is pressed.
  for (let i = 0; i < 5; i++) await page.keyboard.press("Escape");
  await expect(addDialog(page)).toContainText("not added yet");
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(addField(page, "two.txt", "Title")).toHaveValue("Typed");
  await expect(addField(page, "two.txt", "Title")).toBeFocused();
  await page.keyboard.press("Escape");
  await addDialog(page).getByRole("button", { name: "Discard" }).click();
  await expect(addDialog(page)).toBeHidden();
  expect((await project(page)).articles).toHaveLength(3);
});

test("Ctrl+V on the page offers the text on the clipboard", async ({ page, context, browserName }) => {
  test.skip(browserName !== "chromium", "only Chromium gives a test its clipboard");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("A headline\n\nAnd a text."));
  await reader(page, ARTICLES[0].id).focus();
  await page.keyboard.press("Control+v");
  const dialog = addDialog(page);
  await expect(dialog.getByLabel("Title")).toHaveValue("A headline");
  await expect(dialog.getByLabel("Text")).toHaveValue("A headline\n\nAnd a text.");
  await expect(dialog.getByLabel("Title")).toBeFocused();
  await addArticles(page, 1);
  expect(await textOf(page, "A headline")).toBe("A headline\n\nAnd a text.");
  await searchField(page).focus();
  await page.keyboard.press("Control+v");
  await expect(searchField(page)).toHaveValue(/A headline/);
  await expect(dialog).toBeHidden();
});

test("files of other kinds are recognised, and what is possible is said", async ({ page }) => {
  await openTexts(page, [
    file("report.pdf", "%PDF-1.7\n"), file("letter.rtf", "{\\rtf1 Text}"), file("table.csv", "a,b\n"), file("config.yaml", "a: b\n"),
    file("notes.jsonld", "{}"), file("good.txt", "Good."),
  ]);
  const dialog = addDialog(page);
  await expect(alert(page)).toContainText("“report.pdf” is a PDF. Crossread reads plain text");
  await expect(alert(page)).toContainText("“letter.rtf” is a document in Rich Text Format (RTF).");
  await expect(alert(page)).toContainText("“config.yaml” is a YAML file.");
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add as plain text anyway: config.yaml" }).click();
  await expect(dialog).toHaveAccessibleName("Add articles (2)");
  await addArticles(page, 2);
  expect((await project(page)).articles.slice(3).map(({ title, text }) => [title, text])).toEqual([["good", "Good."], ["config", "a: b\n"]]);
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
  // Told apart.
  expect((await project(page)).articles.slice(3).map(({ title }) => title)).toEqual(["same", "same (2)"]);
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
  await expect(alert(page)).toContainText("is a picture");
  await expect(alert(page)).toContainText("empty.txt");
  await addArticles(page, 1);
  expect(await textOf(page, "good")).toBe("Good.");
});
