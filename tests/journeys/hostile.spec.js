// Untrusted files: no string in any field is run, rendered as markup, made a link or requested.
import { SUMMIT, annotate, drop, expect, file, open, project, reader, ready, test as base, waitSaved } from "./support.js";
import { INJECTIONS, choice, chunks, exported, startMonitor, projectOf, expectNoInjection, stringsOf } from "./hostile.js";
import { addArticles, addDialog, alert, chooseFiles, openTexts, pasteText } from "./interface.js";
import { everyView } from "./views.js";

const test = base.extend({
  monitor: [async ({ context, baseURL }, use) => {
    const monitor = await startMonitor(context, baseURL);
    await use(monitor);
    expect(monitor.incidents(), "nothing was run or requested").toEqual([]);
  }, { auto: true }],
});
const JSON_TYPE = "application/json";
const load = (page, json) => page.evaluate((json) => window.crossread.importFile("untrusted.json", json), json);

test.describe("the security policy", () => {
  // Violations are logged to the console.
  test.use({ allowedErrors: /Trusted|trusted|security policy/ });

  test("blocks markup, code and workers, and the monitor detects injected code", async ({ page, monitor }) => {
    await open(page);
    await page.evaluate(() => (window.__pwned = 1));
    await expect.poll(() => monitor.incidents()).toEqual(["ran: 1"]);
    monitor.incidents().length = 0;
    const results = await page.evaluate(() => {
      const attempt = (what) => {
        try {
          what();
          return "done";
        } catch (error) {
          return error.name;
        }
      };
      return {
        markup: attempt(() => (document.createElement("div").innerHTML = "<b>x</b>")),
        code: attempt(() => setTimeout("1", 0)),
        worker: attempt(() => new Worker("search-worker.js")),
        policy: attempt(() => window.trustedTypes.createPolicy("other", {})),
        again: attempt(() => window.trustedTypes.createPolicy("crossread", {})),
        other: attempt(() => window.crossreadTrusted.scriptURL("evil.js")),
        path: attempt(() => window.crossreadTrusted.scriptURL("../search-worker.js")),
        address: attempt(() => window.crossreadTrusted.scriptURL("https://evil.example/search-worker.js")),
        replaced: attempt(() => {
          "use strict";
          window.crossreadTrusted = { scriptURL: (name) => name };
        }),
        own: attempt(() => new Worker(window.crossreadTrusted.scriptURL("search-worker.js")).terminate()),
      };
    });
    const TYPE = "TypeError";
    expect(results).toEqual({ markup: TYPE, code: TYPE, worker: TYPE, policy: TYPE, again: TYPE, other: TYPE, path: TYPE, address: TYPE, replaced: TYPE, own: "done" });
  });
});

