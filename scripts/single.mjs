// Builds the single-file edition from a built page: `node scripts/single.mjs DIST FILE`. The file can be opened from a disk, and
// makes no requests. An unknown file, link or attribute is an error, so that nothing is silently left out.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [dist, out] = process.argv.slice(2);
if (!out) throw new Error("usage: node scripts/single.mjs DIST FILE");

/** Files that the single file does not need. */
const LEFT_OUT = /^(icons\/|schemas\/|\.|manifest\.webmanifest$|service-worker\.js$|offline\.js$|index\.html$)/;
/** Files that the program requests by name, embedded as texts; the scripts among them are workers. */
const TEXTS = /^(articles\/.*\.(txt|json)|search-worker\.js)$/;

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
const left = new Set(files.filter((path) => !LEFT_OUT.test(path)));
/** The path of a file of the page; marks the file as embedded. */
const used = (url) => {
  const path = url.replace(/^\.\//, "").replace(/\?v=.*$/, "");
  if (!left.delete(path)) throw new Error(`The page names ${url}, which is missing or was embedded before`);
  return path;
};
const bytesOf = (path) => readFileSync(join(dist, path));
/** The unchanged text of a file. */
const textOf = (path) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytesOf(path));

const hashes = { script: [], style: [] };
/** An inline script or style sheet, whose hash is added to the policy. */
function inline(kind, attributes, text) {
  const safe = kind === "script" ? text.replace(/<\/(script)/gi, "<\\/$1") : text;
  if (/<!--/.test(safe) || new RegExp(`</${kind}`, "i").test(safe)) throw new Error(`A ${kind} contains its own end tag`);
  // The HTML parser turns line ends into LF.
  const body = safe.replace(/\r\n?/g, "\n");
  hashes[kind].push(`'sha256-${createHash("sha256").update(body).digest("base64")}'`);
  return `<${kind}${attributes}>${body}</${kind}>`;
}
const data = (id, type, text) => `<script id="${id}" type="${type}">${text}</script>`;

/** A module as an inline script that stores its default export where shell/single.js reads it. */
function module(path) {
  const text = textOf(path);
  if (/(^|[;\n])\s*import\s*["{*\w]/.test(text)) throw new Error(`${path} imports other files`);
  const exported = text.match(/export\s*\{[^}]*?([\w$]+)\s+as\s+default\b/)?.[1] ?? text.match(/export\s+default\s+([\w$]+)\s*;/)?.[1];
  if (!exported) throw new Error(`${path} has no default export`);
  // Only the program has lazy parts.
  const parts = /export\s*\{[^}]*\bparts\b|export\s+const\s+parts\b/.test(text) ? ", parts" : "";
  return inline("script", ' type="module"', `${text}\nglobalThis.crossreadModules["${path}"] = { default: ${exported}${parts} };\n`);
}

function policy(content) {
  const directives = new Map(content.split(";").map((part) => part.trim().split(/\s+(.*)/s).slice(0, 2)));
  directives.set("script-src", `${hashes.script.join(" ")} 'wasm-unsafe-eval'`);
  directives.set("style-src", hashes.style.join(" "));
  directives.set("worker-src", "blob:");
  directives.set("img-src", "data: blob:");
  directives.set("connect-src", "'none'");
  directives.set("default-src", "'none'");
  return [...directives].map((directive) => directive.filter(Boolean).join(" ")).join("; ");
}

const attributes = (tag) =>
  Object.fromEntries([...tag.matchAll(/\s([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(([, name, a, b, c]) => [name, a ?? b ?? c ?? ""]));

function link({ rel, href }) {
  if (rel === "stylesheet") return inline("style", "", textOf(used(href)));
  if (rel === "icon") return `<link rel="icon" href="data:image/svg+xml;base64,${bytesOf(used(href)).toString("base64")}">`;
  // Nothing is fetched, so nothing is preloaded; and a local file cannot be installed.
  if (["preload", "modulepreload", "manifest", "apple-touch-icon"].includes(rel)) return "";
  throw new Error(`Unknown kind of link: ${rel}`);
}

function script({ src, id, type, "data-js": js, "data-wasm": wasm, ...more }) {
  if (!src) throw new Error("A script without a source");
  const kind = type ? ` type="${type}"` : "";
  if (id !== "boot") {
    const others = Object.keys(more).filter((name) => name !== "defer");
    if (others.length > 0) throw new Error(`A script with unknown attributes: ${others}`);
    return inline("script", kind, textOf(used(src)));
  }
  // The lazy parts are embedded too; shell/single.js finds them, and the detector, by their paths.
  const later = [...left].filter((path) => path.endsWith(".wasm") && path !== wasm.replace(/^\.\//, "")).sort();
  const programs = { "crossread-program": used(wasm), ...Object.fromEntries(later.map((path) => [`crossread-${path}`, used(path)])) };
  const texts = Object.fromEntries([...left].filter((path) => TEXTS.test(path)).sort().map((path) => [used(path), textOf(path)]));
  return [
    data("crossread-texts", "application/json", JSON.stringify(texts).replaceAll("<", "\\u003c")),
    ...Object.entries(programs).map(([id, path]) => data(id, "application/gzip", gzipSync(bytesOf(path), { level: 9 }).toString("base64"))),
    inline("script", "", readFileSync(join(root, "shell", "single.js"), "utf8")),
    module(used(js)),
    module(used("rescue.js")),
    inline("script", ` id="boot" data-js="${js}" data-wasm="${wasm}"${kind}`, textOf(used(src))),
  ].join("\n");
}

const POLICY = "@policy@";
let pagePolicy;
// In one pass, so that embedded files are not searched.
const html = textOf("index.html")
  .replace(/<link\b[^>]*>|<script\b[^>]*><\/script>|<meta\b[^>]*Content-Security-Policy[^>]*>/g, (tag) => {
    if (tag.startsWith("<link")) return link(attributes(tag));
    if (tag.startsWith("<script")) return script(attributes(tag));
    pagePolicy = attributes(tag).content;
    return `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  });
if (!pagePolicy) throw new Error("index.html has no content security policy");
if (left.size > 0) throw new Error(`Unknown files: ${[...left].join(", ")}`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, html.replace(POLICY, () => policy(pagePolicy)));
console.log(`${out}: ${(html.length / 1024).toFixed(0)} KB`);
