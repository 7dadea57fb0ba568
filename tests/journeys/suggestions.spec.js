import { axeViolationsInBothSchemes } from "./axe.js";
import { expect, open, project, quotes, reader, test, SUMMIT } from "./support.js";
import { expectNoPointer, focusText, press, trackPointer } from "./keys.js";
import { openTab, reviewCard as card } from "./interface.js";

const listed = (page) => page.locator(".suggestions .list-count");

test("suggestions are listed, filtered by score, accepted, rejected and restored with the mouse", async ({ page }) => {
  await open(page);
  await openTab(page, "Suggestions");
  await expect(listed(page)).toContainText("suggestions");
  await page.getByRole("button", { name: /^Names, dates and quantities/ }).click();
  const all = await listed(page).textContent();
  await page.getByRole("button", { name: "Accept: “Calais”" }).first().click();
  await expect.poll(async () => new Set(await quotes(page))).toEqual(new Set(["Location: Calais"]));
  await page.getByRole("button", { name: /^Reject: / }).first().click();
  const rejected = page.getByRole("button", { name: /^Rejected / });
  // The list above it may still be changing, and move it away from the pointer.
  await expect(async () => {
    if ((await rejected.getAttribute("aria-expanded")) !== "true") await rejected.click();
    await expect(rejected).toHaveAttribute("aria-expanded", "true", { timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: "Restore all" }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(listed(page)).toHaveText(all);
  expect(await quotes(page)).toEqual([]);

  await page.getByRole("slider", { name: "Score at least" }).fill("90");
  await expect(listed(page)).toContainText(" of ");
  const count = Number((await listed(page).textContent()).split(" ")[0]);
  const before = await page.evaluate(() => window.crossread.suggestions().filter(({ score }) => Math.round(score * 100) >= 90).length);
  expect(count).toBeLessThanOrEqual(before);
  await page.getByRole("button", { name: `Accept all ${count} suggestions of 90 % or more` }).click();
  await expect.poll(async () => (await quotes(page)).length).toBeGreaterThan(20);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => quotes(page), "it was one step").toEqual([]);
});

test("suggestions are reviewed with the keyboard alone", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await focusText(page);
  await press(page, "s");
  await expect(card(page).getByRole("button", { name: "Accept", exact: true })).toBeFocused();
  await press(page, "a", "r", "g");
  await expect(card(page).getByRole("button", { name: "Accept", exact: true })).toBeFocused();
  const made = await quotes(page);
  expect(made.length).toBeGreaterThanOrEqual(2);
  expect((await project(page)).rejected).toHaveLength(1);
  await press(page, "Control+z", "Control+z", "Control+z");
  await expect.poll(() => quotes(page)).toEqual([]);
  await press(page, "Shift+S", "l");
  await expect(page.getByRole("menuitem", { name: /Person/ })).toBeVisible();
  await press(page, "Escape");
  await expect(card(page).getByRole("button", { name: "Accept", exact: true })).toBeFocused();
  await press(page, "Escape");
  await expect(card(page)).toBeHidden();
  await expect(reader(page, SUMMIT)).toBeFocused();
  await expectNoPointer(page);
});

test("axe reports nothing with suggestions and with the review of a pair, light and dark", async ({ page }) => {
  await open(page);
  await openTab(page, "Suggestions");
  await page.getByRole("button", { name: /^Names, dates and quantities/ }).click();
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  // The groups of names come first in a review; without them, the repetitions do.
  await page.getByRole("button", { name: /^Accept all \d+: Names, dates and quantities$/ }).click();
  await page.getByRole("button", { name: /^Same entity \d+$/ }).click();
  await page.getByRole("button", { name: /^Accept all \d+: Same entity$/ }).click();
  await page.getByRole("button", { name: "By group" }).click();
  await expect(card(page).getByRole("heading")).toHaveText(/\S/);
  while ((await card(page).getByRole("heading").textContent()) !== "Repetitions") await press(page, ",");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
});
