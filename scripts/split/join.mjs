// Puts the script that loads the lazy parts into the program's own script, so that there is one file less to wait for:
// `node join.mjs LOADER PROGRAM FOLDER`. FOLDER is where the page has the files of the parts, relative to the page. Without a FOLDER
// the program was not split: its parts are there from the start.
import { readFileSync, writeFileSync } from "node:fs";

const [loaderPath, programPath, folder] = process.argv.slice(2);

/** Replaces what must be there, and fails if it is not: another version of a tool may write something else. */
function replace(text, pattern, replacement) {
  if (text.search(pattern) < 0) throw new Error(`${pattern} is not in ${text.slice(0, 80)}…`);
  return text.replace(pattern, replacement);
}

/** The files of each part, in the order in which they are needed: what several parts have in common comes first. */
function filesOf(loader) {
  const path = (text) => text.match(/"\.\/([\w-]+\.wasm)"/)?.[1];
  const chunk = (name) => path(loader.match(new RegExp(`const ${name} = makeLoad\\(([^]*?), \\[\\]\\);`))[1]);
  const parts = [...loader.matchAll(/__wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(((?:(?!makeLoad)[^])*?), \[(.*?)\]\)\)/g)];
  const found = parts.map(([, part, own, chunks]) => {
    const all = [...chunks.split(", ").filter(Boolean).map(chunk), path(own)].filter(Boolean);
    return [part, all.map((file) => `${folder}/${file}`)];
  });
  // In an order that does not depend on the run of the splitter.
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the parts import from the program; from the loader that the splitter writes. */
function sharedImports(loader) {
  const sorted = (list) => list.split(",").map((name) => name.trim()).filter(Boolean).sort().join(", ");
  const [imports] = loader.match(/^let sharedImports[^]*?^}\n/m);
  return replace(imports, /(const|__wasm_split,) \{ ([\w, ]+) \}/g, (_, before, list) => `${before} { ${sorted(list)} }`);
}

/**
 * In the page: compiling takes time, instantiating does not. The program calls `__wasm_split_load_…` for a compiled part, which calls it
 * back at once. shell/boot.js fetches and compiles the files, whatever media type the server gives them.
 */
const RUNTIME = `
const compiled = {};
const instances = {};
globalThis.crossreadParts = {
  async compile(part) {
    await Promise.all(parts[part].map(async (path) => (compiled[path] ??= await crossreadPart(path))));
  },
  compileNow(part) {
    for (const path of parts[part]) compiled[path] ??= crossreadPartNow(path);
  },
};
function loaderOf(part) {
  return (callback, data) => {
    let isLoaded = false;
    try {
      for (const path of parts[part]) instances[path] ??= new WebAssembly.Instance(compiled[path], getSharedImports());
      isLoaded = true;
    } catch (error) {
      console.error(error);
    }
    wasm.__indirect_function_table.get(callback)(data, isLoaded);
  };
}
`;

/** The import of the loader in the program's script: the name under which the script has it. */
function removeImport(program) {
  const pattern = /^import \* as (\w+) from ["'](?:\.\/)?__wasm_split[\w.]*["'];?\n/gm;
  const names = [...program.matchAll(pattern)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`${programPath} does not import the loader`);
  return { names, text: program.replace(pattern, "") };
}

const { names, text } = removeImport(readFileSync(programPath, "utf8"));
const loader = readFileSync(loaderPath, "utf8");
const files = filesOf(loader);
const loads = Object.keys(files).map((part) => `__wasm_split_load_${part}: loaderOf("${part}")`);
const objects = names.map((name) => `const ${name} = { ${loads.join(", ")} };\n`);
const head = `export const parts = ${JSON.stringify(files)};\n${sharedImports(loader)}${RUNTIME}${objects.join("")}`;
writeFileSync(programPath, head + text);
