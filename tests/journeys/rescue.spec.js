// The program is made to fail in different ways, and the rescue page offers what was saved as a file that can be imported.
import { createHash } from "node:crypto";
import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, download, dragOver, expect, open, pasted, project, reader, ready, test as base, waitSaved } from "./support.js";
import { alert, editLabels, saveSchema, newProject, pasteText, redo, rescue, rescueButton, rescueHeading, schemaSection, tagAs, undo } from "./interface.js";
import { axeViolations, axeViolationsInBothSchemes } from "./axe.js";
import { focusedName } from "./keys.js";
import { createDatabase } from "./store.js";
import { waitUntilCached, test as withWorker } from "./versions.js";

const test = base.extend({
  /**
   * `importElsewhere(name, bytes)` imports a file in another browser context (`importElsewhere.page`), checks that there are no
   * warnings, and returns the project.
   */
  importElsewhere: async ({ page: own, browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    // In Firefox, only one window has the focus.
    await own.bringToFront();
    const importElsewhere = async (name, bytes) => {
      if (!page.url().startsWith("http")) await open(page);
      const report = await page.evaluate(([name, text]) => window.crossread.importFile(name, text), [name, bytes.toString("utf8")]);
      expect(report.warnings).toEqual([]);
      await own.bringToFront();
      return project(page);
    };
    await use(Object.assign(importElsewhere, { page }));
    await context.close();
  },
});

test.describe.configure({ retries: 0 });

// Console errors about a program that fails, about a missing icon, and about requests without a network.
const ALLOWED = /404|ERR_INTERNET_DISCONNECTED|forced by a test|unreachable|RuntimeError|RangeError|InternalError|too much recursion|Maximum call stack|memory access|BorrowMutError|already (mutably )?borrowed|closure invoked|panicked at|The program has ended|recursive use/;
test.use({ allowedErrors: ALLOWED });

/**
 * Makes the program fail at this point from the next start on; `null` switches that off. Call it when everything is saved:
 * what is not would be done again by the next start, which would fail there.
 */
const failAt = (page, place) =>
  page.evaluate((place) => (place ? sessionStorage.setItem("crossread.test.panic", place) : sessionStorage.removeItem("crossread.test.panic")), place);

/** Reloads with the button and waits for the new page, because the old one still answers until then. */
const reload = (page) => Promise.all([page.waitForEvent("load"), rescueButton(page, "Reload").click()]);

const addTag = (page) => page.evaluate((article) => void window.crossread.annotate({ article, label: "Other", ranges: [[0, 5]] }), SUMMIT);

/** The file of the open project as the rescue page writes it: `{name, text, left}`. */
const readProjectFile = (page) =>
  page.evaluate(async () => {
    const { default: rescue } = await import(new URL("rescue.js", document.baseURI));
    return rescue.projectFile(localStorage.getItem("crossread.project"));
  });

/** Checks that the file read without the program is imported as the same project. */
async function expectSameProject(page, importElsewhere) {
  await waitSaved(page);
  const { name, text, left } = await readProjectFile(page);
  expect(left).toBe(0);
  expect(await importElsewhere(name, text)).toEqual(await project(page));
}

/** Makes changes of every kind, and undoes some of them. */
async function makeChanges(page) {
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
  await schemaSection(page, "Organization").click();
  await dialog.getByLabel("Name", { exact: true }).fill("Body");
  await saveSchema(page);
  await pasteText(page, { title: "Ein Titel", source: "dpa", language: "de", text: "Zürich 😀 und Genf.\nZweite Zeile." });
  await expect.poll(async () => (await project(page)).articles.length).toBe(4);
  await page.evaluate((id) => window.crossread.remove(id), patel);
  await undo(page);
  await redo(page);
  await undo(page);
  await annotate(page, CALLED_OFF, "Emmanuel Macron", "Person");
}

const DOWNLOAD = "Download “Untitled project” as last saved";
const downloadSaved = (page) => download(page, () => rescueButton(page, DOWNLOAD).click());

/** Checks that the downloaded file has the three articles: in its snapshot, or in the changes after it. */
async function expectAllArticles(page) {
  const { bytes } = await downloadSaved(page);
  const text = bytes.toString("utf8");
  expect(ARTICLES.filter(({ id }) => !text.includes(`"${id}"`))).toEqual([]);
}

test("after a failure in an edit, the rescue page offers the saved project as a file that can be imported", async ({ page, importElsewhere }) => {
  await makeChanges(page);
  await expectSameProject(page, importElsewhere);
  const before = await project(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  expect(await project(page)).toEqual(before);
  await addTag(page).catch(() => {});

  await expect(rescueHeading(page)).toBeFocused();
  await expect(alert(page)).toContainText("an internal error");
  await expect(alert(page)).toContainText("What was saved in this browser is untouched");
  await expect(page).toHaveTitle("Crossread has stopped");
  await expect(page.locator("header, [role=document]"), "the program's elements are removed").toHaveCount(0);
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);

  const saved = await downloadSaved(page);
  expect(saved.name).toBe("untitled-project.crossread.json");
  expect(JSON.parse(saved.bytes).journal.length).toBeGreaterThan(10);
  expect(await importElsewhere(saved.name, saved.bytes)).toEqual(before);
  await undo(importElsewhere.page);
  expect((await project(importElsewhere.page)).annotations, "the history is imported too").toHaveLength(before.annotations.length - 1);

  await failAt(page, null);
  await reload(page);
  await ready(page);
  expect(await project(page)).toEqual(before);
  await undo(page);
  await expect.poll(async () => (await project(page)).annotations.length).toBe(before.annotations.length - 1);
});

for (const [place, details] of [["edit:trap", "unreachable"], ["edit:overflow", /Maximum call stack|memory access|too much recursion/], ["queued", "forced by a test"], ["render", "forced by a test"]]) {
  test(`a failure at “${place}” shows the rescue page once, and leaves complete changes on disk`, async ({ page, importElsewhere }) => {
    await open(page);
    await waitSaved(page);
    const states = [await project(page)];
    await failAt(page, place);
    await page.reload();
    await ready(page);
    for (let i = 0; i < 3; i++) await addTag(page).catch(() => {});
    await expect(rescueHeading(page)).toHaveCount(1);
    await rescue(page).getByText("Error details").click();
    await expect(rescue(page).locator("pre")).toContainText(details);
    const { name, bytes } = await downloadSaved(page);
    await failAt(page, null);
    await reload(page);
    await ready(page);
    const after = await project(page);
    expect(await importElsewhere(name, bytes), "the file equals the project after the reload").toEqual(after);
    expect(after.annotations.length).toBeLessThanOrEqual(3);
    expect(after.articles).toEqual(states[0].articles);
    await addTag(page);
    await expectSameProject(page, importElsewhere);
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
  await page.evaluate(() => (window.notReloaded = true));
  await addTag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  await expect(rescueButton(page, DOWNLOAD)).toBeVisible();
  expect(await page.evaluate(() => [window.notReloaded, window.compiled, window.crossread])).toEqual([undefined, 0, undefined]);
  await failAt(page, null);
  // Reloading in the browser starts the program again as well.
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
  await page.evaluate(() => void window.crossreadFailed("forced by a test"));
  await expect(rescueHeading(page)).toBeFocused();
  await expect(alert(page)).toContainText("did not let the page save anything");
  await expect(rescue(page)).toContainText("cannot be read from here");
  await reload(page);
  await ready(page);
});

test("a write that the failure interrupted is rolled back", async ({ page, importElsewhere }) => {
  await open(page);
  await addTag(page);
  await waitSaved(page);
  const before = await project(page);
  await page.evaluate((article) => {
    // The program fails when the first of several changes is being written.
    const { add, put } = IDBObjectStore.prototype;
    let writes = 0;
    const failing = (write) =>
      function (...rest) {
        const request = write.apply(this, rest);
        if (this.name === "journal" && ++writes === 1) window.crossreadFailed("forced by a test while writing");
        return request;
      };
    Object.assign(IDBObjectStore.prototype, { add: failing(add), put: failing(put) });
    for (const start of [10, 20, 30]) window.crossread.annotate({ article, label: "Other", ranges: [[start, start + 5]] });
  }, SUMMIT);
  await expect(rescueHeading(page)).toBeFocused();
  const { name, bytes } = await downloadSaved(page);
  expect(await importElsewhere(name, bytes)).toEqual(before);
  await reload(page);
  await ready(page);
  expect(await project(page)).toEqual(before);
  await expect(alert(page)).toHaveCount(0);
});

test("another project can be opened when one makes the program fail at every start", async ({ page, importElsewhere }) => {
  await open(page);
  await addTag(page);
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
  expect(await axeViolations(page)).toEqual([]);
  const { name, bytes } = await downloadSaved(page);
  expect(await importElsewhere(name, bytes)).toEqual(before);

  await rescueButton(page, "Start with “Another”").click();
  await ready(page);
  expect((await project(page)).project.title).toBe("Another");

  await page.evaluate((key) => localStorage.setItem("crossread.project", key), first);
  await page.reload();
  await rescueButton(page, "Start with a new project").click();
  await ready(page);
  const started = await project(page);
  expect(started.annotations).toEqual([]);
  expect(started.articles).toHaveLength(3);

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
    await expect(rescueButton(page, DOWNLOAD)).toBeVisible();
  }
});

test("without network and service worker the rescue page is shown without a reload", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  await failAt(page, "edit");
  await page.reload();
  await ready(page);
  await expect(reader(page, SUMMIT)).toBeVisible();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("rescue.js")));
  await context.setOffline(true);
  await addTag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  await expectAllArticles(page);
});

