// The big list of naughty strings: each is shown as itself wherever it stands, and comes back as it went in.
import { expect, file, open, project, test as base } from "./support.js";
import { NAUGHTY, chunks, exported, listen, projectOf, quiet, textsOf } from "./hostile.js";
import { alert, chooseFiles, openTexts, pasteText, addDialog, openProjects } from "./interface.js";
import { everyView } from "./views.js";

const test = base.extend({
  ears: async ({ context, baseURL }, use) => use(await listen(context, baseURL)),
});
const blank = (text) => text.trim() === "";
const all = (NAUGHTY ?? []).filter((text) => !blank(text));

test.skip(NAUGHTY === undefined, "there is no list of naughty strings: CROSSREAD_FIXTURES names the folder of fixtures");

for (const [number, strings] of chunks(all, 103).entries()) {
  test(`title, text, label, note and entity (${number + 1})`, async ({ page, ears }) => {
    test.setTimeout(300_000);
    await open(page);
    const given = projectOf(strings);
    await page.evaluate((json) => window.crossread.importFile("naughty.json", json), JSON.stringify(given));
    await everyView(page, strings, async (name, texts, wanted) => {
      const there = new Set(texts);
      expect.soft(wanted.filter((text) => !there.has(text)), `${name}: shown as itself`).toEqual([]);
      await quiet(page, ears, name);
    });
    const first = await exported(page);
    const kept = new Set(textsOf(JSON.parse(first)).map((one) => one.join("\n")));
    expect(textsOf(given).filter((one) => !kept.has(one.join("\n")))).toEqual([]);
    await page.evaluate((json) => window.crossread.importFile("again.json", json), first);
    expect(await exported(page)).toBe(first);
  });
}

test("blank strings are rejected with a message", async ({ page }) => {
  await open(page);
  const blanks = NAUGHTY.filter((text) => blank(text) && text !== "\ufeff");
  expect(blanks.length).toBeGreaterThan(1);
  for (const [i, text] of blanks.entries()) {
    await openTexts(page, [file(`blank-${i}.txt`, text)]);
    await expect(alert(page)).toContainText(`blank-${i}.txt`);
    await expect(alert(page)).toContainText("the file has no text in it");
    await alert(page).getByRole("button", { name: "Dismiss" }).click();
    const said = await page.evaluate(
      ([text, article]) => {
        try {
          return window.crossread.annotate({ article, label: text, ranges: [[0, 4]] });
        } catch (error) {
          return error.message;
        }
      },
      [text, (await project(page)).articles[0].id],
    );
    expect(said).toContain("there is no label");
  }
  expect((await project(page)).articles).toHaveLength(3);
});
