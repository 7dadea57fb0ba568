// Puts the script that loads the lazy parts into the program's own script, so that there is one file less to wait for:
// `node join.mjs LOADER PROGRAM FOLDER`. FOLDER is where the page has the files of the parts, relative to the page.
import { readFileSync, writeFileSync } from "node:fs";

const [loaderPath, programPath, folder] = process.argv.slice(2);

/** Replaces what must be there, and fails if it is not: another version of a tool may write something else. */
function replace(text, pattern, replacement) {
  if (text.search(pattern) < 0) throw new Error(`${pattern} is not in ${text.slice(0, 80)}…`);
  return text.replace(pattern, replacement);
}

let loader = readFileSync(loaderPath, "utf8");
const names = [...loader.matchAll(/^export const (\w+) /gm)].map(([, name]) => name).sort();
/** The files of each part, in the order in which they are needed. */
const files = {};
for (const [, part, own, chunks] of loader.matchAll(/__wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([^]*?), \[(.*?)\]\)\)/g)) {
  const path = (text) => text.match(/"\.\/([\w-]+\.wasm)"/)?.[1];
  const chunk = (name) => path(loader.match(new RegExp(`const ${name} = makeLoad\\(([^]*?), \\[\\]\\);`))[1]);
  const all = [...chunks.split(", ").filter(Boolean).map(chunk), path(own)].filter(Boolean);
  files[part] = all.map((file) => `${folder}/${file}`);
}
// In an order that does not depend on the run of the splitter.
const sorted = (list) => list.split(",").map((name) => name.trim()).filter(Boolean).sort().join(", ");
loader = replace(loader, /(const|__wasm_split,) \{ ([\w, ]+) \}/g, (_, before, list) => `${before} { ${sorted(list)} }`);
loader = replace(loader, /^import \{ initSync \} from .*\n/m, "");
loader = replace(loader, /^export const/gm, "const");
// shell/boot.js fetches and compiles a part, whatever media type the server gives it.
loader = replace(loader, /fetch\(new URL\("\.\/([\w-]+\.wasm)", import\.meta\.url\)\)/g, `crossreadPart("${folder}/$1")`);
loader = replace(loader, /WebAssembly\.instantiateStreaming\(src, imports\)/g, "src.then((module) => WebAssembly.instantiate(module, imports))");

let program = readFileSync(programPath, "utf8");
const [, imported] = program.match(/^import \* as (\w+) from ["']\.\/__wasm_split\.js["'];?\n/m) ?? [];
if (!imported) throw new Error(`${programPath} does not import the loader`);
program = replace(program, /^import \* as \w+ from ["']\.\/__wasm_split\.js["'];?\n/gm, "");
const head = `export const parts = ${JSON.stringify(files)};\n${loader}\nconst ${imported} = { ${names.join(", ")} };\n`;
writeFileSync(programPath, head + program);
