// What both bare pages have in common: columns, and tagging what is selected. They show no tags but those that are made.
const COLUMNS = 3;

/** Empty columns in place of what was there; their text elements. */
function columns(count) {
  const made = Array.from({ length: count }, () => {
    const [article, text] = [document.createElement("div"), document.createElement("div")];
    article.className = "article";
    text.className = "text";
    article.append(text);
    return { article, text };
  });
  document.body.replaceChildren(...made.map(({ article }) => article));
  return made.map(({ text }) => text);
}

function wrap(range) {
  const mark = document.createElement("mark");
  range.surroundContents(mark);
  return mark;
}

function unwrap(mark) {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}

/** Wraps the words of an element that a pattern finds, and only those: what a page has to draw of many tags at once. */
function wrapAll(element, word) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) found.push([node, at]);
  }
  return found.reverse().map(([node, at]) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    return wrap(range);
  });
}

function countOf(texts, word) {
  let count = 0;
  for (const text of texts) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

addEventListener("keydown", (event) => {
  const selection = getSelection();
  if (event.key !== "1" || selection.isCollapsed) return;
  wrap(selection.getRangeAt(0));
  selection.removeAllRanges();
});

/** The articles of the page itself, as it shows them first. */
async function ownArticles() {
  const list = await (await fetch("articles/index.json")).json();
  return Promise.all(list.map(async ({ file }) => ({ text: await (await fetch(`articles/${file}`)).text() })));
}

/** The range of offsets in an element. */
function rangeOf(element, { start, end }) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
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

/**
 * Makes a page of `fill`, which puts a text into its element, `isShown`, which says whether it is there, and `tagged`, which finds the
 * elements whose words are tagged by script: single ranges in the first, many in all of them.
 */
export async function barePage({ fill, isShown, tagged }) {
  let [texts, last, many] = [[], null, []];
  const show = ({ articles }) => {
    texts = articles.map(({ text }) => text);
    const shown = texts.slice(0, COLUMNS);
    columns(shown.length).forEach((element, i) => fill(element, shown[i]));
  };
  show({ articles: await ownArticles() });
  window.bench = {
    text: ".text",
    tag: "mark",
    trigger: "keydown",
    key: "1",
    isUsable: () => document.querySelectorAll(".article").length > 0,
    prepare: (load) => load,
    show,
    isShown,
    add: (range) => (last = wrap(rangeOf(tagged()[0], range))),
    remove: () => unwrap(last),
    addAll: (_, word) => (many = tagged().flatMap((element) => wrapAll(element, word))),
    undo: () => many.forEach(unwrap),
    search: (word) => countOf(texts, word),
  };
}
