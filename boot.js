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

try {
  // Asked for together, so that the wasm does not wait for the script that starts it. Both lie beside this file.
  const [{ default: init }, response] = await Promise.all([
    import(new URL(js, document.baseURI)),
    fetch(new URL(wasm, document.baseURI), { credentials: "same-origin" }),
  ]);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  await init({ module_or_path: response });
  document.getElementById("boot-message")?.remove();
} catch (error) {
  console.error(error);
  fail(error);
}
