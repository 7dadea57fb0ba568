// Serves the page from this browser after the first visit. `scripts/offline.sh` writes VERSION and FILES, the names of all
// files with their SHA-256, in front of this when the page is built; without files (a page in development) it removes itself.
//
// - A version is fetched whole, checked against its sums, and kept in a cache of its own, or not at all. What a page asks
//   for comes from one version: that which the page says it is of, else this one's. So a page never mixes two.
// - A new version waits until a page asks it to take over (offline.js asks its user first). Other tabs then live on as they
//   are: nobody reloads them, and what they fetch later (articles that did not come, the worker of the search) still comes
//   from the cache of their own version. It is deleted when no tab of that version is left, which the tabs tell by holding
//   a lock that is named like the cache.
// - It never takes pages over that were loaded without it, and leaves all other requests, caches and pages alone.

const SCOPE = registration.scope;
const OURS = `crossread ${SCOPE} `;
const cacheOf = (version) => OURS + version;
const urlOf = (path) => new URL(path.split("/").map(encodeURIComponent).join("/"), SCOPE).href;
const KNOWN = new Set(FILES.map(([path]) => urlOf(path)));

/** The check sum as `integrity` wants it. */
const integrity = (hex) => `sha256-${btoa(String.fromCharCode(...hex.match(/../g).map((byte) => parseInt(byte, 16))))}`;

async function install() {
  if (FILES.length === 0) return skipWaiting();
  const requests = FILES.map(([path, sum]) => new Request(urlOf(path), { cache: "reload", integrity: integrity(sum) }));
  // A version that was published before may still have a tab.
  const there = await caches.has(cacheOf(VERSION));
  const cache = await caches.open(cacheOf(VERSION));
  try {
    await cache.addAll(requests);
  } catch (error) {
    if (!there) await caches.delete(cacheOf(VERSION));
    throw error;
  }
}

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
  await registration.unregister();
}

/** Deletes the versions that no page is of any more. */
async function tidy() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== cacheOf(VERSION));
  // What a newer one is fetching, or has fetched, is its own.
  if (registration.installing || registration.waiting) return;
  const locks = (await navigator.locks?.query())?.held;
  // Without locks nobody knows what the other tabs need.
  if (!locks && (await clients.matchAll({ includeUncontrolled: true })).length > 1) return;
  for (const name of others) if (!locks?.some((lock) => lock.name === name)) await caches.delete(name);
}

async function answer(request, url, version) {
  return (await caches.match(url, { cacheName: cacheOf(version), ignoreVary: true })) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => FILES.length === 0 && event.waitUntil(leave()));

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const asked = url.searchParams.get("v") ?? request.headers.get("crossread-version");
  url.search = url.hash = "";
  if (request.method !== "GET" || !url.href.startsWith(SCOPE)) return;
  if (request.mode === "navigate") {
    const isPage = url.href === SCOPE || url.href === `${SCOPE}index.html`;
    if (isPage) event.respondWith(answer(request, SCOPE, VERSION));
  } else if (KNOWN.has(url.href) || (asked && asked !== VERSION)) {
    event.respondWith(answer(request, url.href, asked ?? VERSION));
  }
});
