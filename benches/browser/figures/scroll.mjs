/** The time between frames while the wheel turns, and while the text jumps to other parts. */
const TURNS = 60;
const JUMPS = 40;

export const scroll = {
  async run({ page, note, within }) {
    const middle = await page.evaluate(() => {
      const box = window.measure.scroller().getBoundingClientRect();
      return { x: box.left + box.width / 2, y: Math.min(box.top + box.height / 2, innerHeight / 2) };
    });
    await page.mouse.move(middle.x, middle.y);
    await page.evaluate(() => window.measure.startFrames());
    for (let i = 0; i < TURNS; i++) await page.mouse.wheel(0, 240);
    await page.evaluate(() => window.measure.frames(5));
    const wheel = await page.evaluate(() => window.measure.stopFrames());
    const jumps = await within(page.evaluate((count) => window.measure.jump(count), JUMPS), "scrolling");
    for (const [kind, times] of Object.entries({ wheel, jumps })) {
      for (const [which, time] of Object.entries(times)) note(`scroll by ${kind}, ${which}`, time);
    }
  },
};
