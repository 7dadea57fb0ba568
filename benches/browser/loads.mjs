// The loads: texts and tags in the form that every page gets, made of the bundled articles by arithmetic alone, so that each run has
// the same.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ARTICLES = join(dirname(fileURLToPath(import.meta.url)), "../../articles");
const LABELS = ["Person", "Organization", "Location", "Event", "Date"];
/** The word that is searched, and tagged 1,000 times at once. The bundled articles are as they are. */
export const frequentWord = (load) => (load === "A" ? "migrants" : FREQUENT);
const FREQUENT = "meridian";

const KB = 1024;
export const LOADS = {
  A: { title: "three articles, 60 tags", make: bundled },
  B: { title: "100 KB, 1,000 tags", make: () => [long(100 * KB, 1_000)] },
  C: { title: "1 MB, 10,000 tags", make: () => [long(KB * KB, 10_000)] },
  D: { title: "10 MB, 100,000 tags", make: () => [long(10 * KB * KB, 100_000)] },
  E: { title: "2,000 articles of 5 KB, 100 tags each", make: () => Array.from({ length: 2_000 }, (_, i) => long(5 * KB, 100, i)) },
};

/** `{articles, annotations, free, occurrences}` of a load; all offsets count both code points and UTF-16 units. */
export function makeLoad(name) {
  const articles = LOADS[name].make().map(({ text, tags }, i) => ({ id: `article-${i + 1}`, title: `Article ${i + 1}`, text, tags }));
  return {
    articles: articles.map(({ id, title, text }) => ({
      id, title, text, source: "", date: "", language: "en", sha256: createHash("sha256").update(text).digest("hex"),
    })),
    annotations: articles.flatMap(({ id, text, tags }) => tags.map(({ start, end }, i) => ({
      id: `${id}-${i + 1}`, article: id, label: LABELS[i % LABELS.length], created: "2024-01-01T00:00:00Z",
      ranges: [{ start, end, exact: text.slice(start, end) }],
    }))),
    free: freeWords(articles[0]),
    occurrences: occurrences(articles[0].text, 1_000),
  };
}

/** The bundled articles, each letter one UTF-16 unit, so that offsets are the same in every count. */
function sources() {
  const list = JSON.parse(readFileSync(join(ARTICLES, "index.json"), "utf8"));
  return list.map(({ file }) => readFileSync(join(ARTICLES, file), "utf8").replace(/[^\0-\uffff]/gu, ""));
}

function bundled() {
  return sources().map((text) => ({ text, tags: tagsOf(text, 20) }));
}

/** A text of `size` characters whose paragraphs repeat from the `turn`th on, with the frequent word in it at most 1,000 times. */
function long(size, count, turn = 0) {
  const paragraphs = sources().join("\n\n").split("\n");
  const first = turn % paragraphs.length;
  const once = [...paragraphs.slice(first), ...paragraphs.slice(0, first)].join("\n") + "\n";
  const text = withFrequentWord(once.repeat(Math.ceil(size / once.length)).slice(0, size), 1_000);
  return { text, tags: tagsOf(text, count) };
}

/** The numbers of further words in the first screen that become the frequent word. */
const SEEN_FIRST = new Set([4, 9, 14]);

function withFrequentWord(text, count) {
  const step = Math.max(1, Math.floor((text.match(/\b[a-z]{8}\b/g) ?? []).length / count));
  let at = 0;
  return text.replace(/\b[a-z]{8}\b/g, (word) => (at++ % step === 0 || SEEN_FIRST.has(at) ? FREQUENT : word));
}

/** Tags on words spread evenly, sorted. Every fifth one reaches over the next word too: it contains the next tag or crosses it. */
function tagsOf(text, count) {
  const words = [...text.matchAll(/(?<=[ \n])\p{L}{4,}(?= )/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
    .filter(({ start }) => !text.startsWith(FREQUENT, start));
  const total = Math.min(count, Math.floor(words.length / 2));
  const line = (at) => text.indexOf("\n", at) >>> 0;
  return Array.from({ length: total }, (_, i) => {
    const at = Math.floor((i * words.length) / total);
    const one = words[at];
    const next = words[Math.min(at + 1 + (i % 2), words.length - 1)];
    return i % 5 === 4 && next.end < line(one.start) ? { start: one.start, end: next.end } : { ...one };
  });
}

/** Words without a tag near the beginning of an article, for tags that are added by program. */
function freeWords({ text, tags }) {
  const isFree = ({ start, end }) => tags.every((tag) => tag.end <= start || tag.start >= end);
  const words = [...text.slice(0, 6_000).matchAll(/(?<= )\p{L}{5,}(?= )/gu)];
  return words.map(({ 0: word, index }) => ({ start: index, end: index + word.length })).filter(isFree).slice(0, 60);
}

function occurrences(text, most) {
  const found = [];
  for (let at = text.indexOf(FREQUENT); at >= 0 && found.length < most; at = text.indexOf(FREQUENT, at + 1)) {
    found.push({ start: at, end: at + FREQUENT.length });
  }
  return found;
}
