// The big list of naughty strings: each is shown unchanged in every view, and exported unchanged. That all are read and written unchanged is
// tested on the host.
import { expect, file, open, project, test as base } from "./support.js";
import { NAUGHTY, choice, chunks, exported, startMonitor, projectOf, expectNoInjection, stringsOf } from "./hostile.js";
import { alert, openTexts } from "./interface.js";
import { everyView } from "./views.js";

const test = base.extend({
  monitor: async ({ context, baseURL }, use) => use(await startMonitor(context, baseURL)),
});
const isWhiteSpace = (text) => text.trim() === "";
const all = (NAUGHTY ?? []).filter((text) => !isWhiteSpace(text));

test.skip(NAUGHTY === undefined, "the list of naughty strings is missing: set CROSSREAD_FIXTURES to the folder of fixtures");

for (const [number, strings] of chunks(choice(all, 20), 103).entries()) {
  test(`naughty strings as title, text, label, note and entity (${number + 1})`, async ({ page, monitor }) => {
    test.setTimeout(300_000);
    await open(page);
    const given = projectOf(strings);
    await page.evaluate((json) => window.crossread.importFile("naughty.json", json), JSON.stringify(given));
    await everyView(page, strings, async (name, texts, wanted) => {
      const found = new Set(texts);
      expect.soft(wanted.filter((text) => !found.has(text)), `${name}: shown unchanged`).toEqual([]);
      await expectNoInjection(page, monitor, name);
    });
    const first = await exported(page);
    const exportedStrings = new Set(stringsOf(JSON.parse(first)).map((one) => one.join("\n")));
    expect(stringsOf(given).filter((one) => !exportedStrings.has(one.join("\n")))).toEqual([]);
    await page.evaluate((json) => window.crossread.importFile("again.json", json), first);
    expect(await exported(page)).toBe(first);
  });
}

test("strings of white space are rejected with a message", async ({ page }) => {
  await open(page);
  const whiteSpaceStrings = NAUGHTY.filter((text) => isWhiteSpace(text) && text !== "\ufeff");
  expect(whiteSpaceStrings.length).toBeGreaterThan(1);
  for (const [i, text] of whiteSpaceStrings.entries()) {
    await openTexts(page, [file(`white-space-${i}.txt`, text)]);
    await expect(alert(page)).toContainText(`white-space-${i}.txt`);
    await expect(alert(page)).toContainText("the file has no text in it");
    await alert(page).getByRole("button", { name: "Dismiss" }).click();
    const message = await page.evaluate(
      ([text, article]) => {
        try {
          return window.crossread.annotate({ article, label: text, ranges: [[0, 4]] });
        } catch (error) {
          return error.message;
        }
      },
      [text, (await project(page)).articles[0].id],
    );
    expect(message).toContain("there is no label");
  }
  expect((await project(page)).articles).toHaveLength(3);
});
