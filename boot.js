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

function reason(error) {
  if (typeof WebAssembly !== "object") return "This browser does not run WebAssembly, or it is turned off.";
  if (!navigator.onLine) return "There is no network, and a part of the program is not in this browser yet.";
  return `A part of the program could not be loaded (${error?.message ?? error}).`;
}

/** Reloads the page, in a newer version if there is one: a program that did not start has nothing unsaved. */
async function reloadNewest() {
  const waiting = (await navigator.serviceWorker?.getRegistration().catch(() => {}))?.waiting;
  waiting?.addEventListener("statechange", () => location.reload());
  waiting?.postMessage("take over");
  setTimeout(() => location.reload(), waiting ? 2000 : 0);
}

function fail(error) {
  const box = document.createElement("main");
  box.id = "boot-message";
  box.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.textContent = "Crossread could not start";
  const why = document.createElement("p");
  why.textContent = reason(error);
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
  await init({ module_or_path: module });
  document.getElementById("boot-message")?.remove();
  if (worker) goOffline();
} catch (error) {
  console.error(error);
  fail(error);
}
