// Crossread beside the bare browser and its rivals: every page in a fresh browser, A B A B, medians of ROUNDS (5).
// LOADS=A,B chooses loads, ONLY=tag,scroll figures, PAGES=bare,crossread pages; LIMIT=30 is the time limit in seconds;
// WRITE=1 puts the tables into docs/benchmarks.md.
import { fresh, within } from "./browser.mjs";
import { FIGURES } from "./figures/index.mjs";
import { LOADS, makeLoad } from "./loads.mjs";
import { PAGES, servePages } from "./pages.mjs";
import { report } from "./report.mjs";
import { wireKilobytes } from "./wire.mjs";

const { env } = process;
const chosen = (name, all) => (env[name] ? env[name].split(",").filter((one) => all.includes(one)) : all);
const rounds = Number(env.ROUNDS ?? 5);
const figures = chosen("ONLY", Object.keys(FIGURES));
const pages = Object.fromEntries(chosen("PAGES", Object.keys(PAGES)).map((who) => [who, PAGES[who]]));

const made = new Map();
const loadOf = (name) => {
  if (!made.has(name)) made.set(name, makeLoad(name));
  return made.get(name);
};
const { origin, close } = await servePages((name) => JSON.stringify(loadOf(name)));
let browser;

/** All figures of one page with one load; a figure that fails ends the page's part. */
async function take(name, who, note) {
  await fresh(origin, pages[who], async (page, wire) => {
    browser ??= `Chromium ${page.context().browser().version()}`;
    const usable = await within(page.evaluate(() => window.measure.usable()), "usable");
    if (name === "A") {
      note("usable after", usable);
      note("over the wire, KB", await wireKilobytes(wire));
    }
    await within(page.evaluate((name) => window.measure.prepare(name), name), "preparing");
    const context = { page, who, name, load: loadOf(name), note, within };
    // Nothing else is possible before a load is shown.
    for (const figure of new Set(["load", ...figures])) await FIGURES[figure].run(context);
  });
}

/** The samples of one load, as `{figure: {page: [value]}}`. */
async function measure(name) {
  const found = { load: name, title: LOADS[name].title, figures: {}, failures: {} };
  for (let round = 0; round < rounds; round++) {
    for (const who of Object.keys(pages).filter((who) => !found.failures[who])) {
      const note = (figure, value) => ((found.figures[figure] ??= {})[who] ??= []).push(value);
      try {
        await take(name, who, note);
      } catch (error) {
        found.failures[who] = error.message.split("\n")[0];
      }
    }
    process.stderr.write(`load ${name}: round ${round + 1} of ${rounds}\n`);
  }
  made.delete(name);
  return found;
}

const samples = [];
try {
  for (const name of chosen("LOADS", Object.keys(LOADS))) samples.push(await measure(name));
} finally {
  close();
}
report({ samples, pages, rounds, browser, write: env.WRITE });
