// Files of other tools: what was recognised is shown before anything changes, and they end in tagged articles.
import { axeViolationsInBothSchemes } from "./axe.js";
import { download, drop, expect, file, open, project, quotes, test } from "./support.js";
import { expectNoPointer, focusText, press, trackPointer } from "./keys.js";

const dialog = (page) => page.getByRole("dialog", { name: /^Import / });
const importButton = (page) => dialog(page).getByRole("button", { name: "Import as a new project" });
/** Gives files to the input of the button Import, whose dialog is the browser's own. */
const choose = (page, files) => page.locator("#import-file").setInputFiles(files);

const TEXT = "😀 Anna met Bob in Rome.\n";
const STANDOFF = "T1\tPerson 2 6\tAnna\nT2\tPerson 11 14\tBob\nT3\tPlace 18 22\tRome\nR1\tMet Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T3\tthe city\n";
const BRAT = [file("talks.txt", TEXT), file("talks.ann", STANDOFF), file("annotation.conf", "[entities]\nPerson\nPlace\n[relations]\nMet Arg1:Person, Arg2:Person\n")];

test("the files of a brat project are shown, a label gets another name, and they become a project", async ({ page }) => {
  await open(page);
  const before = JSON.stringify(await project(page));
  await drop(page, BRAT);
  await expect(dialog(page)).toContainText("1 article, 3 tags, 1 relation");
  await expect(dialog(page).getByLabel("Format")).toHaveValue("brat");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  expect(JSON.stringify(await project(page))).toBe(before);

  await drop(page, BRAT);
  await dialog(page).getByLabel("Name of Place in the project").fill("City");
  await dialog(page).getByLabel("Name of Place in the project").press("Tab");
  await importButton(page).click();
  await expect.poll(() => quotes(page)).toEqual(["Person: Anna", "Person: Bob", "Place: Rome"]);
  const { articles, annotations, relations, schema } = await project(page);
  expect(articles.map(({ text }) => text)).toEqual([TEXT]);
  expect(schema.labels.map(({ name }) => name)).toEqual(["Person", "City"]);
  expect(annotations.at(-1).note).toBe("the city");
  expect(relations).toHaveLength(1);
  await expect(page.locator("mark")).toHaveText(["Anna", "Bob", "Rome"]);
});

test("a file that does not show what its positions count is not imported before that is chosen", async ({ page }) => {
  await open(page);
  await drop(page, [file("tasks.jsonl", `${JSON.stringify({ text: "😀 Bob met Ann in a town", label: [[2, 5, "PER"]] })}\n`)]);
  await expect(dialog(page).getByLabel("Format")).toHaveValue("doccano");
  await expect(dialog(page).getByRole("alert")).toContainText("Choose what positions count");
  await expect(importButton(page)).toBeDisabled();
  await dialog(page).getByLabel("Positions count").selectOption("code-points");
  await importButton(page).click();
  await expect.poll(() => quotes(page)).toEqual(["PER: Bob"]);
});

test("an export of Label Studio and a CoNLL file are imported with the keyboard alone", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  const value = { start: 2, end: 6, text: "Anna", labels: ["Person"] };
  const result = [{ id: "a", from_name: "label", to_name: "text", type: "labels", value }];
  const tasks = [{ id: 1, data: { text: TEXT }, annotations: [{ id: 1, result }] }];
  await focusText(page);
  await choose(page, [file("project-1.json", JSON.stringify(tasks), "application/json")]);
  await expect(dialog(page).getByLabel("Format")).toHaveValue("label-studio");
  await expect(importButton(page)).toBeFocused();
  await press(page, "Enter");
  await expect.poll(() => quotes(page)).toEqual(["Person: Anna"]);

  await choose(page, [file("news.conll", "-DOCSTART- -X- -X- O\n\nAnna NNP B-NP B-PER\nmet VBD B-VP O\nBob NNP B-NP B-PER\nRoss NNP I-NP I-PER\n\n")]);
  await expect(dialog(page)).toContainText("1 article, 2 tags");
  await press(page, "Enter");
  await expect.poll(() => quotes(page)).toEqual(["PER: Anna", "PER: Bob Ross"]);
  await choose(page, [file("news.conll", "Anna B-PER\n\n")]);
  await expect(dialog(page)).toBeVisible();
  await press(page, "Escape");
  await expect(dialog(page)).toBeHidden();
  expect(await quotes(page)).toEqual(["PER: Anna", "PER: Bob Ross"]);
  await expectNoPointer(page);
});

