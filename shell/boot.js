// Loads the program, or shows why it could not be loaded. trunk writes the names of the files into the script tag.
//
// When the program has failed, the page is loaded again and shows the rescue page instead of starting the program.

/** All text that a person reads. */
const MESSAGES = {
  noWebAssembly: "This browser does not run WebAssembly, or it is turned off.",
  offline: "You are offline, and part of the program is not stored in this browser yet.",
  notLoaded: (reason) => `Part of the program could not be loaded (${reason}).`,
  serverAnswered: (status) => `the server answered ${status}`,
  notStarted: "Crossread could not start",
  stopped: "Crossread has stopped",
  failed: (what) => `The program stopped because of an internal error (${what}).`,
  untouched: "What you saved in this browser is untouched. ",
  reload: "Reload the page",
};

const { js, wasm, worker, version } = document.getElementById("boot").dataset;

/**
 * How the page's files are fetched: from its own folder, in the page's version (see service-worker.js). The single file
 * defines its own functions (see single.js). `named` files have a hash of their content in their names.
 */
const files = (globalThis.crossreadFiles ??= {
  at: (path) => (version ? `${path}?v=${version}` : path),
  response: (path, options) => fetch(path, { ...(version && { headers: { "crossread-version": version } }), ...options }),
  // The only mode and credentials with which all browsers use the preload of index.html.
  named: (path) => fetch(new URL(path, document.baseURI), { mode: "no-cors", credentials: "include" }),
  module: (path) => import(new URL(path, document.baseURI)),
});

