// Registers the service worker, and asks before a new version of the page takes the place of this one.

/** How often a page that stays open looks for a new version, in milliseconds. */
const HOUR = 3_600_000;

let registration;
/** The message at the foot of the page, while it stands there, and what had the focus before it. */
let bar;
let cameFrom;

const element = (name, fields, ...children) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
};

/** Says how the restart goes, where a screen reader hears it. */
const say = (text) => (bar.querySelector("p").textContent = text);

function dismiss() {
  bar.remove();
  bar = undefined;
  document.body.style.removeProperty("--foot");
  // The keyboard goes back to where it was.
  if (document.activeElement === document.body) cameFrom?.focus();
}

const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Until the version that waits has taken over; at once if another tab has asked it already. */
function takeOver() {
  const { waiting } = registration;
  if (!waiting) return undefined;
  return new Promise((done) => {
    waiting.addEventListener("statechange", () => waiting.state === "activated" && done());
    waiting.postMessage("take over");
  });
}

/** Restarts with the new version when everything is on disk; if it cannot be brought there, says so and stays. */
async function restart() {
  const mine = bar;
  if (mine.restarting) return;
  mine.restarting = true;
  say("Saving your work first…");
  // What is typed into a field counts when it is left, which some browsers do not do for a click.
  if (!mine.contains(document.activeElement)) document.activeElement?.blur();
  await painted();
  try {
    await window.crossread.saved();
    // Dismissed meanwhile: then it is not wanted any more.
    if (bar !== mine) return;
    await takeOver();
    // What was done in this moment, too.
    await window.crossread.saved();
    if (bar === mine) location.reload();
  } catch (error) {
    if (bar !== mine) return;
    mine.restarting = false;
    say(`Not restarted, because your work is not saved: ${error.message}`);
  }
}

/** Says at the foot of the page that there is a new version. */
function offer() {
  if (bar) return;
  const text = element("p", { role: "status" });
  const now = element("button", { type: "button", textContent: "Restart with it" });
  const later = element("button", { type: "button", className: "quiet", textContent: "Not now" });
  now.addEventListener("click", restart);
  later.addEventListener("click", dismiss);
  bar = element("div", { className: "notice-bar update" }, element("div", { className: "notice" }, text, element("div", { className: "row" }, now, later)));
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "New version");
  bar.addEventListener("focusin", ({ relatedTarget: from }) => {
    if (!bar?.contains(from)) cameFrom = from;
  });
  // The page's own messages stand above it.
  new ResizeObserver(() => bar && document.body.style.setProperty("--foot", `${bar.offsetHeight + 8}px`)).observe(bar);
  document.body.append(bar);
  // A live region is heard when it changes.
  setTimeout(() => bar && !bar.restarting && say("A new version of Crossread is ready."), 100);
}

/** Offers a worker that has been installed, unless it is the first one. */
function watch(installing) {
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed" && registration.active) offer();
  });
}

export async function start(worker) {
  if (!location.protocol.startsWith("http") || !navigator.serviceWorker) return;
  // The list of files always comes from the server.
  const url = globalThis.crossreadTrusted?.scriptURL(worker) ?? worker;
  registration = await navigator.serviceWorker.register(url, { updateViaCache: "none" });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  if (registration.waiting && registration.active) offer();
  registration.active?.postMessage("tidy");
  setInterval(() => registration.update().catch((error) => console.debug(error)), HOUR);
}
