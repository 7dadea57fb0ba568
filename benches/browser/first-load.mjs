// The first visit of the release page against a bare page that shows the same three texts: from navigation to painted, and to usable
// (`window.crossread` is there, and a drag over a word shows the palette). Both pages come compressed from the same server, A B A B,
// each time in a new browser. RUNS rounds (7); DIST names another build; JSON=1 prints the medians as JSON.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { DIST } from "../../tests/journeys/serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const RUNS = Number(process.env.RUNS ?? 7);
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".txt": "text/plain", ".svg": "image/svg+xml", ".wasm": "application/wasm" };
const MOUNTS = { "/crossread/": DIST, "/bare/articles/": join(here, "../../articles"), "/bare/": join(here, "bare") };
/** Megabits per second, milliseconds, and how many times slower the processor is. */
const LINES = { localhost: {}, "10 Mbit/s, 40 ms, CPU/4": { rate: 10, latency: 40, slower: 4 } };

const compressed = new Map();
async function answer(path) {
  if (!compressed.has(path)) {
    const mount = Object.keys(MOUNTS).find((prefix) => path.startsWith(prefix));
    const file = join(MOUNTS[mount], normalize(path.slice(mount.length) || "index.html"));
    compressed.set(path, { type: TYPES[extname(file)] ?? "application/octet-stream", bytes: brotliCompressSync(await readFile(file)) });
  }
  return compressed.get(path);
}
const server = createServer(async (request, response) => {
  try {
    const { type, bytes } = await answer(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "content-length": bytes.length, "cache-control": "no-store" }).end(bytes);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

/** Runs in the page: resolves with the times since navigation, in milliseconds, at which a frame with the result was painted. */
function watch() {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = async (test) => {
    while (!test()) await frame();
    await frame();
    return performance.now();
  };
  const shown = () => [...document.querySelectorAll("[role=document]")].filter((text) => text.textContent.length > 100).length === 3;
  window.painted = until(shown);
  window.usable = (isBare) => until(() => shown() && (isBare || window.crossread));
}

async function visit(who, { rate, latency, slower }) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    if (rate) {
      const throughput = (rate * 1e6) / 8;
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    }
    await page.addInitScript(watch);
    await page.goto(`${origin}/${who}/index.html`);
    const painted = await page.evaluate(() => window.painted);
    const usable = await page.evaluate((isBare) => window.usable(isBare), who === "bare");
    if (who === "crossread") await showsPalette(page);
    return { painted, usable };
  } finally {
    await browser.close();
  }
}

/** Fails if a drag does not show the palette. */
async function showsPalette(page) {
  const { x, y } = await page.evaluate(() => {
    const { left, top } = document.querySelector("[role=document]").getBoundingClientRect();
    return { x: left + 20, y: top + 12 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y, { steps: 4 });
  await page.mouse.up();
  await page.locator(".palette").first().waitFor({ timeout: 10_000 });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = {};
// Once without counting, so that the server has compressed everything.
for (const who of ["bare", "crossread"]) await visit(who, {});
for (const [name, line] of Object.entries(LINES)) {
  const times = { bare: [], crossread: [] };
  for (let run = 0; run < RUNS; run++) for (const who of ["bare", "crossread"]) times[who].push(await visit(who, line));
  results[name] = Object.fromEntries(
    ["painted", "usable"].map((what) => {
      const [bare, crossread] = ["bare", "crossread"].map((who) => median(times[who].map((one) => one[what])));
      return [what, { bare, crossread, ratio: crossread / bare }];
    }),
  );
}
if (process.env.JSON) console.log(JSON.stringify(results, null, 2));
else {
  for (const [name, figures] of Object.entries(results)) {
    for (const [what, { bare, crossread, ratio }] of Object.entries(figures)) {
      console.log(`${name}: ${what} ${crossread.toFixed(0)} ms, bare ${bare.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`);
    }
  }
}
server.close();