// Locked for as long as this page lives, so that the worker does not delete the files of its version.
if (version) {
  const name = `crossread ${new URL("./", document.baseURI)} ${version}`;
  navigator.locks?.request(name, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}

/**
 * The only Trusted Types policy that index.html allows. It gives the URLs of the page's own scripts by name, and has no
 * createHTML and no createScript, so that text never becomes markup or code.
 */
const trusted = (() => {
  const createScriptURL = (name) => {
    if (name === "search-worker.js") return files.at(name);
    if (name && name === worker) return worker;
    throw new TypeError(`${name} is no script of this page`);
  };
  const policy = globalThis.trustedTypes?.createPolicy("crossread", { createScriptURL });
  // Without Trusted Types in the browser, a worker is started with the plain URL.
  return Object.freeze({ scriptURL: (name) => (policy ? policy.createScriptURL(name) : createScriptURL(name)) });
})();
/** For the program and the page's other scripts: `crossreadTrusted.scriptURL("search-worker.js")`. */
Object.defineProperty(globalThis, "crossreadTrusted", { value: trusted });

function reason(error) {
  if (typeof WebAssembly !== "object") return MESSAGES.noWebAssembly;
  if (!navigator.onLine) return MESSAGES.offline;
  return MESSAGES.notLoaded(error?.message ?? error);
}

/** Reloads the page, in a newer version if one is waiting: there is no running program whose work could be lost. */
async function reloadNewest() {
  const waiting = (await navigator.serviceWorker?.getRegistration().catch(() => {}))?.waiting;
  waiting?.addEventListener("statechange", () => location.reload());
  waiting?.postMessage("take over");
  setTimeout(() => location.reload(), waiting ? 2000 : 0);
}

/** Shows a plain message with a button to reload. */
function showMessage(title, text) {
  const box = document.createElement("main");
  box.id = "boot-message";
  box.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.textContent = title;
  const why = document.createElement("p");
  why.textContent = text;
  const hint = document.createElement("p");
  hint.textContent = MESSAGES.untouched;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = MESSAGES.reload;
  reload.addEventListener("click", reloadNewest);
  hint.append(reload);
  box.append(heading, why, hint);
  document.getElementById("boot-message")?.remove();
  document.body.prepend(box);
}

/** What the page that failed wrote into the history entry, if this load is to show the rescue page; read once. */
const failure = history.state?.crossreadFailure;
if (failure) history.replaceState(null, "");

/** Handles all events while the rescue page is shown. */
let handle = () => {};

/** Shows the rescue page, or a plain message if it cannot be loaded. `shown` is what `show` of rescue.js takes. */
async function showRescue(shown) {
  try {
    const { default: rescue } = await files.module(files.at("rescue.js"));
    handle = rescue.show({ ...shown, reload: reloadNewest });
  } catch {
    document.body.replaceWith(document.createElement("body"));
    showMessage(MESSAGES.stopped, MESSAGES.failed(shown.report.split("\n")[0]));
    handle = (event) => event.type === "click" && event.target.closest?.("button") && reloadNewest();
  }
}

/** When the program was started, and how soon after it a failure may repeat at every start; in milliseconds. */
let started = 0;
const SOON = 10_000;

let dead = false;

/** The program's open write transactions, and its database connections. */
const [writing, connections] = [new Set(), new Set()];

/** Keeps track of write transactions, and refuses new ones once the program is dead. */
function watchWrites() {
  const prototype = globalThis.IDBDatabase?.prototype;
  if (!prototype) return;
  const begin = prototype.transaction;
  prototype.transaction = function (stores, mode, ...options) {
    if (dead && mode === "readwrite") throw new DOMException("The program has ended.", "InvalidStateError");
    const transaction = begin.call(this, stores, mode, ...options);
    if (mode === "readwrite") {
      connections.add(this);
      writing.add(transaction);
      for (const end of ["complete", "abort"]) transaction.addEventListener(end, () => writing.delete(transaction));
    }
    return transaction;
  };
}

/** Aborts transactions to which the program was still adding requests: the browser would commit a part of a change. */
function abortIncomplete() {
  for (const transaction of writing) {
    try {
      // Only a transaction that is active now accepts a request.
      transaction.objectStore(transaction.objectStoreNames[0]).count();
      transaction.abort();
    } catch {
      // All of its requests were made before, or it has finished.
    }
  }
}

/** Whether the program failed right after its start, and did so the last time too. */
function failsRepeatedly() {
  try {
    const soon = performance.now() - started < SOON;
    const last = Number(sessionStorage.getItem("crossread.failed"));
    sessionStorage.setItem("crossread.failed", soon ? Date.now() : 0);
    return soon && Date.now() - last < 6 * SOON;
  } catch {
    return false;
  }
}

/** How long the last writes may take, and the answer whether the server is there, in milliseconds. */
const TIMEOUT = 3_000;

/** Resolves when the writes that the program had completely requested are committed. */
function writesEnd() {
  const ends = [...writing].map((transaction) => new Promise((done) => ["complete", "abort"].forEach((end) => transaction.addEventListener(end, done))));
  return Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, TIMEOUT))]);
}

/** Whether the page would load again: from a local file, from the service worker, or from a server that answers. */
async function canReload() {
  if (location.protocol === "file:") return true;
  if (!version) return navigator.onLine;
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => {});
  if (registration?.active && registration.scope === new URL("./", document.baseURI).href) return true;
  const request = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) };
  return fetch(location.href, request).then(({ ok }) => ok, () => false);
}

/** Called when the program has failed: none of its code runs from now on, and the rescue page replaces it. */
globalThis.crossreadFailed = async (what, stack = new Error().stack) => {
  abortIncomplete();
  if (dead) return;
  dead = true;
  // A newer version in another tab must not wait for this one.
  for (const connection of connections) connection.close();
  const report = [what, "", stack, "", `Crossread ${globalThis.crossread?.version ?? ""}`, navigator.userAgent].join("\n");
  console.error(report);
  const shown = { report, status: document.querySelector("[data-status]")?.dataset.status, often: failsRepeatedly() };
  // Without a network and a service worker, the rescue page that was fetched before is shown in this page.
  if (!(await canReload())) return showRescue(shown);
  await writesEnd();
  history.replaceState({ crossreadFailure: shown }, "");
  location.reload();
};

