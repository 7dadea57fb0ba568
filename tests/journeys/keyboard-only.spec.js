import { readFileSync } from "node:fs";
import { expect, open, quotes, test } from "./support.js";

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("role"));

test("from loading to a file on disk with nothing but keys", async ({ page }) => {
  await open(page);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  // F6 goes round the regions of the page until the text has the focus.
  for (let i = 0; i < 8 && (await focused(page)) !== "document"; i++) await press("F6");
  expect(await focused(page)).toBe("document");

  // The first article begins "Talks began in France": three words on, then one word selected.
  await press("Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "3");
  await expect.poll(() => quotes(page)).toEqual(["Location: France"]);

  await press("Control+z");
  await expect.poll(() => quotes(page)).toEqual([]);
  await press("Control+Shift+z");
  await expect.poll(() => quotes(page)).toEqual(["Location: France"]);

  const [saved] = await Promise.all([page.waitForEvent("download"), press("Control+s")]);
  expect(readFileSync(await saved.path(), "utf8")).toContain('"France"');
});
