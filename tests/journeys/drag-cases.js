// The random drags of drags.spec.js. Everything about a drag follows from the seed and its number, so that one of them can be run alone.
import { codePointsBefore } from "./drag-oracle.js";

/** The window at a zoom of 100 %, in CSS pixels. */
const WINDOW = { width: 1920, height: 1080 };
export const ZOOMS = [50, 100, 200, 400];
/** Kilobytes of text. */
const SIZES = [5_000, ...Array(7).fill(300), ...Array(12).fill(3)];
/** Where the pointer goes before it is released, in a window with any number of columns. */
const KINDS = [
  "inside", "past the left edge", "past the right edge", "above the first line", "below the last line", "left of the window",
  "right of the window", "above the window", "below the window", "autoscroll up", "autoscroll down", "wheel",
];
const SCROLLING = ["autoscroll up", "autoscroll down", "wheel"];
const SCRIPTS = { Latin: "en", Hebrew: "he", Arabic: "ar" };
const LABELS = ["Person", "Organization", "Location", "Claim", "Other"];
/** With tags, about so many words have one that begins there. */
const WORDS_PER_TAG = 9;
/** Only so many UTF-16 units around the place that is shown have tags. */
const TAGGED = 30_000;

/** A random whole number below `below` (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Deals the values in random order again and again: of 20 drags, each value gets its share. */
function deck(random, values) {
  let left = [];
  return () => {
    if (left.length === 0) left = [...values];
    return left.splice(random(left.length), 1)[0];
  };
}

/** The parameters of the first `count` drags. Every value of every parameter is among the first 20. */
export function drags(count, seed) {
  const random = randomFrom(seed);
  const columns = deck(random, [1, 1, 2, 3]);
  // Narrower windows have room for fewer columns.
  const zooms = { 1: deck(random, [50, 100, 200, 400, 400]), 2: deck(random, [50, 100, 200]), 3: deck(random, [50, 100]) };
  const kinds = { alone: deck(random, KINDS), beside: deck(random, ["over a neighbouring column", ...Array(3).fill("")]) };
  const scripts = deck(random, ["Latin", "Latin", "Hebrew", "Arabic"]);
  const sizes = deck(random, SIZES);
  const [tagged, exact, held, returning] = Array.from({ length: 4 }, () => deck(random, [false, true]));
  return Array.from({ length: count }, (_, number) => {
    const own = randomFrom(seed * 1_000_003 + number);
    const shown = columns();
    const kind = (shown > 1 && kinds.beside()) || kinds.alone();
    const size = sizes();
    return {
      number,
      zoom: zooms[shown](),
      columns: shown,
      /** The index of the column that is pressed. */
      column: own(shown),
      script: scripts(),
      kilobytes: SCROLLING.includes(kind) ? Math.max(size, 300) : size,
      isTagged: tagged(),
      isExact: exact(),
      /** Whether Alt is still down when the label key is pressed. */
      isAltHeld: held(),
      kind,
      /** Whether the pointer comes back into the text after scrolling, or moves again after the wheel. */
      returns: returning(),
      scroll: scrollOf(kind, own),
      seed: own(2 ** 32),
    };
  });
}

/** How far the text is scrolled before the drag: 0 at its start, 1 at its end. */
function scrollOf(kind, random) {
  switch (kind) {
    case "above the first line": return 0;
    case "below the last line": return 1;
    case "autoscroll up": return 0.3 + random(600) / 1000;
    case "autoscroll down": return 0.1 + random(600) / 1000;
    case "wheel": return 0.2 + random(600) / 1000;
    default: return [0, 1, random(1000) / 1000, random(1000) / 1000][random(4)];
  }
}

/** The context options of a zoom: as a browser zooms, with fewer CSS pixels that are larger. */
export const zoomed = (zoom) => ({
  viewport: { width: (WINDOW.width * 100) / zoom, height: (WINDOW.height * 100) / zoom },
  deviceScaleFactor: zoom / 100,
});

const LETTERS = { Latin: "abcdefghijklmnopqrstuvwxyz", Hebrew: "אבגדהוזחטיכלמנסעפצקרשת", Arabic: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" };
/** Words with characters of two UTF-16 units, with combining marks, and with ligatures. */
const SPECIAL = ["𝒜𝒷𝒸", "cafe\u0301", "office", "straße", "𐐀𐐁", "n\u0303o"];

/** Numbers, and words of the other direction. */
const FOREIGN = { Latin: ["1984", "שלום", "سلام"], Hebrew: ["1984", "Reuters", "7"], Arabic: ["1984", "Reuters", "7"] };

/** A word of a sentence. Words of the other direction are never next to one another. */
function word(random, script, i) {
  if (i % 2 === 1 && random(12) === 0) return FOREIGN[script][random(3)];
  if (script === "Latin" && random(25) === 0) return SPECIAL[random(SPECIAL.length)];
  const letters = LETTERS[script];
  return Array.from({ length: 1 + random(10) }, () => letters[random(letters.length)]).join("");
}

function sentence(random, script) {
  const words = Array.from({ length: 3 + 2 * random(6) }, (_, i) => word(random, script, i) + (random(9) === 0 ? "," : ""));
  return words.join(" ").replace(/,?$/, ".");
}

const paragraph = (random, script) => Array.from({ length: 1 + random(6) }, () => sentence(random, script)).join(" ");

const bytes = (text) => Buffer.byteLength(text);

/** A text of words, single spaces, ". ", ", " and paragraphs with an empty line between them. */
function textOf(random, script, kilobytes) {
  const parts = [];
  // A long text repeats a shorter one.
  for (let size = 0; size < Math.min(kilobytes, 60) * 1000; size += bytes(parts.at(-1)) + 2) parts.push(paragraph(random, script));
  const part = parts.join("\n\n");
  return Array(Math.max(1, Math.ceil((kilobytes * 1000) / bytes(part) - 0.5))).fill(part).join("\n\n");
}

/** Tags on one to eight words, some over one another, around a place of the text. */
function tagsOf(random, article, text, scroll) {
  const from = Math.max(0, Math.floor(scroll * text.length) - TAGGED / 2);
  const part = text.slice(from, from + TAGGED);
  const before = codePointsBefore(text, from);
  // The first and the last word may be cut.
  const words = [...part.matchAll(/[^\s.,]+/gu)].slice(1, -1);
  const tags = [];
  words.forEach(({ index }, i) => {
    if (random(WORDS_PER_TAG) > 0) return;
    const last = words[Math.min(words.length - 1, i + random(8))];
    const edges = [index, last.index + last[0].length];
    const [start, end] = edges.map((offset) => before + codePointsBefore(part, offset));
    tags.push({ id: `drag-${i}`, article, label: LABELS[random(LABELS.length)], ranges: [{ start, end, exact: part.slice(...edges) }] });
  });
  return tags;
}

/** The id of the article that is pressed. */
export const PRESSED = "pressed";

/** The articles and tags of a drag: what is pressed is in its column, and short texts are in the others. */
export function contentOf({ seed, script, kilobytes, isTagged, columns, column, scroll }) {
  const random = randomFrom(seed);
  const text = textOf(random, script, kilobytes);
  const article = (id, script, text) => ({ id, title: id, language: SCRIPTS[script], text });
  const articles = Array.from({ length: columns }, (_, i) =>
    i === column ? article(PRESSED, script, text) : article(`beside-${i}`, "Latin", textOf(random, "Latin", 3)),
  );
  return { text, articles, annotations: isTagged ? tagsOf(random, PRESSED, text, scroll) : [] };
}
