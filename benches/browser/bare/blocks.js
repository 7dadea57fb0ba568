// Plain text in blocks of about 5 KB that the browser lays out when they come near: the bare browser.
import { COLUMNS, columns, countOf, ownArticles, unwrap, wrap, wrapAll } from "./shared.js";

const BLOCK = 5_000;
let [texts, last, many] = [[], null, []];

function blocks(text) {
  const made = [];
  for (let at = 0; at < text.length; ) {
    const line = text.indexOf("\n", at + BLOCK);
    const end = line < 0 ? text.length : line + 1;
    const block = document.createElement("div");
    block.className = "block";
    block.textContent = text.slice(at, end);
    made.push(block);
    at = end;
  }
  return made;
}

function show({ articles }) {
  texts = articles.map(({ text }) => text);
  const shown = texts.slice(0, COLUMNS);
  columns(shown.length).forEach((element, i) => element.append(...blocks(shown[i])));
}

/** The range of offsets that are in the first block. */
function rangeOf({ start, end }) {
  const walker = document.createTreeWalker(document.querySelector(".block"), NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; before += node.data.length, node = walker.nextNode()) {
    if (start < before || end > before + node.data.length) continue;
    const range = document.createRange();
    range.setStart(node, start - before);
    range.setEnd(node, end - before);
    return range;
  }
  throw new Error("this word is already in a tag");
}

show({ articles: await ownArticles() });
window.bench = {
  text: ".text",
  tag: "mark",
  trigger: "keydown",
  key: "1",
  isUsable: () => document.querySelectorAll(".article").length > 0,
  prepare: (load) => load,
  show,
  isShown: ({ articles }) => document.querySelector(".text")?.textContent.length === articles[0].text.length,
  add: (range) => (last = wrap(rangeOf(range))),
  remove: () => unwrap(last),
  addAll: (_, word) => (many = [...document.querySelectorAll(".block")].slice(0, 2).flatMap((block) => wrapAll(block, word))),
  undo: () => many.forEach(unwrap),
  search: (word) => countOf(texts, word),
};
