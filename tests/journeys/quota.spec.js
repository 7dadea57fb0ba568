// The browser gives the page a very small quota: saved work is not lost, a backup can be downloaded, and the rest is saved when
// there is space. That saving resumes by itself is in storage-refused.spec.js: here each failure takes half a minute.
import { SUMMIT, annotate, download, expect, open, project, quotes, ready, test, waitSaved } from "./support.js";
import { status } from "./interface.js";

const banner = (page) => page.locator("[data-banner=unsaved]");
async function setQuota(context, page, baseURL, bytes) {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL);
  await session.send("Storage.overrideQuotaForOrigin", bytes === undefined ? { origin } : { origin, quotaSize: bytes });
}

/** Sets a quota below what is used already. The browser caches the old quota for half a minute, so tags are added until saving
 * fails. Returns the project as it was last saved. */
async function exhaustQuota(context, page, baseURL) {
  await setQuota(context, page, baseURL, 1000);
  let saved = "";
  await expect
    .poll(
      async () => {
        const state = await status(page).getAttribute("data-status");
        if (state === "saved") {
          saved = JSON.stringify(await project(page));
          await annotate(page, SUMMIT, "Calais", "Location");
          await page.evaluate(() => window.crossread.saved()).catch(() => {});
        }
        return status(page).getAttribute("data-status");
      },
      { timeout: 90_000, intervals: [3000] },
    )
    .toBe("failed");
  return saved;
}

// The browser requests an icon for a plain JSON file and reports that there is none.
test.use({ allowedErrors: /404/ });

test("when the quota is reached, saved work is not lost, and the rest is saved when there is space", async ({ page, context, baseURL }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  const saved = await exhaustQuota(context, page, baseURL);
  await expect(banner(page)).toContainText(/full/);
  const { bytes } = await download(page, () => banner(page).getByRole("button", { name: "Download a backup now" }).click());
  expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));

  // A second tab, opened while the quota is exhausted, shows what was saved.
  const second = await context.newPage();
  await second.goto("./");
  await ready(second);
  expect(JSON.stringify(await project(second))).toBe(saved);
  await second.close();

  // Editing continues.
  await annotate(page, SUMMIT, "Europol", "Organization");
  const latest = JSON.stringify(await project(page));

  await setQuota(context, page, baseURL);
  // The page retries by itself as well, and may succeed before the click.
  await expect(async () => {
    await banner(page).getByRole("button", { name: "Try again now" }).click({ timeout: 1000 }).catch(() => {});
    await expect(banner(page)).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(status(page)).toHaveAttribute("data-status", "saved");
  await page.reload();
  await ready(page);
  expect(JSON.stringify(await project(page))).toBe(latest);
});

test("site data that was cleared while the project is open is written again", async ({ page, context, baseURL }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(baseURL).origin, storageTypes: "indexeddb" });
  await annotate(page, SUMMIT, "Calais", "Location");
  await expect(status(page)).toHaveAttribute("data-status", "saved", { timeout: 90_000 });
  const latest = JSON.stringify(await project(page));
  await page.reload();
  await ready(page);
  expect(JSON.stringify(await project(page))).toBe(latest);
});

test("a database of a newer version is not changed, and the project is edited in memory", async ({ page }) => {
  await page.goto("./articles/index.json");
  await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open("crossread", 99);
        request.onupgradeneeded = () => request.result.createObjectStore("tomorrow").put("unchanged", "key");
        request.onsuccess = () => (request.result.close(), done());
      }),
  );
  await page.goto("./");
  await ready(page);
  await expect(banner(page)).toContainText("newer version");
  await annotate(page, SUMMIT, "Calais", "Location");
  expect(await quotes(page)).toEqual(["Location: Calais"]);
  const database = await page.evaluate(
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
  expect(database).toEqual({ version: 99, stores: ["tomorrow"], value: "unchanged" });
});
