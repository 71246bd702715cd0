// @ts-check
// What the desk hears from the server and says to it, and whether anybody answers.
import { page } from './desk-page.js';
import * as Time from './desk-time.js';
import { need } from './dom.js';

/** @import { Item } from './desk-store.js' */

/**
 * @typedef {object} State
 * @property {boolean} contact
 * @property {number} since
 * @property {number | null} sending
 * @property {string | null} ask what somebody must do before anything goes on
 * @property {number} failing the status of an answer that was none
 * @property {boolean} kept whether what is unsent outlives this page
 */
/** @typedef {{ detail?: string, type?: string, eventId?: string, errors?: { detail: string }[] }} Answer */
/** @typedef {{ status: number, json: Answer, code: string }} Reply */

const PROBLEM = 'urn:crisis-command:';
const PATIENCE = 10_000; // ms
const language = document.documentElement.lang;
let token = need('meta[name="forgery"]', HTMLMetaElement).content;
/** @type {(() => void)[]} */
const listeners = [];

/** @type {State} */
export const state = { contact: true, since: 0, sending: null, ask: null, failing: 0, kept: true };

/** @param {() => void} f */
export const onState = (f) => { listeners.push(f); };

/** @param {Partial<State>} change */
export const tell = (change) => { Object.assign(state, change); listeners.forEach((f) => f()); };

/** @param {boolean} there */
export const contact = (there) => {
  if (there !== state.contact) tell({ contact: there, since: Time.now() });
  if (there) state.failing = 0;
};

/**
 * The lines of the journal after one of them.
 * @param {number} [after] none where it is left out, which tells all the same who is signed in
 * @returns {Promise<HTMLElement | null>} throws where nobody answers, and answers null where somebody must sign in
 */
export const fetchLines = async (after = Number.MAX_SAFE_INTEGER) => {
  const response = await fetch(`${page.here}/lines?after=${after}`, {
    redirect: 'manual', signal: AbortSignal.timeout(PATIENCE), headers: { Accept: '*/*', 'Accept-Language': language },
  });
  if (response.type === 'opaqueredirect' || response.status === 401) {
    tell({ ask: 'sign-in' });
    return null;
  }
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  // The crisis is not for this reader any more; what is unsent will be told so.
  if (!response.ok) { contact(true); return null; }
  Time.heard(response);
  contact(true);
  const lines = need('#lines', HTMLElement, new DOMParser().parseFromString(await response.text(), 'text/html'));
  if (lines.dataset.person !== page.person) {
    tell({ ask: 'other-person' });
    return null;
  }
  token = lines.dataset.forgery ?? '';
  if (state.ask) tell({ ask: null });
  return lines;
};

/**
 * @param {string} text
 * @returns {Answer}
 */
const read = (text) => { try { return JSON.parse(text || '{}'); } catch { return {}; /* Not ours: a proxy's page. */ } };

/**
 * @param {Item} item
 * @returns {Promise<Reply>}
 */
export const post = async (item) => {
  const response = await fetch(page.api + item.path, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': `"${item.key}"`, RequestVerificationToken: token },
    body: item.body,
  });
  if (response.type === 'opaqueredirect') return { status: 401, json: {}, code: '' };
  const json = read(await response.text());
  return { status: response.status, json, code: String(json.type ?? '').replace(PROBLEM, '') };
};
