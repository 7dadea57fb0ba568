// What a person sees when the program has failed, and their projects as last saved, read without the program.
//
// The upper part names neither the document nor the window, so that it can be tried out anywhere; `show` is the page.

/** Numbers that JavaScript would round are kept as they were written, where the browser can. */
function parse(json) {
  return JSON.parse(json, (_, value, context) => {
    const rounded = typeof value === "number" && context?.source !== undefined && String(value) !== context.source;
    return rounded && JSON.rawJSON ? JSON.rawJSON(context.source) : value;
  });
}

/** Orders ids as the program does: "a2" before "a10". */
function byId({ id: a }, { id: b }) {
  const split = (id) => {
    const digits = /[0-9]{0,18}$/.exec(id)[0];
    return [id.slice(0, id.length - digits.length), BigInt(digits || 0)];
  };
  const [[stem, number], [otherStem, otherNumber]] = [split(a), split(b)];
  const less = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  return less(stem, otherStem) || less(number, otherNumber) || less(a, b);
}

/** The projects' records by id, and how to take a step back that does not fit. */
class Project {
  constructor(snapshot) {
    this.file = parse(snapshot);
    if (this.file?.format !== "crossread" || !Array.isArray(this.file.articles)) throw new Error("not a project");
    this.articles = [...this.file.articles];
    const byIds = (list) => new Map((list ?? []).map((record) => [record.id, record]));
    for (const kind of ["annotations", "entities", "relations"]) this[kind] = byIds(this.file[kind]);
    this.title = this.file.project.title;
    this.schema = this.file.schema;
    this.back = [];
  }

  /** Carries out all changes of a step, or none and throws. */
  run(step) {
    this.back = [];
    try {
      for (const change of parse(step).changes) this.change(...Object.entries(change)[0]);
    } catch (error) {
      for (const undo of this.back.reverse()) undo();
      throw error;
    }
  }

  change(name, value) {
    const [, verb, kind] = /^(put|take|change)([A-Z]\w+)$/.exec(name) ?? [];
    if (name === "title" || name === "schema") return this.set(name, value);
    if (kind === "Article") return this.article(verb, value);
    const records = { Annotation: this.annotations, Entity: this.entities, Relation: this.relations }[kind];
    if (!records || verb === "change") throw new Error(`there is no change of the kind “${name}”`);
    if (kind === "Annotation" && verb === "put") this.place(value.article);
    this.record(records, verb, value);
  }

  set(field, value) {
    const before = this[field];
    this.back.push(() => (this[field] = before));
    this[field] = value;
  }

  record(records, verb, value) {
    const id = verb === "put" ? value.id : value;
    const before = records.get(id);
    if (verb === "take" && !before) throw new Error(`there is no “${id}”`);
    this.back.push(() => (before ? records.set(id, before) : records.delete(id)));
    if (verb === "put") records.set(id, value);
    else records.delete(id);
  }

  article(verb, value) {
    const articles = [...this.articles];
    const at = articles.findIndex(({ id }) => id === (value.article?.id ?? value));
    if (verb === "put" && at < 0) {
      articles.splice(value.index, 0, value.article);
    } else if (verb === "take") {
      articles.splice(this.place(value), 1);
    } else {
      // The text of an article never changes, so that steps do not repeat it.
      const { text, sha256 } = articles[this.place(value.article.id)];
      articles[at] = verb === "put" ? value.article : { ...value.article, sha256, text };
    }
    this.set("articles", articles);
  }

  place(article) {
    const at = this.articles.findIndex(({ id }) => id === article);
    if (at < 0) throw new Error(`there is no article “${article}”`);
    return at;
  }

  /** The project as the program would write it. */
  written() {
    const labels = new Map(this.schema.labels.map(({ id, name }) => [id, name]));
    const places = new Map(this.articles.map(({ id }, at) => [id, at]));
    const named = (tag) => (tag.labelName === undefined ? tag : { ...tag, labelName: labels.get(tag.label) ?? tag.labelName });
    const inText = (a, b) =>
      places.get(a.article) - places.get(b.article) ||
      a.ranges[0].start - b.ranges[0].start ||
      b.ranges[0].end - a.ranges[0].end ||
      byId(a, b);
    return {
      ...this.file,
      project: { ...this.file.project, title: this.title },
      schema: this.schema,
      articles: this.articles,
      entities: [...this.entities.values()].sort(byId),
      annotations: [...this.annotations.values()].map(named).sort(inText),
      relations: [...this.relations.values()].sort(byId),
    };
  }
}

/**
 * A project in native JSON: that of a snapshot, after the steps of its journal. The first step that is `null` or does
 * not fit ends it; `left` counts the steps that were left out.
 */
function build(snapshot, steps) {
  const project = new Project(snapshot);
  let done = 0;
  try {
    for (; done < steps.length; done++) project.run(steps[done]);
  } catch {
    // What comes after was done to a project that is not known.
  }
  return { project: project.written(), left: steps.length - done };
}

