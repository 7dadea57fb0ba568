// Publishes several versions of the built page, one after the other, on a server of their own.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, serve } from "./serve.mjs";
import { REPOSITORY, test as base } from "./support.js";

const FOLDER = "/some/folder/";

/** Runs trunk's hook on a copy of the built page. */
const runOfflineHook = (folder, profile) =>
  execFileSync("sh", ["scripts/offline.sh"], { cwd: REPOSITORY, env: { ...process.env, TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } });

export const test = base.extend({
  /** The site: `publish(change, profile)` publishes another version and returns it; `close()` stops the server. */
  site: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), "crossread-versions-"));
    const mounts = {};
    let count = 0;
    const publish = (change = () => {}, profile = "release") => {
      const folder = join(root, String(++count));
      cpSync(DIST, folder, { recursive: true });
      const edit = (path, edited) => writeFileSync(join(folder, path), edited(readFileSync(join(folder, path), "utf8")));
      change(edit);
      runOfflineHook(folder, profile);
      mounts[FOLDER] = folder;
      return { folder, version: readFileSync(join(folder, "index.html"), "utf8").match(/data-version="(\w+)"/)?.[1], edit };
    };
    const first = publish();
    const { origin, close } = await serve({ mounts });
    await use({ url: `${origin}${FOLDER}`, publish, first, close });
    close();
    rmSync(root, { recursive: true, force: true });
  },
  baseURL: async ({ site }, use) => use(site.url),
});

/** The version of the open page. */
export const version = (page) => page.locator("#boot").getAttribute("data-version");
/** Waits until the service worker is active and has cached everything. */
export const waitUntilCached = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
/** Checks for a new version, as browsers do regularly: twice, because the first check may be one that began before the version was there. */
export const checkForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    for (let i = 0; i < 2; i++) await registration.update();
  });
export const cacheNames = (page) => page.evaluate(() => caches.keys());