/** Whether an error is a trap of the wasm code or an exhausted stack in it, after which its memory is not to be trusted. */
function endsProgram(error) {
  // By name, because this runs without WebAssembly too.
  if (error?.name === "RuntimeError") return true;
  return ["RangeError", "InternalError"].includes(error?.name) && /wasm/.test(error.stack);
}

/** The events that the program listens for on the window and the document. */
const EVENTS =
  "beforeunload blur change click copy cut dblclick dragenter dragleave dragover drop focus focusin focusout hashchange " +
  "input keydown keyup offline online pagehide pageshow paste pointercancel pointerdown pointermove pointerout " +
  "pointerover pointerup popstate resize scroll selectionchange storage touchend touchmove touchstart visibilitychange wheel";

/** Installs the checks around the program, before it is loaded. */
function guard() {
  watchWrites();
  const intercept = (event) => {
    if (!dead) return;
    event.stopImmediatePropagation();
    handle(event);
  };
  for (const name of EVENTS.split(" ")) addEventListener(name, intercept, { capture: true, passive: true });
  const check = (error) => endsProgram(error) && crossreadFailed(`${error.name}: ${error.message}`, error.stack);
  // The caller of the API may catch the error, which ends the program all the same.
  addEventListener("crossread:ready", () => {
    const { crossread } = globalThis;
    for (const [name, call] of Object.entries(crossread)) {
      if (typeof call !== "function") continue;
      crossread[name] = (...args) => {
        try {
          return call(...args);
        } catch (error) {
          check(error);
          throw error;
        }
      };
    }
  });
  addEventListener("error", ({ error }) => check(error));
  addEventListener("unhandledrejection", ({ reason }) => check(reason));
}

/** Files (by path) and "database", requested before the program runs; the program takes each of them once. */
const preload = (globalThis.crossreadPreload = {});

function preloadFile(path) {
  preload[path] = files.response(path).then(async (response) => ({
    status: response.status,
    bytes: response.ok ? await response.arrayBuffer() : null,
  }));
  // The program reports the failure when it asks for the file.
  preload[path].catch(() => {});
  return preload[path];
}

/** The paths of the sample articles of which index.html has a preload. */
const preloaded = () => [...document.querySelectorAll('link[rel="preload"][href*="articles/"]')].map((link) => link.getAttribute("href").replace("./", ""));

async function fetchSamples() {
  // What index.html has requested already needs no wait for the index.
  preloaded().forEach(preloadFile);
  const { bytes } = await (preload["articles/index.json"] ?? preloadFile("articles/index.json"));
  const paths = JSON.parse(new TextDecoder().decode(bytes)).map(({ file }) => `articles/${encodeURIComponent(file)}`);
  await Promise.allSettled(paths.map((path) => preload[path] ?? preloadFile(path)));
}

/** Resolves to whether there is a database (which may have projects even if the settings were lost); rejects if unknown. */
async function findDatabase() {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === "crossread");
}

function isFirstVisit() {
  try {
    return localStorage.getItem("crossread.project") === null;
  } catch {
    return true;
  }
}

/** Compiles a requested program off the main thread, so that other requests are not delayed. */
async function compile(requested) {
  const response = await requested;
  if (!response.ok) throw new Error(MESSAGES.serverAnswered(response.status));
  // Streaming compilation needs the media type application/wasm.
  const typed = response.headers.get("content-type")?.startsWith("application/wasm");
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The lazy parts of the program that are being loaded, by path; the program takes each of them once. */
const parts = new Map();

function loadPart(path, priority) {
  const module = compile(files.response(path, { priority }));
  // The program requests it again.
  module.catch(() => {});
  return module;
}

/** Requests parts before the program needs them: they must not delay what the first paint needs, unless that needs them too. */
function preloadParts(paths, priority) {
  for (const path of paths) parts.set(path, loadPart(path, priority));
}

/** For the program: resolves to a compiled part. A failure is not kept: the next call requests the part again. */
globalThis.crossreadPart = (path) => {
  const part = parts.get(path) ?? loadPart(path, "high");
  parts.delete(path);
  return part;
};

/** For the program: the same while the page is blocked, because a script waits for an answer. */
globalThis.crossreadPartNow = (path) => {
  const request = new XMLHttpRequest();
  request.open("GET", path, false);
  if (version) request.setRequestHeader("crossread-version", version);
  // A request that blocks gives no bytes, but texts with a character for each.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(MESSAGES.serverAnswered(request.status));
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt(0)));
};

