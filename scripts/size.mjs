// Measures the transfer size of the page: every file of dist/ compressed with brotli, except the sample articles and the files
// that are fetched only after the page can be used: when they are needed, or for offline use and installation.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** The target size. */
const TARGET = 230 * 1024;
/** The maximum size today. To be reduced with the size of the page until it reaches the target. */
const LIMIT = 1005 * 1024;
/**
 * Files that are not fetched before the page can be used. The detector of encodings is fetched when a file that is neither UTF-8
 * nor UTF-16 is added, and for offline use.
 */
const LATER = /^(articles\/|icons\/|service-worker\.js$|offline\.js$|manifest\.webmanifest$|detector_bg\.wasm$)/;
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

const rows = [...files(dist)]
  .map((path) => relative(dist, path))
  // trunk leaves an empty lock file.
  .filter((name) => !LATER.test(name) && !name.startsWith("."))
  .map((name) => measure(join(dist, name)))
  .sort((a, b) => b.wire - a.wire);
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);

console.log(`   raw KB brotli KB  file`);
for (const row of rows) console.log(`${kb(row.raw)} ${kb(row.wire)}  ${row.name}`);
console.log(`${kb(total("raw"))} ${kb(total("wire"))}  in total; the limit is ${LIMIT / 1024} KB, the target ${TARGET / 1024} KB`);
if (total("wire") > TARGET) console.log(`${kb(total("wire") - TARGET)} KB over the target`);
process.exit(total("wire") > LIMIT ? 1 : 0);
