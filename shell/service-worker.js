// Serves the page offline after the first visit. When the page is built, `scripts/offline.sh` puts VERSION and FILES (the
// paths of all files with their SHA-256) in front of this. Without files (a development build) the worker removes itself.
//
// - All files of a version are fetched, checked against their hashes and stored in a cache of that version, or none is. Each
//   request is answered from one version: the one that the page names, else this worker's. A page never mixes two versions.
// - A new version waits until a page asks it to take over (offline.js asks the user first). Other tabs are not reloaded:
//   what they fetch later (missing articles, the search worker) comes from the cache of their own version. Each tab holds a
//   Web Lock with the name of its cache; a cache without a lock is deleted.
// - It does not claim pages that were loaded without it, and ignores all other requests, caches and pages.

const SCOPE = registration.scope;
const PREFIX = `crossread ${SCOPE} `;
const cacheOf = (version) => PREFIX + version;
const urlOf = (path) => new URL(path.split("/").map(encodeURIComponent).join("/"), SCOPE).href;
const KNOWN = new Set(FILES.map(([path]) => urlOf(path)));

/** The hash in the form of the `integrity` option. */
const integrity = (hex) => `sha256-${btoa(String.fromCharCode(...hex.match(/../g).map((byte) => parseInt(byte, 16))))}`;

async function install() {
  if (FILES.length === 0) return skipWaiting();
  const requests = FILES.map(([path, sum]) => new Request(urlOf(path), { cache: "reload", integrity: integrity(sum) }));
  // The same version may have been published before and still have a tab.
  const existed = await caches.has(cacheOf(VERSION));
  const cache = await caches.open(cacheOf(VERSION));
  try {
    await cache.addAll(requests);
  } catch (error) {
    if (!existed) await caches.delete(cacheOf(VERSION));
    throw error;
  }
}

async function unregister() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await registration.unregister();
}

/** Deletes the caches of versions that no page uses. */
async function prune() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== cacheOf(VERSION));
  // A newer worker manages its own cache.
  if (registration.installing || registration.waiting) return;
  const locks = (await navigator.locks?.query())?.held;
  // Without locks it is unknown which versions the other tabs use.
  if (!locks && (await clients.matchAll({ includeUncontrolled: true })).length > 1) return;
  for (const name of others) if (!locks?.some((lock) => lock.name === name)) await caches.delete(name);
}

async function answer(request, url, version) {
  return (await caches.match(url, { cacheName: cacheOf(version), ignoreVary: true })) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));

// Without files: again whenever it is used, because a page that registers the worker afterwards takes the unregistering back.
if (FILES.length === 0) for (const name of ["activate", "message", "fetch"]) addEventListener(name, (event) => event.waitUntil(unregister()));

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "prune") event.waitUntil(prune());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const wanted = url.searchParams.get("v") ?? request.headers.get("crossread-version");
  url.search = url.hash = "";
  if (request.method !== "GET" || !url.href.startsWith(SCOPE)) return;
  if (request.mode === "navigate") {
    const isPage = url.href === SCOPE || url.href === `${SCOPE}index.html`;
    if (isPage) event.respondWith(answer(request, SCOPE, VERSION));
  } else if (KNOWN.has(url.href) || (wanted && wanted !== VERSION)) {
    event.respondWith(answer(request, url.href, wanted ?? VERSION));
  }
});
