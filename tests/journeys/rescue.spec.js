// The program fails on purpose, in every way it can, and the page that takes its place gives back what was saved.
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { CALLED_OFF, CRACKDOWN, SUMMIT, annotate, download, dragOver, expect, file, open, project, ready, test, waitSaved } from "./support.js";
import { alert, chooseFiles, editLabels, keepChanges, newProject, pasteText, redo, rescue, rescueButton, rescueHeading, schemaPart, tagAs, undo } from "./interface.js";
import { faults } from "./axe.js";
import { focusedName } from "./keys.js";

test.describe.configure({ retries: 0 });

// What the browser says of a program that ends, and the program's own last words; that a page without an icon has none,
// and that without a network it could not ask for one.
test.use({ allowed: /404|ERR_INTERNET_DISCONNECTED|forced by a test|unreachable|RuntimeError|RangeError|Maximum call stack|memory access|BorrowMutError|already (mutably )?borrowed|closure invoked|panicked at|The program has ended|recursive use/ });

/** Makes the program fail at a place, from the next start on, or not any more. */
const failAt = (page, place) =>
  page.evaluate((place) => (place ? sessionStorage.setItem("crossread.test.panic", place) : sessionStorage.removeItem("crossread.test.panic")), place);

/** Reloads by the button: the dead program answers until the new page is there. */
const reload = (page) => Promise.all([page.waitForEvent("load"), rescueButton(page, "Reload").click()]);

const tag = (page) => page.evaluate((article) => void window.crossread.annotate({ article, label: "Other", ranges: [[0, 5]] }), SUMMIT);

/** The project as the rescue page reads it from the storage, with how many changes it left out. */
const read = (page) =>
  page.evaluate(async () => {
    const { default: rescue } = await import(new URL("rescue.js", document.baseURI));
    return rescue.saved(localStorage.getItem("crossread.project"));
  });

/** What is read without the program is the project. */
async function same(page) {
  await waitSaved(page);
  const [without, within] = [await read(page), await project(page)];
  expect(without.left).toBe(0);
  expect(without.project).toEqual(within);
}

/** Changes of every kind, some of them taken back. */
async function work(page) {
  await open(page);
  const talks = await annotate(page, SUMMIT, "Talks began in France", "Claim");
  const killed = await annotate(page, CRACKDOWN, "killed 27 lives", "Claim");
  const patel = await annotate(page, CALLED_OFF, "Priti Patel", "Person");
  await page.evaluate(([from, to]) => window.crossread.relate({ from, to, type: "supports", note: "“é” 😀" }), [talks, killed]);
  await page.evaluate((id) => window.crossread.update(id, { note: "A note", attributes: { checkworthy: "CFS" } }), talks);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await page.keyboard.press("Shift+E");
  await expect.poll(async () => (await project(page)).entities.length).toBe(1);
  const dialog = await editLabels(page);
  await schemaPart(page, "Organization").click();
  await dialog.getByLabel("Name", { exact: true }).fill("Body");
  await keepChanges(page);
  await pasteText(page, { title: "Ein Titel", source: "dpa", language: "de", text: "Zürich 😀 und Genf.\nZweite Zeile." });
  await expect.poll(async () => (await project(page)).articles.length).toBe(4);
  await page.evaluate((id) => window.crossread.remove(id), patel);
  await undo(page);
  await redo(page);
  await undo(page);
  await annotate(page, CALLED_OFF, "Emmanuel Macron", "Person");
}

const CHOICE = "Download “Untitled project” as last saved";
const saveFile = (page) => download(page, () => rescueButton(page, CHOICE).click());

/** What the file from the rescue page is when a browser that knows nothing opens it. */
async function opened(browser, baseURL, { name, bytes }) {
  const context = await browser.newContext({ baseURL });
  try {
    const page = await context.newPage();
    await open(page);
    await chooseFiles(page, [file(name, bytes, "application/json")]);
    await expect.poll(async () => (await project(page)).articles.length).toBe(JSON.parse(bytes).articles.length);
    return await project(page);
  } finally {
    await context.close();
  }
}

