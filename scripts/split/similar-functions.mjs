// Names the functions of a wasm file so that those that resemble each other follow each other when they are sorted by name:
// `node similar-functions.mjs FILE`. A file with that order is compressed better.
import { readFileSync, writeFileSync } from "node:fs";
import { functionBodies, withFunctionNames } from "./wasm-sections.mjs";

/** How many bytes have to be the same to count. */
const LENGTH = 5;
/** Bytes that are in this many functions say nothing about what two of them have in common. */
const COMMON = 200;

/** The sequences of bytes in a function, as numbers. */
function sequences(body) {
  const found = new Set();
  let last = 0;
  for (let at = 0; at < body.length; at++) {
    last = (last % 2 ** (8 * (LENGTH - 1))) * 256 + body[at];
    if (at >= LENGTH - 1) found.add(last);
  }
  return found;
}

/** The indices of functions, from the longest on: each is followed by the one, of those that are left, with the largest share in common. */
function similarOrder(bodies) {
  const all = bodies.map(sequences);
  const having = new Map();
  all.forEach((one, index) => one.forEach((sequence) => having.set(sequence, [...(having.get(sequence) ?? []), index].slice(0, COMMON))));
  const left = new Set(bodies.map((_, index) => index).sort((a, b) => bodies[b].length - bodies[a].length));
  const order = [];
  for (let [current] = left; current !== undefined; ) {
    order.push(current);
    left.delete(current);
    const shared = new Map();
    for (const sequence of all[current]) {
      const others = having.get(sequence);
      if (others.length === COMMON) continue;
      for (const other of others) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const share = ([other, count]) => count / (all[current].size + all[other].size - count + 20);
    let best;
    for (const entry of shared) if (best === undefined || share(entry) > share(best)) best = entry;
    [current] = best ?? left;
  }
  return order;
}

const [path] = process.argv.slice(2);
const wasm = readFileSync(path);
const names = [];
similarOrder(functionBodies(wasm)).forEach((index, rank) => (names[index] = String(rank).padStart(6, "0")));
writeFileSync(path, withFunctionNames(wasm, names));
