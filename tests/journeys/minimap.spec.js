import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, expect, open, ready, scrollPosition, test, waitForPaint } from "./support.js";
import { commandField, commands, searchField } from "./interface.js";

const map = (page, id) => page.locator(`.column:has([data-article="${id}"]) .minimap`);
const boxOf = (page, id) => map(page, id).locator(".minimap-box").boundingBox();

/** The pixels of a minimap that are not transparent: how many, and their first and last row as shares of its height. */
const drawn = (page, id) =>
  map(page, id).locator("canvas").evaluate((canvas) => {
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const rows = [];
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) rows.push(Math.floor(i / 4 / width));
    return { count: rows.length, first: rows[0] / height, last: rows.at(-1) / height };
  });

/** How far down an element is in all that its column scrolls. */
const shareOf = (element) =>
  element.evaluate((element) => {
    const scroller = element.closest(".scroller");
    const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    return top / scroller.scrollHeight;
  });

async function run(page, command) {
  await page.keyboard.press("Control+k");
  await commandField(page).fill(command);
  await commands(page).getByRole("option", { name: command }).click();
}

test.use({ viewport: { width: 1280, height: 500 } });
test.beforeEach(async ({ page }) => open(page));

test("tags and search results are drawn where the scroll bar finds them", async ({ page }) => {
  await expect(map(page, CALLED_OFF)).toBeVisible();
  expect((await drawn(page, CALLED_OFF)).count).toBe(0);
  const { text } = ARTICLES.find(({ id }) => id === CALLED_OFF);
  const quote = text.trim().split(" ").at(-1);
  await annotate(page, CALLED_OFF, quote, "Person", text.split(quote).length - 2);
  await expect.poll(async () => (await drawn(page, CALLED_OFF)).count).toBeGreaterThan(0);

  await scrollPosition(page, CALLED_OFF, 1e6);
  const mark = page.locator(`[data-article="${CALLED_OFF}"] mark`).last();
  // The map is drawn again when the layout rests.
  await expect.poll(async () => Math.abs((await drawn(page, CALLED_OFF)).first - (await shareOf(mark)))).toBeLessThan(0.02);
  const { first, last } = await drawn(page, CALLED_OFF);
  expect(last - first).toBeLessThan(0.05);

  const before = (await drawn(page, SUMMIT)).count;
  await searchField(page).fill("the");
  await expect.poll(async () => (await drawn(page, SUMMIT)).count).toBeGreaterThan(before);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await drawn(page, SUMMIT)).count).toBe(before);
});

test("a click goes there, and the box can be dragged", async ({ page }) => {
  const frame = await map(page, CALLED_OFF).boundingBox();
  const x = frame.x + frame.width / 2;
  await page.mouse.click(x, frame.y + frame.height - 3);
  await expect.poll(async () => {
    const box = await boxOf(page, CALLED_OFF);
    return Math.abs(box.y + box.height - frame.y - frame.height);
  }).toBeLessThan(3);

  const end = await scrollPosition(page, CALLED_OFF);
  expect(end).toBeGreaterThan(300);
  const box = await boxOf(page, CALLED_OFF);
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 200, frame.y + frame.height / 2, { steps: 6 });
  const middle = await scrollPosition(page, CALLED_OFF);
  expect(middle).toBeGreaterThan(0);
  expect(middle).toBeLessThan(0.8 * end);
  await page.mouse.move(x, frame.y - 100, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => scrollPosition(page, CALLED_OFF)).toBe(0);
  await page.mouse.move(x, frame.y + frame.height - 3);
  expect(await scrollPosition(page, CALLED_OFF), "it is not held any more").toBe(0);
  expect(await page.evaluate(() => getSelection().isCollapsed), "nothing is selected").toBe(true);
});

test("it follows scrolling and another size of the window", async ({ page }) => {
  await scrollPosition(page, CALLED_OFF, 400);
  const agrees = () => map(page, CALLED_OFF).evaluate((map) => {
    const [scroller, box] = [map.parentElement.querySelector(".scroller"), map.querySelector(".minimap-box").getBoundingClientRect()];
    const share = scroller.scrollTop / scroller.scrollHeight;
    return Math.abs((box.top - map.getBoundingClientRect().top) / map.clientHeight - share);
  });
  await expect.poll(agrees).toBeLessThan(0.02);
  await page.setViewportSize({ width: 1200, height: 700 });
  await expect.poll(agrees).toBeLessThan(0.02);
});

test("it is hidden by a command, for the next visit too, and in narrow windows", async ({ page }) => {
  await expect(map(page, CRACKDOWN)).toBeVisible();
  await run(page, "Hide the minimap beside each text");
  await expect(page.locator(".minimap")).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect(page.locator(".minimap")).toHaveCount(0);
  await run(page, "Show a minimap beside each text");
  await expect(map(page, CRACKDOWN)).toBeVisible();
  await page.setViewportSize({ width: 700, height: 700 });
  await waitForPaint(page);
  await expect(page.locator(".minimap").first()).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(map(page, CRACKDOWN)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(map(page, CRACKDOWN)).toBeHidden();
});
