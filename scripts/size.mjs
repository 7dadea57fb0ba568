// Measures the transfer size of the page: every file of dist/ compressed with brotli, except the sample articles and the files
// that are fetched only after the page can be read: the lazy parts, which have limits of their own, and what is fetched when it
// is needed, or for offline use and installation.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * The maximum size of the first load, 2 KB below what is wanted: one stray call brings tables into the first file. The wasm contains
 * paths of the folder in which it is built.
 */
const LIMIT = 228 * 1024;
/** The maximum size of each lazy part (src/parts.rs). */
const PART_LIMITS = { later: 842 * 1024, analysis: 100 * 1024, formats: 288 * 1024, documents: 136 * 1024 };
/**
 * Files that are not fetched before the page can be used. The detector of encodings is fetched when a file that is neither UTF-8
 * nor UTF-16 is added, the search worker for regular expressions, the rescue page when the browser is idle, and all for offline use.
 */
const LATER =
  /^(articles\/|icons\/|schemas\/|snippets\/|service-worker\.js$|offline\.js$|rescue\.js$|search-worker\.js$|manifest\.webmanifest$|detector_bg\.wasm$)/;
const dist = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "dist");
const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(9);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function measure(path) {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { name: relative(dist, path), raw: bytes.length, wire: brotliCompressSync(bytes, { params }).length };
}

const paths = [...files(dist)].map((path) => relative(dist, path));
const rows = paths
  // trunk leaves an empty lock file.
  .filter((name) => !LATER.test(name) && !name.startsWith("."))
  .map((name) => measure(join(dist, name)))
  .sort((a, b) => b.wire - a.wire);
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);

console.log(`   raw KB brotli KB  file`);
for (const row of rows) console.log(`${kb(row.raw)} ${kb(row.wire)}  ${row.name}`);
console.log(`${kb(total("raw"))} ${kb(total("wire"))}  in total; the limit is ${LIMIT / 1024} KB`);
let isTooLarge = total("wire") > LIMIT;
const program = readFileSync(join(dist, paths.find((name) => /^crossread-app-\w+\.js$/.test(name))), "utf8");
const counted = new Set();
// What several parts need counts for the first that is loaded.
for (const part of new Set([...Object.keys(PART_LIMITS), ...[...program.matchAll(/(\w+):\["snippets/g)].map(([, name]) => name)])) {
  const [, list] = program.match(new RegExp(`\\b${part}:\\[([^\\]]*)\\]`)) ?? [, ""];
  const own = [...list.matchAll(/"([^"]+)"/g)].map(([, path]) => path).filter((path) => !counted.has(path));
  own.forEach((path) => counted.add(path));
  const sizes = own.map((path) => measure(join(dist, path)));
  const [raw, wire] = ["raw", "wire"].map((key) => sizes.reduce((sum, size) => sum + size[key], 0));
  const limit = PART_LIMITS[part] ?? 0;
  console.log(`${kb(raw)} ${kb(wire)}  the lazy part “${part}”; the limit is ${limit / 1024} KB`);
  isTooLarge ||= wire > limit;
}
process.exit(isTooLarge ? 1 : 0);
