// A project as large as wanted, made of the bundled articles, in the native form.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LABELS = ["Person", "Organization", "Location", "Event", "Date"];

/** One article of about `size` characters with `count` tags spread evenly; `base` gives the schema and what else is asked. */
export function largeProject(folder, size, count, base = {}) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  // Every letter is one UTF-16 unit, so that offsets are the same in both counts.
  const once = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n\n").replace(/[^\0-\uffff]/gu, "");
  const text = once.repeat(Math.ceil(size / once.length)).slice(0, size);

  const words = [...text.matchAll(/(?<=[ \n])\p{L}{4,}(?= )/gu)];
  const annotations = Array.from({ length: Math.min(count, words.length) }, (_, i) => {
    const { 0: exact, index: start } = words[Math.floor((i * words.length) / count)];
    const end = start + exact.length;
    const range = {
      start, end, utf16Start: start, utf16End: end, exact,
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    };
    return { id: `a${i + 1}`, article: "large", label: LABELS[i % LABELS.length], ranges: [range], created: "2024-01-01T00:00:00Z" };
  });
  const sha256 = createHash("sha256").update(text).digest("hex");
  const article = { id: "large", title: "A long article", source: "", date: "", language: "en", sha256, text };
  return { ...base, articles: [article], annotations, entities: [], relations: [] };
}
