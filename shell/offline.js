// Registers the service worker, and asks the user before a new version replaces the running one.

/** All text that a person reads. */
const MESSAGES = {
  label: "New version",
  ready: "A new version of Crossread is ready.",
  restart: "Restart with it",
  later: "Not now",
  saving: "Saving your work first…",
  notSaved: (reason) => `Not restarted, because your work is not saved: ${reason}`,
};

/** Interval at which an open page checks for a new version, in milliseconds. */
const CHECK_INTERVAL = 3_600_000;

let registration;
/** The message at the bottom of the page while it is shown, and the element that had the focus before it. */
let bar;
let focusedBefore;
/** The version that was offered last: the browser may report one twice. */
let offered;

const element = (name, fields, ...children) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
};

/** Shows the progress of the restart, and announces it. */
function show(text) {
  bar.querySelector(".notice p").textContent = text;
  announce(text);
}

const announce = (text) => (bar.querySelector("[role=status]").textContent = text);

function dismiss() {
  bar.remove();
  bar = undefined;
  document.body.style.removeProperty("--foot");
  if (document.activeElement === document.body) focusedBefore?.focus({ preventScroll: true });
}

const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Asks the waiting version to take over and waits until it has; resolves at once if another tab has asked already. */
function takeOver() {
  const { waiting } = registration;
  if (!waiting) return undefined;
  return new Promise((done) => {
    waiting.addEventListener("statechange", () => waiting.state === "activated" && done());
    waiting.postMessage("take over");
  });
}

/** Restarts with the new version once everything is saved; shows why and stays if it cannot be saved. */
async function restart() {
  const shown = bar;
  if (shown.restarting) return;
  shown.restarting = true;
  show(MESSAGES.saving);
  // A field commits its text on blur, and a click does not blur it in every browser.
  if (!shown.contains(document.activeElement)) document.activeElement?.blur();
  await painted();
  try {
    await window.crossread.saved();
    // The user may have dismissed the message meanwhile.
    if (bar !== shown) return;
    await takeOver();
    // Changes made while the new version took over.
    await window.crossread.saved();
    if (bar === shown) location.reload();
  } catch (error) {
    if (bar !== shown) return;
    shown.restarting = false;
    show(MESSAGES.notSaved(error.message));
  }
}

/** Shows at the bottom of the page that there is a new version; once only, as the user may have dismissed it. */
function offer(version) {
  if (bar || version === offered) return;
  offered = version;
  // Apart from the shown text, which is there at once: if it came later, the buttons would move while they are being clicked.
  const status = element("p", { role: "status", className: "visually-hidden" });
  const text = element("p", { textContent: MESSAGES.ready });
  const now = element("button", { type: "button", textContent: MESSAGES.restart });
  const later = element("button", { type: "button", className: "quiet", textContent: MESSAGES.later });
  now.addEventListener("click", restart);
  later.addEventListener("click", dismiss);
  const notice = element("div", { className: "notice" }, text, element("div", { className: "row" }, now, later));
  bar = element("div", { className: "notice-bar update" }, notice, status);
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", MESSAGES.label);
  bar.addEventListener("focusin", ({ relatedTarget }) => {
    if (!bar?.contains(relatedTarget)) focusedBefore = relatedTarget;
  });
  // The page's own messages are placed above it.
  new ResizeObserver(() => bar && document.body.style.setProperty("--foot", `${bar.offsetHeight + 8}px`)).observe(bar);
  document.body.append(bar);
  // A live region is announced when it changes.
  setTimeout(() => bar && !bar.restarting && announce(MESSAGES.ready), 100);
}

/** Offers a worker once it is installed, unless it is the first one. */
function watch(installing) {
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed" && registration.active) offer(installing);
  });
}

export async function start(worker) {
  if (!location.protocol.startsWith("http") || !navigator.serviceWorker) return;
  // The worker contains the list of files, so it always comes from the server.
  const url = globalThis.crossreadTrusted?.scriptURL(worker) ?? worker;
  registration = await navigator.serviceWorker.register(url, { updateViaCache: "none" });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  if (registration.waiting && registration.active) offer(registration.waiting);
  registration.active?.postMessage("prune");
  setInterval(() => registration.update().catch((error) => console.debug(error)), CHECK_INTERVAL);
}
