// Files that are too large are rejected with a message before they are read, long names do not break the layout, and
// script API calls with unusual objects get an error.
import { SUMMIT, annotate, drop, expect, file, open, waitForPaint, project, tags, test } from "./support.js";
import { addArticles, addDialog, alert, chooseFiles, openTexts, openMenu } from "./interface.js";
import { exported } from "./hostile.js";

const JSON_TYPE = "application/json";
/** Drops a file that claims to have this size, and counts how often it is read. */
const dropLarge = (page, name, size) =>
  page.evaluate(([name, size]) => {
    window.read = 0;
    const large = new File(["x"], name);
    Object.defineProperty(File.prototype, "size", { configurable: true, get: () => size });
    File.prototype.arrayBuffer = async () => (window.read++, new ArrayBuffer(1));
    const transfer = new DataTransfer();
    transfer.items.add(large);
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, [name, size]);

for (const [name, size, limit] of [["long.txt", 33 << 20, "32 MB"], ["large.json", 257 * 2 ** 20, "256 MB"], ["huge.bin", 5 * 2 ** 40, "32 MB"]]) {
  test(`${name} is rejected as too large and not read`, async ({ page }) => {
    await open(page);
    await dropLarge(page, name, size);
    await expect(alert(page)).toContainText(name);
    await expect(alert(page)).toContainText(`the limit is ${limit}`);
    expect(await page.evaluate(() => window.read)).toBe(0);
    expect((await project(page)).articles).toHaveLength(3);
  });
}

test("of too many files only those up to the limit are read, and long lists of errors are shortened", async ({ page }) => {
  await open(page);
  await drop(page, Array.from({ length: 501 }, (_, i) => file(`empty ${i}.txt`, "")));
  await expect(alert(page)).toContainText("501 files were chosen. Only the first 500 are read.");
  await expect(alert(page)).toContainText("empty 0.txt");
  expect((await alert(page).innerText()).length).toBeLessThan(2_200);
});

test("fields that are too long or nested too deeply are rejected with their position", async ({ page }) => {
  await open(page);
  const base = await project(page);
  const long = "x".repeat(1 << 20);
  const cases = [
    [{ ...base, project: { ...base.project, title: long } }, "project.title: the title has 1048576 characters; the limit is 5000"],
    [{ ...base, articles: [{ ...base.articles[0], title: long }] }, "articles[0].title: the title has 1048576"],
    [{ ...base, entities: [{ id: "e", name: long }] }, "entities[0].name: the name has 1048576"],
    [{ ...base, schema: { ...base.schema, labels: [{ ...base.schema.labels[0], name: long }] } }, "schema: the name has 1048576"],
    [{ ...base, entities: [{ id: long, name: "E" }] }, "cannot be an id"],
    [{ ...base, entities: [{ id: "e", name: "E", label: long }] }, "there is no label with the id \"xxxxx"],
    [`{"format":"crossread","x":${"[".repeat(1 << 20)}`, "nested more than 127 levels deep"],
    [`{"format":"crossread","version":1,"x":${'{"x":'.repeat(100)}1${"}".repeat(100)}}`, "project: is missing"],
  ];
  for (const [content, words] of cases) {
    const json = typeof content === "string" ? content : JSON.stringify(content);
    await chooseFiles(page, [file("long.json", json, JSON_TYPE)]);
    await expect(alert(page)).toContainText(words);
    expect((await alert(page).innerText()).length).toBeLessThan(2_200);
    await alert(page).getByRole("button", { name: "Dismiss" }).click();
  }
  expect(await page.evaluate(() => { try { return window.crossread.update("none", {}); } catch (error) { return error.message; } })).toContain("there is no annotation");
});

for (const [width, height] of [[1440, 900], [390, 800]]) {
  test(`the longest names do not break a page ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, { articles: [] });
    const long = "Unbreakable".repeat(454);
    const base = await project(page);
    const { articles, schema } = base;
    const start = 0;
    await page.evaluate((json) => window.crossread.importFile("long.json", json), JSON.stringify({
      ...base, project: { ...base.project, title: long },
      schema: { ...schema, labels: schema.labels.map((one) => ({ ...one, name: long, description: long })) },
      articles: articles.map((one) => ({ ...one, title: long, source: `https://example.org/${long.slice(0, 900)}` })),
      entities: [{ id: "e", name: long, label: schema.labels[1].id, aliases: [long], note: long }],
      annotations: [{ id: "t", article: articles[0].id, label: schema.labels[1].id, entity: "e", note: long, creator: long, ranges: [{ start, end: 4, exact: articles[0].text.slice(0, 4) }] }],
    }));
    await waitForPaint(page);
    const overflow = () => page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth);
    expect(await overflow(), "the page does not scroll sideways").toBeLessThanOrEqual(0);
    await page.evaluate(() => window.crossread.reveal("t"));
    await openMenu(page);
    for (const name of ["Import", "Export", "Help"]) {
      const button = page.getByRole("button", { name, exact: true }).first();
      const box = await button.boundingBox();
      expect(box.x >= 0 && box.x + box.width <= width && box.height < 60, `${name} is inside the window: ${JSON.stringify(box)}`).toBe(true);
    }
    if (width > 800) {
      // The reader has more than half of the height, however long the names of labels are.
      const reader = await page.locator(".reader").boundingBox();
      expect(reader.height).toBeGreaterThan(height / 2);
      for (const name of ["Entities", "Relations", "History", "Annotations"]) {
        await page.getByRole("tab", { name }).click();
        expect(await overflow(), name).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("script API calls with unusual objects get an error, and the page stays usable", async ({ page }) => {
  await open(page);
  const id = await annotate(page, SUMMIT, "Germany", "Location");
  const before = await exported(page);
  const errors = await page.evaluate(async ([id, article]) => {
    const { crossread } = window;
    const cyclic = {};
    cyclic.self = cyclic;
    let deep = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    const throwingGetter = { get label() { throw new Error("mine"); } };
    const proxy = new Proxy({}, { get() { throw new Error("mine"); }, ownKeys() { throw new Error("mine"); }, getPrototypeOf() { throw new Error("mine"); } });
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    const bytes = new Proxy(new Uint8Array(4), {});
    const fakeBytes = Object.create(Uint8Array.prototype);
    const tag = { article, label: "Person", ranges: [[0, 4]] };
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    const calls = {
      cyclic: () => crossread.annotate(cyclic),
      deep: () => crossread.annotate(deep),
      "deep project": () => crossread.load(deep),
      getter: () => crossread.annotate(throwingGetter),
      proxy: () => crossread.annotate(proxy),
      "revoked proxy": () => crossread.annotate(revoked),
      bigint: () => crossread.annotate({ ...tag, note: 1n }),
      symbol: () => crossread.annotate({ ...tag, label: Symbol("x") }),
      "toJSON throws": () => crossread.update(id, { toJSON() { throw new Error("mine"); } }),
      "toJSON returns a string": () => crossread.update(id, { toJSON: () => "text" }),
      "a lone surrogate": () => crossread.update(id, { note: "\ud800" }),
      "a function": () => crossread.annotate(() => {}),
      "null": () => crossread.annotate(null),
      "no argument": () => crossread.annotate(),
      "many ranges": () => crossread.annotate({ ...tag, ranges: Array.from({ length: 200_000 }, () => [0, 4]) }),
      "numbers out of range": () => crossread.annotate({ ...tag, ranges: [[-1, 1e308]] }),
      "not a number": () => crossread.annotate({ ...tag, ranges: [[NaN, Infinity]] }),
      "prototype": () => crossread.annotate(JSON.parse(`{"__proto__":{"label":"Person"},"article":"${article}","ranges":[[0,4]]}`)),
      "a field called constructor": () => crossread.annotate({ ...tag, constructor: 1 }),
      "detached buffer": () => crossread.importFile("x.json", buffer),
      "proxied bytes": () => crossread.importFile("x.json", bytes),
      "an object with the prototype of Uint8Array": () => crossread.importFile("x.json", fakeBytes),
      "revoked bytes": () => crossread.importFile("x.json", revoked),
      "an object as the name": () => crossread.importFile({ toString: () => "x.json" }, "{}"),
      "a string as the callback": () => crossread.subscribe("text"),
      "no callback": () => crossread.subscribe(),
    };
    const errors = {};
    for (const [name, call] of Object.entries(calls)) {
      // A promise that never settles is a failure too.
      const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error("LATE")), 30_000));
      errors[name] = await Promise.race([(async () => call())(), timeout]).then(() => "DONE", (error) => (error instanceof Error ? error.message : "NO ERROR"));
    }
    return errors;
  }, [id, SUMMIT]);
  for (const [name, words] of Object.entries(errors)) expect.soft(words, name).toMatch(/^(annotate|update|load|importFile|subscribe): |expected|not valid JSON|not a format|nested/);
  expect(await exported(page)).toBe(before);
  // A subscriber that throws, and one that calls the API.
  const kinds = await page.evaluate(([id]) => {
    const { crossread } = window;
    const kinds = [];
    const subscriptions = [
      crossread.subscribe(() => { throw new Error("mine"); }),
      crossread.subscribe((step) => {
        kinds.push(step.kind);
        if (kinds.length === 1) crossread.undo();
      }),
    ];
    crossread.update(id, { note: "changed" });
    subscriptions.forEach((end) => end());
    return kinds;
  }, [id]);
  expect(kinds).toEqual(["do", "undo"]);
  expect((await tags(page))[0].note ?? "").toBe("");
  await openTexts(page, [file("a.txt", "Another text.")]);
  await addArticles(page, 1);
  await expect(addDialog(page)).toBeHidden();
});
