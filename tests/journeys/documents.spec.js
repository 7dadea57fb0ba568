// Web pages, Markdown, Word documents and archives: their texts become articles, and what was read is shown first.
import { axeViolationsInBothSchemes } from "./axe.js";
import { addArticles, addDialog, addField, alert } from "./interface.js";
import { drop, expect, file, open, project, quotes, test } from "./support.js";
import { expectNoPointer, focusText, press, trackPointer } from "./keys.js";
import { docx, zip } from "./zip.js";

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="windows-1252"><title>A caf\xe9 closes | The Paper</title>
<meta property="og:site_name" content="The Paper"><meta name="author" content="Ana Bell"><link rel="canonical" href="https://paper.example/cafe">
<script>document.title = "no"</script><meta property="article:published_time" content="2021-11-28T09:00:00Z"></head>
<body><nav>Home</nav><article><h1>A caf\xe9 closes</h1><p>It was <b>old</b> &amp; loved.<p hidden>No</p><ul><li>One<li>Two</ul></article><footer>Foot</footer></body></html>`;
const TEXT = "A café closes\n\nIt was old & loved.\n\nOne\nTwo";

test("a web page, a Markdown page and a Word document are dropped, and become articles", async ({ page }) => {
  await open(page);
  await drop(page, [
    file("page.html", Buffer.from(PAGE, "latin1"), "text/html"), file("notes.md", "---\ntitle: From Markdown\n---\n# Head\n\nSome *text*.\n"),
    file("letter.docx", docx("A letter", ["Dear &lt;all&gt;,", "it is <w:br/>done."])), file("broken.docx", Buffer.from("PK\x03\x04\0\0word/document.xml")),
  ]);
  await expect(addDialog(page)).toHaveAccessibleName("Add articles (3)");
  await expect(alert(page)).toContainText("broken.docx: expected a ZIP archive");
  for (const [field, value] of [["Title", "A café closes"], ["Source", "The Paper"], ["Date", "2021-11-28"], ["Language", "en-GB"], ["Read as", "html"], ["Encoding", "windows-1252"]]) {
    await expect(addField(page, "page.html", field), field).toHaveValue(value);
  }
  await expect(addField(page, "letter.docx", "Title")).toHaveValue("A letter");
  await addDialog(page).getByRole("button", { name: /^Beginning of page.html/ }).click();
  await expect(addDialog(page).getByRole("region", { name: "Beginning of page.html" })).toHaveText(TEXT);
  await expect(addDialog(page)).toContainText("outside of the article left out");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  // The user overrules what was recognised.
  await addField(page, "notes.md", "Read as").selectOption("text");
  await expect(addField(page, "notes.md", "Title")).toHaveValue("notes");
  await addArticles(page, 3);
  const articles = (await project(page)).articles.slice(3);
  expect(articles.map(({ text }) => text)).toEqual([TEXT, "---\ntitle: From Markdown\n---\n# Head\n\nSome *text*.\n", "Dear <all>,\n\nit is done."]);
  expect(articles[0]).toMatchObject({ title: "A café closes", note: "Ana Bell\nhttps://paper.example/cafe" });
});

test("archives are unpacked: a brat project and an article end in the page, with the keyboard alone", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await focusText(page);
  const text = "😀 Anna met Bob in Rome.\n";
  const brat = zip([
    ["talks/one.txt", text], ["talks/one.ann", "T1\tPerson 2 6\tAnna\nT2\tPlace 18 22\tRome\n"], ["talks/annotation.conf", "[entities]\nPerson\nPlace\n"],
    ["__MACOSX/talks/._one.txt", "x"],
  ]);
  await page.locator("#import-file").setInputFiles([file("corpus.zip", brat)]);
  const dialog = page.getByRole("dialog", { name: /^Import / });
  await expect(dialog).toContainText("1 article, 2 tags");
  await expect(dialog.getByRole("button", { name: "Import as a new project" })).toBeFocused();
  await press(page, "Enter");
  await expect.poll(() => quotes(page)).toEqual(["Person: Anna", "Place: Rome"]);

  const mixed = zip([["pages/a.html", "<p>From an archive"], ["b.txt", "Plain."]]);
  await page.locator("#import-file").setInputFiles([file("mixed.zip", mixed), file("damaged.zip", mixed.subarray(0, 60))]);
  await expect(addDialog(page)).toHaveAccessibleName("Add articles (2)");
  await expect(alert(page)).toContainText("damaged.zip: expected a ZIP archive");
  await press(page, "Enter");
  await expect(addDialog(page)).toBeHidden();
  expect((await project(page)).articles.slice(1).map(({ title, text }) => [title, text])).toEqual([["a", "From an archive"], ["b", "Plain."]]);
  await expectNoPointer(page);
});