/** How long a file waits for the detector of encodings to be loaded, in milliseconds. */
const DETECTOR_TIMEOUT = 15_000;

/** Resolves to the detector (see `detector/`), which is large and rarely needed: its first use loads it. */
let detector;

function loadDetector() {
  const loaded = compile(files.response("detector_bg.wasm"));
  // It may come later, and a failure is tried again by the next use.
  loaded.then(() => (detector = loaded), () => (detector = undefined));
  return Promise.race([loaded, new Promise((_, reject) => setTimeout(reject, DETECTOR_TIMEOUT))]);
}

/** For the program: resolves to the name of the probable encoding of bytes, with which a text ends or not. */
globalThis.crossreadGuess = async (bytes, isEnd) => {
  const { exports } = await WebAssembly.instantiate(await (detector ??= loadDetector()));
  exports.resize(bytes.length);
  const memory = (length) => new Uint8Array(exports.memory.buffer, exports.address(), length);
  memory(bytes.length).set(bytes);
  return new TextDecoder().decode(memory(exports.guess(isEnd)));
};

/** Installs offline support once the page can be used; the page works without it too. */
async function goOffline() {
  if (!window.crossread) await new Promise((done) => addEventListener("crossread:ready", done, { once: true }));
  await new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));
  try {
    const { start } = await files.module(files.at("offline.js"));
    await start(worker);
  } catch (error) {
    console.debug("This page does not work offline.", error);
  }
}

/** How long the start of the program waits for the sample articles, in milliseconds. */
const SAMPLES_TIMEOUT = 150;

/** How long a failed request is not reported, in milliseconds: leaving the page ends its requests too, which is no failure. */
const LEAVING = 300;

/** Loads and starts the program. */
async function start() {
  try {
    // On a first visit the sample articles are needed at once, so that they are part of the first paint.
    const first = isFirstVisit();
    const samples = first ? fetchSamples().catch(() => {}) : undefined;
    if (first) {
      preload.database = findDatabase();
      // If it is unknown, the program waits for the storage itself.
      preload.database.catch(() => {});
    }
    // Requested together, so that neither waits for the other.
    // What index.html has requested is taken, so that the browser does not warn of it.
    if (!first) for (const path of preloaded()) preloadFile(path).catch(() => {}).then(() => delete preload[path]);
    const program = files.module(js);
    // A stored project cannot be opened without this part. The single file and development builds have no parts.
    if (!first) program.then(({ parts }) => preloadParts(parts?.later ?? [], "high"), () => {});
    const [{ default: init, parts: lazy }, module] = await Promise.all([program, compile(files.named(wasm))]);
    if (first) preloadParts(lazy?.later ?? [], "low");
    await Promise.race([samples, new Promise((done) => setTimeout(done, SAMPLES_TIMEOUT))]);
    started = performance.now();
    await init({ module_or_path: module });
    document.getElementById("boot-message")?.remove();
    if (worker) goOffline();
    // So that it is available offline.
    (globalThis.requestIdleCallback ?? setTimeout)(() => files.module(files.at("rescue.js")).catch(() => {}));
  } catch (error) {
    if (!dead && endsProgram(error)) crossreadFailed(`${error.name}: ${error.message}`, error.stack);
    await new Promise((done) => setTimeout(done, LEAVING));
    if (!dead) {
      console.error(error);
      showMessage(MESSAGES.notStarted, reason(error));
    }
  }
}

if (failure) {
  addEventListener("click", (event) => handle(event));
  showRescue(failure);
} else {
  guard();
  start();
}
