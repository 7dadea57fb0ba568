// Recogito's text annotator over plain text in blocks, drawn as spans, which is its default.
import { createTextAnnotator } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import { piecesOf } from "../bare/pieces.js";
import { columns, ownArticles, shownArticles } from "./shared.js";

let [annotators, last, next] = [[], null, 0];

function blockOf(piece) {
  const block = document.createElement("div");
  block.textContent = piece;
  return block;
}

const annotationOf = (text, { id, start, end }) => ({
  id, bodies: [], target: { annotation: id, selector: [{ quote: text.slice(start, end), start, end }] },
});

function show(articles) {
  for (const { annotator } of annotators) annotator.destroy();
  annotators = columns(articles.length).map((article, i) => {
    const { text, tags } = articles[i];
    const element = document.createElement("div");
    element.className = "text";
    element.append(...piecesOf(text).map(blockOf));
    article.append(element);
    const annotator = createTextAnnotator(element, { renderer: "SPANS" });
    annotator.setAnnotations(tags.map((tag) => annotationOf(text, tag)));
    return { annotator, text };
  });
}

const made = (range) => {
  const [{ text }] = annotators;
  return annotationOf(text, { ...range, id: `made-${++next}` });
};

show(await ownArticles());
window.bench = {
  text: ".text",
  tag: ".r6o-annotation",
  trigger: "pointerup",
  isUsable: () => document.querySelector(".text")?.firstChild,
  prepare: shownArticles,
  show,
  isShown: () => document.querySelector(".r6o-annotation"),
  add: (range) => annotators[0].annotator.addAnnotation((last = made(range))),
  remove: () => annotators[0].annotator.removeAnnotation(last.id),
  addAll: (ranges) => annotators[0].annotator.setAnnotations((last = ranges.map(made)), false),
  // Its own undo goes back by one annotation at a time.
  undo: () => annotators[0].annotator.state.store.bulkDeleteAnnotations(last.map(({ id }) => id)),
};
