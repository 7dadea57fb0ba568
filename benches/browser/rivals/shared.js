// What the pages of all rivals have in common: columns, and the form of tags.
export const COLUMNS = 3;
export const LABELS = ["Person", "Organization", "Location", "Event", "Date"];

/** The articles that are shown, with their tags as `{id, start, end, label}`, label being a number. */
export function shownArticles({ articles, annotations }) {
  return articles.slice(0, COLUMNS).map(({ id, text }) => ({
    id, text,
    tags: annotations.filter(({ article }) => article === id).map(({ id, label, ranges: [{ start, end }] }) => ({
      id, start, end, label: LABELS.indexOf(label),
    })),
  }));
}

/** Empty columns in place of what was there. */
export function columns(count) {
  const made = Array.from({ length: count }, () => {
    const article = document.createElement("div");
    article.className = "article";
    return article;
  });
  document.body.replaceChildren(...made);
  return made;
}

/** The articles that the page itself begins with. */
export async function ownArticles() {
  const list = await (await fetch("articles/index.json")).json();
  return Promise.all(list.map(async ({ id, file }) => ({ id, text: await (await fetch(`articles/${file}`)).text(), tags: [] })));
}