test("what is exported in one file opens again with the same tags", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const [first] = window.crossread.project().articles;
    for (const [start, end, label] of [[0, 5, "Person"], [15, 21, "Location"], [25, 42, "Claim"]]) window.crossread.annotate({ article: first.id, label, ranges: [[start, end]] });
  });
  const exact = async () => (await project(page)).annotations.map(({ ranges }) => ranges.map((range) => range.exact).join(" … "));
  const before = await exact();
  const formats = await page.evaluate(() => window.crossread.formats());
  const opened = [];
  for (const format of formats.filter((format) => !["crossread", "csv", "schema-org"].includes(format))) {
    const { name, text } = await page.evaluate((format) => {
      const { name, bytes } = window.crossread.export(format);
      return { name, text: new TextDecoder().decode(bytes) };
    }, format);
    if (name.endsWith(".zip")) continue;
    await drop(page, [file(name, text)]);
    await expect(dialog(page).getByLabel("Format")).toHaveValue(format);
    const unit = dialog(page).getByLabel("Positions count");
    if (await unit.isVisible()) await expect(dialog(page).getByRole("alert")).toHaveCount(0);
    await importButton(page).click();
    await expect(dialog(page)).toBeHidden();
    await expect.poll(exact, format).toEqual(before);
    opened.push(format);
  }
  expect(opened).toEqual(expect.arrayContaining(["w3c", "doccano", "spacy", "prodigy", "conll"]));
});

test("a CoNLL file in BIOES for each article is previewed and downloaded with the keyboard alone, and the choice is remembered", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await page.evaluate(() => {
    const [first] = window.crossread.project().articles;
    window.crossread.annotate({ article: first.id, label: "Location", ranges: [[0, first.text.search(/\s/)]] });
  });
  const downloads = page.getByRole("dialog", { name: "Download as" });
  const details = downloads.getByRole("region", { name: "About the format" });
  await page.getByRole("button", { name: "Other formats" }).focus();
  await press(page, "Enter");
  await downloads.getByRole("radio", { name: /Table of tags/ }).focus();
  await press(page, "ArrowUp");
  await expect(downloads.getByRole("radio", { name: /CoNLL/ })).toBeChecked();
  await press(page, "Tab", "Tab");
  await expect(details.getByLabel("Scheme of tags")).toBeFocused();
  await page.keyboard.type("BIOES");
  await press(page, "Tab", "Tab", "Space");
  await expect(details.getByRole("checkbox", { name: /One file for each/ })).toBeChecked();
  await expect(downloads.getByRole("status")).toContainText("3 files in a ZIP archive");
  await expect(details.locator("summary")).toHaveCount(3);
  await expect(details.locator("pre").first()).toContainText("-DOCSTART-");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  const { name, bytes } = await download(page, () => page.keyboard.press("Enter"));
  const archive = bytes.toString("latin1");
  expect(name).toMatch(/\.zip$/);
  expect(archive.match(/PK\x01\x02/g)).toHaveLength(3);
  expect(archive.match(/\tS-Location\n/g)).toHaveLength(1);
  await expect(downloads).toBeHidden();
  await page.getByRole("button", { name: "Other formats" }).focus();
  await press(page, "Enter");
  await expect(details.getByLabel("Scheme of tags")).toHaveValue("BIOES");
  await expectNoPointer(page);
});

test("a large import shows how much is read, and cancelling it leaves the project as it was", async ({ page }) => {
  await open(page);
  const before = JSON.stringify(await project(page));
  const text = `${"Anna met Bob in Rome. ".repeat(20)}`;
  const line = JSON.stringify({ text, label: [[0, 4, "PER"], [9, 12, "PER"], [16, 20, "LOC"]] });
  await drop(page, [file("large.jsonl", `${line}\n`.repeat(20_000))]);
  await expect(dialog(page).getByRole("progressbar")).toBeVisible();
  await expect(importButton(page)).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect(JSON.stringify(await project(page))).toBe(before);
});
