// The first visit of the release page beside a bare page that shows the same three texts: from navigation to painted, and to usable
// (`window.crossread` is there, and a drag over words shows the palette). Both pages come compressed from the same server, A B A B,
// each time in a new browser. ROUNDS rounds (7); LINES=0 or LINES=1 chooses one of the two conditions; DIST names another build, and
// OTHER one more to compare it with; JSON=1 prints all times.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { DIST, serve } from "../../tests/journeys/serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { env } = process;
const ROUNDS = Number(env.ROUNDS ?? 7);
/** The conditions: megabits per second, milliseconds, and how many times slower the processor is. */
const LINES = [
  { name: "localhost" },
  { name: "10 Mbit/s, 40 ms, CPU/4", rate: 10, latency: 40, slowdown: 4 },
].filter((_, i) => !env.LINES || Number(env.LINES) === i);
const ARTICLES = join(here, "../../articles");
/** The pages, with the selector of a text. The bare page can be used as soon as it is painted. */
const PAGES = {
  bare: { path: "/bare/blocks.html", text: ".text" },
  crossread: { path: "/crossread/", text: "[role=document]", api: "crossread" },
  ...(env.OTHER && { other: { path: "/other/", text: "[role=document]", api: "crossread" } }),
};
const { origin, close } = await serve({
  mounts: { "/crossread/": DIST, "/bare/": join(here, "bare"), "/bare/articles/": ARTICLES, ...(env.OTHER && { "/other/": env.OTHER }) },
  isCompressed: true,
});

/** Runs in the page before its scripts: the times since navigation, in milliseconds, at which a frame with the result was painted. */
function watch({ text, api }) {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = async (test) => {
    while (!test()) await frame();
    await frame();
    return performance.now();
  };
  const isPainted = () => [...document.querySelectorAll(text)].filter((element) => element.textContent.length > 100).length === 3;
  const painted = until(isPainted);
  const usable = api ? until(() => isPainted() && window[api]) : painted;
  window.firstLoad = Promise.all([painted, usable]);
}

/** Slows the line and the processor down. */
async function slowDown(page, { rate, latency, slowdown }) {
  if (!rate) return;
  const session = await page.context().newCDPSession(page);
  const throughput = (rate * 1e6) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

/** Fails if a drag does not show the palette. */
async function showsPalette(page, text) {
  const { x, y } = await page.locator(text).first().evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    return { x: left + 90, y: top + 40 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps: 4 });
  await page.mouse.up();
  await page.locator(".palette").first().waitFor({ timeout: 10_000 });
}

/** Visits a page in a new browser; resolves to the times. */
async function visit(who, line) {
  const { path, text, api } = PAGES[who];
  const browser = await chromium.launch({ executablePath: env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await slowDown(page, line);
    await page.addInitScript(watch, { text, api });
    await page.goto(origin + path);
    const [painted, usable] = await page.evaluate(() => window.firstLoad);
    if (api) await showsPalette(page, text);
    return { painted, usable };
  } finally {
    await browser.close();
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const whos = Object.keys(PAGES);
const times = {};
// Once without counting: the server compresses everything.
for (const who of whos) await visit(who, {});
for (const line of LINES) {
  const found = (times[line.name] = Object.fromEntries(whos.map((who) => [who, []])));
  for (let round = 0; round < ROUNDS; round++) for (const who of whos) found[who].push(await visit(who, line));
  for (const figure of ["painted", "usable"]) {
    const medians = Object.fromEntries(whos.map((who) => [who, median(found[who].map((one) => one[figure]))]));
    const shown = whos.map((who) => `${who} ${medians[who].toFixed(0)} ms (${(medians[who] / medians.bare).toFixed(2)})`);
    if (!env.JSON) console.log(`${line.name}, ${figure}: ${shown.join(", ")}`);
  }
}
if (env.JSON) console.log(JSON.stringify(times, null, 2));
close();
