// What is opened and closed, or imported, again and again leaves no memory behind. A soak test: runs only with MEMORY_TURNS, which
// `make soak` sets.
import { makeLoad } from "../../benches/browser/loads.mjs";
import { ARTICLES, SUMMIT, expect, open, reader, test, waitSaved } from "./support.js";
import { article } from "./interface.js";

const TURNS = Number(process.env.MEMORY_TURNS);
/** Turns before the first measurement: caches of the browser and of the page fill up. */
const WARM_UP = 4;
const MB = 1024 * 1024;
test.describe.configure({ timeout: 600_000 });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const memories = new Set();
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = (...inputs) => own.apply(WebAssembly, inputs).then((result) => {
        for (const value of Object.values((result.instance ?? result).exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
        return result;
      });
    }
    window.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  });
});

/** Does a turn some times, then `TURNS` times more; the memory before and after those, after garbage collections. */
async function grown(page, turn) {
  const session = await page.context().newCDPSession(page);
  const measure = async () => {
    for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
    return { heap, wasm: await page.evaluate(() => window.wasmBytes()), nodes, listeners };
  };
  for (let i = 0; i < WARM_UP; i++) await turn();
  const before = await measure();
  for (let i = 0; i < TURNS; i++) await turn();
  const after = await measure();
  for (const [name, { heap, wasm, nodes, listeners }] of Object.entries({ before, after })) {
    console.log(`${name} ${TURNS} turns: heap ${(heap / MB).toFixed(2)} MB, wasm ${wasm / MB} MB, ${nodes} nodes, ${listeners} listeners`);
  }
  return { before, after };
}

function expectNoGrowth({ before, after }) {
  expect(after.wasm, "wasm memory").toBeLessThanOrEqual(before.wasm);
  expect(after.heap, "JS heap").toBeLessThan(before.heap + MB);
  expect(after.nodes, "DOM nodes").toBeLessThan(1.1 * before.nodes + 100);
  expect(after.listeners, "listeners").toBeLessThanOrEqual(before.listeners + 20);
}

test("opening and closing an article leaves nothing behind", async ({ page }) => {
  await open(page);
  const { title } = ARTICLES.find(({ id }) => id === SUMMIT);
  expectNoGrowth(await grown(page, async () => {
    await page.getByRole("button", { name: `Close ${title}`, exact: true }).click();
    await expect(reader(page, SUMMIT)).toHaveCount(0);
    await article(page, title).click();
    await expect(reader(page, SUMMIT)).toBeVisible();
  }));
});

test("importing a project of 1 MB again and again leaves nothing behind", async ({ page }) => {
  const { articles, annotations } = makeLoad("C");
  const body = JSON.stringify({ articles, annotations });
  await page.route("**/load.json", (route) => route.fulfill({ contentType: "application/json", body }));
  await open(page);
  await page.evaluate(async () => {
    const load = await (await fetch("load.json")).json();
    window.load = JSON.stringify({ ...window.crossread.project(), ...load, entities: [], relations: [], rejected: [] });
  });
  expectNoGrowth(await grown(page, async () => {
    await page.evaluate(() => window.crossread.importFile("load.json", window.load));
    await expect(reader(page, "article-1").locator("mark").first()).toBeVisible();
    await waitSaved(page);
  }));
});
