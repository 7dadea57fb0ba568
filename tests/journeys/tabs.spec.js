// One project in two tabs: one edits it, the other is read-only, shows what is saved, and can take over.
import { SUMMIT, annotate, dragOver, expect, open, project, quotes, ready, test, waitSaved } from "./support.js";
import { alert, newProject, openProjects, status, tagAs, undo } from "./interface.js";
import { axeViolations } from "./axe.js";

test.describe.configure({ retries: 0 });

const readOnlyBanner = (page) => page.locator("[data-banner=elsewhere]");
const editHereButton = (page) => readOnlyBanner(page).getByRole("button", { name: "Edit here" });
const json = async (page) => JSON.stringify(await project(page));

/** Opens a second tab with the project that the first tab has open. */
async function secondTab(context) {
  const page = await context.newPage();
  await page.goto("./");
  await ready(page);
  return page;
}

/** Adds `count` tags of two characters each, from number `first` on; returns how many were rejected. */
const tagMany = (page, first, count) =>
  page.evaluate(
    ([article, first, count]) => {
      let rejected = 0;
      for (let i = first; i < first + count; i++) {
        const at = (i % 600) * 3;
        try {
          window.crossread.annotate({ article, label: i < 600 ? "Person" : "Location", ranges: [{ start: at, end: at + 2 }] });
        } catch {
          rejected++;
        }
      }
      return rejected;
    },
    [SUMMIT, first, count],
  );

test("the second tab follows the first, is read-only, and says why", async ({ page, context }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  const second = await secondTab(context);
  await expect(readOnlyBanner(second)).toContainText("edited in another tab");
  await expect(readOnlyBanner(page)).toBeHidden();
  expect(await json(second)).toBe(await json(page));

  await annotate(page, SUMMIT, "Priti Patel", "Person");
  await expect(second.locator("mark", { hasText: "Priti Patel" })).toBeVisible();
  await undo(page);
  await expect.poll(() => quotes(second)).toEqual(["Person: Boris Johnson"]);

  const rejected = second.evaluate((article) => window.crossread.annotate({ article, label: "Person", ranges: [{ start: 0, end: 4 }] }), SUMMIT);
  await expect(rejected).rejects.toThrow(/edited in another tab/);
  await dragOver(second, SUMMIT, "Calais");
  await tagAs(second, "Location");
  await expect(alert(second).filter({ hasText: "Edit here" })).toBeVisible();
  await second.keyboard.press("Control+z");
  expect(await quotes(second)).toEqual(["Person: Boris Johnson"]);
  expect(await quotes(page)).toEqual(["Person: Boris Johnson"]);
  expect(await axeViolations(second)).toEqual([]);
});

test("the second tab takes over, and the first follows it; and back again", async ({ page, context }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  const second = await secondTab(context);
  // With the keyboard only.
  await editHereButton(second).focus();
  await second.keyboard.press("Enter");
  await expect(readOnlyBanner(second)).toBeHidden();
  await expect(readOnlyBanner(page)).toBeVisible();
  await annotate(second, SUMMIT, "Priti Patel", "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson", "Person: Priti Patel"]);
  await undo(second);
  await undo(second);
  await expect.poll(() => quotes(page)).toEqual([]);

  await editHereButton(page).click();
  await expect(readOnlyBanner(page)).toBeHidden();
  await annotate(page, SUMMIT, "Europol", "Organization");
  await expect.poll(() => quotes(second)).toEqual(["Organization: Europol"]);
  await waitSaved(page);
  expect(await json(second)).toBe(await json(page));
});

test("while two tabs try 500 edits each at the same time, the second stays read-only", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  const [first, rejected] = await Promise.all([tagMany(page, 0, 500), tagMany(second, 500, 500)]);
  expect(first).toBe(0);
  expect(rejected).toBe(500);
  await waitSaved(page);
  await expect.poll(async () => (await project(second)).annotations.length).toBe(500);
  expect(await json(second)).toBe(await json(page));
});