for (const [number, strings] of chunks(choice(INJECTIONS, 12), 80).entries()) {
  test(`injections in every field of a project, in every view (${number + 1})`, async ({ page, monitor }) => {
    await open(page);
    const given = projectOf(strings);
    // An unknown field may have any name; only JSON can define an own field called `__proto__`.
    const json = JSON.stringify(given).replace(/^\{/, '{"__proto__":{"__pwned":1,"polluted":1},"constructor":{"prototype":{"polluted":1}},');
    await load(page, json);
    await everyView(page, strings, async (name, texts, wanted) => {
      const missing = wanted.filter((text) => !texts.includes(text));
      expect.soft(missing, `${name}: shown unchanged`).toEqual([]);
      await expectNoInjection(page, monitor, name);
    });
    // The export contains every string unchanged.
    const first = await exported(page);
    expect(first).toContain('"__proto__": {');
    const exportedStrings = stringsOf(JSON.parse(first));
    const exportedSet = new Set(exportedStrings.map((one) => one.join("\n")));
    expect(stringsOf(given).filter((one) => !exportedSet.has(one.join("\n")))).toEqual([]);
    // After edits, a reload restores the same project.
    const { annotations } = await project(page);
    await page.evaluate(([id, notes]) => notes.forEach((note) => window.crossread.update(id, { note: `${note} again` })), [annotations[0].id, strings]);
    const edited = await exported(page);
    await waitSaved(page);
    await page.reload();
    await ready(page);
    expect(await exported(page)).toBe(edited);
    await page.getByRole("tab", { name: "History" }).click();
    await expectNoInjection(page, monitor, "the history, reopened");
    await load(page, first);
    expect(await exported(page)).toBe(first);
  });
}

test("injections in texts and file names, by file picker, drop and paste", async ({ page, monitor }) => {
  await open(page);
  // What begins like a web page is read as one (documents.spec.js), without its markup.
  const strings = INJECTIONS.filter((_, i) => i % 8 === 0).filter((text) => !/[\0\ufeff]|^<body/.test(text));
  // A file name contains no slash and no NUL; all other characters are possible.
  const files = strings.map((text) => file(`${text.replace(/[/\0]/g, "∕")}.txt`, `${text}\n<p>${text}</p>`));
  await openTexts(page, files.slice(0, 10));
  await expectNoInjection(page, monitor, "the dialog of an added text");
  await addArticles(page, 10);
  await drop(page, files.slice(10));
  // Some of them look like pictures in SVG.
  const anyway = addDialog(page).getByRole("button", { name: /^Add as plain text anyway/ });
  await expect(anyway).toHaveCount(2);
  for (let i = 0; i < 2; i++) await anyway.first().click();
  await expect(anyway).toHaveCount(0);
  await addArticles(page, files.length - 10);
  await expectNoInjection(page, monitor, "dropped texts");
  const text = strings.join("\n");
  await pasteText(page, { title: strings[0], source: "https://user@example.org/", date: "2026", language: "en", text });
  const { articles } = await project(page);
  const contents = articles.slice(3).map((one) => one.text);
  expect(contents.pop()).toBe(text);
  expect(contents.sort()).toEqual(strings.map((one) => `${one}\n<p>${one}</p>`).sort());
  const title = ({ name }) => name.slice(0, -4).replaceAll("_", " ").trim();
  expect(articles.slice(3).map((one) => one.title).sort()).toEqual([...files.map(title), strings[0]].sort());
  await expectNoInjection(page, monitor, "texts");
});

/** Clicks row after row of a list, and returns the links that `place` (# is the index) then contains. */
const linksOfEach = (page, sources, rows, place) =>
  page.evaluate(async ([sources, rows, place]) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const until = async (find, what) => {
      const deadline = performance.now() + 30_000;
      for (;;) {
        const found = find();
        if (found) return found;
        if (performance.now() > deadline) throw new Error(what);
        await frame();
      }
    };
    const linkOf = (one) => ({ href: one.href, target: one.target, rel: one.rel, words: one.innerText.replace(/ ↗.*/s, "").trim() });
    const links = [];
    for (const [i, source] of sources.entries()) {
      const row = await until(() => {
        const found = document.querySelector(`${rows}[data-index="${i}"]`);
        if (found) return found;
        // Only the rows near what is seen are in the page.
        const there = [...document.querySelectorAll(rows)];
        const isAbove = there.length > 0 && Number(there[0].dataset.index) > i;
        there.at(isAbove ? 0 : -1)?.scrollIntoView();
      }, `no row ${i}`);
      row.click();
      const shown = () => [...document.querySelectorAll(place.replace("#", i))].find((one) => one.textContent.includes(source.slice(0, 20).trim()));
      links.push([...(await until(shown, `${source} is not shown`)).querySelectorAll("a")].map(linkOf));
      document.querySelector("button.back")?.click();
      await frame();
    }
    return links;
  }, [sources, rows, place]);

