// The recorded session: blocks of actions, and the small project that each block starts with. `recorded.spec.js` runs them
// and compares the exports after each block.
//
// An action is `[verb, ...arguments]`; the verbs are in `recorded.spec.js`. "keys" counts as one action for each key. Where a
// button or field was reworded, its name is a regular expression that accepts the old and the new words.

/** Short lines, so that they wrap in the same places with all fonts. */
const ALPHA =
  "Ana Lind met Ben Ochs in Oslo.\nThe talks cost 3.5 million, said Lind.\n\n“We agree,” she said. Café déjà-vu.\n" +
  "👨‍👩‍👧 famille 👍🏽 e\u0301te\u0301 🇳🇴 drapeau.\nabc def ghi\nabc def ghi\nabc def ghi\n";
const BETA = "Ben Ochs left Oslo. 27 people signed; Ana Lind did not.\nOslo is calm. Lind’s answer: “no”.\nThe ship Alma sails on the North Sea.\n";
const GAMMA = "שלום Ana Lind.\nשתי מילים כאן.\nOslo 東京 ภาษาไทย\n";

const attribute = (name, kind, more = {}) => ({ name, kind, ...more });

/** The project that each block starts with. */
export const PROJECT = {
  format: "crossread", version: 1, project: { title: "Talks", created: "2026-01-01T00:00:00Z" },
  schema: {
    name: "Small",
    labels: [
      {
        id: "Claim", kind: "claim", name: "Claim", colour: "#aa0000", key: "c",
        attributes: [
          attribute("verdict", "choice", { choices: ["unchecked", "yes", "no"], default: "unchecked" }),
          attribute("themes", "multiple choice", { choices: ["law", "money", "health"] }),
          attribute("figure", "number"), attribute("sure", "yes/no"),
          attribute("remark", "text", { when: { attribute: "sure", value: true } }), attribute("source", "entity", { required: true }),
        ],
      },
      { id: "Person", kind: "entity", name: "Person", short: "PER", colour: "#0072b2", key: "1" },
      { id: "Place", kind: "entity", name: "Place", colour: "#007a55", key: "2" },
      { id: "Ship", kind: "entity", name: "Ship", colour: "#9b3f7f", key: "x1" },
      { id: "Sea", kind: "entity", name: "Sea", colour: "#7a6a00", key: "x2" },
    ],
    articleAttributes: [attribute("topic", "text")],
    relationTypes: [{ id: "repeats", name: "repeats", symmetric: true }, { id: "supports", name: "supports" }, { id: "quotes", name: "quotes", to: ["Claim"] }],
  },
  articles: [
    { id: "alpha", title: "Alpha", source: "AP", date: "2026-01-02", language: "en", text: ALPHA },
    { id: "beta", title: "Beta", language: "en", text: BETA },
    { id: "gamma", title: "Gamma", language: "he", text: GAMMA },
  ],
};

/** The range of the nth occurrence of some words, in code points. */
function range(article, words, nth = 0) {
  const { text } = PROJECT.articles.find(({ id }) => id === article);
  let at = text.indexOf(words);
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  const start = [...text.slice(0, at)].length;
  return [start, start + [...words].length];
}
const annotate = (article, label, words, more = {}) => ["api", "annotate", { article, label, ranges: [words].flat().map((one) => range(article, one)), ...more }];

const save = /^(Keep|Save) changes$/;
/** Clears the selection and gives the focus to the text. */
const DESELECT = ["Escape", "Escape", "Escape"];
/** The same key, `count` times. */
const times = (count, key) => Array(count).fill(key);

