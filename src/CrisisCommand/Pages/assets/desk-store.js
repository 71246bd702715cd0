// Where unsent commands are kept: IndexedDB, one store for all desks of this browser, each row with the desk that it belongs to.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const STORE = 'queue';
  const opening = new Promise((ok, no) => {
    const ask = indexedDB.open('crisis-desk', 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
    ask.onsuccess = () => { ask.result.onversionchange = () => ask.result.close(); ok(ask.result); };
    ask.onerror = () => no(ask.error);
  });

  // Done is what the transaction says, once it is on the disk, not what the request says.
  const within = async (mode, work) => {
    const base = await opening;
    return new Promise((ok, no) => {
      const transaction = base.transaction(STORE, mode, { durability: 'strict' });
      let result;
      work(transaction.objectStore(STORE), (value) => { result = value; });
      transaction.oncomplete = () => ok(result);
      transaction.onabort = transaction.onerror = () => no(transaction.error);
    });
  };

  const told = 'BroadcastChannel' in window ? new BroadcastChannel('crisis-desk') : null;
  const listeners = [];
  const changed = () => { told?.postMessage(Desk.name); listeners.forEach((f) => f()); };
  if (told) told.onmessage = (e) => { if (e.data === Desk.name) listeners.forEach((f) => f()); };

  // A browser that keeps nothing still sends: the rows are in memory, and the drafts keep what is not sent.
  const memory = () => {
    const rows = new Map();
    let last = 0;
    return {
      add: async (item) => { rows.set(++last, { ...item, id: last }); return last; },
      all: async () => [...rows.values()],
      change: async (id, alter) => {
        const after = rows.has(id) && alter(rows.get(id));
        if (after) rows.set(id, after); else rows.delete(id);
      },
      sent: async (id, eventId) => {
        rows.delete(id);
        for (const item of rows.values()) rows.set(item.id, { ...item, ...referring(item, id, eventId) });
      },
    };
  };
  const referring = (item, id, eventId) => !item.path.includes(`{${id}}`) ? null
    : eventId ? { path: item.path.replace(`{${id}}`, eventId) }
    : { state: 'refused', reason: Desk.say('lost-target') };

  const disk = {
    add: (item) => within('readwrite', (store, give) => { store.add(item).onsuccess = (e) => give(e.target.result); }),
    // In the order in which they were written, whichever tab they were written in.
    all: () => within('readonly', (store, give) => {
      store.getAll().onsuccess = (e) => give(e.target.result.filter((i) => i.desk === Desk.name));
    }),
    // Read, changed and written in one transaction, so that two tabs cannot undo each other.
    change: (id, alter) => within('readwrite', (store) => {
      store.get(id).onsuccess = (e) => {
        const after = e.target.result && alter(e.target.result);
        if (after) store.put(after); else store.delete(id);
      };
    }),
    // A sent row goes, and what refers to it learns what it became.
    sent: (id, eventId) => within('readwrite', (store) => {
      store.delete(id);
      store.getAll().onsuccess = (e) => {
        for (const item of e.target.result) {
          const learned = item.desk === Desk.name && referring(item, id, eventId);
          if (learned) store.put({ ...item, ...learned });
        }
      };
    }),
  };
  const used = opening.then(() => disk, memory);
  const altering = (how) => async (...given) => {
    const result = await (await used)[how](...given);
    changed();
    return result;
  };

  Desk.Store = {
    isDurable: () => used.then((u) => u === disk),
    onChange: (f) => listeners.push(f),
    all: async () => (await used).all(),
    add: altering('add'),
    change: altering('change'),
    sent: altering('sent'),
  };

  Desk.uuid = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  // The browser may otherwise drop what it holds when its disk is full.
  navigator.storage?.persist?.().catch(() => {});
})();