test("the program fails in an edit: the page says so, and gives what was saved as a file that opens again", async ({ page, browser, baseURL }) => {
  await work(page);
  await same(page);
  const before = await project(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  expect(await project(page)).toEqual(before);
  await tag(page).catch(() => {});

  await expect(rescueHeading(page)).toBeFocused();
  await expect(alert(page)).toContainText("an error of its own");
  await expect(alert(page)).toContainText("What was saved in this browser is untouched");
  await expect(page).toHaveTitle("Crossread has stopped");
  await expect(page.locator("header, [role=document]"), "nothing of the program is left").toHaveCount(0);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    expect(await faults(page), colorScheme).toEqual([]);
  }

  const saved = await saveFile(page);
  expect(saved.name).toBe("untitled-project.crossread.json");
  expect(JSON.parse(saved.bytes)).toEqual(before);
  expect(await opened(browser, baseURL, saved)).toEqual(before);

  await failAt(page, null);
  await reload(page);
  await ready(page);
  expect(await project(page)).toEqual(before);
  await undo(page);
  await expect.poll(async () => (await project(page)).annotations.length).toBe(before.annotations.length - 1);
});

for (const [place, way] of [["edit:trap", "unreachable"], ["edit:overflow", /Maximum call stack|memory access|too much recursion/], ["queued", "forced by a test"], ["render", "forced by a test"]]) {
  test(`failing by “${place}” shows the page once, and leaves a whole number of changes on disk`, async ({ page }) => {
    await open(page);
    await waitSaved(page);
    const states = [await project(page)];
    await failAt(page, place);
    await page.reload();
    await ready(page);
    for (let i = 0; i < 3; i++) await tag(page).catch(() => {});
    await expect(rescueHeading(page)).toHaveCount(1);
    await rescue(page).getByText("What exactly happened").click();
    await expect(rescue(page).locator("pre")).toContainText(way);
    const { bytes } = await saveFile(page);
    await failAt(page, null);
    await reload(page);
    await ready(page);
    const after = await project(page);
    expect(JSON.parse(bytes), "the file is what is there after").toEqual(after);
    expect(after.annotations.length).toBeLessThanOrEqual(3);
    expect(after.articles).toEqual(states[0].articles);
    // It goes on as if nothing had been.
    await tag(page);
    await same(page);
  });
}

test("what the program was in the midst of writing is taken back as a whole", async ({ page }) => {
  await open(page);
  await tag(page);
  await waitSaved(page);
  const before = await project(page);
  await page.evaluate((article) => {
    // It ends when the first of several changes is asked to be written.
    const { add, put } = IDBObjectStore.prototype;
    let writes = 0;
    const ending = (write) =>
      function (...rest) {
        const request = write.apply(this, rest);
        if (this.name === "journal" && ++writes === 1) window.crossreadDied("forced by a test, in the midst of writing");
        return request;
      };
    Object.assign(IDBObjectStore.prototype, { add: ending(add), put: ending(put) });
    for (const start of [10, 20, 30]) window.crossread.annotate({ article, label: "Other", ranges: [[start, start + 5]] });
  }, SUMMIT);
  await expect(rescueHeading(page)).toBeFocused();
  expect(JSON.parse((await saveFile(page)).bytes)).toEqual(before);
  await reload(page);
  await ready(page);
  expect(await project(page)).toEqual(before);
  await expect(alert(page)).toHaveCount(0);
});

test("a project that makes the program fail at every start locks nobody out", async ({ page }) => {
  await open(page);
  await tag(page);
  await waitSaved(page);
  const before = await project(page);
  await newProject(page, "Another");
  await page.evaluate(() => window.crossread.saved());
  const keys = await page.evaluate(async () => (await (await import(new URL("rescue.js", document.baseURI))).default.list()).map(({ key, title }) => ({ key, title })));
  const first = keys.find(({ title }) => title === "Untitled project").key;
  await page.evaluate((key) => localStorage.setItem("crossread.project", key), first);

  await failAt(page, "render");
  await page.reload();
  await expect(rescueHeading(page)).toBeFocused();
  await expect(rescueButton(page, "Start with a new project")).toHaveCount(0);
  await reload(page);
  await expect(rescue(page)).toContainText("not for the first time");
  await expect(rescueHeading(page)).toBeFocused();
  expect(await faults(page)).toEqual([]);
  expect(JSON.parse((await saveFile(page)).bytes)).toEqual(before);

  await rescueButton(page, "Start with “Another”").click();
  await ready(page);
  expect((await project(page)).project.title).toBe("Another");

  await page.evaluate((key) => localStorage.setItem("crossread.project", key), first);
  await page.reload();
  await rescueButton(page, "Start with a new project").click();
  await ready(page);
  const fresh = await project(page);
  expect(fresh.annotations).toEqual([]);
  expect(fresh.articles).toHaveLength(3);

  await failAt(page, null);
  await page.evaluate((key) => localStorage.setItem("crossread.project", key), first);
  await page.reload();
  await ready(page);
  expect(await project(page)).toEqual(before);
});

