// A frequent word over all texts: typed into Crossread's field, by call in the others. The bare page does `String.indexOf`.
import { frequentWord } from "../loads.mjs";

export const search = {
  async run({ page, who, name, note, within }) {
    const frequent = frequentWord(name);
    if (who === "crossread") return byKeys(page, frequent, note, within);
    const ms = await page.evaluate((word) => window.bench.search && window.measure.timed(() => window.bench.search(word)), frequent);
    if (ms === undefined) return;
    note("search, first hits", ms);
    note("search, all", ms);
  },
};

async function byKeys(page, frequent, note, within) {
  await page.locator("#search-field").focus();
  await page.keyboard.type(frequent.slice(0, -1));
  await page.evaluate(() => window.measure.frames(4));
  await page.evaluate((frequent) => {
    const field = document.getElementById("search-field");
    const panel = field.closest(".search");
    window.measure.found = new Promise((done) => {
      field.addEventListener("keydown", (event) => {
        const hits = () => [...panel.querySelectorAll(".found strong")].some((hit) => hit.textContent === frequent);
        const times = {};
        const first = window.measure.until(hits).then(() => window.measure.frames(1));
        const all = window.measure.until(() => hits() && !panel.matches("[aria-busy=true]")).then(() => window.measure.frames(1));
        first.then(() => (times.first = performance.now() - event.timeStamp));
        all.then(() => done({ ...times, all: performance.now() - event.timeStamp }));
      }, { capture: true, once: true });
    });
  }, frequent);
  await page.keyboard.press(frequent.at(-1));
  const { first, all } = await within(page.evaluate(() => window.measure.found), "a search");
  note("search, first hits", first);
  note("search, all", all);
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.measure.frames(4));
}
