// @ts-check
// Store and forward. Every command goes into the store first, with its key, and is sent from there: in order, one at a time, by one tab
// at a time. The key makes it safe to send again what nobody answered. What is refused stays, and holds nothing up.
import * as Drafts from './desk-draft.js';
import { limits, page, say, uuid } from './desk-page.js';
import { contact, fetchLines, post, tell } from './desk-server.js';
import * as Store from './desk-store.js';
import * as Time from './desk-time.js';

/** @import { Answer, Reply } from './desk-server.js' */
/** @import { Command, Item } from './desk-store.js' */
/** @typedef {Command['shown']} Shown */

const PAUSES = [1, 2, 4, 8, 15].map((s) => s * 1000);
const OUTAGE = 60_000; // ms that a line has waited of which it is said that the server was away
const LATE = ['journal.late-reason-required', 'journal.stood-down', 'decisions.late-reason-required'];
let tries = 0;
let timer = 0;
let running = false;
let again = false;
/** @type {(() => void)[]} */
const listeners = [];

/** @type {Set<string>} The events that this page made. */
export const done = new Set();
/** @type {Map<string, Item>} Sent, and shown so until the journal on the page has them. */
export const saved = new Map();

/** @param {() => void} f */
export const onSent = (f) => { listeners.push(f); };

/**
 * Written in time and kept from the server by no fault of the writer's: the queue itself says so where the rule asks.
 * @param {Item} item
 * @param {string} code
 * @returns {Item | null}
 */
const excused = (item, code) => {
  const body = JSON.parse(item.body);
  const written = Date.parse(item.writtenAt);
  if (body.lateReason || Time.now() - written < OUTAGE || !LATE.includes(code)) return null;
  if (code === 'journal.stood-down' && item.path !== '/entries') return null;
  if (written - Date.parse(body.occurredAt ?? body.decidedAt) > limits.timely) return null;
  const lateReason = say('outage', Time.clock(written));
  // A refusal of the rules that is final is remembered by its key, one of the input is not; the same key is kept where it can be.
  return { ...item, body: JSON.stringify({ ...body, lateReason }), amended: true, key: code === 'journal.stood-down' ? uuid() : item.key };
};

/**
 * @param {Answer} answer
 * @param {number} status
 */
const reasonOf = ({ detail, errors = [] }, status) => [...new Set([detail ?? String(status), ...errors.map((e) => e.detail)])].join(' ');

/**
 * @param {Item} item
 * @param {string | undefined} [eventId]
 */
const finish = async (item, eventId) => {
  if (eventId) { done.add(eventId); saved.set(eventId, item); }
  await Store.sent(item.id, eventId ?? null);
  Drafts.release(item.key);
  tries = 0;
  listeners.forEach((f) => f());
};

/**
 * @param {Item} item
 * @param {Reply} reply
 * @param {boolean} fresh whether the form's token was just fetched
 * @returns {Promise<boolean>} whether to go on at once with the next
 */
const settle = async (item, { status, json, code }, fresh) => {
  if (status === 401 || code === 'access.forged-request') {
    return fresh ? false : await fetchLines() !== null && attempt(item, true);
  }
  if (status >= 500 || [0, 408, 425, 429].includes(status)) {
    tell({ failing: status });
    return false;
  }
  contact(true);
  // The key was carried out, where the queue amended it with the words that it was first sent with.
  const isRepeated = code === 'platform.idempotency-key-reused' && item.amended;
  if (status < 300 || isRepeated) { await finish(item, json.eventId); return true; }
  const amended = excused(item, code);
  await Store.change(item.id, (i) => amended ?? { ...i, state: 'refused', reason: reasonOf(json, status) });
  return true;
};

/**
 * @param {Item} item
 * @returns {Promise<boolean>}
 */
const attempt = async (item, fresh = false) => {
  tell({ sending: item.id });
  try {
    return await settle(item, await post(item), fresh);
  } catch {
    contact(false);
    return false;
  } finally {
    tell({ sending: null });
  }
};

const drain = async () => {
  for (;;) {
    // A line that refers to one that is not sent yet waits for it.
    const next = (await Store.all()).find((i) => i.state !== 'refused' && !i.path.includes('{'));
    if (!next) { tries = 0; return; }
    if (!await attempt(next)) {
      clearTimeout(timer);
      timer = setTimeout(kick, PAUSES[Math.min(tries++, PAUSES.length - 1)] * (0.8 + Math.random() * 0.4));
      return;
    }
  }
};

export const kick = async () => {
  if (running) { again = true; return; }
  running = true;
  clearTimeout(timer);
  try {
    do {
      again = false;
      await (navigator.locks ? navigator.locks.request(`desk-queue:${page.name}`, drain) : drain());
    } while (again);
  } catch { /* No store: said on the page. */ } finally { running = false; }
};

/** Something may have become better: no pause is waited for. */
export const hurry = () => { tries = 0; kick(); };

/** @param {Command} item */
const stow = async (item) => {
  try {
    await Store.add(item);
    if (await Store.isDurable()) Drafts.release(item.key); else tell({ kept: false });
  } catch {
    tell({ kept: false });
  }
  kick();
};

/**
 * @param {string} path
 * @param {object} body
 * @param {Shown} shown
 * @returns {Pick<Command, 'key' | 'writtenAt' | 'state' | 'path' | 'body' | 'shown'>}
 */
const command = (path, body, shown) => ({ key: uuid(), writtenAt: Time.iso(Time.now()), state: 'waiting', path, body: JSON.stringify(body), shown });

/**
 * @param {string} form
 * @param {Command['fields']} fields
 * @param {string} path
 * @param {object} body
 * @param {Shown} shown
 */
export const put = (form, fields, path, body, shown) => {
  const item = { desk: page.name, form, fields, ...command(path, body, shown) };
  Drafts.hold(item);
  return stow(item);
};

/**
 * A refused line is another command once it is changed.
 * @param {number} id
 * @param {Command['fields']} fields
 * @param {string} path
 * @param {object} body
 * @param {Shown} shown
 */
export const putAgain = async (id, fields, path, body, shown) => {
  const changed = { fields, reason: null, amended: false, ...command(path, body, shown) };
  await Store.change(id, (i) => ({ ...i, ...changed }));
  kick();
};

/**
 * Held when a tab died between Enter and the disk: with the same key it is stored once, and done once even if it was sent.
 * @param {Command[]} held
 */
export const recover = async (held) => {
  const known = new Set((await Store.all()).map((i) => i.key));
  for (const item of held) if (known.has(item.key)) Drafts.release(item.key); else await stow(item);
};