test("a failure at the very start shows the page too", async ({ page }) => {
  await open(page);
  await waitSaved(page);
  for (const place of ["start", "start:trap"]) {
    await failAt(page, place);
    await page.reload();
    await expect(rescueHeading(page)).toBeFocused();
    await expect(rescueButton(page, CHOICE)).toBeVisible();
  }
});

test("the page is there without the network", async ({ page, context }) => {
  await open(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("rescue.js")));
  await context.setOffline(true);
  await tag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  expect(JSON.parse((await saveFile(page)).bytes).articles).toHaveLength(3);
});

test("everything on the page is done with keys alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await tag(page);
  await waitSaved(page);
  await failAt(page, "queued");
  await page.reload();
  await ready(page);
  await tag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  await expect(rescueButton(page, CHOICE)).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe(CHOICE);
  const { name } = await download(page, () => page.keyboard.press("Enter"));
  expect(name).toBe("untitled-project.crossread.json");
  await expect(rescue(page).getByRole("status")).toContainText("is downloaded");
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe("Reload");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(rescue(page).locator("pre")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe("Copy");
  await page.keyboard.press("Space");
  await expect(rescue(page).getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("forced by a test");
  await failAt(page, null);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await ready(page);
});

test("what is read without the program is the project, whatever was done to it", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  for (let round = 0; round < 12; round++) {
    await page.evaluate(([articles, seed]) => {
      let state = seed;
      const random = (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
      const one = (list) => list[random(list.length)];
      const { crossread } = window;
      const labels = ["Person", "Organization", "Location", "Claim", "Other"];
      for (let i = 0; i < 25; i++) {
        const { annotations, relations } = crossread.project();
        const way = random(10);
        try {
          if (way < 4 || annotations.length < 2) {
            const start = random(900);
            const ranges = [[start, start + 3 + random(40)]];
            if (random(4) === 0) ranges.push([start + 100, start + 120]);
            crossread.annotate({ article: one(articles), label: one(labels), ranges, note: one(["", "é 😀", "\u2028\"\\"]) });
          } else if (way < 5) crossread.relate({ from: one(annotations).id, to: one(annotations).id, type: one(["supports", "repeats", "updates"]) });
          else if (way < 6) crossread.update(one(annotations).id, { label: one(labels), note: `note ${i}` });
          else if (way < 7) crossread.remove(one([...annotations, ...relations]).id);
          else if (way < 9) for (let n = random(4); n >= 0; n--) crossread.undo();
          else for (let n = random(4); n >= 0; n--) crossread.redo();
        } catch {
          // What may not be is refused, and changes nothing.
        }
      }
    }, [[SUMMIT, CRACKDOWN, CALLED_OFF], 7919 * (round + 1)]);
    await same(page);
  }
});

test("a damaged end is left out and said; a missing entry and a missing database are survived", async ({ page }) => {
  await work(page);
  await waitSaved(page);
  const before = await project(page);
  // A page of the same origin without the program.
  await page.goto("articles/index.json");
  const damage = (how) =>
    page.evaluate(async (how) => {
      const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const db = await done(indexedDB.open("crossread"));
      const transaction = db.transaction(["projects", "journal"], "readwrite");
      const [projects, journal] = ["projects", "journal"].map((name) => transaction.objectStore(name));
      if (how === "journal") {
        const keys = await done(journal.getAllKeys());
        const value = await done(journal.get(keys.at(-2)));
        await done(journal.put(value.slice(0, value.length / 2), keys.at(-2)));
      } else await done(projects.clear());
      db.close();
    }, how);
  const all = () =>
    page.evaluate(async () => {
      const { default: rescue } = await import(new URL("../rescue.js", location));
      const found = await rescue.list();
      return { found, ...(found[0] ? await rescue.saved(found[0].key) : {}) };
    });
  await damage("journal");
  const cut = await all();
  expect(cut.left).toBe(2);
  expect(cut.project.annotations.length).toBe(before.annotations.length - 2);
  await damage("entry");
  const bare = await all();
  expect(bare.found.map(({ title }) => title)).toEqual(["Untitled project"]);
  expect(isDeepStrictEqual(bare.project, cut.project)).toBe(true);

  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("crossread").onsuccess = done)));
  expect(await all()).toEqual({ found: [] });
  expect(await page.evaluate(() => indexedDB.databases()), "reading makes no database").toEqual([]);
});

