// Access to the page's IndexedDB without the program, to read and to damage records.

/** Runs one of the operations below in the page, on an object store of the database; `request` awaits an IDBRequest. */
const inStore = (page, name, operation, argument) =>
  page.evaluate(
    async ({ name, operation, argument }) => {
      const request = (it) => new Promise((done, failed) => Object.assign(it, { onsuccess: () => done(it.result), onerror: () => failed(it.error) }));
      const database = await request(indexedDB.open("crossread"));
      try {
        const transaction = database.transaction(name, "readwrite");
        const ended = new Promise((done, failed) => Object.assign(transaction, { oncomplete: done, onabort: () => failed(transaction.error) }));
        const result = await operations()[operation](transaction.objectStore(name), request, argument);
        await ended;
        return result;
      } finally {
        database.close();
      }
      function operations() {
        return {
          async all(store, request) {
            const [keys, values] = [await request(store.getAllKeys()), await request(store.getAll())];
            return keys.map((key, i) => [key, [...values[i]]]);
          },
          async restore(store, request, records) {
            await request(store.clear());
            for (const [key, bytes] of records) await request(store.put(new Uint8Array(bytes), key));
          },
          put: (store, request, [key, bytes]) => request(store.put(new Uint8Array(bytes), key)),
          delete: (store, request, key) => request(store.delete(key)),
        };
      }
    },
    { name, operation, argument },
  );

/** All records of an object store: `[key, bytes]` each. */
export const records = (page, name) => inStore(page, name, "all");
/** Replaces all records. */
export const replaceRecords = (page, name, all) => inStore(page, name, "restore", all);
/** Writes bytes under a key. */
export const write = (page, name, key, bytes) => inStore(page, name, "put", [key, bytes]);
/** Deletes a record. */
export const remove = (page, name, key) => inStore(page, name, "delete", key);

/**
 * Everything that is stored: `{version, projects, snapshots, journal, settings}`. Records are `[key, text]`, where the text is
 * the value's bytes as UTF-8; settings are those of `localStorage`.
 */
export const dump = (page) =>
  page.evaluate(async () => {
    const request = (it) => new Promise((done, failed) => Object.assign(it, { onsuccess: () => done(it.result), onerror: () => failed(it.error) }));
    const database = await request(indexedDB.open("crossread"));
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const found = { version: database.version };
    for (const name of ["projects", "snapshots", "journal"]) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([request(store.getAllKeys()), request(store.getAll())]);
      found[name] = keys.map((key, i) => [key, decoder.decode(values[i])]);
    }
    database.close();
    return { ...found, settings: { ...localStorage } };
  });

/**
 * Creates the database from a dump, in a page of the same origin where the program does not run. A value that is
 * `{base64}` becomes bytes too, and `{string}` stays a string.
 */
export const createDatabase = (page, { version, settings = {}, ...stores }) =>
  page.evaluate(
    async ({ version, settings, stores }) => {
      const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      await done(indexedDB.deleteDatabase("crossread"));
      const opening = indexedDB.open("crossread", version);
      opening.onupgradeneeded = () => Object.keys(stores).forEach((name) => opening.result.createObjectStore(name));
      const database = await done(opening);
      const transaction = database.transaction(Object.keys(stores), "readwrite");
      const stored = (value) => {
        if (typeof value === "string") return new TextEncoder().encode(value);
        if (value.base64 !== undefined) return Uint8Array.from(atob(value.base64), (character) => character.charCodeAt(0));
        return value.string ?? value;
      };
      for (const [name, records] of Object.entries(stores)) for (const [key, value] of records) transaction.objectStore(name).put(stored(value), key);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
      for (const [key, value] of Object.entries(settings)) localStorage.setItem(key, value);
    },
    { version, settings, stores },
  );
