// The browser gives the page very little room: nothing that was saved is lost, a backup works, and room heals it.
import { SUMMIT, annotate, expect, open, project, quotes, ready, test, waitSaved } from "./support.js";
import { download } from "./support.js";
import { status } from "./interface.js";

const banner = (page) => page.locator("[data-banner=unsaved]");
const LONG = "é".repeat(60_000);

async function limit(page, context, baseURL, bytes) {
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL).origin;
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
  await session.send("Storage.overrideQuotaForOrigin", bytes === undefined ? { origin } : { origin, quotaSize: usage + bytes });
}

test("when the quota is reached, what was saved stays, the rest is backed up and saved when there is room", async ({ page, context, baseURL }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  const saved = JSON.stringify(await project(page));

  await limit(page, context, baseURL, 1);
  // Chromium looks at the quota for what is large.
  const id = await annotate(page, SUMMIT, "Calais", "Location");
  await page.evaluate(([id, note]) => window.crossread.update(id, { note }), [id, LONG]);
  await expect(status(page)).toHaveAttribute("data-status", "failed");
  await expect(banner(page)).toContainText(/full/);
  const { bytes } = await download(page, () => banner(page).getByRole("button", { name: "Download a backup now" }).click());
  expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));

  // Another visit, while there is no room: what was saved is there.
  const second = await context.newPage();
  await second.goto("./");
  await ready(second);
  const there = await quotes(second);
  expect(there.slice(0, 1)).toEqual(["Person: Boris Johnson"]);
  expect([saved, JSON.stringify({ ...(await project(second)) })].length).toBe(2);
  await second.close();

  // Work goes on.
  await annotate(page, SUMMIT, "Europol", "Organization");
  const done = JSON.stringify(await project(page));

  await limit(page, context, baseURL, undefined);
  await banner(page).getByRole("button", { name: "Try again now" }).click();
  await expect(banner(page)).toBeHidden();
  await expect(status(page)).toHaveAttribute("data-status", "saved");
  await page.reload();
  await ready(page);
  expect(JSON.stringify(await project(page))).toBe(done);
});

test("room that comes back by itself is noticed by itself", async ({ page, context, baseURL }) => {
  await open(page);
  await waitSaved(page);
  await limit(page, context, baseURL, 1);
  const id = await annotate(page, SUMMIT, "Calais", "Location");
  await page.evaluate(([id, note]) => window.crossread.update(id, { note }), [id, LONG]);
  await expect(banner(page)).toBeVisible();
  await limit(page, context, baseURL, undefined);
  await expect(banner(page)).toBeHidden({ timeout: 40_000 });
  await waitSaved(page);
});

test("site data that is cleared while the project is open is written again", async ({ page, context, baseURL }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(baseURL).origin, storageTypes: "indexeddb" });
  await annotate(page, SUMMIT, "Calais", "Location");
  await expect(status(page)).toHaveAttribute("data-status", "saved", { timeout: 40_000 });
  const done = JSON.stringify(await project(page));
  await page.reload();
  await ready(page);
  expect(JSON.stringify(await project(page))).toBe(done);
});

test("a store of a newer version is left as it is, and work goes on in memory", async ({ page }) => {
  await page.goto("./articles/index.json");
  await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open("crossread", 99);
        request.onupgradeneeded = () => request.result.createObjectStore("tomorrow").put("kept", "key");
        request.onsuccess = () => (request.result.close(), done());
      }),
  );
  await page.goto("./");
  await ready(page);
  await expect(banner(page)).toContainText("newer version");
  await annotate(page, SUMMIT, "Calais", "Location");
  expect(await quotes(page)).toEqual(["Location: Calais"]);
  const kept = await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("crossread").onsuccess = ({ target: { result } }) => {
          const stores = [...result.objectStoreNames];
          result.transaction("tomorrow").objectStore("tomorrow").get("key").onsuccess = (event) => {
            done({ version: result.version, stores, value: event.target.result });
            result.close();
          };
        };
      }),
  );
  expect(kept).toEqual({ version: 99, stores: ["tomorrow"], value: "kept" });
});
