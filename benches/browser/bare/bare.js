// The least that shows the same texts and tags a selection: what the program is measured against.
function show(id, lines) {
  const article = document.createElement("div");
  article.setAttribute("role", "document");
  article.dataset.article = id;
  article.tabIndex = 0;
  article.append(...lines);
  document.body.append(article);
}

/** A text in one element a line, the tags (sorted, not overlapping, none across lines) as marks in it. */
function lines(text, tags = []) {
  let [at, next] = [0, 0];
  return text.split("\n").map((line) => {
    const element = document.createElement("div");
    const end = at + line.length;
    let from = at;
    for (; next < tags.length && tags[next].start < end; next++) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(tags[next].start, tags[next].end);
      element.append(text.slice(from, tags[next].start), mark);
      from = tags[next].end;
    }
    element.append(text.slice(from, end) + "\n");
    at = end + 1;
    return element;
  });
}

document.addEventListener("keydown", (event) => {
  const selection = getSelection();
  if (event.key !== "1" || selection.isCollapsed) return;
  selection.getRangeAt(0).surroundContents(document.createElement("mark"));
  selection.removeAllRanges();
});

const list = await (await fetch("articles/index.json")).json();
const texts = await Promise.all(list.map(async ({ file }) => (await fetch(`articles/${file}`)).text()));
list.forEach(({ id }, i) => show(id, lines(texts[i])));

// The names that the program has, so that one piece of code measures both.
window.crossread = {
  async load({ articles: [{ id, text }], annotations }) {
    const tags = annotations.map(({ ranges: [range] }) => range);
    document.body.replaceChildren();
    show(id, lines(text, tags));
  },
};
