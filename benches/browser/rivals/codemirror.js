// CodeMirror 6 with the tags as decorations: no annotation tool, but the fastest page for marked text.
import { SearchCursor } from "@codemirror/search";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import { LABELS, columns, ownArticles, shownArticles } from "./shared.js";

const marks = LABELS.map((_, i) => Decoration.mark({ class: `tag tag-${i}` }));
const rangeOf = ({ start, end, label }) => marks[label].range(start, end);
const add = StateEffect.define();
const remove = StateEffect.define();

const tagsOf = (all) =>
  StateField.define({
    create: () => Decoration.set(all.map(rangeOf), true),
    update(tags, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(add)) tags = tags.update({ add: effect.value.map(rangeOf), sort: true });
        if (effect.is(remove)) tags = without(tags, effect.value);
      }
      return tags;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

function without(tags, removed) {
  const keys = new Set(removed.map(({ start, end }) => `${start} ${end}`));
  const [filterFrom, filterTo] = [removed[0].start, removed.at(-1).end];
  return tags.update({ filterFrom, filterTo, filter: (start, end, { class: kind }) => kind === "tag tag-0" || !keys.has(`${start} ${end}`) });
}

const tagSelection = EditorView.domEventHandlers({
  keydown(event, view) {
    const { from, to } = view.state.selection.main;
    if (event.key !== "1" || from === to) return false;
    view.dispatch({ effects: add.of([{ start: from, end: to, label: 0 }]), selection: { anchor: to } });
    return true;
  },
});

let [views, last, many] = [[], null, []];
function show(articles) {
  views = columns(articles.length).map((parent, i) => {
    const { text, tags } = articles[i];
    const extensions = [tagsOf(tags), tagSelection, EditorView.lineWrapping, EditorState.readOnly.of(true)];
    return new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
  });
}

show(await ownArticles());
window.bench = {
  text: ".cm-content",
  tag: ".tag",
  trigger: "keydown",
  key: "1",
  isUsable: () => document.querySelector(".cm-line"),
  prepare: shownArticles,
  show,
  isShown: () => document.querySelector(".cm-content .tag"),
  add: (range) => views[0].dispatch({ effects: add.of([(last = { ...range, label: 1 })]) }),
  remove: () => views[0].dispatch({ effects: remove.of([last]) }),
  addAll: (ranges) => views[0].dispatch({ effects: add.of((many = ranges.map((range) => ({ ...range, label: 1 })))) }),
  undo: () => views[0].dispatch({ effects: remove.of(many) }),
  search: (word) => {
    let count = 0;
    for (const view of views) for (const cursor = new SearchCursor(view.state.doc, word); !cursor.next().done; ) count++;
    return count;
  },
};