test("injections in sources of articles and identifiers of entities: only web addresses become links", async ({ page, monitor }) => {
  await open(page);
  const webAddresses = ["https://example.org/a?b=c#d", "http://127.0.0.1:9/x", "https://bücher.example/", "HTTPS://Example.ORG/"];
  const given = (source, i) => ({ id: `a${i}`, title: `Article ${i}`, source, text: "x" });
  const base = await project(page);
  const addresses = INJECTIONS.filter((text) => /:|\/\//.test(text));
  // The host with letters of another script is one of those that become links.
  const sources = [...webAddresses, ...new Set([...choice(addresses, 3), ...addresses.filter((text) => text.includes("аpple"))])];
  await load(page, JSON.stringify({
    ...base, articles: sources.map(given), annotations: [], relations: [],
    entities: sources.map((url, i) => ({ id: `e${i}`, name: `Entity ${String(i).padStart(4, "0")}`, identifiers: { url, wikidata: url, viaf: url } })),
  }));
  const sourceLinks = (await linksOfEach(page, sources, ".article-entry", '.column:has([data-article="a#"]) .column-title')).flat();
  const safe = { target: "_blank", rel: "noopener noreferrer" };
  const host = "xn--bcher-kva.example";
  expect(sourceLinks.filter(({ href }) => !href.startsWith("https://xn--"))).toEqual([
    { href: webAddresses[0], words: webAddresses[0], ...safe }, { href: webAddresses[1], words: webAddresses[1], ...safe }, { href: "https://example.org/", words: webAddresses[3], ...safe },
  ]);
  // If a host has letters of another script, its ASCII form is shown as well.
  expect(sourceLinks.filter(({ href }) => href.startsWith("https://xn--")).map(({ href, words }) => [href, words])).toEqual([
    [`https://${host}/`, `${webAddresses[2]} (${host})`], ["https://xn--pple-43d.example/", "https://аpple.example/ (xn--pple-43d.example)"],
  ]);
  await page.getByRole("tab", { name: "Entities" }).click();
  const entityLinks = await linksOfEach(page, sources, ".entity-entry", ".entity-links");
  for (const [i, source] of sources.entries()) {
    const isLink = i < webAddresses.length || source.includes("аpple");
    expect(entityLinks[i].length, source).toBe(isLink ? 3 : 0);
  }
  await expectNoInjection(page, monitor, "links");
});

test("error messages show the rejected strings as text", async ({ page, monitor }) => {
  await open(page);
  const before = await exported(page);
  const created = "2026-01-01T00:00:00Z";
  const valid = { format: "crossread", version: 1, project: { title: "P", created }, schema: { labels: [] }, articles: [] };
  const invalid = [
    (text) => ({ ...valid, format: text }),
    (text) => ({ ...valid, version: text }),
    (text) => ({ ...valid, project: { title: "P", created: text } }),
    (text) => ({ ...valid, schema: { labels: [{ id: text, kind: text, name: text, colour: "#000000" }] } }),
    (text) => ({ ...valid, schema: { labels: [{ id: "L", kind: "other", name: text, colour: text }] } }),
    (text) => ({ ...valid, articles: [{ id: `${text} `, title: text, text }] }),
    (text) => ({ ...valid, articles: [{ id: "a", title: text, date: `${text}x`, text: "x" }] }),
    (text) => ({ ...valid, articles: [{ id: "a", title: text, language: `${text}!`, text: "x" }] }),
    (text) => ({ ...valid, articles: [{ id: "a", title: text, sha256: `${text}!`, text: "x" }] }),
    (text) => ({ ...valid, articles: [{ id: "a", title: text, attributes: { [`${text}!`]: text }, text: "x" }] }),
    (text) => ({ ...valid, annotations: [{ id: "t", article: `${text}!`, label: text, ranges: [] }] }),
    (text) => ({ ...valid, relations: [{ id: "r", type: `${text}!`, from: text, to: text }] }),
    (text) => ({ ...valid, entities: [{ id: "e", name: "E", label: `${text}!` }] }),
    (text) => ({ ...valid, entities: { [text]: text } }),
    (text) => `{"format":"crossread", "x": "${text}`,
    (text) => text,
  ];
  for (const [i, text] of INJECTIONS.entries()) {
    const content = invalid[i % invalid.length](text);
    const message = await page.evaluate(
      ([name, json]) => window.crossread.importFile(name, json).then(() => "imported", (error) => error.message),
      [`${text}.crossread.json`, typeof content === "string" ? content : JSON.stringify(content)],
    );
    expect(message, text).not.toBe("imported");
    // The same error, shown by the page.
    if (i % 10 === 0) {
      await drop(page, [file(`${text.replace(/[/\0]/g, "∕")}.crossread.json`, typeof content === "string" ? content : JSON.stringify(content), JSON_TYPE)]);
      await expect(alert(page)).toBeVisible();
      await expect(alert(page)).toContainText(/expected|not valid JSON|there is no|cannot be an id|is not|in the place of|no such/);
      await expectNoInjection(page, monitor, `a message with ${text}`);
      await alert(page).getByRole("button", { name: "Dismiss" }).click();
    }
  }
  expect(await exported(page)).toBe(before);
});

test("injections in calls of the script API and in their errors", async ({ page, monitor }) => {
  await open(page);
  const id = await annotate(page, SUMMIT, "Germany", "Location");
  const other = await annotate(page, SUMMIT, "Europol", "Organization");
  const result = await page.evaluate(
    async ([strings, id, other, article]) => {
      const { crossread } = window;
      const messages = [];
      const attempt = async (call) => {
        try {
          await call();
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          messages.push(error.message);
        }
      };
      for (const text of strings) {
        await attempt(() => crossread.annotate({ article: text, label: "Person", ranges: [[0, 1]] }));
        await attempt(() => crossread.annotate({ article, label: text, ranges: [[0, 1]] }));
        await attempt(() => crossread.annotate({ article, label: "Person", ranges: [[0, 1]], attributes: { [text]: text } }));
        await attempt(() => crossread.annotate({ article, label: "Person", ranges: [[0, 1]], [text]: text }));
        await attempt(() => crossread.annotate({ article, label: "Person", ranges: text }));
        await attempt(() => crossread.update(id, { note: text }));
        await attempt(() => crossread.update(id, { label: text }));
        await attempt(() => crossread.update(text, {}));
        await attempt(() => crossread.relate({ from: id, to: other, type: text }));
        await attempt(() => crossread.relate({ from: text, to: other, type: "supports" }));
        await attempt(() => crossread.reveal(text));
        await attempt(() => crossread.remove(text));
        await attempt(() => crossread.suggestions(text));
        await attempt(() => crossread.accept(text));
        await attempt(() => crossread.export(text));
        await attempt(() => crossread.load({ format: text }));
        await attempt(() => crossread.importFile(text, text));
      }
      return { count: messages.length, note: crossread.project().annotations.find((one) => one.id === id).note };
    },
    [INJECTIONS, id, other, SUMMIT],
  );
  expect(result.count, "all but the notes are rejected").toBe(INJECTIONS.length * 16);
  expect(result.note).toBe(INJECTIONS.at(-1));
  await page.getByRole("tab", { name: "History" }).click();
  await expectNoInjection(page, monitor, "after the calls");
});

test("injections in stored settings and in a schema file", async ({ page, monitor }) => {
  await open(page);
  await waitSaved(page);
  const key = await page.evaluate(() => localStorage.getItem("crossread.project"));
  for (const text of INJECTIONS.filter((_, i) => i % 40 === 0)) {
    await page.evaluate(
      ([key, text]) => {
        localStorage.setItem("crossread.project", text);
        const view = { open: [text], columns: 1e9, selected: text, rejected: [text], cursor: { article: text, anchor: 4294967295, head: 1 }, scroll: [{ article: text, block: 4294967295, px: 1e308 }] };
        localStorage.setItem(`crossread.view.${text}`, JSON.stringify(view));
        localStorage.setItem(`crossread.view.${key}`, JSON.stringify({ ...view, [text]: text }));
        for (const name of Object.keys(localStorage)) if (!/view|project/.test(name)) localStorage.setItem(name, text);
      },
      [key, text],
    );
    await page.reload();
    await ready(page);
    await expect(page.getByRole("navigation", { name: "Articles" })).toBeVisible();
    await expectNoInjection(page, monitor, `settings with ${text}`);
  }
  const { schema } = projectOf(INJECTIONS.slice(0, 40));
  await chooseFiles(page, [file("x.schema.json", JSON.stringify({ format: "crossread-schema", version: 1, schema }), JSON_TYPE)]);
  const dialog = page.getByRole("dialog", { name: "Edit labels" });
  await expect(dialog).toBeVisible();
  await expectNoInjection(page, monitor, "the editor of an untrusted schema");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expectNoInjection(page, monitor, "an untrusted schema");
});
