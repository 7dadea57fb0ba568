// What an earlier version of the page stored, exported and backed up still opens. `tests/host/older_files.rs` reads the same
// files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY, expect, file, project, ready, test, waitSaved } from "./support.js";
import { chooseFiles } from "./interface.js";
import { exported, session } from "./older-versions.js";
import { dump, createDatabase } from "./store.js";

// The browser requests an icon for a plain JSON file and reports that there is none.
test.use({ allowedErrors: /404/ });

const FOLDER = join(REPOSITORY, "tests/files");
const [STORE, EXPORT, BACKUP] = ["store-2.json", "store-2.crossread.json", "store-2.backup.json"].map((name) => join(FOLDER, name));
const text = (path) => readFileSync(path, "utf8");

/** One record per line, so that changes of the file are readable in a diff. */
function lines({ version, settings, ...stores }) {
  const records = ([name, all]) => `"${name}": [\n${all.map((record) => JSON.stringify(record)).join(",\n")}\n]`;
  return `{ "version": ${version}, "settings": ${JSON.stringify(settings)},\n${Object.entries(stores).map(records).join(",\n")} }\n`;
}

if (process.env.RECORD) {
  test("records the files with this page", async ({ page }) => {
    const backup = await session(page);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(EXPORT, await exported(page));
    writeFileSync(BACKUP, backup);
    writeFileSync(STORE, lines(await dump(page)));
  });
}

test("a store of version 2 opens as the same project, with the same history", async ({ page }) => {
  const store = JSON.parse(text(STORE));
  const [{ base }] = store.projects.map(([key, value]) => ({ key, base: JSON.parse(value.slice(value.indexOf("\n"))).base })).filter(({ base }) => base > 0);
  expect(base).toBeGreaterThanOrEqual(500);
  await page.goto("articles/index.json");
  await createDatabase(page, store);
  await page.goto("./");
  await ready(page);
  expect(await exported(page)).toBe(text(EXPORT));
  await expect(page.getByRole("alert").filter({ hasText: /\S/ }), "nothing is lost").toHaveCount(0);

  const snapshot = store.snapshots.find(([[, seq]]) => seq === base)[1];
  await page.evaluate(() => {
    while (window.crossread.undo());
  });
  expect(await exported(page), "undone back to the snapshot").toBe(snapshot.slice(snapshot.indexOf("\n") + 1));
  await waitSaved(page);
});

for (const [what, path] of [["an export", EXPORT], ["a backup", BACKUP]]) {
  test(`${what} opens as the same project`, async ({ page }) => {
    await page.goto("./");
    await ready(page);
    await chooseFiles(page, [file("older.json", text(path), "application/json")]);
    await expect.poll(async () => (await project(page)).articles.map(({ id }) => id)).toContain("talks");
    expect(await exported(page)).toBe(text(path));
  });
}
