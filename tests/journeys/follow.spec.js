// Columns that follow the selection: they scroll to the counterpart, where the words that differ are marked, or those in common.
import { axeViolationsInBothSchemes } from "./axe.js";
import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, clickText, expect, open, pressInReader, reader, scrollPosition, test } from "./support.js";
import { showColumns } from "./interface.js";

const CLAIM = "More than 23,000 people have entered the UK on small boats this year";

/** The highlighted words, in the columns where their text is in view. */
const highlighted = (page, name) =>
  page.evaluate((name) => {
    const words = [];
    for (const range of CSS.highlights.get(name) ?? []) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const [text, frame] = [live.getBoundingClientRect(), range.startContainer.parentElement.closest(".scroller").getBoundingClientRect()];
      if (text.top >= frame.top && text.bottom <= frame.bottom) words.push(live.toString());
    }
    return words;
  }, name);

const header = (page, id) => page.locator(".column", { has: reader(page, id) }).locator(".column-head");
const scrolled = (page) => Promise.all(ARTICLES.map(({ id }) => scrollPosition(page, id)));

test.use({ viewport: { width: 1600, height: 900 } });

test("columns follow a claim that is clicked, until they are switched off", async ({ page }) => {
  await open(page);
  await showColumns(page, 3);
  await annotate(page, SUMMIT, CLAIM, "Claim");
  await pressInReader(page, SUMMIT, "g");
  await clickText(page, SUMMIT, CLAIM);
  await expect(header(page, CRACKDOWN)).toContainText(/Related figure: \d+ words? in common/);
  await expect.poll(() => highlighted(page, "counterpart-differs")).toEqual(expect.arrayContaining(["23,000", "26,000"]));
  expect((await highlighted(page, "counterpart-shared")).length, "the words in common, in both columns").toBeGreaterThanOrEqual(2);
  await expect(page.locator("#announcer")).toContainText(/Counterpart in “.+”: \d+ words? in common/);
  await expect(reader(page, SUMMIT)).toBeFocused();
  await expect(header(page, SUMMIT)).toContainText("Follows the selection");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);

  for (const id of [CRACKDOWN, CALLED_OFF]) {
    await header(page, id).getByRole("button", { name: /^Follow/ }).click();
    await expect(header(page, id)).not.toContainText(/alike|counterpart|Follows/);
  }
  expect(await highlighted(page, "counterpart-differs")).toEqual([]);
  const before = await scrolled(page);
  await clickText(page, SUMMIT, "were discussing the crisis in Calais");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect((await scrolled(page)).slice(1)).toEqual(before.slice(1));
});
