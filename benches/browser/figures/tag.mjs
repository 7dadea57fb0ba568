// One tag by real mouse (and the key of its label where a page needs one), one by program, and the removal of that.
const TIMES = 3;

/** Drags over the nth word in view; milliseconds from the event that makes the tag to its paint. */
export async function tagByMouse({ page, within }, n) {
  const spot = await page.evaluate((n) => window.measure.word(n), n);
  if (!spot) throw new Error("there is no word to tag in view");
  await page.mouse.move(spot.left, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.right, spot.y, { steps: 5 });
  const key = await page.evaluate(() => (window.bench.key ? window.bench.key : (window.measure.arm(), null)));
  await page.mouse.up();
  if (key) {
    await page.evaluate(() => window.measure.frames(2).then(() => window.measure.arm()));
    await page.keyboard.press(key);
  }
  return within(page.evaluate(() => window.measure.tagged), "a tag by mouse");
}

export const tag = {
  async run(context) {
    const { page, load, note, within } = context;
    // The first tag of a page compiles code.
    for (let i = 0; i <= TIMES; i++) {
      const time = await tagByMouse(context, 3 * i);
      if (i > 0) note("tag by mouse", time);
    }
    for (let i = 0; i <= TIMES; i++) {
      const add = page.evaluate((word) => window.measure.timed(() => window.bench.add(word)), load.free[20 + 2 * i]);
      const added = await within(add, "a tag by API");
      const removed = await within(page.evaluate(() => window.measure.timed(() => window.bench.remove())), "a removal");
      if (i === 0) continue;
      note("tag by API", added);
      note("removal", removed);
    }
  },
};
