// Takes the hashes out of the names by which the program and its script know each other's functions: `node short-names.mjs SCRIPT WASM`.
// They are four hundred, in both files, and cannot be compressed.
import { readFileSync, writeFileSync } from "node:fs";
import { changeEntries } from "./wasm-sections.mjs";

/** A name with a hash, which may be followed by a number: `__wbg_new_0_36d738a0c8cfac43`, `…invoke__h370e63ef988d7e54_12`. */
const HASHED = /\b(\w+?)_+h?[0-9a-f]{16}(?:_\d+)?\b/g;

const [scriptPath, wasmPath] = process.argv.slice(2);
const script = readFileSync(scriptPath, "utf8");
const wasm = readFileSync(wasmPath);

const names = [];
changeEntries(wasm, (entries) => (names.push(...entries.map(({ name }) => name)), entries));
const taken = new Set([...names, ...script.matchAll(/\b\w+\b/g)].map(String));
const short = new Map();
// In an order that does not depend on the build.
for (const name of names.sort()) {
  const stem = [...name.matchAll(HASHED)].find(([all]) => all === name)?.[1];
  if (stem === undefined || short.has(name)) continue;
  let [free, count] = [stem, 0];
  while (taken.has(free)) free = `${stem}_${++count}`;
  taken.add(free);
  short.set(name, free);
}
writeFileSync(scriptPath, script.replace(HASHED, (name) => short.get(name) ?? name));
writeFileSync(wasmPath, changeEntries(wasm, (entries) => entries.map((entry) => ({ ...entry, name: short.get(entry.name) ?? entry.name }))));
