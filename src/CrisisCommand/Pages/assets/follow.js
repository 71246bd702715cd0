// @ts-check
// How pages hear of changes. A browser has six connections to a server (HTTP/1.1), and a page that cannot be loaded is worse than one that
// is a second late: so pages of a browser that follow the same share one stream, hidden pages have none, and at most a few stay open.
import { ages } from './ages.js';
import { events } from './events.js';

const STAY = 3; // streams that stay open; one more goes from page to page, and two connections are left for pages and forms
const TURN = 2500; // ms that a page has the one that goes around
const PATIENCE = 5000; // ms until a connection that nobody answers is given up
const BEATS = 2.5; // beats without a word until a connection counts as dead
const locks = 'BroadcastChannel' in window ? navigator.locks : undefined; // only where the site is served securely, or from this machine

/** @import { StreamEvent } from './events.js' */
/** @typedef {StreamEvent | { dead: number }} Heard what the page that reads tells the others; dead: the status of the answer, 0 for none */

/**
 * @typedef {object} Follower
 * @property {number} beat seconds between two words of a server that has nothing to say
 * @property {() => number} version what it shows
 * @property {(event: StreamEvent) => void} message
 * @property {() => void} alive
 * @property {(status: number) => void} dead 401 where signing in helps
 */

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
const pause = (ms, signal) => new Promise((done) => {
  setTimeout(done, ms);
  signal.addEventListener('abort', () => done(), { once: true });
});

/**
 * That the database stands still is said on every page that hears it, with the age of what is shown.
 * @param {string | null} since
 */
const still = (since) => {
  const note = document.getElementById('still');
  const age = document.getElementById('still-age');
  if (!note || note.hidden === !since) return;
  if (since && age instanceof HTMLTimeElement) age.dateTime = since;
  note.hidden = !since;
  ages();
};

/**
 * @param {string} url
 * @param {Follower} page
 * @returns {() => void} asks for all of what is followed
 */
export const follow = (url, page) => {
  const channel = locks && new BroadcastChannel(`crisis:${url}`);
  const deaf = page.beat * BEATS * 1000;
  /** @type {AbortController | null} what this page has going while it is seen */
  let part = null;
  /** @type {AbortController | null} its own stream, if it is the one that has it */
  let reading = null;
  let leading = false; // whether it is this page's to have one, also while it waits for its turn
  let whole = false;
  /** @type {StreamEvent | null} */
  let last = null;
  let heard = Date.now();

  /** @param {Heard} m */
  const hear = (m) => {
    heard = Date.now();
    if ('dead' in m) { page.dead(m.dead); return; }
    page.alive();
    still(m.name === 'stale' ? m.data : null);
    if (typeof m.id === 'number') page.message(m);
  };
  /** @param {Heard} m */
  const tell = (m) => {
    if ('name' in m && m.name === 'moved') last = m;
    hear(m);
    channel?.postMessage(m);
  };
  // Whoever has less than the one that reads, or another change before theirs, is sent all of it.
  const again = () => { whole = true; reading?.abort(); };
  const ask = () => (leading ? again() : channel?.postMessage({ hello: page.version() }));

  /** @param {AbortSignal} signal */
  const read = async (signal) => {
    reading = new AbortController();
    const mine = AbortSignal.any([signal, reading.signal]);
    const patience = setTimeout(() => reading?.abort(), PATIENCE);
    try {
      const from = whole ? 0 : page.version();
      whole = false;
      // In the page's own language: a request for no page has only the browser's.
      const headers = { Accept: 'text/event-stream', 'Accept-Language': document.documentElement.lang, ...(from && { 'Last-Event-ID': String(from) }) };
      const answer = await fetch(url, { headers, signal: mine, cache: 'no-store', redirect: 'manual' });
      clearTimeout(patience);
      if (!answer.ok || !answer.body) { tell({ dead: answer.status || 401 }); return false; }
      tell({ name: 'beat', data: '', id: null });
      for await (const event of events(answer.body)) tell(event);
    } catch {
      if (signal.aborted || whole) return true;
    } finally {
      clearTimeout(patience);
      reading = null;
    }
    tell({ dead: 0 });
    return false;
  };
  /** @param {AbortSignal} signal */
  const place = async (signal) => {
    if (!locks) return read(signal);
    for (let n = 0; n < STAY; n++) {
      const good = await locks.request(`crisis-stream-${n}`, { ifAvailable: true }, (lock) => (lock ? read(signal) : null));
      if (good !== null) return good;
    }
    const good = await locks.request('crisis-stream-turn', { signal }, () => read(AbortSignal.any([signal, AbortSignal.timeout(TURN)])));
    if (good) await pause(TURN, signal);
    return good;
  };
  /** @param {AbortSignal} signal */
  const lead = async (signal) => {
    leading = true;
    for (let wait = 500; !signal.aborted;) {
      const good = await place(signal).catch(() => false);
      wait = good ? 500 : Math.min(wait * 2, 3000);
      if (!good) await pause(wait * (0.7 + Math.random() * 0.6), signal);
    }
  };

  const seen = () => {
    if (document.hidden || part) return;
    part = new AbortController();
    const { signal } = part;
    heard = Date.now();
    if (!locks) { lead(signal); return; }
    ask();
    locks.request(`crisis-lead:${url}`, { signal }, () => lead(signal)).catch(() => { /* Hidden before its turn came. */ });
  };
  const hidden = () => { part?.abort(); part = null; leading = false; };
  channel?.addEventListener('message', ({ data: m }) => {
    if (m.hello === undefined) { hear(m); return; }
    if (!leading) return;
    if (last) channel.postMessage(last);
    else if (m.hello < page.version()) again();
  });
  document.addEventListener('visibilitychange', () => (document.hidden ? hidden() : seen()));
  window.addEventListener('pagehide', hidden);
  window.addEventListener('pageshow', seen);
  setInterval(() => {
    if (document.hidden || Date.now() - heard < deaf) return;
    page.dead(0);
    heard = Date.now() - deaf + PATIENCE;
    reading?.abort();
  }, 1000);
  seen();
  return ask;
};
