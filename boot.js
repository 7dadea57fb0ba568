// Loads the program, or says in plain words why it did not load. trunk writes the names of the files into the script tag.

const { js, wasm } = document.getElementById("boot").dataset;

function reason(error) {
  if (typeof WebAssembly !== "object") return "This browser does not run WebAssembly, or it is turned off.";
  if (!navigator.onLine) return "There is no network, and a part of the program is not in this browser yet.";
  return `A part of the program could not be loaded (${error?.message ?? error}).`;
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
  reload.addEventListener("click", () => location.reload());
  hint.append(reload);
  box.append(heading, why, hint);
  document.getElementById("boot-message")?.remove();
  document.body.prepend(box);
}

/** What is wanted before the program can ask for it: files, by path, and "database"; it takes each from here once. */
const early = (globalThis.crossreadEarly = {});

function fetchEarly(path) {
  early[path] = fetch(path).then(async (response) => ({
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
  const response = await fetch(new URL(path, document.baseURI), { credentials: "same-origin" });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Only what is served as application/wasm can be compiled while it arrives.
  const typed = response.headers.get("content-type")?.startsWith("application/wasm");
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
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
  const [{ default: init }, module] = await Promise.all([import(new URL(js, document.baseURI)), compile(wasm)]);
  await Promise.race([samples, new Promise((done) => setTimeout(done, PATIENCE))]);
  await init({ module_or_path: module });
  document.getElementById("boot-message")?.remove();
} catch (error) {
  console.error(error);
  fail(error);
}
