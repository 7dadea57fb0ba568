// What the page weighs over the wire: every file of dist/ under brotli, except the bundled articles and what is fetched
// only when the page can be used already, to keep it for working offline and to install it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** What the page should weigh at most. */
const MARK = 230 * 1024;
/** What it weighs today, and must not grow beyond; it goes down with the page until it is the mark. */
const LIMIT = 580 * 1024;
/** What is not fetched before the page can be used. */
const LATER = /^(articles\/|icons\/|service-worker\.js$|offline\.js$|manifest\.webmanifest$)/;
const dist = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "dist");
const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(9);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function weigh(path) {
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
  .map((name) => weigh(join(dist, name)))
  .sort((a, b) => b.wire - a.wire);
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);

console.log(`   raw KB brotli KB  file`);
for (const row of rows) console.log(`${kb(row.raw)} ${kb(row.wire)}  ${row.name}`);
console.log(`${kb(total("raw"))} ${kb(total("wire"))}  in all; the limit is ${LIMIT / 1024} KB, the mark ${MARK / 1024} KB`);
if (total("wire") > MARK) console.log(`${kb(total("wire") - MARK)} KB over the mark`);
process.exit(total("wire") > LIMIT ? 1 : 0);
