import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLES, SUMMIT, annotate, articleText, dragOver, expect, file, open, waitForPaint, project, quotes, reader, ready, waitSaved } from "./support.js";
import { addDialog, chooseFiles, exportNative, openTexts, restartButton, searchCount, searchField, searchOption, tagAs, versionBar } from "./interface.js";
import { cacheNames, waitUntilCached, checkForUpdate, test, version } from "./versions.js";
import { axeViolations } from "./axe.js";

test.use({ serviceWorkers: "allow" });

/** Opens the page, waits until it is cached, and reloads it from the cache. */
async function openCached(page) {
  await open(page);
  await waitUntilCached(page);
  await waitSaved(page);
  await page.reload();
  await ready(page);
}

async function findWithExpression(page) {
  await searchField(page).fill("");
  const regex = searchOption(page, "Regular expression");
  if ((await regex.getAttribute("aria-pressed")) !== "true") await regex.click();
  await searchField(page).fill("Bo\\w+ John.on");
  await expect(searchCount(page)).toHaveText(/^\d+ places? in \d articles?$/);
}

test("after one visit the page works offline", async ({ page, context, site }) => {
  await open(page);
  await waitUntilCached(page);
  site.close();
  await context.setOffline(true);
  const responses = [];
  page.on("response", (response) => responses.push(response));

  await page.reload();
  await ready(page);
  for (const { id, text } of ARTICLES) expect(await articleText(page, id)).toBe(text);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await waitSaved(page);
  await findWithExpression(page);

  await page.reload();
  await ready(page);
  expect(await quotes(page)).toEqual(["Person: Boris Johnson"]);
  // "Все люди рождаются свободными" in KOI8-R.
  await openTexts(page, [file("russian.txt", Buffer.from("f7d3c520ccc0c4c920d2cfd6c4c1c0d4d3d120d3d7cfc2cfc4ced9cdc9", "hex"))]);
  await expect(addDialog(page).getByLabel("Encoding")).toHaveValue("KOI8-R");
  await page.keyboard.press("Escape");
  const { name, bytes } = await exportNative(page);
  expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
  await annotate(page, SUMMIT, "Europol", "Organization");
  await chooseFiles(page, [file(name, bytes, "application/json")]);
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  await waitSaved(page);

  // With nothing in IndexedDB and localStorage, the sample articles come from the cache.
  await page.goto("about:blank");
  const session = await context.newCDPSession(page);
  const { origin } = new URL(site.url);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,local_storage" });
  await page.goto("./index.html");
  await ready(page);
  for (const { id, text } of ARTICLES) {
    await expect(reader(page, id)).toBeVisible();
    expect(await articleText(page, id)).toBe(text);
  }
  expect(await quotes(page)).toEqual([]);

  const local = responses.filter((response) => response.url().startsWith("http"));
  expect(local.filter((response) => !response.fromServiceWorker()).map((response) => response.url())).toEqual([]);
  const paths = local.map((response) => new URL(response.url()).pathname.split("/").pop());
  expect(paths).toEqual(expect.arrayContaining(["boot.js", "search-worker.js", "detector_bg.wasm", "index.json", ...ARTICLES.map((article) => article.file)]));
  expect(paths.filter((path) => path.endsWith(".wasm")).length).toBeGreaterThan(0);
});

