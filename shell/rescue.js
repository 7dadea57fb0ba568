// The rescue page: shown instead of the program after it has failed. Gives each saved project as a file.
//
// It checks lengths and checksums and knows nothing of the changes themselves: a file is the newest complete snapshot, with
// the records of the steps after it in a field `journal`. Import carries these out (src/format/native/format.rs).

/** All text that a person reads. */
const MESSAGES = {
  title: "Crossread has stopped",
  stopped: "The program stopped because of an internal error.",
  memoryOnly: "This browser did not let the page save anything: what you did since you opened the page is lost.",
  notSaved: "The last changes could not be saved and are lost.",
  saved: "What was saved in this browser is untouched; only a change made at the moment of the error may be missing.",
  repeated:
    "It stopped right after its start, and not for the first time: something in the project may be the cause. Download the project, then start with another or a new one. It stays saved where it is.",
  projects: "Your saved projects",
  none: "There is no saved project in this browser.",
  unreadable: (reason) => `The saved projects cannot be read from here (${reason}). Reload the page to see them.`,
  damagedTitle: "a damaged project",
  savedAt: (date) => `saved ${date}`,
  download: (title) => `Download “${title}” as last saved`,
  start: (title) => `Start with “${title}”`,
  startNew: "Start with a new project",
  reload: "Reload",
  reading: "Reading the project…",
  downloaded: (name, left) => `“${name}” is downloaded. ${MESSAGES.missing(left)}“Import” in Crossread opens it.`,
  missing: (left) => (left === 0 ? "" : left === 1 ? "The last change is damaged and not in it. " : `The last ${left} changes are damaged and not in it. `),
  notReadable: (reason) => `The project cannot be read: ${reason}.`,
  nothingStored: "nothing is saved in this browser",
  damaged: "what is stored of it is damaged",
  details: "Error details",
  detailsHint: "They help whoever fixes the error. Nothing was sent anywhere.",
  report: "Error report",
  copy: "Copy",
  copied: "Copied.",
  selected: "The text is selected: copy it with the keys or the menu of your browser.",
};

const HEADER = /^crossread-sealed 1 (0|[1-9][0-9]*) ([0-9a-f]{16})\n/;

/** The bytes of a stored value, which is a blob if it is a large snapshot; `null` if it is something else or cannot be read. */
async function bytesOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (!(value instanceof Blob)) return null;
  return value.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
}

/** The text of a stored value; `null` if its length or checksum is wrong. Version 1 of the store has plain strings. */
async function payloadOf(value, name) {
  if (typeof value === "string") return value;
  const bytes = await bytesOf(value);
  if (!bytes) return null;
  const header = HEADER.exec(String.fromCharCode(...bytes.subarray(0, 80)));
  const payload = bytes.subarray(header?.[0].length);
  if (payload.length !== Number(header?.[1])) return null;
  // Checksums are available on secure pages only; elsewhere the length has to do.
  if (globalThis.crypto?.subtle) {
    const named = await new Blob([`${name}\n`, payload]).arrayBuffer();
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", named)).subarray(0, 8);
    if ([...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== header[2]) return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload);
  } catch {
    return null;
  }
}

const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Opens the database in its own version, so that it is not changed; `null` if there is none. */
async function openDatabase() {
  const request = indexedDB.open("crossread");
  // There is no database: it must not be created.
  request.onupgradeneeded = () => request.transaction.abort();
  try {
    const database = await resultOf(request);
    // A newer version of the program in another tab must not wait for this page.
    database.onversionchange = () => database.close();
    return database;
  } catch (error) {
    if (error?.name === "AbortError") return null;
    throw error;
  }
}

/** Reads from the three stores in one read-only transaction; `null` if they do not exist. */
async function readStores(read) {
  const database = await openDatabase();
  try {
    const names = ["projects", "snapshots", "journal"];
    if (!database || names.some((name) => !database.objectStoreNames.contains(name))) return null;
    const transaction = database.transaction(names, "readonly");
    return await read(...names.map((name) => transaction.objectStore(name)));
  } finally {
    database?.close();
  }
}

