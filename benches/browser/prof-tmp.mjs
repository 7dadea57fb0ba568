import { fresh, within } from "./browser.mjs";
import { makeLoad } from "./loads.mjs";
import { PAGES, MEASURE } from "./pages.mjs";
import { tagByMouse } from "./figures/tag.mjs";
import { serve } from "../../tests/journeys/serve.mjs";
import { dirname, join } from "node:path";
const here = import.meta.dirname;
const name = process.argv[2] ?? "D", what = (process.argv[3] ?? "import,mouse,undo").split(",");
const load = makeLoad(name);
const mounts = { "/crossread/": process.env.PDIST ?? "/tmp/wt/prof/dist", "/loads/": here };
const edits = { [`${name}.json`]: () => JSON.stringify(load) };
const { origin, close } = await serve({ mounts, edits });
const top = (profile, n = 45) => {
  const self = new Map(), byId = new Map(profile.nodes.map((x) => [x.id, x]));
  const parent = new Map(); for (const x of profile.nodes) for (const c of x.children ?? []) parent.set(c, x.id);
  const incl = new Map();
  profile.samples.forEach((id, i) => {
    const dt = (profile.timeDeltas[i + 1] ?? 0) / 1000;
    const nm = byId.get(id).callFrame.functionName; self.set(nm, (self.get(nm) ?? 0) + dt);
    const seen = new Set(); for (let at = id; at; at = parent.get(at)) { const k = byId.get(at).callFrame.functionName; if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + dt); } }
  });
  const show = (m, n) => [...m].sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => `${v.toFixed(1).padStart(8)} ${k.slice(0, 150)}`).join("\n");
  return `self\n${show(self, n)}\nincl\n${show(incl, n * 1.6)}`;
};
await fresh(origin, PAGES.crossread, async (page) => {
  await page.evaluate(() => window.measure.usable());
  await page.evaluate((n) => window.measure.prepare(n), name);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Profiler.enable"); await cdp.send("Profiler.setSamplingInterval", { interval: 500 });
  const profiled = async (title, act) => {
    await cdp.send("Profiler.start"); const t = Date.now(); const r = await act(); const ms = Date.now() - t;
    const { profile } = await cdp.send("Profiler.stop"); console.log(`\n##### ${title} ${ms} ms ${JSON.stringify(r)}\n` + top(profile));
  };
  if (what.includes("load")) await profiled("load", () => page.evaluate(() => window.measure.show()));
  else console.log(await page.evaluate(() => window.measure.show()));
  await page.evaluate(() => window.crossread.saved());
  const context = { page, who: "crossread", name, load, within };
  if (what.includes("mouse")) { for (let i = 0; i < 3; i++) console.log(await tagByMouse(context, 3 * i)); await profiled("mouse", async () => { const r = []; for (let i = 3; i < 9; i++) r.push(await tagByMouse(context, 3 * i)); return r; }); }
  if (what.includes("import")) {
    await page.evaluate(async () => { window.bytes = (await window.crossread.export(window.crossread.formats()[0])).bytes; await window.crossread.saved(); });
    await profiled("import", () => page.evaluate(async () => { const t = performance.now(); await window.crossread.importFile("load.json", window.bytes); const a = performance.now() - t; const text = new TextDecoder().decode(window.bytes); const s = performance.now(); JSON.parse(text); return [a, performance.now() - s]; }));
  }
});
close(); process.exit(0);