test("two tabs take over from one another and make 500 edits each: all 1,000 are in both tabs and in the database", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  const tabs = [page, second];
  for (let turn = 0; turn < 10; turn++) {
    const writer = tabs[turn % 2];
    if (turn > 0) await editHereButton(writer).click();
    await expect(readOnlyBanner(writer)).toBeHidden();
    expect(await tagMany(writer, turn * 100, 100)).toBe(0);
  }
  await waitSaved(second);
  await expect.poll(async () => (await project(page)).annotations.length).toBe(1000);
  const saved = await json(second);
  expect(await json(page)).toBe(saved);
  expect(new Set((await project(page)).annotations.map(({ id }) => id)).size).toBe(1000);
  await page.close();
  await second.reload();
  await ready(second);
  expect(await json(second)).toBe(saved);
  const again = await second.evaluate(() => window.crossread.load(window.crossread.project()).then(() => window.crossread.project().annotations.length));
  expect(again, "the project is valid").toBe(1000);
});

test("when the editing tab is closed, the other one can edit", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  await expect(readOnlyBanner(second)).toBeVisible();
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  await page.close();
  await expect(readOnlyBanner(second)).toBeHidden();
  await annotate(second, SUMMIT, "Priti Patel", "Person");
  await waitSaved(second);

  expect((await quotes(second)).sort()).toEqual(["Person: Boris Johnson", "Person: Priti Patel"]);
});

test("taking over does not wait for a frozen tab, which follows when it is resumed", async ({ page, context }) => {
  await open(page);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  const second = await secondTab(context);
  const session = await context.newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await editHereButton(second).click();
  await expect(readOnlyBanner(second)).toBeHidden();
  await annotate(second, SUMMIT, "Priti Patel", "Person");
  await waitSaved(second);
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await expect(readOnlyBanner(page)).toBeVisible();
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson", "Person: Priti Patel"]);
});

test("after a reload of the editing tab exactly one tab edits", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  await page.reload();
  await ready(page);
  await expect.poll(async () => (await readOnlyBanner(page).isVisible()) !== (await readOnlyBanner(second).isVisible())).toBe(true);
});

test("two projects in two tabs are both edited, and a project that is open in another tab cannot be deleted", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  await newProject(second, "Another", { samples: true });
  await expect.poll(async () => (await project(second)).articles.length).toBe(3);
  await expect(readOnlyBanner(second)).toBeHidden();
  await annotate(second, SUMMIT, "Boris Johnson", "Person");
  await annotate(page, SUMMIT, "Calais", "Location");
  await waitSaved(page);
  await waitSaved(second);
  await openProjects(second);
  const entry = second.getByRole("listitem").filter({ hasText: "Untitled project" });
  await entry.getByRole("button", { name: /^Delete/ }).click();
  await expect(second.getByText(/Untitled project.*is open in another tab. Close it there first/)).toBeVisible();
  await expect(entry).toBeVisible();
});

test("another tab cannot take over from a tab that cannot save", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  await page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    window.restoreWrites = () => Object.assign(IDBObjectStore.prototype, { put, add });
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException("No space is left.", "QuotaExceededError");
    };
  });
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await expect(status(page)).toHaveAttribute("data-status", "failed");
  await editHereButton(second).click();
  await expect(alert(second).filter({ hasText: "cannot save" })).toBeVisible();
  await expect(readOnlyBanner(page)).toBeHidden();
  await page.evaluate(() => window.restoreWrites());
  await waitSaved(page);
  await expect.poll(() => quotes(second)).toEqual(["Person: Boris Johnson"]);
});

test("in a browser without locks, changes of the second tab become a separate project", async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined }));
  await open(page);
  await waitSaved(page);
  const second = await secondTab(context);
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await waitSaved(page);
  await annotate(second, SUMMIT, "Priti Patel", "Person");
  await waitSaved(second);
  await expect(alert(second).filter({ hasText: "a separate copy of the project" })).toBeVisible();
  expect((await project(second)).project.title).toBe("Untitled project (this tab’s copy)");
  expect(await quotes(second)).toEqual(["Person: Priti Patel"]);
  expect(await quotes(page)).toEqual(["Person: Boris Johnson"]);

  // Both projects are there after a reload.
  await second.reload();
  await ready(second);
  expect(await quotes(second)).toEqual(["Person: Priti Patel"]);
  await page.reload();
  await ready(page);
  await openProjects(page);
  await expect(page.getByRole("list", { name: "Saved projects" }).getByRole("listitem")).toHaveCount(2);
});
