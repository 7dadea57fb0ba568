// What does not fit is shown in full with the mouse over it and with the focus: long names, and many tags over one another.
import { SUMMIT, annotate, expect, middleOf, open, project, reader, selectWord, test } from "./support.js";
import { hoverCard, labelButton } from "./interface.js";

const LONG = ["A very long name of a label that goes on and on, version one", "A very long name of a label that goes on and on, version two"];
const tip = (page) => page.locator(".full-text");

test.beforeEach(async ({ page }) => {
  await open(page);
  const base = await project(page);
  const labels = base.schema.labels.map((label, i) => (i < 2 ? { ...label, name: LONG[i], description: `Description ${i}` } : label));
  await page.evaluate((json) => window.crossread.importFile("long.json", json), JSON.stringify({ ...base, schema: { ...base.schema, labels } }));
  await expect(labelButton(page, LONG[0])).toBeVisible();
});

test("two names that are cut off alike are told apart by mouse and keys", async ({ page }) => {
  for (const name of LONG) {
    const button = labelButton(page, name);
    expect(await button.locator("span:not(.swatch)").evaluate((it) => it.scrollWidth > it.clientWidth), "it is cut off").toBe(true);
    await button.hover();
    await expect(tip(page)).toBeVisible();
    await expect(tip(page)).toContainText(name);
    // It goes away by Escape, and stays while the mouse is over it.
    await page.keyboard.press("Escape");
    await expect(tip(page)).toBeHidden();
    await button.hover({ position: { x: 5, y: 5 } });
    await page.mouse.move(700, 500);
    await expect(tip(page)).toBeHidden();
  }
  await reader(page, SUMMIT).focus();
  for (let i = 0; i < 60 && !(await tip(page).isVisible()); i++) await page.keyboard.press("Shift+Tab");
  await expect(tip(page)).toContainText(LONG[0]);
  await page.keyboard.press("ArrowRight");
  await expect(tip(page)).toContainText(LONG[1]);
  await expect(tip(page)).toContainText("Description 1");
});

test("in the palette too, without covering it", async ({ page }) => {
  await selectWord(page, SUMMIT, "Europol");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(tip(page)).toContainText("Description 1");
  const [own, palette] = [await tip(page).boundingBox(), await page.locator(".palette:not([hidden])").boundingBox()];
  expect(own.y >= palette.y + palette.height || own.y + own.height <= palette.y).toBe(true);
});

test("more than four tags over one another are counted, listed under the mouse, and selected one after the other by Enter", async ({ page, browserName }) => {
  const labels = (await project(page)).schema.labels.slice(0, 6);
  for (const { id } of labels) await annotate(page, SUMMIT, "Calais", id);
  const mark = page.locator("mark[data-more]").first();
  await expect(mark).toHaveAttribute("data-more", "+2");
  // Firefox tells the rule, not what it comes to.
  const content = browserName === "firefox" ? "attr(data-more)" : "+2";
  expect(await mark.evaluate((it) => getComputedStyle(it, "::before").content)).toContain(content);
  const { x, y } = await middleOf(page, SUMMIT, "Calais");
  await page.mouse.move(x, y);
  for (const { name } of labels) await expect(hoverCard(page)).toContainText(name);
  await page.mouse.click(x, y);
  const seen = new Set();
  for (let i = 0; i < labels.length; i++) {
    seen.add(await page.locator("[role=listbox] [role=option][aria-selected=true]").first().getAttribute("id"));
    await page.keyboard.press("Enter");
  }
  expect(seen.size).toBe(labels.length);
});