withWorker.describe("with a service worker", () => {
  withWorker.use({ serviceWorkers: "allow", allowedErrors: ALLOWED });

  withWorker("the rescue page is loaded without the network, and its button starts the program again", async ({ page, context, site }) => {
    await open(page);
    await waitUntilCached(page);
    await waitSaved(page);
    await failAt(page, "edit");
    await page.reload();
    await ready(page);
    await expect(reader(page, SUMMIT)).toBeVisible();
    site.close();
    await context.setOffline(true);
    await page.evaluate(() => (window.notReloaded = true));
    await addTag(page).catch(() => {});
    await expect(rescueHeading(page)).toBeFocused();
    expect(await page.evaluate(() => window.notReloaded)).toBe(undefined);
    await expectAllArticles(page);
    await failAt(page, null);
    await reload(page);
    await ready(page);
    expect((await project(page)).articles).toHaveLength(3);
  });
});

test("the rescue page is used with the keyboard only", async ({ page }) => {
  await open(page);
  await addTag(page);
  await waitSaved(page);
  await failAt(page, "queued");
  await page.reload();
  await ready(page);
  await addTag(page).catch(() => {});
  await expect(rescueHeading(page)).toBeFocused();
  await expect(rescueButton(page, DOWNLOAD)).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe(DOWNLOAD);
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

test("a file of the rescue page opens as the same project after random edits", async ({ page, importElsewhere }) => {
  await open(page);
  for (let round = 0; round < 12; round++) {
    await page.evaluate(([articles, seed]) => {
      let state = seed;
      const random = (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
      const pick = (list) => list[random(list.length)];
      const { crossread } = window;
      const labels = ["Person", "Organization", "Location", "Claim", "Other"];
      for (let i = 0; i < 25; i++) {
        const { annotations, relations } = crossread.project();
        const choice = random(10);
        try {
          if (choice < 4 || annotations.length < 2) {
            const start = random(900);
            const ranges = [[start, start + 3 + random(40)]];
            if (random(4) === 0) ranges.push([start + 100, start + 120]);
            crossread.annotate({ article: pick(articles), label: pick(labels), ranges, note: pick(["", "é 😀", "\u2028\"\\"]) });
          } else if (choice < 5) crossread.relate({ from: pick(annotations).id, to: pick(annotations).id, type: pick(["supports", "repeats", "updates"]) });
          else if (choice < 6) crossread.update(pick(annotations).id, { label: pick(labels), note: `note ${i}` });
          else if (choice < 7) crossread.remove(pick([...annotations, ...relations]).id);
          else if (choice < 9) for (let n = random(4); n >= 0; n--) crossread.undo();
          else for (let n = random(4); n >= 0; n--) crossread.redo();
        } catch {
          // Invalid edits are rejected and change nothing.
        }
      }
    }, [[SUMMIT, CRACKDOWN, CALLED_OFF], 7919 * (round + 1)]);
    await expectSameProject(page, importElsewhere);
  }
});

test("damaged records at the end are left out and counted, also without the entry or the database", async ({ page, importElsewhere }) => {
  await makeChanges(page);
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
  const readAll = () =>
    page.evaluate(async () => {
      const { default: rescue } = await import(new URL("../rescue.js", location));
      const found = await rescue.list();
      return { found, ...(found[0] ? await rescue.projectFile(found[0].key) : {}) };
    });
  await damage("journal");
  const truncated = await readAll();
  expect(truncated.left).toBe(2);
  expect((await importElsewhere(truncated.name, truncated.text)).annotations.length).toBe(before.annotations.length - 2);
  await damage("entry");
  const withoutEntry = await readAll();
  expect(withoutEntry.found.map(({ title }) => title)).toEqual(["Untitled project"]);
  expect(withoutEntry.text).toBe(truncated.text);

  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("crossread").onsuccess = done)));
  expect(await readAll()).toEqual({ found: [] });
  expect(await page.evaluate(() => indexedDB.databases()), "reading does not create a database").toEqual([]);
});

