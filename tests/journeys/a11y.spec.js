import { axeViolations, axeViolationsInBothSchemes } from "./axe.js";
import { CRACKDOWN, SUMMIT, annotate, clickText, expect, file, open, waitForPaint, selectWord, test } from "./support.js";
import { addDialog, article, showColumns, handle, openHelp, openProjects, openTexts, palette, relabelPalette, openTab, showArticles } from "./interface.js";

const STATES = {
  "nothing open": async () => {},
  "a tag selected": async (page) => {
    await clickText(page, SUMMIT, "Calais");
    await expect(handle(page, "start")).toBeAttached();
  },
  "the palette open": async (page) => {
    await selectWord(page, SUMMIT, "Europol");
    await expect(palette(page)).toBeVisible();
  },
  "the palette open to relabel": async (page) => {
    await clickText(page, SUMMIT, "Calais");
    await page.keyboard.press("l");
    await expect(relabelPalette(page)).toBeVisible();
  },
  "the history": async (page) => openTab(page, "History"),
  "the projects": openProjects,
  "the help": openHelp,
  "Add article": async (page) => {
    await openTexts(page, [file("new.txt", "A text. ".repeat(200))]);
    await expect(addDialog(page)).toBeVisible();
  },
  "the details of an article": async (page) => {
    await page.getByRole("button", { name: /^Details of/ }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "an error": async (page) => {
    await openTexts(page, [file("bad.txt", Buffer.from([0, 1, 2, 0]))]);
    await expect(page.getByRole("alert").filter({ hasText: "bad.txt" })).toBeVisible();
  },
};

for (const count of [1, 3]) {
  test.describe(`${count} column${count > 1 ? "s" : ""}`, () => {
    for (const [name, prepare] of Object.entries(STATES)) {
      test(`axe reports nothing with ${name}, light and dark`, async ({ page }) => {
        await open(page);
        await annotate(page, SUMMIT, "Calais", "Location");
        await annotate(page, SUMMIT, "were discussing the crisis in Calais in northern France", "Claim");
        await annotate(page, CRACKDOWN, "Calais", "Location");
        await showColumns(page, count);
        await prepare(page);
        expect(await axeViolationsInBothSchemes(page)).toEqual([]);
      });
    }
  });
}

test.describe("with forced colours and reduced motion", () => {
  test.use({ contextOptions: { forcedColors: "active", reducedMotion: "reduce" } });
  test("axe reports nothing, and no animation runs", async ({ page }) => {
    await open(page);
    await annotate(page, SUMMIT, "Calais", "Location");
    await clickText(page, SUMMIT, "Calais");
    expect(await axeViolations(page)).toEqual([]);
    const moving = await page.evaluate(() => document.getAnimations().filter((it) => it.playState === "running" && it.effect.getTiming().duration > 1).length);
    expect(moving).toBe(0);
  });
});

for (const [width, height] of [[320, 640], [390, 844], [720, 450], [1024, 768]]) {
  test(`the page fits a window of ${width} by ${height} without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, { articles: [] });
    await annotate(page, SUMMIT, "Calais", "Location");
    await waitForPaint(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect.soft(await axeViolations(page)).toEqual([]);
    await selectWord(page, SUMMIT, "Talks");
    const box = await palette(page).boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  });
}

test("a line that is one long word does not widen the page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, { articles: [] });
  await showArticles(page);
  await openTexts(page, [file("long.txt", `${"x".repeat(3000)} https://example.org/${"path/".repeat(100)}`)]);
  await addDialog(page).getByRole("button", { name: "Add article" }).click();
  await expect(article(page, "long"), "the list does not cover the new article").toBeHidden();
  await expect(page.getByRole("document", { name: "long" })).toBeFocused();
  await showArticles(page);
  await article(page, "long").click();
  await waitForPaint(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const overflow = await page.getByRole("document", { name: "long" }).evaluate((it) => it.scrollWidth - it.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