/** After each movement the selection is tagged, so that the export shows where it was. */
const caret = [
  ["focus", "alpha"],
  ["keys", "Control+Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Alt+1", ...DESELECT],
  ["keys", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Shift+ArrowLeft", "Alt+2", ...DESELECT],
  ["keys", "Control+Home", ...times(3, "Control+ArrowDown"), "Shift+ArrowRight", "Alt+1", ...DESELECT],
  ["keys", ...times(9, "ArrowRight"), "Shift+ArrowRight", "Alt+2", ...DESELECT],
  ["keys", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Alt+c", ...DESELECT],
  ["keys", "Control+End", "ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowRight", "Alt+1", ...DESELECT],
];
const units = [
  ["focus", "alpha"],
  ["keys", "Control+Home", "Control+ArrowRight", "Control+Shift+ArrowRight", "1", ...DESELECT],
  ["keys", "Control+Home", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight", "Control+Shift+ArrowLeft", "2", ...DESELECT],
  ["keys", "Control+Home", "Alt+ArrowDown", "Alt+Shift+ArrowDown", "c", ...DESELECT],
  ["keys", "Control+Home", "Control+ArrowDown", "Control+ArrowDown", "Control+Shift+ArrowDown", "c", ...DESELECT],
  ["keys", "Control+End", "Control+ArrowUp", "Control+Shift+ArrowUp", "1", ...DESELECT],
  ["keys", "Control+End", "Alt+ArrowUp", "Alt+Shift+ArrowUp", "2", ...DESELECT],
  ["keys", "Control+End", "ArrowUp", "ArrowUp", "Control+ArrowRight", "ArrowDown", "Control+Shift+ArrowRight", "1", ...DESELECT],
  ["keys", "ArrowUp", "Home", "Shift+End", "2", ...DESELECT],
  ["keys", "End", "Shift+Home", "c", ...DESELECT],
  ["keys", "Control+Home", "Shift+ArrowDown", "Shift+ArrowUp", "Shift+ArrowRight", "Alt+c", ...DESELECT],
  ["keys", "Control+Home", "Control+Shift+End", "c"],
];
const rightToLeft = [
  ["focus", "gamma"],
  ["keys", "Control+Home", "Shift+ArrowLeft", "Shift+ArrowLeft", "Alt+1", ...DESELECT],
  ["keys", "ArrowLeft", "ArrowLeft", "ArrowRight", "Control+Shift+ArrowLeft", "2", ...DESELECT],
  ["keys", "Control+Home", "Control+ArrowDown", "Control+ArrowLeft", "Control+Shift+ArrowLeft", "1", ...DESELECT],
  ["keys", "Control+End", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Alt+2", ...DESELECT],
  ["keys", "Control+End", "Control+Shift+ArrowRight", "1"],
];

const mouse = [
  ["drag", "alpha", "na Lin"], ["keys", "1"],
  ["drag", "alpha", "Ben", "Ochs"], ["palette", "Person"],
  ["doubleClick", "alpha", "Oslo"], ["label", "Place"],
  ["altDrag", "alpha", "talk"], ["keys", "c", ...DESELECT],
  ["drag", "alpha", "The talks", "said Lind"], ["keys", "c", ...DESELECT],
  ["click", "alpha", "cost"], ["keys", "2", ...DESELECT],
  ["click", "alpha", "Ben Ochs"], ["ctrlClick", "alpha", "Oslo"], ["keys", "Delete"],
  ["button", "Undo"],
  ["drag", "beta", "Ben", "left"], ["keys", "Escape", "1"],
  ["drag", "beta", "people", "signed"], ["keys", "Enter", "ArrowDown", "Enter", ...DESELECT],
];
const edges = [
  annotate("beta", "Claim", "27 people signed"), annotate("beta", "Place", "Oslo"), annotate("beta", "Person", "Ana Lind"),
  ["focus", "beta"],
  ["keys", "Control+Home", ".", "[", "[", "{", "]", "]", "}", "Alt+]", "Alt+["],
  ["keys", ".", "{", "}", ".", "l", "ArrowDown", "ArrowDown", "Enter"],
  ["keys", ",", "c", "Alt+{", "Alt+}", ".", "1"],
  ["edge", "end", "beta", "did"], ["edge", "start", "beta", "signed"],
  ["keys", ",", ",", "Delete", "Control+z", "Control+Shift+z", "Control+z"],
  ["keys", "Escape", "Control+Home", "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Enter", "Enter", "Backspace"],
];
const parts = [
  ["focus", "alpha"],
  ["keys", "Control+Home", "Control+Shift+ArrowRight", "+", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "1"],
  ["keys", "+", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "+"],
  ["button", /^Remove this part: /],
  ["keys", ...DESELECT],
  ["drag", "beta", "Ben"], ["ctrlDrag", "beta", "Oslo"], ["ctrlDrag", "beta", "signed"], ["keys", "c"],
  ["ctrlDrag", "beta", "Ana", "Lind"], ["button", "Undo"], ["button", "Redo"],
  ["keys", "[", "]", ...DESELECT],
  ["drag", "beta", "calm"], ["ctrlDrag", "alpha", "talks"], ["keys", "2"],
  ["drag", "beta", "Alma"], ["ctrlDrag", "beta", "Sea"], ["keys", "Escape", "Escape", "2"],
];
const chords = [
  ["doubleClick", "beta", "Alma"], ["keys", "x", "1", ...DESELECT],
  ["drag", "beta", "North", "Sea"], ["keys", "x", "2"],
  ["keys", "x", "9", "x", "Escape", "x", "1", "x", "2", ...DESELECT],
  ["doubleClick", "beta", "ship"], ["keys", "x", "c"],
  ["keys", "c"], ["keys", "l", "ArrowDown", "ArrowDown", "Enter", ...DESELECT],
  ["doubleClick", "beta", "sails"], ["keys", "x", "Alt+2", ...DESELECT],
];
const occurrences = [
  ["doubleClick", "alpha", "Oslo"], ["keys", "Shift+Digit2"], ["keys", "Shift+Digit1", "Control+z"],
  ["drag", "beta", "Ana", "Lind"], ["keys", "1", "a"], ["waitForDialog"], ["keys", "Space", "Enter"],
  ["keys", "Control+z", "a"], ["waitForDialog"], ["keys", "Enter", ...DESELECT],
  ["click", "alpha", "Oslo"], ["keys", "a"], ["waitForDialog"], ["button", /^Cancel$/],
  ["drag", "alpha", "Lind", "Lind", 1], ["labelEverywhere", "Person"], ["keys", ...DESELECT],
  ["api", "update", "a1", { note: "the first" }], ["click", "beta", "Oslo"], ["keys", "x", "1"],
];
const attributes = [
  annotate("alpha", "Claim", "The talks cost 3.5 million"), annotate("beta", "Claim", "27 people signed"), annotate("beta", "Place", "Oslo"),
  ["focus", "alpha"],
  ["keys", "Control+Home", ".", "d", "1", "2", "2", "2", "3", "1", "2", "Escape", "3"], ["type", "3,5x"], ["keys", "Enter", "Control+a"], ["type", "3.5"], ["keys", "Enter"],
  ["keys", "4", "1", "5"], ["type", "By phone, c 1"], ["keys", "Enter", "6"], ["type", "Ana Lind"], ["keys", "Enter", "1", "0", "Escape"],
  ["keys", "Control+z", "Control+y"],
  ["click", "beta", "people"],
  ["radio", "verdict", "no"], ["radio", "verdict", "no"], ["radio", "sure", "yes"], ["check", "health"], ["check", "law"], ["check", "health"],
  ["field", /^figure/, "many"], ["field", /^figure/, "-0.50"], ["field", /^remark/, "“é” 😀"], ["radio", "sure", "no"],
  ["comboType", "source", "lind"], ["keys", "Enter"],
  ["click", "alpha", "talks"], ["ctrlClick", "beta", "signed"], ["radio", /^verdict/, "yes"], ["keys", "Control+z", "Control+y"],
];
const notes = [
  ["drag", "alpha", "Café"], ["keys", "2", "n"], ["type", "c 1 [ ] , . ? “é” 😀"], ["keys", "Escape", "]"],
  ["keys", "n", "End"], ["type", " more"], ["keys", "Escape", "Control+z", "Control+z", "Control+y"],
  ["field", /^Note/, "two\nlines"], ["click", "beta", "calm"],
  ["tab", /^History$/], ["field", "Your name", "Ada"], ["click", "alpha", "Café"], ["field", /^Note/, "by Ada"],
];
const entities = [
  annotate("alpha", "Person", "Ana Lind"), annotate("alpha", "Person", "Ben Ochs"), annotate("alpha", "Place", "Oslo"),
  annotate("beta", "Person", "Ana Lind"), annotate("beta", "Person", "Lind’s"), annotate("beta", "Place", "Oslo"), annotate("gamma", "Person", "Ana Lind"),
  ["focus", "alpha"],
  ["keys", "Control+Home", ".", "Shift+E"], ["focus", "beta"], ["keys", "Control+Home", ".", ".", "e", ...DESELECT],
  ["focus", "gamma"], ["keys", "Control+Home", ".", "e"], ["keys", "e", "Escape"], ["keys", ...DESELECT],
  ["focus", "beta"], ["keys", "Control+End", ",", "Shift+E", "e"], ["type", "ana"], ["keys", "Enter", ...DESELECT],
  ["tab", /^Entities$/], ["button", /^Link \d+ unlinked mentions/], ["button", /^Link \d+ mentions? to \d+ entit(y|ies)$/], ["button", /All entities$/],
  ["button", /^Ana Lind/, "entities"], ["text", /^Name, label/], ["field", "Wikidata", "Q7"], ["field", "Name", "Anna Lind"], ["field", "Note", "chief"],
  ["panelCheck", 0], ["button", /^Split off/], ["keys", "Control+a"], ["type", "Another Lind"], ["keys", "Enter"],
  ["button", /^Merge with/], ["type", "another"], ["keys", "Enter"], ["keys", "Control+z", "Control+y"],
  ["button", /^Remove entity$/], ["button", "Undo"], ["button", /All entities$/],
  ["click", "alpha", "Oslo"], ["button", /^Unlink from Oslo$/],
  ["api", "update", "a3", { entity: "e1" }], ["api", "remove", "a1"],
];
const relations = [
  annotate("alpha", "Claim", "The talks cost 3.5 million"), annotate("alpha", "Claim", "We agree"), annotate("beta", "Claim", "27 people signed"),
  annotate("beta", "Place", "Oslo"), annotate("gamma", "Person", "Ana Lind"),
  ["focus", "alpha"],
  // The menu of types: repeats, supports, quotes, … supports this, … quotes this.
  ["keys", "Control+Home", ".", "r", "2"], ["click", "beta", "people"],
  ["keys", "Shift+R"], ["type", "agree"], ["keys", "Enter"],
  ["keys", "r", "1", "1"], ["keys", "r", "ArrowDown", "ArrowDown", "Enter", "ArrowDown", "Enter"],
  ["keys", "r", "5"], ["type", "c 1"], ["keys", "Escape", "Escape"],
  ["keys", ".", "r", "3"], ["click", "beta", "people"], ["keys", "r", "3"], ["click", "beta", "people"], ["keys", "Escape", "Escape"],
  ["button", /^(Turn|Reverse) quotes/], ["choose", /^Type of .*quotes/, "supports"], ["field", /^Note on supports/, "same “toll”"],
  ["click", "alpha", "talks"], ["button", /^Remove supports/], ["keys", "Control+z"],
  ["api", "relate", { from: "a4", to: "a5", type: "supports", note: "api" }], ["api", "remove", "r1"], ["api", "undo"],
  ["click", "beta", "signed"], ["keys", "Delete", "Control+z", "Delete"],
];
const search = [
  ["focus", "alpha"], ["keys", "/"], ["type", "lind"], ["waitForResults", 5], ["keys", "Enter", "Enter", "Shift+Enter", "Escape", "1", ...DESELECT],
  ["keys", "/", "Control+a"], ["type", "oslo"], ["waitForResults", 4], ["keys", "Enter", "Enter", "Enter", "Escape", "2", ...DESELECT],
  ["keys", "/", "Control+a"], ["type", "osl"], ["button", /^Whole words$/], ["waitForResults", 0], ["button", /^Whole words$/], ["waitForResults", 4],
  ["button", /^Match case$/], ["waitForResults", 0], ["button", /^Match case$/], ["waitForResults", 4],
  ["field", /^Search all articles$/, "\\d+ people|3\\.5"], ["waitForResults", 0], ["button", /^Regular expression$/], ["waitForResults", 2],
  ["button", /^Tag all/], ["waitForDialog"], ["choose", /^Tag as label$/, "Claim"], ["button", /^Tag \d+ places?$/],
  ["field", /^Search all articles$/, "Lind"], ["waitForResults", 5], ["button", /^Tag all/], ["waitForDialog"], ["choose", /^Tag as label$/, "Person"],
  ["dialogCheck", 0], ["button", /^Tag \d+ places?$/], ["button", "Undo"], ["button", "Redo"],
];
const statuses = [
  ["focus", "alpha"], ["keys", "Control+Enter", "Control+Enter"], ["keys", "Control+z"],
  ["button", /^Mark Beta as (in work|in progress)$/i], ["button", /^Mark Beta as done$/], ["button", /^Mark Beta as unread$/],
  annotate("gamma", "Place", "Oslo"), ["button", /^Mark Gamma as done$/],
  ["button", /^Details of Alpha$/], ["dialogField", "topic", "Peace"], ["dialogField", "Title", "Alpha, again"], ["dialogField", "Date", "2026-02"],
  ["dialogField", "Note", "Read\ntwice."], ["dialogChoose", "Status", /^(in work|in progress)$/i], ["button", save],
  ["button", /^Details of Gamma$/], ["dialogField", "Language", "he-IL"], ["button", save],
  ["button", "Undo"], ["button", "Redo"],
];
const schema = [
  annotate("alpha", "Place", "Oslo"), annotate("beta", "Ship", "Alma"), annotate("beta", "Claim", "27 people signed", { attributes: { verdict: "yes" } }),
  ["api", "relate", { from: "a1", to: "a2", type: "supports" }],
  ["button", /^Edit labels/], ["schemaSection", "Ship"], ["button", /^Remove the label Ship$/], ["schemaSection", "Place"], ["dialogField", "Name", "Town"],
  ["dialogField", /^When to use it$/, "A town."], ["schemaSection", "Claim"], ["button", /^Remove the choice yes$/], ["button", /^Add label$/], ["type", "Time"],
  ["dialogField", /^Keys/, "t"], ["button", save], ["choose", /“Ship”/, /Sea/], ["choose", /“yes”/, /no$/], ["button", save],
  ["button", "Undo"], ["button", "Redo"],
  ["doubleClick", "beta", "Oslo"], ["keys", "t", "1", "2"],
  ["button", /^Edit labels/], ["schemaSection", /^Relation types$/], ["relationFrom", "supports", "Claim"], ["button", save], ["button", save],
  ["button", /^Edit labels/], ["dialogField", "Name", "Gone"], ["button", /^Cancel$/], ["button", /^(Drop|Discard) changes$/],
  ["button", /^Edit labels/], ["schemaSection", /^Presets and files$/], ["button", /^Plain$/], ["button", save],
  ["choose", /“Town”/, /Highlight/], ["choose", /“Claim”/, /Highlight/], ["choose", /“Sea”/, /remove/], ["button", save],
];
const articles = [
  ["button", /^Paste text/], ["dialogField", "Title", "Delta"], ["dialogField", "Source", "dpa"], ["dialogField", "Text", "Zürich und Genf.\r\nZwei"], ["button", /^Add article$/],
  ["api", "annotate", { article: "article-1", label: "Place", ranges: [[0, 6], [11, 15]] }],
  ["files", /^Open texts/, [["one_file.txt", "\ufeffEins.\r\nZwei."], ["two.txt", "Drei Lind."]]], ["dialogField", "Title of two.txt", "two"], ["dialogField", "Date of two.txt", "2026"], ["button", /^Add all$/],
  ["button", /^Undo$/], ["button", /^Redo$/],
  ["article", "Delta"], ["button", /^Details of Delta$/], ["button", /^Remove article$/], ["keys", "Control+z", "Control+z", "Control+Shift+z"],
  ["button", /^Details of Beta$/], ["button", /^Remove article$/],
];
const files = [
  annotate("alpha", "Person", "Ana Lind", { note: "=1+1" }), annotate("beta", "Claim", ["27", "signed"], { attributes: { themes: ["law", "money"], figure: 27 } }),
  ["api", "relate", { from: "a1", to: "a2", type: "quotes" }],
  ["exportMatches"], ["button", "Undo"], ["importExported"],
  ["api", "annotate", { article: "gamma", label: "Place", ranges: [[15, 22]] }],
  ["files", "Import", [["broken.json", '{"format":"crossread","version":1}']]],
  ["files", "Import", [["more.txt", "More text."]]], ["button", /^Add article$/],
  ["button", /^Projects: /], ["button", /^Rename Talks$/], ["keys", "Control+a"], ["type", "Talks, renamed"], ["keys", "Enter", "Escape"],
];
const history = [
  ["doubleClick", "alpha", "Oslo"], ["keys", "2"], ["doubleClick", "beta", "calm"], ["keys", "c"], ["doubleClick", "beta", "Alma"], ["keys", "x", "1", "n"], ["type", "a ship"], ["keys", "Escape"],
  ["keys", "Control+z", "Control+z", "Control+y", "Control+Shift+z"],
  ["tab", /^History$/], ["history", /“calm”/], ["history", /“Alma”/], ["history", /“Oslo”/], ["historyStart"], ["history", /“calm”/],
  ["button", "Undo"], ["button", "Redo"],
  ["doubleClick", "beta", "ship"], ["keys", "1", "Control+y"],
  ["button", "Undo"], ["button", "Undo"], ["button", "Undo"], ["button", "Redo"],
];
const api = [
  annotate("alpha", "PER", "Lind", { note: "by the API" }), annotate("beta", "claim", ["27", "signed"], { attributes: { verdict: "no", figure: 1e-7 } }),
  ["api", "update", "a1", { label: "Place" }], ["api", "update", "a2", { ranges: [{ start: 20, end: 36 }], attributes: { verdict: null } }],
  ["api", "relate", { from: "a2", to: "a1", type: "repeats" }], ["api", "undo"], ["api", "redo"], ["api", "undo"], ["api", "undo"],
  ["apiError", "annotate", { article: "alpha", label: "Nobody", ranges: [[0, 3]] }], ["apiError", "annotate", { article: "alpha", label: "Person", ranges: [[3, 3]] }],
  ["apiError", "relate", { from: "a1", to: "a1", type: "supports" }], ["apiError", "update", "a9", { note: "x" }],
  // When this was recorded, the "Lind" of "Ana Lind" was suggested too, and rejections were no part of the project.
  ["accept", 0], annotate("beta", "Place", "Lind"), ["apiError", "accept", "nothing"], ["api", "remove", "a1"],
];
const commands = [
  ["doubleClick", "alpha", "Oslo"], ["keys", "Control+k"], ["type", "place"], ["command", /Tag as Place/], ["keys", "Control+k"], ["type", "undo"], ["command", /^Undo/],
  ["keys", "Control+k"], ["type", "redo"], ["command", /^Redo/],
  ["click", "alpha", "Oslo"], ["keys", "Control+k"], ["type", "person"], ["command", /Change to Person/], ["keys", "Control+k"], ["type", "beta"], ["command", /Beta/],
  ["keys", "Control+Home", "Control+Shift+ArrowRight", "1"],
];

/** The blocks by name, in the order in which they were recorded. */
export const BLOCKS = {
  caret, units, "right-to-left": rightToLeft, mouse, edges, parts, chords, occurrences, attributes, notes, entities, relations, search, statuses,
  schema, articles, files, history, api, commands,
};