test.describe("the stored forms, put there by hand", () => {
  const TEXT = "Zürich 😀 und Genf.";
  const mention = (id, start, end) => ({ id, article: "x", label: "p", labelName: "Person", ranges: [{ start, end, exact: [...TEXT].slice(start, end).join("") }] });
  /** Fields that this version does not know, with what JavaScript would lose. */
  const ODD = '"odd":{"__proto__":12345678901234567890}';
  const snapshot = (...annotations) =>
    JSON.stringify({
      format: "crossread", version: 1, project: { title: "Par hasard: l’été", created: "2026-01-01T00:00:00Z", odd: 1 },
      schema: { labels: [{ id: "p", kind: "entity", name: "Person", colour: "#123456" }], relationTypes: [] },
      articles: [{ id: "x", title: "Ein Titel", sha256: "0".repeat(64), text: TEXT }], entities: [], annotations, relations: [],
    }).replace('"odd":1', ODD);
  const step = (...changes) => JSON.stringify({ kind: "do", summary: "", at: "2026-01-01T00:00:00Z", changes });
  const STEPS = [
    step({ putAnnotation: mention("a1", 0, 6) }),
    step({ putAnnotation: mention("a10", 13, 17) }, { putAnnotation: mention("a2", 13, 17) }),
    step({ changeArticle: { index: 0, article: { id: "x", title: "Neuer Titel", text: "" } } }, { title: "Anders" }),
    step({ schema: { labels: [{ id: "p", kind: "entity", name: "Mensch", colour: "#123456" }], relationTypes: [] } }, { putEntity: { id: "e1", name: "Genf" } }),
    step({ takeAnnotation: "a1" }, { putRelation: { id: "r1", type: "t", from: "a2", to: "a10" } }),
  ];
  const INFO = { key: "k", title: "Par hasard", saved: "2026-02-01T00:00:00Z" };

  const seal = (name, payload) => {
    const bytes = Buffer.from(payload);
    const sum = createHash("sha256").update(`${name}\n`).update(bytes).digest("hex").slice(0, 16);
    return Buffer.concat([Buffer.from(`crossread-sealed 1 ${bytes.length} ${sum}\n`), bytes]);
  };
  const older = { version: 1, projects: [["k", { info: INFO, base: 7, next: 12 }]], snapshots: [["k", snapshot()]], journal: STEPS.map((text, at) => [["k", 7 + at], text]) };
  const sealedEntry = seal("entry/k", JSON.stringify({ info: INFO, base: 9, next: 12 }));
  const sealed = {
    version: 2,
    projects: [["k", sealedEntry]],
    snapshots: [
      [["k", 7, 0], seal("snapshot/k/7", snapshot())],
      [["k", 7, 1], seal("snapshot/k/7", snapshot())],
      [["k", 9, 0], seal("snapshot/k/9", snapshot(mention("a1", 0, 6), mention("a2", 13, 17), mention("a10", 13, 17)))],
    ],
    journal: STEPS.map((text, at) => [["k", 7 + at], seal(`step/k/${7 + at}`, text)]),
  };
  const flipped = (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)));
  /** The store with one value changed; `null` takes it away. */
  const but = (store, name, place, change) => ({
    ...store,
    [name]: store[name].map(([key, value]) => [key, String(key) === place ? change && change(value) : value]).filter(([, value]) => value !== null),
  });

  const readFrom = async (page, store) => {
    await page.goto("articles/index.json");
    const base64 = (value) => (Buffer.isBuffer(value) ? { base64: value.toString("base64") } : value);
    const rows = Object.fromEntries(["projects", "snapshots", "journal"].map((name) => [name, store[name].map(([key, value]) => [key, base64(value)])]));
    return page.evaluate(async ([version, rows]) => {
      const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      await done(indexedDB.deleteDatabase("crossread"));
      const opening = indexedDB.open("crossread", version);
      opening.onupgradeneeded = () => Object.keys(rows).forEach((name) => opening.result.createObjectStore(name));
      const db = await done(opening);
      const transaction = db.transaction(Object.keys(rows), "readwrite");
      const bytes = (value) => (value?.base64 ? Uint8Array.from(atob(value.base64), (c) => c.charCodeAt(0)) : value);
      for (const [name, all] of Object.entries(rows)) for (const [key, value] of all) transaction.objectStore(name).put(bytes(value), key);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      db.close();
      const { default: rescue } = await import(new URL("../rescue.js", location));
      const list = await rescue.list();
      const found = list[0] && (await rescue.saved("k").catch((error) => error.message));
      const databases = await indexedDB.databases();
      // As JSON, because a field may have a name that is lost on the way.
      return { list, found, json: JSON.stringify(found?.project), databases };
    }, [store.version, rows]);
  };

  for (const [name, store] of Object.entries({ older, sealed })) {
    test(`a project of the ${name} form is read, and the store is left as it is`, async ({ page }) => {
      const { list, found, json, databases } = await readFrom(page, store);
      expect(list).toEqual([{ key: "k", title: "Par hasard", saved: INFO.saved }]);
      expect(found.left).toBe(0);
      const { project } = found;
      expect(project.project).toMatchObject({ title: "Anders", created: "2026-01-01T00:00:00Z" });
      expect(project.articles).toEqual([{ id: "x", title: "Neuer Titel", sha256: "0".repeat(64), text: TEXT }]);
      expect(project.annotations.map(({ id, labelName }) => `${id} ${labelName}`)).toEqual(["a2 Mensch", "a10 Mensch"]);
      expect(project.entities).toEqual([{ id: "e1", name: "Genf" }]);
      expect(project.relations.map(({ id }) => id)).toEqual(["r1"]);
      expect(json).toContain(ODD);
      expect(databases).toEqual([{ name: "crossread", version: store.version }]);
    });
  }

  const ids = ({ found }) => found.project.annotations.map(({ id }) => id);
  for (const [what, store, left] of [
    ["a step of the older form", but(older, "journal", "k,9", (value) => value.slice(0, -5)), 3],
    ["a bit of a step", but(sealed, "journal", "k,9", flipped), 3],
    ["the end of a step", but(sealed, "journal", "k,9", (value) => value.subarray(0, -3)), 3],
    ["a whole step", but(sealed, "journal", "k,9", () => null), 3],
    ["a step that was written elsewhere", but(sealed, "journal", "k,9", () => seal("step/k/10", STEPS[2])), 3],
    ["the last step", but(sealed, "journal", "k,11", () => null), 1],
  ]) {
    test(`without ${what}, all that was before it is there, and the rest is counted`, async ({ page }) => {
      const read = await readFrom(page, store);
      expect(read.found.left).toBe(left);
      expect(ids(read)).toEqual(["a1", "a2", "a10"]);
    });
  }

  test("a damaged snapshot gives way to the one before it, and a damaged entry to what the snapshot says", async ({ page }) => {
    const without = but(sealed, "snapshots", "k,9,0", flipped);
    expect(ids(await readFrom(page, without))).toEqual(["a2", "a10"]);
    expect(ids(await readFrom(page, but(without, "snapshots", "k,7,0", flipped))), "it has a twin").toEqual(["a2", "a10"]);
    const nameless = await readFrom(page, but(sealed, "projects", "k", flipped));
    expect(nameless.list).toEqual([{ key: "k", title: "Anders", saved: "" }]);
    expect(ids(nameless)).toEqual(["a2", "a10"]);
    const none = { ...sealed, snapshots: sealed.snapshots.map(([key, value]) => [key, flipped(value)]) };
    expect((await readFrom(page, none)).found).toBe("what is stored of it is damaged");
    const binned = { ...older, projects: [["k", { info: { ...INFO, deleted: INFO.saved }, base: 7, next: 12 }]] };
    expect((await readFrom(page, binned)).list).toEqual([]);
  });
});
