// What a load leaves, after a collection: elements, JS heap, wasm memory.
const MB = 1024 * 1024;

export const memory = {
  async run({ page, note }) {
    note("DOM elements", await page.evaluate(() => document.getElementsByTagName("*").length));
    const session = await page.context().newCDPSession(page);
    for (let i = 0; i < 2; i++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    note("JS heap + wasm, MB", (usedSize + (await page.evaluate(() => window.wasmBytes()))) / MB);
    await session.detach();
  },
};
