// The program is made to fail in every way it can, and the rescue page gives what was saved as a file that opens again.
import { createHash } from "node:crypto";
import { CALLED_OFF, CRACKDOWN, SUMMIT, annotate, download, dragOver, expect, open, pasted, project, reader, ready, test as base, waitSaved } from "./support.js";
import { alert, editLabels, keepChanges, newProject, pasteText, redo, rescue, rescueButton, rescueHeading, schemaPart, tagAs, undo } from "./interface.js";
import { faults } from "./axe.js";
import { focusedName } from "./keys.js";
import { fill } from "./store.js";
import { kept, test as withWorker } from "./versions.js";

const test = base.extend({
  /** `opened(name, bytes)`: the project as which a file opens in another browser (`opened.page`), without any warning. */
  opened: async ({ page: own, browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    // In Firefox, one window has the focus.
    await own.bringToFront();
    const opened = async (name, bytes) => {
      if (!page.url().startsWith("http")) await open(page);
      const report = await page.evaluate(([name, text]) => window.crossread.importFile(name, text), [name, bytes.toString("utf8")]);
      expect(report.warnings).toEqual([]);
      await own.bringToFront();
      return project(page);
    };
    await use(Object.assign(opened, { page }));
    await context.close();
  },
});

test.describe.configure({ retries: 0 });

// What the browser says of a program that ends, and the program's own last words; that a page without an icon has none,
// and that without a network it could not ask for one.
const ALLOWED = /404|ERR_INTERNET_DISCONNECTED|forced by a test|unreachable|RuntimeError|RangeError|InternalError|too much recursion|Maximum call stack|memory access|BorrowMutError|already (mutably )?borrowed|closure invoked|panicked at|The program has ended|recursive use/;
test.use({ allowed: ALLOWED });

/** Makes the program fail at a place, from the next start on, or not any more. */
const failAt = (page, place) =>
  page.evaluate((place) => (place ? sessionStorage.setItem("crossread.test.panic", place) : sessionStorage.removeItem("crossread.test.panic")), place);

/** Reloads by the button: the dead program answers until the new page is there. */
const reload = (page) => Promise.all([page.waitForEvent("load"), rescueButton(page, "Reload").click()]);

const tag = (page) => page.evaluate((article) => void window.crossread.annotate({ article, label: "Other", ranges: [[0, 5]] }), SUMMIT);

/** The file of the open project as the rescue page writes it: `{name, text, left}`. */
const read = (page) =>
  page.evaluate(async () => {
    const { default: rescue } = await import(new URL("rescue.js", document.baseURI));
    return rescue.projectFile(localStorage.getItem("crossread.project"));
  });

/** What is read without the program opens as the project. */
async function same(page, opened) {
  await waitSaved(page);
  const { name, text, left } = await read(page);
  expect(left).toBe(0);
  expect(await opened(name, text)).toEqual(await project(page));
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

test("after a failure in an edit, the rescue page offers the saved project as a file that can be imported", async ({ page, opened }) => {
  await work(page);
  await same(page, opened);
  const before = await project(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  expect(await project(page)).toEqual(before);
  await tag(page).catch(() => {});

  await expect(rescueHeading(page)).toBeFocused();
  await expect(alert(page)).toContainText("an internal error");
  await expect(alert(page)).toContainText("What was saved in this browser is untouched");
  await expect(page).toHaveTitle("Crossread has stopped");
  await expect(page.locator("header, [role=document]"), "nothing of the program is left").toHaveCount(0);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    expect(await faults(page), colorScheme).toEqual([]);
  }

  const saved = await saveFile(page);
  expect(saved.name).toBe("untitled-project.crossread.json");
  expect(JSON.parse(saved.bytes).journal.length).toBeGreaterThan(10);
  expect(await opened(saved.name, saved.bytes)).toEqual(before);
  await undo(opened.page);
  expect((await project(opened.page)).annotations, "with its history").toHaveLength(before.annotations.length - 1);

  await failAt(page, null);
  await reload(page);
  await ready(page);
  expect(await project(page)).toEqual(before);
  await undo(page);
  await expect.poll(async () => (await project(page)).annotations.length).toBe(before.annotations.length - 1);
});

for (const [place, way] of [["edit:trap", "unreachable"], ["edit:overflow", /Maximum call stack|memory access|too much recursion/], ["queued", "forced by a test"], ["render", "forced by a test"]]) {
  test(`a failure at “${place}” shows the rescue page once, and leaves complete changes on disk`, async ({ page, opened }) => {
    await open(page);
    await waitSaved(page);
    const states = [await project(page)];
    await failAt(page, place);
    await page.reload();
    await ready(page);
    for (let i = 0; i < 3; i++) await tag(page).catch(() => {});
    await expect(rescueHeading(page)).toHaveCount(1);
    await rescue(page).getByText("Error details").click();
    await expect(rescue(page).locator("pre")).toContainText(way);
    const { name, bytes } = await saveFile(page);
    await failAt(page, null);
    await reload(page);
    await ready(page);
    const after = await project(page);
    expect(await opened(name, bytes), "the file is what is there after").toEqual(after);
    expect(after.annotations.length).toBeLessThanOrEqual(3);
    expect(after.articles).toEqual(states[0].articles);
    await tag(page);
    await same(page, opened);
  });
}

test("the rescue page is a new page that does not start the program", async ({ page }) => {
  await page.addInitScript(() => {
    window.compiled = 0;
    for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = (...args) => (window.compiled++, own.apply(WebAssembly, args));
    }
  });
  await open(page);
  expect(await page.evaluate(() => window.compiled)).toBeGreaterThan(0);
  await waitSaved(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  await page.evaluate(() => (window.stays = true));
  await tag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  await expect(rescueButton(page, CHOICE)).toBeVisible();
  expect(await page.evaluate(() => [window.stays, window.compiled, window.crossread])).toEqual([undefined, 0, undefined]);
  await failAt(page, null);
  // The browser's own reload leads back to the program too.
  await page.reload();
  await ready(page);
  expect(await page.evaluate(() => window.compiled)).toBeGreaterThan(0);
});

test("the rescue page is shown without storage", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("The operation is insecure.", "SecurityError"); } });
    }
  });
  await page.goto("./");
  await ready(page);
  await page.evaluate(() => window.crossreadFailed("forced by a test"));
  await expect(rescueHeading(page)).toBeFocused();
  await expect(alert(page)).toContainText("did not let the page save anything");
  await expect(rescue(page)).toContainText("cannot be read from here");
  await reload(page);
  await ready(page);
});

