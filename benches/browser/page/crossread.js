// Crossread as a page of the benchmark, by its script API.
(() => {
  const documents = () => [...document.querySelectorAll("[role=document][data-article]")];
  let last;
  window.bench = {
    text: "[role=document][data-article]",
    tag: "mark",
    trigger: "keydown",
    key: "1",
    isUsable: () => window.crossread && documents().length === 3 && documents().every((text) => text.firstChild),
    prepare: ({ articles, annotations }) => ({ ...window.crossread.project(), articles, annotations, entities: [], relations: [], rejected: [] }),
    show: (project) => window.crossread.load(project),
    isShown: ({ articles }) => {
      const text = document.querySelector(`[data-article="${articles[0].id}"]`);
      return text?.querySelector("mark") && text.textContent.length === articles[0].text.length;
    },
    add: ({ start, end }) => (last = window.crossread.annotate({ article: "article-1", label: "Organization", ranges: [[start, end]] })),
    remove: () => window.crossread.remove(last),
    undo: () => window.crossread.undo(),
  };
})();
