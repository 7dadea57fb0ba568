// Sorts the exports of a wasm file by name: `node sort-exports.mjs FILE`. The splitter writes them in a random order, and the page
// must come out the same when it is built twice.
import { readFileSync, writeFileSync } from "node:fs";

const EXPORT_SECTION = 7;
const [path] = process.argv.slice(2);
const bytes = readFileSync(path);
let at = 8;

/** Reads an unsigned LEB128 number. */
function number() {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80) return value;
  }
}

/** Reads an export; returns its bytes and its name. */
function entry() {
  const start = at;
  const length = number();
  const name = bytes.toString("utf8", at, at + length);
  // The name is followed by a byte for the kind, and the index.
  at += length + 1;
  number();
  return { name, bytes: bytes.subarray(start, at) };
}

while (at < bytes.length) {
  const section = bytes[at++];
  const end = number() + at;
  if (section === EXPORT_SECTION) {
    const count = number();
    const first = at;
    const entries = Array.from({ length: count }, entry);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    Buffer.concat(entries.map((one) => one.bytes)).copy(bytes, first);
  }
  at = end;
}
writeFileSync(path, bytes);
