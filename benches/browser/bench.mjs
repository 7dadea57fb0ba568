// The release page against a bare page that shows the same texts: same server, same browser, same measuring code.
// RUNS rounds (7), A B A B; LARGE=1 adds 100 KB with 1,000 tags and 1 MB with 10,000.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { DIST, serve } from "../../tests/journeys/serve.mjs";
import { largeProject } from "./large.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const articles = join(here, "../../articles");
const RUNS = Number(process.env.RUNS ?? 7);
const TAGS = 5;
const MEASURE = readFileSync(join(here, "measure.js"), "utf8");
const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

const { origin, close } = await serve({
  mounts: { "/crossread/": DIST, "/bare/": join(here, "bare"), "/bare/articles/": articles },
});
const PAGES = { bare: `${origin}/bare/index.html`, crossread: `${origin}/crossread/index.html` };
const times = {};
const note = (what, who, value) => ((times[what] ??= { bare: [], crossread: [] })[who].push(value));

/** A browser with a profile of its own, on one of the pages. */
async function fresh(who, act) {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on("pageerror", (error) => console.error(`${who}: ${error}`));
    await page.addInitScript(MEASURE);
    await page.goto(PAGES[who]);
    await act(page);
  } finally {
    await browser.close();
  }
}

const within = (promise, what) => {
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`${what}: nothing within 2 minutes`)), 120_000)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** Drags over a word and presses the key of the first label. */
async function tag(page, n) {
  const spot = await page.evaluate((n) => window.measure.word(n), n);
  if (!spot) throw new Error("there is no word to tag in view");
  await page.mouse.move(spot.left, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.right, spot.y, { steps: 5 });
  await page.mouse.up();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.evaluate(() => window.measure.arm());
  await page.keyboard.press("1");
  return within(page.evaluate(() => window.measure.tagged), "a tag");
}

async function small(who) {
  await fresh(who, async (page) => {
    note("usable", who, await within(page.evaluate(() => window.measure.usable(3)), `${who}, usable`));
    await tag(page, 0);
    for (let i = 1; i <= TAGS; i++) note("one tag", who, await tag(page, 3 * i));
    note("suggestions", who, await page.evaluate(() => window.measure.suggest()));
    for (let i = TAGS + 1; i <= TAGS + 3; i++) {
      await tag(page, 3 * i);
      note("and after a tag", who, await page.evaluate(() => window.measure.suggest()));
    }
  });
}

async function large(who, name, kilobytes, tags) {
  await fresh(who, async (page) => {
    await within(page.evaluate(() => window.measure.usable(3)), `${who}, usable`);
    const base = await page.evaluate(() => window.crossread.project?.());
    const project = largeProject(articles, kilobytes * 1024, tags, base);
    note(`${name}: load`, who, await within(page.evaluate((it) => window.measure.load(it), project), `${who}, load`));
    for (let i = 0; i < 3; i++) note(`${name}: one tag`, who, await tag(page, 3 * i));
    note(`${name}: scroll p95`, who, await page.evaluate(() => window.measure.scroll()));
  });
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const LIMITS = { usable: 2, "one tag": 1.3 };

try {
  for (let run = 0; run < RUNS; run++) {
    for (const who of Object.keys(PAGES)) await small(who);
    process.stderr.write(`round ${run + 1} of ${RUNS}\n`);
  }
  for (const [name, kilobytes, tags] of process.env.LARGE ? [["100 KB", 100, 1000], ["1 MB", 1024, 10_000]] : []) {
    for (let run = 0; run < 3; run++) for (const who of Object.keys(PAGES)) await large(who, name, kilobytes, tags);
    process.stderr.write(`${name} done\n`);
  }
} finally {
  close();
}

console.log("medians in ms        bare  crossread  ratio");
for (const [what, { bare, crossread }] of Object.entries(times)) {
  const [a, b] = [median(bare), median(crossread)];
  const verdict = what in LIMITS ? `  ${b / a <= LIMITS[what] ? "within" : "MORE THAN"} ${LIMITS[what]}` : "";
  const cell = (value) => value.toFixed(1).padStart(10);
  console.log(`${what.padEnd(17)}${cell(a).slice(1)}${cell(b)} ${(b / a).toFixed(2).padStart(7)}${verdict}`);
}
