import { SUMMIT, annotate, clickText, dragOver, rectangles, expect, open, quotes, test } from "./support.js";
import { addByDrag, palette, tab, tagAs, commandField, showPanel, historyEntry } from "./interface.js";
const P = "/tmp/d/commands/";
for (const [w, h, colorScheme] of [[1440, 900, "light"], [1440, 900, "dark"], [1024, 768, "light"], [390, 844, "light"]]) test.describe(`${w}${colorScheme}`, () => {
  test.use({ viewport: { width: w, height: h }, colorScheme });
  test("look", async ({ page }) => {
    await open(page, { articles: [] });
    const n = `${P}${w}-${colorScheme}`;
    await dragOver(page, SUMMIT, "Talks");
    await page.screenshot({ path: `${n}-0.png` });
    await addByDrag(page, SUMMIT, "France");
    await page.screenshot({ path: `${n}-1.png` });
    await page.keyboard.press("1");
    await annotate(page, SUMMIT, "Germany", "Location");
    await annotate(page, SUMMIT, "Belgium", "Location");
    if (w > 400) await tab(page, "History");
    else { await showPanel(page).catch(() => page.getByRole("button", {name:"Tags"}).click()); await tab(page, "History"); }
    await historyEntry(page, /Germany/).click();
    await page.screenshot({ path: `${n}-2.png` });
    await page.keyboard.press("Control+k");
    await commandField(page).pressSequentially("tag");
    await page.screenshot({ path: `${n}-3.png` });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.screenshot({ path: `${n}-4.png` });
  });
});
test("crisis", async ({ page }) => {
  await open(page);
  const [b] = await rectangles(page, SUMMIT, "crisis");
  console.log(b, await page.evaluate(({x,y}) => [0,5,20,40].map((d)=>{const e=document.elementFromPoint(x+d,y); const c=document.caretPositionFromPoint(x+d,y); return e.outerHTML.slice(0,40)+" "+c?.offset}), {x:b.left,y:b.middle}));
  for (const inset of [1, 5, 10, 15, 20]) { await dragOver(page, SUMMIT, "crisis", "crisis", {inset}); console.log(inset, await page.evaluate(() => getSelection().toString())); await page.keyboard.press("Escape"); }
  await dragOver(page, SUMMIT, "discussing"); console.log(await page.evaluate(() => getSelection().toString()));
});
