// Storage that fails: the banner, and what it offers.
import { faults } from "./axe.js";
import { CRACKDOWN, SUMMIT, annotate, download, dragOver, expect, open, painted, project, reader, ready, scrolled, test, waitSaved } from "./support.js";
import { alert, banner, status } from "./interface.js";

/** From now on nothing more can be written; `heal` ends that. */
const fail = (page) =>
  page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    window.heal = () => Object.assign(IDBObjectStore.prototype, { put, add });
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException("No space is left.", "QuotaExceededError");
    };
  });
const heal = (page) => page.evaluate(() => window.heal());

test.describe("the banner", () => {
  test("comes when saving fails, stays while it does, and goes by itself", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await expect(banner(page)).toHaveCount(0);
    await page.evaluate(() => {
      window.said = [];
      new MutationObserver((all) => all.forEach(({ target }) => window.said.push(target.textContent))).observe(document.querySelector(".banners"), { childList: true, subtree: true, characterData: true });
    });
    await fail(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toContainText("The browser's storage is full");
    await expect(status(page)).toHaveText("Not saved");
    await expect(alert(page)).toHaveCount(1);
    expect(await faults(page)).toEqual([]);
    await painted(page);
    const said = await page.evaluate(() => window.said.length);
    await banner(page).getByRole("button", { name: "Try again now" }).click();
    await annotate(page, SUMMIT, "Calais", "Location");
    await page.waitForTimeout(4500);
    expect(await page.evaluate(() => window.said.length), "retries change nothing, so nothing is said again").toBe(said);
    await heal(page);
    await banner(page).getByRole("button", { name: "Try again now" }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(page.getByText("Everything is saved again.").first()).toBeVisible();
    await waitSaved(page);
    const before = JSON.stringify(await project(page));
    await page.reload();
    await ready(page);
    expect(JSON.stringify(await project(page))).toBe(before);
  });

  test("goes by itself, by the program's own retries", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await fail(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toBeVisible();
    await heal(page);
    await expect(banner(page)).toHaveCount(0);
    await waitSaved(page);
  });

  test("gives a backup that is the project, by mouse", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await fail(page);
    await dragOver(page, SUMMIT, "Boris Johnson");
    await page.keyboard.press("1");
    await expect(banner(page)).toBeVisible();
    const { name, bytes } = await download(page, () => banner(page).getByRole("button", { name: "Download a backup now" }).click());
    expect(name).toMatch(/\.json$/);
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
  });

  test("is reached, used and left by keys alone", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await fail(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toBeVisible();
    await reader(page, SUMMIT).focus();
    const active = () => page.evaluate(() => document.activeElement.textContent);
    for (let i = 0; i < 9 && !(await active()).startsWith("Download a backup"); i++) await page.keyboard.press("F6");
    const { bytes } = await download(page, () => page.keyboard.press("Enter"));
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
    await heal(page);
    await page.keyboard.press("Tab");
    expect(await active()).toBe("Try again now");
    await page.keyboard.press("Enter");
    await expect(banner(page)).toHaveCount(0);
    await expect(page.locator("[role=document]:focus"), "the keyboard is not lost").toHaveCount(1);
  });

  for (const [where, top] of [["in the middle", 400], ["at the beginning", 0], ["at the end", 1e6]]) {
    test(`moves no text under the hand, ${where}`, async ({ page }) => {
      await open(page);
      await waitSaved(page);
      await scrolled(page, SUMMIT, top);
      await painted(page);
      const words = await reader(page, SUMMIT).evaluate((element) => {
        const scroller = element.closest(".scroller").getBoundingClientRect();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { 0: word, index } of node.data.matchAll(/\w{7,}/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (range.getBoundingClientRect().top > scroller.top + 130) {
              getSelection().setBaseAndExtent(node, index, node, index + word.length);
              return getSelection().toString();
            }
          }
        }
      });
      const at = () => page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().top);
      const [before, scroll] = [await at(), await scrolled(page, SUMMIT)];
      await fail(page);
      await annotate(page, CRACKDOWN, "Europol", "Organization");
      await expect(banner(page)).toBeVisible();
      await painted(page);
      expect(Math.abs((await at()) - before), "when it comes").toBeLessThan(1.5);
      expect(await page.evaluate(() => getSelection().toString())).toBe(words);
      await heal(page);
      await expect(banner(page)).toHaveCount(0);
      await painted(page);
      expect(Math.abs((await at()) - before), "when it goes").toBeLessThan(1.5);
      expect(Math.abs((await scrolled(page, SUMMIT)) - scroll)).toBeLessThan(1.5);
      expect(await page.evaluate(() => getSelection().toString())).toBe(words);
    });
  }

  test("fits a narrow window and covers nothing", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, { articles: [] });
    await waitSaved(page);
    await fail(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toBeVisible();
    const boxes = await page.evaluate(() => ["header.bar", ".banner", "main.desk"].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
    expect(boxes[1].top).toBeGreaterThanOrEqual(boxes[0].bottom - 0.5);
    expect(boxes[2].top).toBeGreaterThanOrEqual(boxes[1].bottom - 0.5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    for (const button of await banner(page).getByRole("button").all()) {
      const box = await button.boundingBox();
      expect(box.x >= 0 && box.x + box.width <= 320).toBe(true);
    }
    expect(await faults(page)).toEqual([]);
  });
});