test("a write that the failure interrupted is rolled back", async ({ page, opened }) => {
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
        if (this.name === "journal" && ++writes === 1) window.crossreadFailed("forced by a test, in the midst of writing");
        return request;
      };
    Object.assign(IDBObjectStore.prototype, { add: ending(add), put: ending(put) });
    for (const start of [10, 20, 30]) window.crossread.annotate({ article, label: "Other", ranges: [[start, start + 5]] });
  }, SUMMIT);
  await expect(rescueHeading(page)).toBeFocused();
  const { name, bytes } = await saveFile(page);
  expect(await opened(name, bytes)).toEqual(before);
  await reload(page);
  await ready(page);
  expect(await project(page)).toEqual(before);
  await expect(alert(page)).toHaveCount(0);
});

test("a project that makes the program fail at every start can be left", async ({ page, opened }) => {
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
  const { name, bytes } = await saveFile(page);
  expect(await opened(name, bytes)).toEqual(before);

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

test("a failure during start-up shows the rescue page", async ({ page }) => {
  await open(page);
  await waitSaved(page);
  for (const place of ["start", "start:trap"]) {
    await failAt(page, place);
    await page.reload();
    await expect(rescueHeading(page)).toBeFocused();
    await expect(rescueButton(page, CHOICE)).toBeVisible();
  }
});

test("without network and service worker the rescue page is shown in place", async ({ page, context }) => {
  await open(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  await expect(reader(page, SUMMIT)).toBeVisible();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("rescue.js")));
  await context.setOffline(true);
  await tag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  expect(JSON.parse((await saveFile(page)).bytes).articles).toHaveLength(3);
});

withWorker.describe("with a service worker", () => {
  withWorker.use({ serviceWorkers: "allow", allowed: ALLOWED });

  withWorker("the page is loaded anew without the network, and leads back to the program", async ({ page, context, site }) => {
    await open(page);
    await kept(page);
    await waitSaved(page);
    await failAt(page, "edit");
    await page.reload();
    await ready(page);
    await expect(reader(page, SUMMIT)).toBeVisible();
    site.close();
    await context.setOffline(true);
    await page.evaluate(() => (window.stays = true));
    await tag(page).catch(() => {});
    await expect(rescueHeading(page)).toBeFocused();
    expect(await page.evaluate(() => window.stays)).toBe(undefined);
    expect(JSON.parse((await saveFile(page)).bytes).articles).toHaveLength(3);
    await failAt(page, null);
    await reload(page);
    await ready(page);
    expect((await project(page)).articles).toHaveLength(3);
  });
});

test("the rescue page is used with the keyboard only", async ({ page }) => {
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
  expect(await pasted(page)).toContain("forced by a test");
  await failAt(page, null);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await ready(page);
});

test("a file of the rescue page opens as the same project, whatever was done to it", async ({ page, opened }) => {
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
    await same(page, opened);
  }
});

