// Files of strangers: nothing in them is run, drawn as markup, led to or asked for, wherever it stands.
import { ARTICLES, SUMMIT, annotate, drop, expect, file, open, project, reader, ready, test as base, waitSaved } from "./support.js";
import { INJECTIONS, chunks, exported, listen, projectOf, quiet, strange, textsOf } from "./hostile.js";
import { addArticles, alert, chooseFiles, openTexts, pasteText } from "./interface.js";
import { everyView } from "./views.js";

const test = base.extend({
  ears: [async ({ context, baseURL }, use) => {
    const ears = await listen(context, baseURL);
    await use(ears);
    expect(ears.heard(), "nothing was run and nothing was asked for").toEqual([]);
  }, { auto: true }],
});
const JSON_TYPE = "application/json";
const load = (page, json) => page.evaluate((json) => window.crossread.importFile("stranger.json", json), json);

test.describe("the policy", () => {
  // What is refused is told on the console.
  test.use({ allowed: /Trusted|trusted|security policy/ });

  test("the ears hear, and the policy refuses what would run", async ({ page, ears }) => {
    await open(page);
    await page.evaluate(() => (window.__pwned = 1));
    await expect.poll(() => ears.heard()).toEqual(["ran: 1"]);
    ears.heard().length = 0;
    const refused = await page.evaluate(() => {
      const tried = (what) => {
        try {
          what();
          return "done";
        } catch (error) {
          return error.name;
        }
      };
      return {
        markup: tried(() => (document.createElement("div").innerHTML = "<b>x</b>")),
        code: tried(() => setTimeout("1", 0)),
        worker: tried(() => new Worker("search-worker.js")),
        policy: tried(() => window.trustedTypes.createPolicy("other", {})),
        again: tried(() => window.trustedTypes.createPolicy("crossread", {})),
        other: tried(() => window.crossreadTrusted.scriptURL("evil.js")),
        path: tried(() => window.crossreadTrusted.scriptURL("../search-worker.js")),
        address: tried(() => window.crossreadTrusted.scriptURL("https://evil.example/search-worker.js")),
        replaced: tried(() => {
          "use strict";
          window.crossreadTrusted = { scriptURL: (name) => name };
        }),
        own: tried(() => new Worker(window.crossreadTrusted.scriptURL("search-worker.js")).terminate()),
      };
    });
    const TYPE = "TypeError";
    expect(refused).toEqual({ markup: TYPE, code: TYPE, worker: TYPE, policy: TYPE, again: TYPE, other: TYPE, path: TYPE, address: TYPE, replaced: TYPE, own: "done" });
  });
});

for (const [number, strings] of chunks(INJECTIONS, 64).entries()) {
  test(`a project with them in every field, in every view (${number + 1})`, async ({ page, ears }) => {
    test.setTimeout(180_000);
    await open(page);
    const given = projectOf(strings);
    // An unknown field may have any name; that of the prototype is one that JSON alone can give.
    const json = JSON.stringify(given).replace(/^\{/, '{"__proto__":{"__pwned":1,"polluted":1},"constructor":{"prototype":{"polluted":1}},');
    await load(page, json);
    await everyView(page, strings, async (name, texts, wanted) => {
      const missing = wanted.filter((text) => !texts.includes(text));
      expect.soft(missing, `${name}: shown as itself`).toEqual([]);
      await quiet(page, ears, name);
    });
    // All of it is there, and comes out as it went in.
    const first = await exported(page);
    expect(first).toContain('"__proto__": {');
    const kept = textsOf(JSON.parse(first));
    const all = new Set(kept.map((one) => one.join("\n")));
    expect(textsOf(given).filter((one) => !all.has(one.join("\n")))).toEqual([]);
    // The store gives it back after edits, too.
    const { annotations } = await project(page);
    await page.evaluate(([id, notes]) => notes.forEach((note) => window.crossread.update(id, { note: `${note} again` })), [annotations[0].id, strings]);
    const edited = await exported(page);
    await waitSaved(page);
    await page.reload();
    await ready(page);
    expect(await exported(page)).toBe(edited);
    await page.getByRole("tab", { name: "History" }).click();
    await quiet(page, ears, "the history, reopened");
    await load(page, first);
    expect(await exported(page)).toBe(first);
  });
}
