// @ts-check
// What is in the fields, saved at every keystroke. A draft belongs to a tab, which holds a lock for as long as it lives: what a crashed
// or closed tab leaves behind, the next one takes up. Between Enter and the disk a line is held here too, with its key.
import { page, uuid } from './desk-page.js';

/** @import { Command, Context, Fields } from './desk-store.js' */
/** @typedef {{ open: string, context: Context, fields: Fields }} Panel */
/** @typedef {{ fields: Fields, editing: number | null, panel: Panel | null, marked?: string[] }} Typed */
/** @typedef {{ draft: Typed | null, held?: Command[], at: number }} Kept */

const prefix = `desk-draft:${page.name}:`;
/** @type {string} */
let tab = uuid();
/** @type {Command[]} */
let held = [];
/** @type {Typed | null} */
let drafted = null;

/**
 * @param {string} id
 * @returns {Kept | null}
 */
const read = (id) => { try { return JSON.parse(localStorage.getItem(prefix + id) ?? 'null'); } catch { return null; } };
const write = () => {
  if (drafted || held.length) localStorage.setItem(prefix + tab, JSON.stringify({ draft: drafted, held, at: Date.now() }));
  else localStorage.removeItem(prefix + tab);
};

/**
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>}
 */
const hasLock = (id, signal) => new Promise((ok) => {
  navigator.locks.request(prefix + id, signal ? { signal } : { ifAvailable: true }, (lock) => {
    ok(Boolean(lock));
    return lock ? new Promise(() => {}) : undefined;
  }).catch(() => ok(false));
});

// One's own after a reload; else the newest that nobody holds.
const claim = async () => {
  const own = sessionStorage.getItem('desk-tab');
  if (!navigator.locks) return own ?? tab;
  if (own && await hasLock(own, AbortSignal.timeout(800))) return own;
  const left = Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length))
    .sort((a, b) => (read(b)?.at ?? 0) - (read(a)?.at ?? 0));
  for (const id of left) if (await hasLock(id)) return id;
  await hasLock(tab);
  return tab;
};

export const begin = async () => {
  const typed = drafted;
  const before = tab;
  tab = await claim();
  sessionStorage.setItem('desk-tab', tab);
  const found = read(tab);
  if (tab !== before) localStorage.removeItem(prefix + before);
  held = [...(found?.held ?? []), ...held];
  // Whoever typed already meanwhile keeps what they typed.
  drafted = drafted ?? found?.draft ?? null;
  write();
  return { draft: typed ? null : found?.draft ?? null, held: found?.held ?? [] };
};

/** @param {Typed | null} draft */
export const save = (draft) => { drafted = draft; write(); };

/** @param {Command} item */
export const hold = (item) => { held.push(item); drafted = null; write(); };

/** @param {string} key */
export const release = (key) => { held = held.filter((i) => i.key !== key); write(); };