test("a damaged end is left out and reported, also with a missing entry or database", async ({ page, opened }) => {
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
      return { found, ...(found[0] ? await rescue.projectFile(found[0].key) : {}) };
    });
  await damage("journal");
  const cut = await all();
  expect(cut.left).toBe(2);
  expect((await opened(cut.name, cut.text)).annotations.length).toBe(before.annotations.length - 2);
  await damage("entry");
  const bare = await all();
  expect(bare.found.map(({ title }) => title)).toEqual(["Untitled project"]);
  expect(bare.text).toBe(cut.text);

  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("crossread").onsuccess = done)));
  expect(await all()).toEqual({ found: [] });
  expect(await page.evaluate(() => indexedDB.databases()), "reading makes no database").toEqual([]);
});

test.describe("hand-written stored records", () => {
  const TEXT = "Zürich 😀 und Genf.";
  const mention = (id, start, end) => ({ id, article: "x", label: "p", labelName: "Person", ranges: [{ start, end, exact: [...TEXT].slice(start, end).join("") }] });
  /** Fields that this version does not know, with what JavaScript would lose. */
  const ODD = '"odd":{"__proto__":12345678901234567890}';
  const snapshot = (...annotations) =>
    JSON.stringify({
      format: "crossread", version: 1, project: { title: "Par hasard: l’été", created: "2026-01-01T00:00:00Z", odd: 1 },
      schema: { labels: [{ id: "p", kind: "entity", name: "Person", colour: "#123456" }], relationTypes: [{ id: "t", name: "t" }] },
      articles: [{ id: "x", title: "Ein Titel", sha256: createHash("sha256").update(TEXT).digest("hex"), text: TEXT }], entities: [], annotations, relations: [],
    }).replace('"odd":1', ODD);
  const step = (...changes) => JSON.stringify({ kind: "do", summary: "", at: "2026-01-01T00:00:00Z", changes });
  const STEPS = [
    step({ putAnnotation: mention("a1", 0, 6) }),
    step({ putAnnotation: mention("a10", 13, 17) }, { putAnnotation: mention("a2", 13, 17) }),
    step({ changeArticle: { index: 0, article: { id: "x", title: "Neuer Titel", text: "" } } }, { title: "Anders" }),
    step({ schema: { labels: [{ id: "p", kind: "entity", name: "Mensch", colour: "#123456" }], relationTypes: [{ id: "t", name: "t" }] } }, { putEntity: { id: "e1", name: "Genf" } }),
    step({ takeAnnotation: "a1" }, { putRelation: { id: "r1", type: "t", from: "a2", to: "a10" } }),
  ];
  const INFO = { key: "k", title: "Par hasard", saved: "2026-02-01T00:00:00Z" };

  const seal = (name, payload) => {
    const bytes = Buffer.from(payload);
    const sum = createHash("sha256").update(`${name}\n`).update(bytes).digest("hex").slice(0, 16);
    return Buffer.concat([Buffer.from(`crossread-sealed 1 ${bytes.length} ${sum}\n`), bytes]);
  };
  const string = (text) => ({ string: text });
  const older = { version: 1, projects: [["k", { info: INFO, base: 7, next: 12 }]], snapshots: [["k", string(snapshot())]], journal: STEPS.map((text, at) => [["k", 7 + at], string(text)]) };
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
    [name]: store[name].map(([key, value]) => [key, String(key) === place ? change(value) : value]).filter(([, value]) => value !== null),
  });

  const base64 = (value) => (Buffer.isBuffer(value) ? { base64: value.toString("base64") } : value);
  /** What the rescue page reads from a store: the list, and of the project the file (or the error), and its records. */
  const readFrom = async (page, store) => {
    await page.goto("articles/index.json");
    const { version, ...stores } = store;
    await fill(page, { version, ...Object.fromEntries(Object.entries(stores).map(([name, all]) => [name, all.map(([key, value]) => [key, base64(value)])])) });
    const read = await page.evaluate(async () => {
      const { default: rescue } = await import(new URL("../rescue.js", location));
      const list = await rescue.list();
      const found = list[0] && (await rescue.projectFile("k").catch((error) => error.message));
      return { list, found, databases: await indexedDB.databases() };
    });
    return { ...read, file: read.found?.text && JSON.parse(read.found.text) };
  };
  /** The ids of the snapshot's annotations, and how many records follow. */
  const contents = ({ file }) => [file.annotations.map(({ id }) => id).join(" "), file.journal?.length ?? 0];

  for (const [name, store, seq] of [["older", older, 7], ["sealed", sealed, 9]]) {
    test(`a project in the ${name} form is read, and the database is not changed`, async ({ page, opened }) => {
      const { list, found, file, databases } = await readFrom(page, store);
      expect(list).toEqual([{ key: "k", title: "Par hasard", saved: INFO.saved }]);
      expect(found).toMatchObject({ name: "par-hasard.crossread.json", title: "Par hasard", left: 0 });
      expect(file.journal).toEqual(STEPS.slice(seq - 7));
      expect(databases).toEqual([{ name: "crossread", version: store.version }]);

      const after = await opened(found.name, found.text);
      expect(after.project).toMatchObject({ title: "Anders", created: "2026-01-01T00:00:00Z" });
      expect(after.articles).toMatchObject([{ id: "x", title: "Neuer Titel", text: TEXT }]);
      expect(after.annotations.map(({ id, labelName }) => `${id} ${labelName}`)).toEqual(["a2 Mensch", "a10 Mensch"]);
      expect(after.entities).toEqual([{ id: "e1", name: "Genf" }]);
      expect(after.relations.map(({ id }) => id)).toEqual(["r1"]);
      expect(found.text, "what JavaScript would change stays as it is").toContain(ODD);
    });
  }

  test("without records after the snapshot, the file is the snapshot", async ({ page }) => {
    const { found } = await readFrom(page, { ...sealed, projects: [], journal: [] });
    expect(found.text).toBe(snapshot(mention("a1", 0, 6), mention("a2", 13, 17), mention("a10", 13, 17)));
  });

  for (const [what, store, count, left] of [
    ["a step of the older form", but(older, "journal", "k,9", () => 7), 2, 3],
    ["a bit of a step", but(sealed, "journal", "k,9", flipped), 0, 3],
    ["the end of a step", but(sealed, "journal", "k,9", (value) => value.subarray(0, -3)), 0, 3],
    ["a whole step", but(sealed, "journal", "k,9", () => null), 0, 3],
    ["a step that was written elsewhere", but(sealed, "journal", "k,9", () => seal("step/k/10", STEPS[2])), 0, 3],
    ["the last step", but(sealed, "journal", "k,11", () => null), 2, 1],
  ]) {
    test(`without ${what}, everything before it is there, and the rest is counted`, async ({ page }) => {
      const read = await readFrom(page, store);
      expect(read.found.left).toBe(left);
      expect(read.file.journal?.length ?? 0).toBe(count);
    });
  }

  test("a damaged snapshot gives way to the one before it, and a damaged entry to what the snapshot says", async ({ page }) => {
    const without = but(sealed, "snapshots", "k,9,0", flipped);
    expect(contents(await readFrom(page, sealed))).toEqual(["a1 a2 a10", 3]);
    expect(contents(await readFrom(page, without))).toEqual(["", 5]);
    expect(contents(await readFrom(page, but(without, "snapshots", "k,7,0", flipped))), "it has a twin").toEqual(["", 5]);
    const nameless = await readFrom(page, but(sealed, "projects", "k", flipped));
    expect(nameless.list).toEqual([{ key: "k", title: "Par hasard: l’été", saved: "" }]);
    expect(contents(nameless)).toEqual(["a1 a2 a10", 3]);
    const none = { ...sealed, snapshots: sealed.snapshots.map(([key, value]) => [key, flipped(value)]) };
    expect((await readFrom(page, none)).found).toBe("what is stored of it is damaged");
    const binned = { ...older, projects: [["k", { info: { ...INFO, deleted: INFO.saved }, base: 7, next: 12 }]] };
    expect((await readFrom(page, binned)).list).toEqual([]);
  });
});
