import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CALLED_OFF, SUMMIT, annotate, clickText, dragOver, expect, marks, open, project, quotes, reader, ready, scrollPosition, tags, test, waitSaved } from "./support.js";
import { killBrowserOf, pageKiller } from "./kills.js";
import { historyList, showColumns, inspector, redo, selectedId, status, openTab, tagAs, undo, undoButton } from "./interface.js";

test.describe.configure({ retries: 0 });

const json = async (page) => JSON.stringify(await project(page));

async function openAndTag(page) {
  await open(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  await annotate(page, CALLED_OFF, "Emmanuel Macron", "Person");
  await clickText(page, SUMMIT, "Boris Johnson");
  await expect.poll(() => selectedId(page)).not.toBe("");
}

test("a reload restores tags, selection and scroll position", async ({ page }) => {
  await openAndTag(page);
  await scrollPosition(page, CALLED_OFF, 900);
  const position = await scrollPosition(page, CALLED_OFF);
  expect(position).toBeGreaterThan(100);
  await waitSaved(page);
  const [before, chosen, drawn] = [await json(page), await selectedId(page), await marks(page)];

  await page.reload();
  await ready(page);
  expect(await json(page)).toBe(before);
  await expect.poll(() => selectedId(page)).toBe(chosen);
  await expect(inspector(page)).toContainText("Boris Johnson");
  await expect.poll(async () => Math.abs((await scrollPosition(page, CALLED_OFF)) - position)).toBeLessThan(4);
  await expect.poll(() => marks(page)).toEqual(drawn);
});

test("a reload restores a scroll position deep in a long text", async ({ page }) => {
  await openAndTag(page);
  const words = "Richelieu Park in Dunkerque";
  const id = await annotate(page, CALLED_OFF, words, "Location");
  await page.evaluate((id) => window.crossread.reveal(id), id);
  const top = () => page.locator(`mark[data-annotation~="${id}"]`).evaluate((mark) => mark.getBoundingClientRect().top);
  const before = await top();
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await expect(page.locator(`mark[data-annotation~="${id}"]`)).toBeVisible();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(30);
});

test("a reload restores columns, tab and caret", async ({ page }) => {
  await openAndTag(page);
  await showColumns(page, 2);
  await expect(page.locator("[role=document]")).toHaveCount(2);
  await clickText(page, SUMMIT, "Europol");
  await openTab(page, "History");
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await expect(page.locator("[role=document]")).toHaveCount(2);
  await expect(page.getByRole("tab", { name: "History" })).toHaveAttribute("aria-selected", "true");
  await reader(page, SUMMIT).focus();
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await expect.poll(() => page.evaluate(() => "Europol".startsWith(getSelection().toString()) && getSelection().toString() !== "")).toBe(true);
});

for (const name of ["Entities", "Relations"]) {
  test(`the tab ${name} is open again after a reload`, async ({ page }) => {
    await open(page);
    await openTab(page, name);
    await page.reload();
    await ready(page);
    await expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
  });
}

test("repeated visits do not add entries to localStorage", async ({ page }) => {
  await open(page);
  await waitSaved(page);
  const visit = async () => {
    await page.reload();
    await ready(page);
    return page.evaluate(() => Object.keys(localStorage).length);
  };
  await visit();
  const once = await visit();
  await visit();
  expect(await visit()).toBe(once);
});

test("undo and redo work across a reload", async ({ page }) => {
  await openAndTag(page);
  await undo(page);
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await redo(page);
  await expect.poll(async () => (await quotes(page)).length).toBe(2);
  await undo(page);
  await undo(page);
  await expect.poll(() => quotes(page)).toEqual([]);
  await expect(undoButton(page)).toBeDisabled();
  await openTab(page, "History");
  await expect(historyList(page).getByRole("button"), "two steps and the start").toHaveCount(3);
});

test("a killed page loses neither saved changes nor its undo history", async ({ page, context }) => {
  await openAndTag(page);
  await waitSaved(page);
  const before = await json(page);
  const crashed = page.waitForEvent("crash");
  (await pageKiller(page))();
  await crashed;

  const again = await context.newPage();
  await again.goto("./");
  await ready(again);
  expect(await json(again)).toBe(before);
  await undo(again);
  await expect.poll(async () => (await tags(again)).length).toBe(1);
});

test("a killed browser loses nothing that the page reported as saved", async ({ baseURL, launchOptions }) => {
  const profile = mkdtempSync(join(tmpdir(), "crossread-profile-"));
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport: { width: 1440, height: 900 } });
    return { context, page: context.pages()[0] };
  };
  try {
    const first = await start();
    await open(first.page);
    for (const words of ["Boris Johnson", "Priti Patel", "Europol"]) await annotate(first.page, SUMMIT, words, "Other");
    await waitSaved(first.page);
    const before = await json(first.page);
    const closed = first.context.waitForEvent("close");
    // All processes at once, as in a power failure.
    killBrowserOf(profile);
    await closed;

    const second = await start();
    await second.page.goto("./");
    await ready(second.page);
    expect(await json(second.page)).toBe(before);
    await second.context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("changes are on disk within a second", async ({ page, context }) => {
  await page.clock.install();
  await openAndTag(page);
  // From here on, time passes only for the second that the change has.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await annotate(page, SUMMIT, "Priti Patel", "Person");
  await page.clock.runFor(1000);
  await expect(status(page)).toHaveAttribute("data-status", "saved");
  await page.close();
  // The panels of a page come with its frames.
  await context.clock.resume();
  const again = await context.newPage();
  await again.goto("./");
  await ready(again);
  expect(await quotes(again)).toContain("Person: Priti Patel");
});

test("a damaged step and the later ones are lost, and that is reported", async ({ page }) => {
  await openAndTag(page);
  await waitSaved(page);
  const stores = await page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const db = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
    const names = [...db.objectStoreNames];
    const steps = names.find((name) => /step|journal/.test(name));
    const store = db.transaction(steps, "readwrite").objectStore(steps);
    const keys = await new Promise((done) => (store.getAllKeys().onsuccess = (event) => done(event.target.result)));
    const last = keys.at(-1);
    const value = await new Promise((done) => (store.get(last).onsuccess = (event) => done(event.target.result)));
    const text = JSON.stringify(value);
    const damaged = typeof value === "string" ? value.slice(0, value.length / 2) : Object.fromEntries(Object.entries(value).map(([key, it]) => [key, typeof it === "string" && it.startsWith("{") ? it.slice(0, it.length / 2) : it]));
    await new Promise((done) => (store.put(damaged, ...(store.keyPath ? [] : [last])).onsuccess = done));
    db.close();
    return { names, text };
  });
  expect(stores.text).toContain("{");
  await page.reload();
  await ready(page);
  await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toBeVisible();
  expect(await quotes(page)).toEqual(["Person: Boris Johnson"]);
});
