// @ts-check
// Where unsent commands are kept: IndexedDB, one store for all desks of this browser, each row with the desk that it belongs to.
import { page, say } from './desk-page.js';

/** @typedef {{ target?: string, of?: string, was?: string, item?: number }} Context what a form was opened for */
/** @typedef {Record<string, string>} Fields what was typed, by the names of the fields */

/**
 * @typedef {object} Command a command that is not stored yet
 * @property {string} desk
 * @property {string} key
 * @property {string} writtenAt
 * @property {'waiting' | 'refused'} state
 * @property {string} form in which it was typed, and with what, to open it again
 * @property {Fields & { _context?: Context }} fields
 * @property {string} path the command, and its content as JSON
 * @property {string} body
 * @property {{ text: string, at?: string | null }} shown
 * @property {string | null} [reason] why it was refused
 * @property {boolean} [amended] the queue itself gave a reason for its lateness
 */
/** @typedef {Command & { id: number }} Item */

/**
 * @typedef {object} Rows
 * @property {(item: Command) => Promise<unknown>} add
 * @property {() => Promise<Item[]>} all in the order in which they were written, whichever tab they were written in
 * @property {(id: number, alter: (item: Item) => Item | null) => Promise<unknown>} change
 * @property {(id: number, eventId: string | null) => Promise<unknown>} sent a sent row goes, and what refers to it learns what it became
 */

const STORE = 'queue';
/** @type {Promise<IDBDatabase>} */
const opening = new Promise((ok, no) => {
  const ask = indexedDB.open('crisis-desk', 1);
  ask.onupgradeneeded = () => ask.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
  ask.onsuccess = () => { ask.result.onversionchange = () => ask.result.close(); ok(ask.result); };
  ask.onerror = () => no(ask.error);
});

/**
 * Done is what the transaction says, once it is on the disk, not what the request says.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore, give: (value: T) => void) => void} work
 * @returns {Promise<T | undefined>}
 */
const within = async (mode, work) => {
  const base = await opening;
  return new Promise((ok, no) => {
    const transaction = base.transaction(STORE, mode, { durability: 'strict' });
    /** @type {T | undefined} */
    let result;
    work(transaction.objectStore(STORE), (value) => { result = value; });
    transaction.oncomplete = () => ok(result);
    transaction.onabort = transaction.onerror = () => no(transaction.error);
  });
};

/** @type {(() => void)[]} */
const listeners = [];
const told = 'BroadcastChannel' in window ? new BroadcastChannel('crisis-desk') : null;
const changed = () => { told?.postMessage(page.name); listeners.forEach((f) => f()); };
if (told) told.onmessage = (e) => { if (e.data === page.name) listeners.forEach((f) => f()); };

/**
 * What a row learns of the one that it refers to.
 * @param {Item} item
 * @param {number} id
 * @param {string | null} eventId
 * @returns {Partial<Item> | null}
 */
const referring = (item, id, eventId) => {
  if (!item.path.includes(`{${id}}`)) return null;
  return eventId ? { path: item.path.replace(`{${id}}`, eventId) } : { state: 'refused', reason: say('lost-target') };
};

/**
 * A browser that keeps nothing still sends: the rows are in memory, and the drafts keep what is not sent.
 * @returns {Rows}
 */
const memory = () => {
  /** @type {Map<number, Item>} */
  const rows = new Map();
  let last = 0;
  return {
    add: async (item) => { rows.set(++last, { ...item, id: last }); },
    all: async () => [...rows.values()],
    change: async (id, alter) => {
      const before = rows.get(id);
      const after = before && alter(before);
      if (after) rows.set(id, after); else rows.delete(id);
    },
    sent: async (id, eventId) => {
      rows.delete(id);
      for (const item of rows.values()) rows.set(item.id, { ...item, ...referring(item, id, eventId) });
    },
  };
};

/** @type {Rows} */
const disk = {
  add: (item) => within('readwrite', (store) => { store.add(item); }),
  all: async () => await within('readonly', (store, /** @type {(items: Item[]) => void} */ give) => {
    const ask = store.getAll();
    ask.onsuccess = () => give(ask.result.filter((i) => i.desk === page.name));
  }) ?? [],
  // Read, changed and written in one transaction, so that two tabs cannot undo each other.
  change: (id, alter) => within('readwrite', (store) => {
    const ask = store.get(id);
    ask.onsuccess = () => {
      const after = ask.result && alter(ask.result);
      if (after) store.put(after); else store.delete(id);
    };
  }),
  sent: (id, eventId) => within('readwrite', (store) => {
    store.delete(id);
    const ask = store.getAll();
    ask.onsuccess = () => {
      for (const item of ask.result) {
        const learned = item.desk === page.name && referring(item, id, eventId);
        if (learned) store.put({ ...item, ...learned });
      }
    };
  }),
};
const used = opening.then(() => disk, memory);

export const isDurable = async () => await used === disk;

/** @param {() => void} f */
export const onChange = (f) => { listeners.push(f); };

export const all = async () => (await used).all();

/** @type {Rows['add']} */
export const add = async (item) => { await (await used).add(item); changed(); };

/** @type {Rows['change']} */
export const change = async (id, alter) => { await (await used).change(id, alter); changed(); };

/** @type {Rows['sent']} */
export const sent = async (id, eventId) => { await (await used).sent(id, eventId); changed(); };

// The browser may otherwise drop what it holds when its disk is full.
navigator.storage?.persist?.().catch(() => {});