const SEALED = /^crossread-sealed 1 (0|[1-9][0-9]*) ([0-9a-f]{16})\n/;

/** The text of a stored value, sealed or not; `null` if it is damaged or was written under another name. */
async function unsealed(value, name) {
  if (typeof value === "string") return value;
  if (!ArrayBuffer.isView(value)) return null;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const head = SEALED.exec(String.fromCharCode(...bytes.subarray(0, 80)));
  if (!head) return null;
  const payload = bytes.subarray(head[0].length);
  if (payload.length !== Number(head[1])) return null;
  // Only secure pages may compute checksums; elsewhere the length has to do.
  if (globalThis.crypto?.subtle) {
    const named = await new Blob([`${name}\n`, payload]).arrayBuffer();
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", named)).subarray(0, 8);
    if ([...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== head[2]) return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload);
  } catch {
    return null;
  }
}

const wait = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Opens the database as it is; `null` if there is none. Names no version, so that nothing is made or changed. */
async function opened() {
  const request = indexedDB.open("crossread");
  // It is not there: it must not come to be.
  request.onupgradeneeded = () => request.transaction.abort();
  try {
    const database = await wait(request);
    // A newer program in another tab must not wait for this page.
    database.onversionchange = () => database.close();
    return database;
  } catch (error) {
    if (error?.name === "AbortError") return null;
    throw error;
  }
}

/** Does something with the three stores, in one transaction that only reads; `null` if they are not there. */
async function reading(use) {
  const database = await opened();
  try {
    const names = ["projects", "snapshots", "journal"];
    if (!database || names.some((name) => !database.objectStoreNames.contains(name))) return null;
    const transaction = database.transaction(names, "readonly");
    return await use(...names.map((name) => transaction.objectStore(name)));
  } finally {
    database?.close();
  }
}

/** What a store holds under the keys of a range, as `[key, value]`, in the order of the keys. */
async function entries(store, range) {
  const [keys, values] = await Promise.all([wait(store.getAllKeys(range)), wait(store.getAll(range))]);
  return keys.map((key, at) => [key, values[at]]);
}

const under = (key) => IDBKeyRange.bound([key], [key, []]);

/** `[the number of the first step that it does not hold, its JSON]` of each snapshot that is whole, the newest first. */
async function wholeSnapshots(key, found, base) {
  const whole = [];
  for (const [place, value] of found) {
    const seq = Array.isArray(place) ? place[1] : base;
    const json = await unsealed(value, `snapshot/${key}/${seq}`);
    if (json !== null) whole.push([seq, json]);
  }
  return whole.sort(([a], [b]) => b - a);
}

async function entryOf(key, value) {
  const json = ArrayBuffer.isView(value) ? await unsealed(value, `entry/${key}`) : null;
  const entry = json === null ? value : JSON.parse(json);
  return entry?.info ? entry : null;
}

/**
 * A project as last saved, `{project, left}`; `left` counts the changes at the end that cannot be read. Throws if no
 * snapshot of it is whole.
 */
async function saved(key) {
  const read = await reading(async (projects, snapshots, journal) =>
    Promise.all([wait(projects.get(key)), entries(snapshots, IDBKeyRange.only(key)), entries(snapshots, under(key)), entries(journal, under(key))]),
  );
  if (!read) throw new Error("nothing is saved in this browser");
  const [value, plain, numbered, steps] = read;
  const entry = await entryOf(key, value).catch(() => null);
  const first = entry?.base ?? steps[0]?.[0][1] ?? 0;
  for (const [seq, json] of await wholeSnapshots(key, [...plain, ...numbered], first)) {
    const after = steps.filter(([[, number]]) => number >= seq);
    const texts = await Promise.all(
      // One that is missing ends it, as one that is damaged does.
      after.map(([[, number], text], at) => (number === seq + at ? unsealed(text, `step/${key}/${number}`) : null)),
    );
    try {
      const built = build(json, texts);
      const missing = Math.max(0, (entry?.next ?? 0) - seq - after.length);
      return { ...built, left: built.left + missing };
    } catch {
      // It is no project; the one before it may be.
    }
  }
  throw new Error("what is stored of it is damaged");
}

/** The saved projects but those in the bin, `{key, title, saved}`, the one last saved first. */
async function list() {
  const read = await reading(async (projects, snapshots) => Promise.all([entries(projects), wait(snapshots.getAllKeys())]));
  if (!read) return [];
  const infos = new Map(read[1].map((key) => [Array.isArray(key) ? key[0] : key, null]));
  for (const [key, value] of read[0]) {
    const entry = await entryOf(key, value).catch(() => null);
    if (entry) infos.set(key, entry.info);
  }
  const found = [];
  for (const [key, info] of infos) {
    if (info?.deleted) continue;
    // Where the entry is damaged, the project itself knows its title.
    const title = info?.title ?? (await saved(key).then(({ project }) => project.project.title, () => "a damaged project"));
    found.push({ key, title, saved: info?.saved ?? "" });
  }
  return found.sort((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : 0));
}