/** The records in a range of keys, as `[key, value]`, in the order of the keys. */
async function entries(store, range) {
  const [keys, values] = await Promise.all([resultOf(store.getAllKeys(range)), resultOf(store.getAll(range))]);
  return keys.map((key, at) => [key, values[at]]);
}

/** The list entry of a project, `{info, base, next}`; `null` if it is damaged. */
async function listEntry(key, value) {
  try {
    const json = ArrayBuffer.isView(value) ? await payloadOf(value, `entry/${key}`) : null;
    const entry = json === null ? value : JSON.parse(json);
    return entry?.info ? entry : null;
  } catch {
    return null;
  }
}

/** The undamaged snapshots, newest first, as `[number of the first step after it, JSON]`. */
async function completeSnapshots(key, found, base) {
  const complete = [];
  for (const [place, value] of found) {
    // Version 1 of the store has one snapshot, under the key of the project.
    const seq = Array.isArray(place) ? place[1] : base;
    const json = await payloadOf(value, `snapshot/${key}/${seq}`);
    if (json !== null) complete.push([seq, json]);
  }
  return complete.sort(([a], [b]) => b - a);
}

/** The title of the project in native JSON; `null` if it is none. */
function titleOf(json) {
  try {
    const file = JSON.parse(json);
    return file.format === "crossread" && Array.isArray(file.articles) ? file.project.title : null;
  } catch {
    return null;
  }
}

/** Adds the field `journal` at the end. The JSON is edited as text, because JavaScript would round large numbers in it. */
function withJournal(json, records) {
  if (records.length === 0) return json;
  const fields = json.slice(0, json.lastIndexOf("}")).trimEnd();
  return `${fields},\n  "journal": [\n    ${records.map((record) => JSON.stringify(record)).join(",\n    ")}\n  ]\n}\n`;
}

/** The name of a project's file. */
function fileName(title) {
  const words = title.toLowerCase().split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  const slug = [...words.join("-")].slice(0, 60).join("").replace(/-+$/, "");
  return `${slug || "project"}.crossread.json`;
}

/**
 * The file of a project as last saved: `{name, title, text, left}`, where `left` counts the steps at the end that are
 * damaged or missing. Throws if no snapshot is complete.
 */
async function projectFile(key) {
  const range = IDBKeyRange.bound([key], [key, []]);
  const found = await readStores((projects, snapshots, journal) =>
    Promise.all([resultOf(projects.get(key)), entries(snapshots, IDBKeyRange.only(key)), entries(snapshots, range), entries(journal, range)]),
  );
  if (!found) throw new Error(MESSAGES.nothingStored);
  const [value, unnumbered, numbered, steps] = found;
  const entry = await listEntry(key, value);
  const base = entry?.base ?? steps[0]?.[0][1] ?? 0;
  for (const [seq, json] of await completeSnapshots(key, [...unnumbered, ...numbered], base)) {
    const savedTitle = titleOf(json);
    if (savedTitle === null) continue;
    const after = steps.filter(([[, number]]) => number >= seq);
    const records = [];
    for (const [[, number], step] of after) {
      const record = number === seq + records.length ? await payloadOf(step, `step/${key}/${number}`) : null;
      if (record === null) break;
      records.push(record);
    }
    const last = Math.max(entry?.next ?? 0, seq + after.length);
    const title = entry?.info.title ?? savedTitle;
    return { name: fileName(title), title, text: withJournal(json, records), left: last - seq - records.length };
  }
  throw new Error(MESSAGES.damaged);
}

/** The saved projects without the deleted ones, as `{key, title, saved}`, the one saved last first. */
async function list() {
  const found = await readStores((projects, snapshots) => Promise.all([entries(projects), resultOf(snapshots.getAllKeys())]));
  if (!found) return [];
  const infos = new Map(found[1].map((key) => [Array.isArray(key) ? key[0] : key, null]));
  for (const [key, value] of found[0]) {
    const entry = await listEntry(key, value);
    if (entry) infos.set(key, entry.info);
  }
  const projects = [];
  for (const [key, info] of infos) {
    if (info?.deleted) continue;
    // If the entry is damaged, the snapshot has a title too.
    const title = info?.title ?? (await projectFile(key).then(({ title }) => title, () => MESSAGES.damagedTitle));
    projects.push({ key, title, saved: info?.saved ?? "" });
  }
  return projects.sort((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : 0));
}