test.describe("hand-written stored records", () => {
  const TEXT = "Zürich 😀 und Genf.";
  const mention = (id, start, end) => ({ id, article: "x", label: "p", labelName: "Person", ranges: [{ start, end, exact: [...TEXT].slice(start, end).join("") }] });
  /** An unknown field with values that JavaScript objects cannot represent. */
  const UNKNOWN_FIELD = '"odd":{"__proto__":12345678901234567890}';
  const snapshot = (...annotations) =>
    JSON.stringify({
      format: "crossread", version: 1, project: { title: "Par hasard: l’été", created: "2026-01-01T00:00:00Z", odd: 1 },
      schema: { labels: [{ id: "p", kind: "entity", name: "Person", colour: "#123456" }], relationTypes: [{ id: "t", name: "t" }] },
      articles: [{ id: "x", title: "Ein Titel", sha256: createHash("sha256").update(TEXT).digest("hex"), text: TEXT }], entities: [], annotations, relations: [],
    }).replace('"odd":1', UNKNOWN_FIELD);
  const step = (...changes) => JSON.stringify({ kind: "do", summary: "", at: "2026-01-01T00:00:00Z", changes });
  const STEPS = [
    step({ putAnnotation: mention("a1", 0, 6) }),
    step({ putAnnotation: mention("a10", 13, 17) }, { putAnnotation: mention("a2", 13, 17) }),
    step({ changeArticle: { index: 0, article: { id: "x", title: "Neuer Titel", text: "" } } }, { title: "Anders" }),
    step({ schema: { labels: [{ id: "p", kind: "entity", name: "Mensch", colour: "#123456" }], relationTypes: [{ id: "t", name: "t" }] } }, { putEntity: { id: "e1", name: "Genf" } }),
    step({ takeAnnotation: "a1" }, { putRelation: { id: "r1", type: "t", from: "a2", to: "a10" } }),
  ];
  const INFO = { key: "k", title: "Par hasard", saved: "2026-02-01T00:00:00Z" };

  const checksummed = (name, payload) => {
    const bytes = Buffer.from(payload);
    const sum = createHash("sha256").update(`${name}\n`).update(bytes).digest("hex").slice(0, 16);
    return Buffer.concat([Buffer.from(`crossread-sealed 1 ${bytes.length} ${sum}\n`), bytes]);
  };
  const string = (text) => ({ string: text });
  const version1 = { version: 1, projects: [["k", { info: INFO, base: 7, next: 12 }]], snapshots: [["k", string(snapshot())]], journal: STEPS.map((text, at) => [["k", 7 + at], string(text)]) };
  const checksummedEntry = checksummed("entry/k", JSON.stringify({ info: INFO, base: 9, next: 12 }));
  const version2 = {
    version: 2,
    projects: [["k", checksummedEntry]],
    snapshots: [
      [["k", 7, 0], checksummed("snapshot/k/7", snapshot())],
      [["k", 7, 1], checksummed("snapshot/k/7", snapshot())],
      [["k", 9, 0], checksummed("snapshot/k/9", snapshot(mention("a1", 0, 6), mention("a2", 13, 17), mention("a10", 13, 17)))],
    ],
    journal: STEPS.map((text, at) => [["k", 7 + at], checksummed(`step/k/${7 + at}`, text)]),
  };
  const flipped = (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)));
  /** A copy of the store with one value changed; a record whose value becomes `null` is removed. */
  const withChange = (store, name, place, change) => ({
    ...store,
    [name]: store[name].map(([key, value]) => [key, String(key) === place ? change(value) : value]).filter(([, value]) => value !== null),
  });

  const base64 = (value) => (Buffer.isBuffer(value) ? { base64: value.toString("base64") } : value);
  /** What the rescue page reads from a store: the list of projects, and the file of the project `k` or the error. */
  const readFrom = async (page, store) => {
    await page.goto("articles/index.json");
    const { version, ...stores } = store;
    await createDatabase(page, { version, ...Object.fromEntries(Object.entries(stores).map(([name, readAll]) => [name, readAll.map(([key, value]) => [key, base64(value)])])) });
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

  for (const [name, store, seq] of [["of version 1", version1, 7], ["of version 2", version2, 9]]) {
    test(`a project in a database ${name} is read, and the database is not changed`, async ({ page, importElsewhere }) => {
      const { list, found, file, databases } = await readFrom(page, store);
      expect(list).toEqual([{ key: "k", title: "Par hasard", saved: INFO.saved }]);
      expect(found).toMatchObject({ name: "par-hasard.crossread.json", title: "Par hasard", left: 0 });
      expect(file.journal).toEqual(STEPS.slice(seq - 7));
      expect(databases).toEqual([{ name: "crossread", version: store.version }]);

      const after = await importElsewhere(found.name, found.text);
      expect(after.project).toMatchObject({ title: "Anders", created: "2026-01-01T00:00:00Z" });
      expect(after.articles).toMatchObject([{ id: "x", title: "Neuer Titel", text: TEXT }]);
      expect(after.annotations.map(({ id, labelName }) => `${id} ${labelName}`)).toEqual(["a2 Mensch", "a10 Mensch"]);
      expect(after.entities).toEqual([{ id: "e1", name: "Genf" }]);
      expect(after.relations.map(({ id }) => id)).toEqual(["r1"]);
      expect(found.text, "values that JavaScript would change are preserved").toContain(UNKNOWN_FIELD);
    });
  }

  test("without records after the snapshot, the file is the snapshot", async ({ page }) => {
    const { found } = await readFrom(page, { ...version2, projects: [], journal: [] });
    expect(found.text).toBe(snapshot(mention("a1", 0, 6), mention("a2", 13, 17), mention("a10", 13, 17)));
  });

  for (const [what, store, count, left] of [
    ["an intact step in version 1", withChange(version1, "journal", "k,9", () => 7), 2, 3],
    ["a bit of a step", withChange(version2, "journal", "k,9", flipped), 0, 3],
    ["the end of a step", withChange(version2, "journal", "k,9", (value) => value.subarray(0, -3)), 0, 3],
    ["a complete step", withChange(version2, "journal", "k,9", () => null), 0, 3],
    ["a step of this number", withChange(version2, "journal", "k,9", () => checksummed("step/k/10", STEPS[2])), 0, 3],
    ["the last step", withChange(version2, "journal", "k,11", () => null), 2, 1],
  ]) {
    test(`without ${what}, everything before it is read, and the rest is counted`, async ({ page }) => {
      const read = await readFrom(page, store);
      expect(read.found.left).toBe(left);
      expect(read.file.journal?.length ?? 0).toBe(count);
    });
  }

  test("instead of a damaged snapshot the one before it is used, and instead of a damaged entry the title in the snapshot", async ({ page }) => {
    const without = withChange(version2, "snapshots", "k,9,0", flipped);
    expect(contents(await readFrom(page, version2))).toEqual(["a1 a2 a10", 3]);
    expect(contents(await readFrom(page, without))).toEqual(["", 5]);
    expect(contents(await readFrom(page, withChange(without, "snapshots", "k,7,0", flipped))), "there is a copy of it").toEqual(["", 5]);
    const withoutEntry = await readFrom(page, withChange(version2, "projects", "k", flipped));
    expect(withoutEntry.list).toEqual([{ key: "k", title: "Par hasard: l’été", saved: "" }]);
    expect(contents(withoutEntry)).toEqual(["a1 a2 a10", 3]);
    const withoutSnapshots = { ...version2, snapshots: version2.snapshots.map(([key, value]) => [key, flipped(value)]) };
    expect((await readFrom(page, withoutSnapshots)).found).toBe("what is stored of it is damaged");
    const deleted = { ...version1, projects: [["k", { info: { ...INFO, deleted: INFO.saved }, base: 7, next: 12 }]] };
    expect((await readFrom(page, deleted)).list).toEqual([]);
  });
});