/** The name of a project's file. */
function fileName(title) {
  const words = title.toLowerCase().split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  const slug = [...words.join("-")].slice(0, 60).join("").replace(/-+$/, "");
  return `${slug || "project"}.crossread.json`;
}

// From here on it is about the page.

/** Where the program remembers which project was open last; an empty key stands for a new one. */
const LAST = "crossread.project";

function remembered() {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

function startWith(key, reload) {
  try {
    localStorage.setItem(LAST, key);
  } catch {
    // Where nothing is remembered, there is nothing to forget.
  }
  reload();
}

/** An element with a text or children. */
function make(tag, content = [], properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...[content].flat());
  return element;
}

/** What is done about a click on each button: the program's remains must not see the event. */
const actions = new Map();

function button(words, action, className = "") {
  const made = make("button", words, { type: "button", className });
  actions.set(made, action);
  return made;
}

async function download(key, say) {
  say("Reading the project…");
  try {
    const { project, left } = await saved(key);
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(project, null, 2)}\n`], { type: "application/json" }));
    const name = fileName(project.project.title);
    make("a", [], { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    const changes = left === 1 ? "The last change is" : `The last ${left} changes are`;
    say(`“${name}” is downloaded. ${left > 0 ? `${changes} damaged and not in it. ` : ""}“Import” in Crossread opens it.`);
  } catch (error) {
    say(`The project cannot be read: ${error?.message ?? error}.`);
  }
}

async function fillProjects(box, { often, reload }, say) {
  let projects;
  try {
    projects = await list();
  } catch (error) {
    return box.append(make("p", `The saved projects cannot be read from here (${error?.message ?? error}). Reload the page to see them.`));
  }
  if (projects.length === 0) return box.append(make("p", "There is no saved project in this browser."));
  const last = remembered();
  const open = projects.findIndex(({ key }) => key === last);
  if (open > 0) projects.unshift(...projects.splice(open, 1));
  const items = projects.map(({ key, title, saved }, at) => {
    const buttons = [button(`Download “${title}” as last saved`, () => download(key, say), at === 0 && often ? "primary" : "")];
    if (often && at > 0) buttons.push(button(`Start with “${title}”`, () => startWith(key, reload)));
    const when = new Date(saved);
    const told = Number.isNaN(when.getTime()) ? [] : [make("span", `saved ${when.toLocaleString()}`, { className: "muted" })];
    return make("li", [...buttons, ...told], { className: "row" });
  });
  box.append(make("ul", items, { className: "stack" }));
}

function details(report, say) {
  const text = make("pre", report, { tabIndex: 0 });
  text.setAttribute("aria-label", "What the program said");
  text.setAttribute("role", "region");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report);
      say("Copied.");
    } catch {
      getSelection().selectAllChildren(text);
      say("It is selected: copy it with the keys or the menu of your browser.");
    }
  };
  const hint = "This helps whoever repairs the program. Nothing was sent anywhere.";
  return make("details", [make("summary", "What exactly happened"), make("p", hint, { className: "muted" }), text, button("Copy", copy)]);
}

/** How it stands with what was done last, from what the program's page says of saving. */
function unsaved() {
  const status = document.querySelector("[data-status]")?.dataset.status;
  if (status === "memory") return "This browser did not let the page keep anything, so what was done here since it was opened is lost.";
  if (status === "failed") return "The last changes could not be saved before, and are lost.";
  return "What was saved in this browser is untouched; only a change made in this very moment may be missing.";
}

/**
 * Shows the page in the place of the program's. `report` is what happened, in the program's words; `often`: it happened
 * right after the start, and not for the first time. `reload` starts the newest version. Returns what is to be called with every event.
 */
function show({ report, often, reload }) {
  const status = make("p", [], { className: "muted" });
  status.setAttribute("role", "status");
  const say = (words) => (status.textContent = words);
  const heading = make("h1", "Crossread has stopped", { tabIndex: -1 });
  const alert = make("p", `The program met an error of its own. ${unsaved()}`);
  alert.setAttribute("role", "alert");
  const projects = make("section", make("h2", "Your saved projects"));
  const ways = make("p", button("Reload", reload, often ? "" : "primary"), { className: "row" });
  const parts = [heading, alert, projects, status, ways, details(report, say)];
  if (often) {
    const why = "It stopped right after its start, and not for the first time: something in the project may be the cause. Download the project, then start with another or a new one. It stays saved where it is.";
    parts.splice(2, 0, make("p", why));
    ways.append(button("Start with a new project", () => startWith("", reload)));
  }
  // A new body, because the program listens on the old one.
  const body = make("body", make("main", parts, { id: "rescue" }));
  document.body.replaceWith(body);
  document.title = "Crossread has stopped";
  heading.focus();
  fillProjects(projects, { often, reload }, say);
  return (event) => event.type === "click" && actions.get(event.target.closest?.("button"))?.();
}

// As one thing, so that the single file can hand it over.
const rescue = { show, list, saved, build };
export default rescue;
