// Loads the program, or says in plain words why it did not load. trunk writes the names of the files into the script tag.

const { js, wasm, worker, version } = document.getElementById("boot").dataset;

/**
 * Where the files of the page come from: from beside it, in the version that it is of (see service-worker.js); the single
 * file has its own of these, which take them out of itself. `named` files have their contents in their names.
 */
const files = (globalThis.crossreadFiles ??= {
  at: (path) => (version ? `${path}?v=${version}` : path),
  response: (path) => fetch(path, version && { headers: { "crossread-version": version } }),
  named: (path) => fetch(new URL(path, document.baseURI), { credentials: "same-origin" }),
  module: (path) => import(new URL(path, document.baseURI)),
});

// Held for as long as this page lives, so that the worker keeps the files of its version.
if (version) {
  const name = `crossread ${new URL("./", document.baseURI)} ${version}`;
  navigator.locks?.request(name, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}

/**
 * The one policy of Trusted Types, which index.html asks for: a script is started by the name of one of the page's own
 * files, or not at all, and text never becomes markup or code, for there is no createHTML and no createScript.
 */
const trusted = (() => {
  const createScriptURL = (name) => {
    if (name === "search-worker.js") return files.at(name);
    if (name && name === worker) return worker;
    throw new TypeError(`${name} is no script of this page`);
  };
  const policy = globalThis.trustedTypes?.createPolicy("crossread", { createScriptURL });
  // Where a browser has no Trusted Types, the address itself is what a worker is started with.
  return Object.freeze({ scriptURL: (name) => (policy ? policy.createScriptURL(name) : createScriptURL(name)) });
})();
/** For the program and the page's other scripts: `crossreadTrusted.scriptURL("search-worker.js")`. */
Object.defineProperty(globalThis, "crossreadTrusted", { value: trusted });

function reason(error) {
  if (typeof WebAssembly !== "object") return "This browser does not run WebAssembly, or it is turned off.";
  if (!navigator.onLine) return "There is no network, and a part of the program is not in this browser yet.";
  return `A part of the program could not be loaded (${error?.message ?? error}).`;
}

/** Reloads the page, in a newer version if there is one: a program that did not start, or has ended, can save nothing more. */
async function reloadNewest() {
  const waiting = (await navigator.serviceWorker?.getRegistration().catch(() => {}))?.waiting;
  waiting?.addEventListener("statechange", () => location.reload());
  waiting?.postMessage("take over");
  setTimeout(() => location.reload(), waiting ? 2000 : 0);
}

/** Shows a plain message with a button to reload. */
function tell(title, words) {
  const box = document.createElement("main");
  box.id = "boot-message";
  box.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.textContent = title;
  const why = document.createElement("p");
  why.textContent = words;
  const hint = document.createElement("p");
  hint.textContent = "What you saved in this browser is untouched. ";
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = "Reload the page";
  reload.addEventListener("click", reloadNewest);
  hint.append(reload);
  box.append(heading, why, hint);
  document.getElementById("boot-message")?.remove();
  document.body.prepend(box);
}

/** The page for when the program has failed. It is fetched while all is well, and works without the program. */
const rescue = async () => (await files.module(files.at("rescue.js"))).default;

/** When the program began, in milliseconds; a failure so soon after it may come with every start. */
let began = 0;
const SOON = 10_000;

let dead = false;
/** What is done about events once the program is dead. */
let act = () => {};

/** What the program is writing just now, and where. */
const [writing, connections] = [new Set(), new Set()];

/** Once the program is dead, it can write no more. */
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

/** Takes back what the program was in the midst of asking for: the browser would write the half of it. */
function takeBackHalves() {
  for (const transaction of writing) {
    try {
      // Only one that is being asked for something takes a question.
      transaction.objectStore(transaction.objectStoreNames[0]).count();
      transaction.abort();
    } catch {
      // It was asked for as a whole before, or has ended.
    }
  }
}

/** Whether it happened right after the start, and the last time too. */
function happensOften() {
  try {
    const soon = performance.now() - began < SOON;
    const last = Number(sessionStorage.getItem("crossread.died"));
    sessionStorage.setItem("crossread.died", soon ? Date.now() : 0);
    return soon && Date.now() - last < 6 * SOON;
  } catch {
    return false;
  }
}

/** The program has failed: nothing of it is to run from now on, and the rescue page takes its place. */
globalThis.crossreadDied = (what, stack = new Error().stack) => {
  takeBackHalves();
  if (dead) return;
  dead = true;
  // A newer version in another tab must not wait for this one.
  for (const connection of connections) connection.close();
  const report = [what, "", stack, "", `Crossread ${globalThis.crossread?.version ?? ""}`, navigator.userAgent].join("\n");
  console.error(report);
  const often = happensOften();
  const plain = () => {
    document.body.replaceWith(document.createElement("body"));
    tell("Crossread has stopped", `The program met an error of its own (${what}).`);
    act = (event) => event.type === "click" && event.target.closest?.("button") && reloadNewest();
  };
  rescue().then(({ show }) => (act = show({ report, often, reload: reloadNewest }))).catch(plain);
};

/** Whether an error ends the program: one that its code threw without a word, or that threw it out of its code. */
function endsProgram(error) {
  // By its name, because a browser without WebAssembly comes here too.
  if (error?.name === "RuntimeError") return true;
  return ["RangeError", "InternalError"].includes(error?.name) && /wasm/.test(error.stack);
}

/** What the program listens for at the window and the document. */
const EVENTS =
  "beforeunload blur change click copy cut dblclick dragenter dragleave dragover drop focus focusin focusout hashchange " +
  "input keydown keyup offline online pagehide pageshow paste pointercancel pointerdown pointermove pointerout " +
  "pointerover pointerup popstate resize scroll selectionchange storage touchend touchmove touchstart visibilitychange wheel";

/** Stands between the program and the page, from before the program is there. */
function guard() {
  watchWrites();
  const quieten = (event) => {
    if (!dead) return;
    event.stopImmediatePropagation();
    act(event);
  };
  for (const name of EVENTS.split(" ")) addEventListener(name, quieten, { capture: true, passive: true });
  const check = (error) => endsProgram(error) && crossreadDied(`${error.name}: ${error.message}`, error.stack);
  // Whoever calls the program may catch what it throws; it has ended all the same.
  addEventListener("crossread:ready", () => {
    const { crossread } = globalThis;
    for (const [name, call] of Object.entries(crossread)) {
      if (typeof call !== "function") continue;
      crossread[name] = (...given) => {
        try {
          return call(...given);
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

/** What is wanted before the program can ask for it: files, by path, and "database"; it takes each from here once. */
const early = (globalThis.crossreadEarly = {});

function fetchEarly(path) {
  early[path] = files.response(path).then(async (response) => ({
    status: response.status,
    bytes: response.ok ? await response.arrayBuffer() : null,
  }));
  // What fails here is told by the program, which asks for it later.
  early[path].catch(() => {});
  return early[path];
}

async function fetchSamples() {
  const { bytes } = await fetchEarly("articles/index.json");
  const files = JSON.parse(new TextDecoder().decode(bytes)).map(({ file }) => encodeURIComponent(file));
  await Promise.allSettled(files.map((file) => fetchEarly(`articles/${file}`)));
}

/** Whether there is a database, which may hold projects though the settings were lost; a promise that fails if unknown. */
async function lookForDatabase() {
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

/** Compiles the program away from the main thread, so that what was asked for meanwhile is not kept waiting. */
async function compile(path) {
  const response = await files.named(path);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Only what is served as application/wasm can be compiled while it arrives.
  const typed = response.headers.get("content-type")?.startsWith("application/wasm");
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Makes the page one that works without the network; not before it can be used, and without it the page works as well. */
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

/** How long the program waits for the sample articles before it starts without them, in milliseconds. */
const PATIENCE = 150;

guard();
try {
  // On a first visit the sample articles are wanted at once: with them, the first picture is the whole one.
  const first = isFirstVisit();
  const samples = first ? fetchSamples().catch(() => {}) : undefined;
  if (first) {
    early.database = lookForDatabase();
    // Where it cannot be known, the program waits for the storage itself.
    early.database.catch(() => {});
  }
  // Asked for together, so that nothing waits for another. All lie beside this file.
  const [{ default: init }, module] = await Promise.all([files.module(js), compile(wasm)]);
  await Promise.race([samples, new Promise((done) => setTimeout(done, PATIENCE))]);
  began = performance.now();
  await init({ module_or_path: module });
  document.getElementById("boot-message")?.remove();
  if (worker) goOffline();
  // It has to be here when there is no network any more.
  (globalThis.requestIdleCallback ?? setTimeout)(() => rescue().catch(() => {}));
} catch (error) {
  if (!dead && endsProgram(error)) crossreadDied(`${error.name}: ${error.message}`, error.stack);
  if (!dead) {
    console.error(error);
    tell("Crossread could not start", reason(error));
  }
}
