// Stored bytes are damaged while the page is closed: it opens everything intact and reports what is lost.
// tests/host/damage_properties.rs tries every byte and bit; these tests try a sample in the browser's IndexedDB.
import { SUMMIT, annotate, expect, open, project, quotes, ready, tags, test, waitSaved } from "./support.js";
import { newProject, undo } from "./interface.js";
import { records, remove, replaceRecords, write } from "./store.js";

test.describe.configure({ retries: 0 });

const WORDS = ["Boris Johnson", "Priti Patel", "Europol", "Calais", "Belgium"];
const STORES = ["projects", "snapshots", "journal"];
const alerts = (page) => page.getByRole("alert").filter({ hasText: /\S/ });

// The browser requests an icon for a plain JSON file and reports that there is none.
test.use({ allowedErrors: /404/ });

/** Goes to a file of the same origin without the program, so that nothing has the database open. */
const leavePage = (page) => page.goto("./articles/index.json");

async function reopen(page) {
  await page.goto("./");
  await ready(page);
}

/** Adds five tags, one saved step each, and leaves the page. Returns the stored records and the project as JSON. */
async function openAndTag(page) {
  await open(page);
  for (const words of WORDS) {
    await annotate(page, SUMMIT, words, "Other");
    await waitSaved(page);
  }
  const states = [JSON.stringify(await project(page))];
  await leavePage(page);
  const stored = {};
  for (const name of STORES) stored[name] = await records(page, name);
  return { stored, states };
}

async function restoreStores(page, stored) {
  await leavePage(page);
  for (const name of STORES) await replaceRecords(page, name, stored[name]);
}

test("a damaged, truncated or missing step and the later ones are lost, and that is reported", async ({ page }) => {
  const { stored } = await openAndTag(page);
  const steps = stored.journal.slice(-3);
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (const [nth, [key, bytes]] of steps.entries()) {
    const flipped = [...bytes];
    flipped[random(bytes.length)] ^= 1 << random(8);
    const all = [
      () => write(page, "journal", key, bytes.slice(0, random(bytes.length))),
      () => write(page, "journal", key, bytes.slice(0, -1)),
      () => write(page, "journal", key, flipped),
      () => write(page, "journal", key, stored.journal[0][1]),
      () => remove(page, "journal", key),
    ];
    // Each kind of damage once, two to a step.
    for (const damage of all.slice(2 * nth, 2 * nth + 2)) {
      await restoreStores(page, stored);
      await damage();
      await reopen(page);
      expect(await quotes(page)).toHaveLength(2 + nth);
      const lost = 3 - nth;
      await expect(alerts(page)).toContainText(lost === 1 ? "The last change could not be read and is lost" : `The last ${lost} changes could not be read and are lost`);
      if (lost === 3) await expect(alerts(page)).toContainText(/Among them: .*Tagged/);
    }
  }
  // The recovered state is the project from now on.
  await annotate(page, SUMMIT, "Priti Patel", "Person");
  await waitSaved(page);
  const now = JSON.stringify(await project(page));
  await page.reload();
  await ready(page);
  expect(JSON.stringify(await project(page))).toBe(now);
  await expect(alerts(page)).toHaveCount(0);
  await undo(page);
  await expect.poll(async () => (await tags(page)).length).toBe(4);
});

test("nothing is lost while one snapshot is intact", async ({ page }) => {
  const { stored, states } = await openAndTag(page);
  const [first, copy] = stored.snapshots;
  expect(stored.snapshots).toHaveLength(2);
  for (const damage of [
    () => remove(page, "snapshots", first[0]),
    () => write(page, "snapshots", first[0], first[1].slice(0, 40)),
    () => write(page, "snapshots", copy[0], [1, 2, 3]),
  ]) {
    await restoreStores(page, stored);
    await damage();
    await reopen(page);
    expect(JSON.stringify(await project(page))).toBe(states[0]);
  }
});

test("a project without an intact snapshot is reported as damaged and stays in the list", async ({ page }) => {
  const { stored } = await openAndTag(page);
  for (const [key] of stored.snapshots) await remove(page, "snapshots", key);
  await reopen(page);
  // If the first steps added the articles, the steps suffice; if the snapshot contained them, the steps cannot be applied.
  const tagged = await quotes(page);
  await expect(alerts(page)).toContainText(tagged.length === 5 ? "restored from its changes" : "cannot be opened");
  await leavePage(page);
  expect((await records(page, "journal")).length, "no record of it is deleted").toBeGreaterThanOrEqual(tagged.length === 5 ? 0 : 5);
});

test("a damaged entry in the list of projects loses nothing else, and no data of another project is shown", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Calais", "Location");
  await waitSaved(page);
  await newProject(page, "Second", { samples: true });
  await expect.poll(async () => (await project(page)).articles.length).toBe(3);
  await annotate(page, SUMMIT, "Europol", "Organization");
  await waitSaved(page);
  await leavePage(page);
  const [first, second] = (await records(page, "projects")).map(([key]) => key);
  const journal = await records(page, "journal");
  const ofFirst = journal.filter(([[key]]) => key === first);
  const ofSecond = journal.filter(([[key]]) => key === second);

  // Overwrites the second project's last step with the first project's.
  await write(page, "journal", ofSecond.at(-1)[0], ofFirst.at(-1)[1]);
  await write(page, "projects", second, [1, 2, 3]);
  await reopen(page);
  expect((await project(page)).project.title).toBe("Second");
  expect(await quotes(page)).toEqual([]);
  await expect(alerts(page)).toContainText("could not be read");
  await page.getByRole("button", { name: "Dismiss" }).click();

  await leavePage(page);
  await remove(page, "projects", second);
  await reopen(page);
  expect(["Second", "Untitled project"]).toContain((await project(page)).project.title);
});
