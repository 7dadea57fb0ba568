// What both bare pages have in common: columns, and tagging what is selected. They show no tags but those that are made.
export const COLUMNS = 3;

/** Empty columns in place of what was there; their text elements. */
export function columns(count) {
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

export function wrap(range) {
  const mark = document.createElement("mark");
  range.surroundContents(mark);
  return mark;
}

export function unwrap(mark) {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}

/** Wraps the words of an element that a pattern finds, and only those: what a page has to draw of many tags at once. */
export function wrapAll(element, word) {
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

export function countOf(texts, word) {
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
export async function ownArticles() {
  const list = await (await fetch("articles/index.json")).json();
  return Promise.all(list.map(async ({ file }) => ({ text: await (await fetch(`articles/${file}`)).text() })));
}
