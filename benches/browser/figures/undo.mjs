// 1,000 tags as one transaction, and its undo. Crossread tags all occurrences of a word by its key; the others are given the ranges.
import { frequentWord } from "../loads.mjs";

export const undo = {
  async run({ page, who, load, name, note, within }) {
    // Only where one article has that many places.
    if (!["B", "C", "D"].includes(name)) return;
    const tagAll = who === "crossread" ? byKey(page, frequentWord(name)) : byCall(page, load, frequentWord(name));
    const tagged = await within(tagAll, "1,000 tags");
    if (tagged === undefined) return;
    note("tag 1,000 at once", tagged);
    note("undo of 1,000 tags", await within(page.evaluate(() => window.measure.timed(() => window.bench.undo())), "an undo"));
  },
};

const byCall = (page, { occurrences }, word) =>
  page.evaluate(
    ({ occurrences, word }) => window.bench.addAll && window.measure.timed(() => window.bench.addAll(occurrences, word)),
    { occurrences, word },
  );

async function byKey(page, word) {
  const spot = await page.evaluate((word) => window.measure.word(0, word), word);
  if (!spot) throw new Error("the frequent word is not in view");
  await page.mouse.dblclick((spot.left + spot.right) / 2, spot.y);
  await page.evaluate(() => {
    window.measure.done = new Promise((done) => {
      let start;
      addEventListener("keydown", (event) => event.key === "!" || event.code === "Digit1" ? (start = event.timeStamp) : 0, { capture: true });
      const end = window.crossread.subscribe(async () => {
        end();
        await window.measure.frames(2);
        done(performance.now() - start);
      });
    });
  });
  await page.keyboard.press("Shift+Digit1");
  return page.evaluate(() => window.measure.done);
}
