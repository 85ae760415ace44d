/* What is typed on the desk, kept in this browser until the server has stored it: a small store of drafts.

   Each page keeps a draft of its own, so that two tabs never overwrite each other. IndexedDB holds them, because what
   it has taken outlives a killed browser at once; where it has no room or is closed to us, localStorage does.
   Logging out removes all of them: the text may be under embargo, and the computer somebody else's. */
"use strict";

window.drafts = (() => {
  const PREFIX = "desk-draft:";
  const LONGEST = 30 * 24 * 3600 * 1000;
  const channel = new BroadcastChannel("desk");
  let opened;

  const outcome = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  function open() {
    opened ||= new Promise((resolve, reject) => {
      const request = indexedDB.open("desk", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
      request.onsuccess = () => {
        // Whoever empties the browser's storage closes the database under us: it is opened anew then.
        request.result.onclose = () => (opened = null);
        request.result.onversionchange = () => {
          request.result.close();
          opened = null;
        };
        resolve(request.result);
      };
      request.onerror = () => {
        opened = null;
        reject(request.error);
      };
    });
    return opened;
  }

  // One transaction; it is done when the browser says that all of it is written.
  async function change(work) {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction("drafts", "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore("drafts"));
    });
  }

  const spare = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

  async function keep(draft) {
    try {
      await change((store) => store.put(draft));
      localStorage.removeItem(PREFIX + draft.id);
    } catch {
      localStorage.setItem(PREFIX + draft.id, JSON.stringify(draft)); // throws where there is no room either
    }
  }

  async function all() {
    const found = new Map();
    try {
      const database = await open();
      for (const draft of await outcome(database.transaction("drafts").objectStore("drafts").getAll())) {
        found.set(draft.id, draft);
      }
    } catch {
      // What the other place holds is all that there is.
    }
    for (const key of spare()) {
      const draft = JSON.parse(localStorage.getItem(key));
      if (draft.at > (found.get(draft.id)?.at ?? 0)) found.set(draft.id, draft);
    }
    return [...found.values()].sort((one, other) => other.at - one.at);
  }

  async function remove(id) {
    localStorage.removeItem(PREFIX + id);
    await change((store) => store.delete(id)).catch(() => {});
  }

  async function clear() {
    for (const key of spare()) localStorage.removeItem(key);
    await change((store) => store.clear()).catch(() => {});
  }

  async function removeOld() {
    for (const draft of await all()) if (draft.at < Date.now() - LONGEST) await remove(draft.id);
  }

  // A page holds a lock of its draft's name as long as it lives.
  async function locksHeld() {
    const locks = (await navigator.locks?.query())?.held ?? [];
    return new Set(locks.map((lock) => lock.name));
  }

  const hold = (id) => navigator.locks?.request(`draft:${id}`, () => new Promise(() => {}));

  return {
    keep,
    all,
    remove,
    clear,
    removeOld,
    hold,
    isOpenElsewhere: async (id) => (await locksHeld()).has(`draft:${id}`),
    leave: () => channel.postMessage("left"),
    onLeave: (told) => channel.addEventListener("message", ({ data }) => data === "left" && told()),
    newId: () =>
      crypto.randomUUID?.() ??
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join(""),
  };
})();
