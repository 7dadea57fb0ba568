// Sorts the exports of a wasm file by name: `node sort-exports.mjs FILE`. The splitter writes them in a random order, and the page
// must come out the same when it is built twice.
import { readFileSync, writeFileSync } from "node:fs";
import { EXPORTS, changeEntries } from "./wasm-sections.mjs";

const [path] = process.argv.slice(2);
const sorted = (entries) => entries.sort((a, b) => (a.name < b.name ? -1 : 1));
writeFileSync(path, changeEntries(readFileSync(path), (entries, section) => (section === EXPORTS ? sorted(entries) : entries)));