test("the page can be installed", async ({ page, context }) => {
  await openCached(page);
  const session = await context.newCDPSession(page);
  const { errors, url, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toMatch(/\/some\/folder\/manifest\.webmanifest$/);
  const { icons, name, display } = JSON.parse(data);
  expect({ name, display }).toEqual({ name: "Crossread", display: "standalone" });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Tests run in private windows, in which no page can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  for (const { src, sizes, type } of icons.filter((icon) => icon.type === "image/png")) {
    const size = await page.evaluate(async (src) => {
      const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
      return `${width}x${height}`;
    }, src);
    expect(`${size} ${type}`, src).toBe(`${sizes} image/png`);
  }
});

test.describe("a new version", () => {
  test("is offered, is started by the button, and opens the saved project", async ({ page, site }) => {
    await openCached(page);
    const old = site.first.version;
    expect(await version(page)).toBe(old);
    await page.evaluate(() => caches.open("of another page").then((cache) => cache.put("./x", new Response("x"))));
    await annotate(page, SUMMIT, "Europol", "Organization");
    await waitSaved(page);

    const next = site.publish((edit) => edit("index.html", (html) => html.replace("<title>Crossread", "<title>Crossread next"))).version;
    expect(next).not.toBe(old);
    await checkForUpdate(page);
    await expect(versionBar(page)).toContainText("A new version of Crossread is ready.");
    expect(await axeViolations(page)).toEqual([]);
    await page.evaluate(() => (window.notReloaded = true));

    // The old version stays until the user asks for the new one.
    await dragOver(page, SUMMIT, "Boris Johnson");
    await tagAs(page, "Person");
    await waitSaved(page);
    expect(await page.evaluate(() => window.notReloaded)).toBe(true);
    await page.reload();
    await ready(page);
    expect(await version(page)).toBe(old);
    await expect(versionBar(page)).toBeVisible();
    await versionBar(page).getByRole("button", { name: "Not now" }).click();
    await expect(versionBar(page)).toBeHidden();
    await page.reload();
    await ready(page);

    await Promise.all([page.waitForEvent("load"), restartButton(page).click()]);
    await ready(page);
    expect(await version(page)).toBe(next);
    await expect(page).toHaveTitle(/next/);
    expect((await quotes(page)).sort()).toEqual(["Organization: Europol", "Person: Boris Johnson"]);
    await expect(versionBar(page)).toBeHidden();
    await expect.poll(() => cacheNames(page), "only the cache of the old version is deleted").toEqual(["of another page", `crossread ${site.url} ${next}`]);
  });

  test("is not started before everything is saved", async ({ page, site }) => {
    await openCached(page);
    const next = site.publish((edit) => edit("index.html", (html) => `${html}<!-- next -->`)).version;
    await checkForUpdate(page);
    await expect(versionBar(page)).toBeVisible();
    // Another connection blocks the stores, as a long write does.
    await page.evaluate(async () => {
      const [{ name }] = (await indexedDB.databases()).filter((database) => database.name.startsWith("crossread"));
      const db = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
      const stores = [...db.objectStoreNames];
      const transaction = db.transaction(stores, "readwrite");
      window.blocking = true;
      const block = () => window.blocking && (transaction.objectStore(stores[0]).count().onsuccess = block);
      block();
      transaction.oncomplete = () => db.close();
    });
    await annotate(page, SUMMIT, "Europol", "Organization");
    await page.clock.install();
    await restartButton(page).click();
    await expect(versionBar(page)).toContainText("Saving your work first…");
    await page.clock.runFor(5_000);
    expect(await page.evaluate(() => window.blocking), "the page has not been reloaded").toBe(true);
    expect(await version(page)).toBe(site.first.version);

    await Promise.all([page.waitForEvent("load"), page.evaluate(() => (window.blocking = false))]);
    await ready(page);
    expect(await version(page)).toBe(next);
    expect(await quotes(page)).toEqual(["Organization: Europol"]);
  });

  test("is not started while something cannot be saved", async ({ page, site }) => {
    await openCached(page);
    site.publish((edit) => edit("index.html", (html) => `${html}<!-- next -->`));
    await checkForUpdate(page);
    await expect(versionBar(page)).toBeVisible();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
        throw new DOMException("No space is left.", "QuotaExceededError");
      };
    });
    await annotate(page, SUMMIT, "Europol", "Organization");
    await restartButton(page).focus();
    await page.keyboard.press("Enter");
    await expect(versionBar(page)).toContainText("Not restarted, because your work is not saved");
    await expect(restartButton(page), "the button keeps the focus").toBeFocused();
    expect(await version(page)).toBe(site.first.version);
    expect(await quotes(page)).toEqual(["Organization: Europol"]);
  });

  test("leaves other tabs at their version", async ({ page, context, site }) => {
    await openCached(page);
    const other = await context.newPage();
    await other.goto("./");
    await ready(other);
    await other.evaluate(() => (window.notReloaded = true));
    const old = site.first.version;
    const next = site.publish((edit) => edit("search-worker.js", () => "throw new Error('of another version');")).version;
    await checkForUpdate(page);
    await Promise.all([page.waitForEvent("load"), restartButton(page).click()]);
    await ready(page);
    expect(await version(page)).toBe(next);
    await waitForPaint(page);
    site.close();

    expect(await other.evaluate(() => window.notReloaded), "the other tab was not reloaded").toBe(true);
    expect(await version(other)).toBe(old);
    // Its search worker is loaded only now, in the old version.
    await findWithExpression(other);
    const bytes = await other.evaluate(() => window.crossreadFiles.response("search-worker.js").then((response) => response.text()));
    expect(bytes).not.toContain("of another version");
    expect(await page.evaluate(() => window.crossreadFiles.response("search-worker.js").then((response) => response.text()))).toContain("of another version");

    // The cache of the old version is deleted once no tab uses it.
    expect((await cacheNames(page)).length).toBe(2);
    await expect(versionBar(other)).toBeVisible();
    await Promise.all([other.waitForEvent("load"), restartButton(other).click()]);
    await ready(other);
    expect(await version(other)).toBe(next);
    await expect.poll(() => cacheNames(page)).toEqual([`crossread ${site.url} ${next}`]);
  });

  test("is discarded if one of its files does not match", async ({ page, site }) => {
    await openCached(page);
    const { edit } = site.publish((edit) => edit("index.html", (html) => `${html}<!-- next -->`));
    edit("search-worker.js", (text) => `${text}\n// Half of it is of yet another version.`);
    await checkForUpdate(page).catch(() => {});
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null)).toBe(true);
    await expect.poll(() => cacheNames(page)).toEqual([`crossread ${site.url} ${site.first.version}`]);
    await page.reload();
    await ready(page);
    await waitForPaint(page);
    await expect(versionBar(page)).toBeHidden();
    expect(await version(page)).toBe(site.first.version);
  });
});

