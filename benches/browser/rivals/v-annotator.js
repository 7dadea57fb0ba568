// doccano's v-annotator. Its host adds what it emits, as doccano does.
import Vue from "vue";
import VAnnotator from "v-annotator";
import "v-annotator/dist/v-annotator.css";
import { LABELS, columns, ownArticles, shownArticles } from "./shared.js";

Vue.use(VAnnotator);
Vue.config.productionTip = false;
const COLOURS = ["#ffe08a", "#b8e0ff", "#c8f0c0", "#f5c8e8", "#e0d8ff"];
const entityLabels = LABELS.map((text, id) => ({ id, text, color: COLOURS[id] }));
let [apps, next, before] = [[], 1e9, []];

const Page = {
  template: `<v-annotator :text="text" :entities="entities" :entity-labels="entityLabels" :allow-overlapping="true"
    :grapheme-mode="false" :selected-entities="[]" :max-label-length="12" @add:entity="add" />`,
  data: () => ({ text: "", entities: [], entityLabels }),
  methods: {
    add(_, startOffset, endOffset) {
      this.entities = [...this.entities, entityOf({ start: startOffset, end: endOffset, label: 0 })];
      getSelection().removeAllRanges();
    },
  },
};
const entityOf = ({ start, end, label }) => ({ id: ++next, label, startOffset: start, endOffset: end });

function mount(count) {
  for (const app of apps) app.$destroy();
  apps = columns(count).map((parent) => {
    const element = document.createElement("div");
    parent.append(element);
    return new (Vue.extend(Page))().$mount(element);
  });
}

/** Its width is measured half a second after it is mounted: waits for the lines. */
async function show(articles) {
  if (apps.length !== articles.length) mount(articles.length);
  apps.forEach((app, i) => {
    app.text = articles[i].text;
    app.entities = articles[i].tags.map(entityOf);
  });
  await window.measure.until(() => document.querySelector(".article text[id^=basetext]"));
}

await show(await ownArticles());
const first = () => apps[0];
window.bench = {
  text: ".article",
  tag: "line",
  trigger: "click",
  isUsable: () => document.querySelector(".article text[id^=basetext]"),
  prepare: shownArticles,
  show,
  isShown: () => document.querySelector(".article line"),
  add: (range) => (first().entities = [...(before = first().entities), entityOf({ ...range, label: 1 })]),
  remove: () => (first().entities = before),
  addAll: (ranges) => (first().entities = [...(before = first().entities), ...ranges.map((range) => entityOf({ ...range, label: 1 }))]),
  undo: () => (first().entities = before),
};
