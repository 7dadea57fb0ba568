// The browser's store, from outside of the program: for damage, and to see what is there.

/** Runs `work(store, request)` in the page on an object store of the database; `request` awaits an IDBRequest. */
const inStore = (page, name, body, argument) =>
  page.evaluate(
    async ({ name, body, argument }) => {
      const request = (it) => new Promise((done, failed) => Object.assign(it, { onsuccess: () => done(it.result), onerror: () => failed(it.error) }));
      const database = await request(indexedDB.open("crossread"));
      try {
        const work = database.transaction(name, "readwrite");
        const ended = new Promise((done, failed) => Object.assign(work, { oncomplete: done, onabort: () => failed(work.error) }));
        const result = await body_(body)(work.objectStore(name), request, argument);
        await ended;
        return result;
      } finally {
        database.close();
      }
      function body_(name) {
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
        }[name];
      }
    },
    { name, body, argument },
  );

/** All records of an object store: `[key, bytes]` each. */
export const records = (page, name) => inStore(page, name, "all");
/** Puts all records back. */
export const restore = (page, name, all) => inStore(page, name, "restore", all);
/** Writes bytes under a key. */
export const write = (page, name, key, bytes) => inStore(page, name, "put", [key, bytes]);
/** Deletes a record. */
export const remove = (page, name, key) => inStore(page, name, "delete", key);
