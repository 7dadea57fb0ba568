// The pages that are compared, and the server that has them. Every page has `window.bench`, which measure.js uses:
//
//   text, tag        selectors of the first article's text, and of what a tag looks like
//   trigger, key     the event that makes a tag of a selection, and the key if it needs one
//   isUsable()       whether the page is there, with its first texts
//   prepare(load)    a load in the page's own form; not timed
//   show(prepared)   shows it; isShown(prepared): whether its first screen is there
//   add(range) remove()            one tag by program, and its removal
//   addAll(ranges, word) undo()    1,000 tags at once, and their removal
//   search(word)     the number of places
//
// What a page does not have is not measured there.
import { appendFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { DIST, serve } from "../../tests/journeys/serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const script = (name) => readFileSync(join(here, "page", name), "utf8");
const RIVALS = ["codemirror", "recogito", "v-annotator"];

export const PAGES = {
  bare: { title: "bare: blocks", path: "/bare/blocks.html" },
  window: { title: "bare: window of lines", path: "/bare/window.html" },
  crossread: { title: "Crossread", path: "/crossread/index.html", script: script("crossread.js") },
  codemirror: { title: "CodeMirror 6", path: "/codemirror/rival.html" },
  recogito: { title: "Recogito 4", path: "/recogito/rival.html" },
  "v-annotator": { title: "v-annotator", path: "/v-annotator/rival.html" },
};
export const MEASURE = script("measure.js") + script("wasm-memory.js");

/** Bundles the rivals and serves everything; `loads` makes the content of a load by its name. */
export async function servePages(loads) {
  const articles = join(here, "../../articles");
  const mounts = { "/crossread/": DIST, "/bare/": join(here, "bare"), "/bare/articles/": articles, "/loads/": here };
  const edits = Object.fromEntries(["A", "B", "C", "D", "E"].map((name) => [`${name}.json`, () => loads(name)]));
  for (const name of RIVALS) {
    const outdir = join(here, "built", name);
    await build({
      entryPoints: { main: join(here, "rivals", `${name}.js`) }, outdir, bundle: true, minify: true, format: "esm",
      target: "es2022", alias: { vue: "vue/dist/vue.esm.js" }, define: { "process.env.NODE_ENV": '"production"' }, logLevel: "error",
    });
    // Not every rival has a style sheet.
    appendFileSync(join(outdir, "main.css"), "");
    mounts[`/${name}/`] = outdir;
    mounts[`/${name}/articles/`] = articles;
  }
  for (const name of ["rival.html", "rivals.css"]) edits[name] = () => readFileSync(join(here, "rivals", name));
  return serve({ mounts, edits });
}