test.describe("a version that does not start", () => {
  test.use({ allowedErrors: /404|Could not start/i });

  test("is replaced by the next one", async ({ page, site }) => {
    await openCached(page);
    await annotate(page, SUMMIT, "Europol", "Organization");
    await waitSaved(page);
    site.publish((edit) => edit("index.html", (html) => html.replace(/data-wasm="?[^" >]+"?/, 'data-wasm="./nothing.wasm"')));
    await checkForUpdate(page);
    await restartButton(page).click();
    const failure = page.getByRole("alert").filter({ hasText: "Crossread could not start" });
    await expect(failure).toBeVisible();

    const next = site.publish().version;
    // The browser checks for a new version whenever the page is opened.
    await page.reload();
    await expect(failure).toBeVisible();
    await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting))).toBe(true);
    await failure.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.locator("#boot")).toHaveAttribute("data-version", next);
    await ready(page);
    expect(await quotes(page)).toEqual(["Organization: Europol"]);
  });
});

const publishDebug = (site) =>
  site.publish((edit) => edit("index.html", (html) => html.replace("<title>Crossread", "<title>Crossread debug")), "debug");
const isRegistered = (page) => page.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean));
/** Has the browser look for a new version until there is no service worker: it may refuse to while the page registers the old one. */
const updateUntilRemoved = (page) =>
  expect
    .poll(async () => {
      if (await isRegistered(page)) await checkForUpdate(page).catch(() => {});
      return isRegistered(page);
    })
    .toBe(false);

test("a debug build removes the service worker and its cache", async ({ page, site }) => {
  await openCached(page);
  publishDebug(site);
  await updateUntilRemoved(page);
  expect(await cacheNames(page)).toEqual([]);
  await page.reload();
  await ready(page);
  await expect(page).toHaveTitle(/debug/);
  expect(await isRegistered(page)).toBe(false);
});

test("a debug build removes the service worker that a page registers late", async ({ page, site }) => {
  await open(page);
  await waitUntilCached(page);
  // A page registers the service worker when it is idle: on a busy machine, after the next version has come.
  await page.addInitScript(() => {
    const waiting = [];
    window.requestIdleCallback = (callback) => waiting.push(callback);
    window.becomeIdle = () => waiting.splice(0).forEach((callback) => callback());
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...args) {
      return (window.registering = register.apply(this, args));
    };
  });
  await page.reload();
  await ready(page);
  publishDebug(site);
  await updateUntilRemoved(page);
  await page.evaluate(() => window.becomeIdle());
  await expect.poll(() => page.evaluate(async () => Boolean(await window.registering))).toBe(true);
  await expect.poll(() => isRegistered(page)).toBe(false);
  await page.reload();
  await ready(page);
  await expect(page).toHaveTitle(/debug/);
});

test("the service worker does not handle other files of the site", async ({ page, site }) => {
  await openCached(page);
  writeFileSync(join(site.first.folder, "other.txt"), "Of somebody else.");
  const answer = page.waitForResponse(/other\.txt/);
  expect(await page.evaluate(() => fetch("other.txt").then((response) => response.text()))).toBe("Of somebody else.");
  expect((await answer).fromServiceWorker()).toBe(false);
});