/** The setting with the key of the project opened last; an empty key stands for a new project. */
const LAST = "crossread.project";

function lastProject() {
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
    // Without settings, no project is opened again anyway.
  }
  reload();
}

/** An element with a text or children. */
function make(tag, content = [], properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...[content].flat());
  return element;
}

/** What each button does. Not as listeners, because boot.js stops all events where the program has run before. */
const actions = new Map();

function button(text, action, className = "") {
  const made = make("button", text, { type: "button", className });
  actions.set(made, action);
  return made;
}

async function download(key, announce) {
  announce(MESSAGES.reading);
  try {
    const { name, text, left } = await projectFile(key);
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", [], { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    announce(MESSAGES.downloaded(name, left));
  } catch (error) {
    announce(MESSAGES.notReadable(error?.message ?? error));
  }
}

/** A time in the user's locale. Some locales of a system, such as "C", are none for the browser. */
function localTime(date) {
  try {
    return date.toLocaleString();
  } catch {
    return date.toISOString();
  }
}

async function fillProjects(box, { often, reload }, announce) {
  let projects;
  try {
    projects = await list();
  } catch (error) {
    return box.append(make("p", MESSAGES.unreadable(error?.message ?? error)));
  }
  if (projects.length === 0) return box.append(make("p", MESSAGES.none));
  const last = lastProject();
  const open = projects.findIndex(({ key }) => key === last);
  if (open > 0) projects.unshift(...projects.splice(open, 1));
  const items = projects.map(({ key, title, saved }, at) => {
    const buttons = [button(MESSAGES.download(title), () => download(key, announce), at === 0 && often ? "primary" : "")];
    if (often && at > 0) buttons.push(button(MESSAGES.start(title), () => startWith(key, reload)));
    const date = new Date(saved);
    const facts = Number.isNaN(date.getTime()) ? [] : [make("span", MESSAGES.savedAt(localTime(date)), { className: "muted" })];
    return make("li", [...buttons, ...facts], { className: "row" });
  });
  box.append(make("ul", items, { className: "stack" }));
}

function errorDetails(report, announce) {
  const text = make("pre", report, { tabIndex: 0 });
  text.setAttribute("aria-label", MESSAGES.report);
  text.setAttribute("role", "region");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report);
      announce(MESSAGES.copied);
    } catch {
      getSelection().selectAllChildren(text);
      announce(MESSAGES.selected);
    }
  };
  const hint = make("p", MESSAGES.detailsHint, { className: "muted" });
  return make("details", [make("summary", MESSAGES.details), hint, text, button(MESSAGES.copy, copy)]);
}

/**
 * Shows the rescue page. `report`: the error; `status`: the program's save status when it failed; `often`: whether it fails
 * right after each start; `reload` starts the newest version. Returns the handler that boot.js calls with each event.
 */
function show({ report, status, often, reload }) {
  const progress = make("p", [], { className: "muted" });
  progress.setAttribute("role", "status");
  const announce = (text) => (progress.textContent = text);
  const heading = make("h1", MESSAGES.title, { tabIndex: -1 });
  const loss = { memory: MESSAGES.memoryOnly, failed: MESSAGES.notSaved }[status] ?? MESSAGES.saved;
  const alert = make("p", `${MESSAGES.stopped} ${loss}`);
  alert.setAttribute("role", "alert");
  const projects = make("section", make("h2", MESSAGES.projects));
  const ways = make("p", button(MESSAGES.reload, reload, often ? "" : "primary"), { className: "row" });
  if (often) ways.append(button(MESSAGES.startNew, () => startWith("", reload)));
  const parts = [heading, alert, ...(often ? [make("p", MESSAGES.repeated)] : []), projects, progress, ways, errorDetails(report, announce)];
  // A new body, because a program that has run listens on the old one.
  document.body.replaceWith(make("body", make("main", parts, { id: "rescue" })));
  document.title = MESSAGES.title;
  heading.focus();
  fillProjects(projects, { often, reload }, announce);
  return (event) => event.type === "click" && actions.get(event.target.closest?.("button"))?.();
}

// One object, so that the single file can pass it on.
const rescue = { show, list, projectFile };
export default rescue;
