// @ts-check
// The journal on the desk: new lines come in beneath without moving focus or scroll, and every line can be gone to by keyboard.
import { announce, page, say } from './desk-page.js';
import * as Queue from './desk-queue.js';
import { contact, fetchLines } from './desk-server.js';
import { around, find, need, wordsOf } from './dom.js';
import { follow as followMoves } from './follow.js';

const MOST = 600; // lines that are kept on the page
const OFTEN = 15_000; // ms
const journal = need('#journal', HTMLElement);
const list = need('#lines', HTMLElement);
const unsent = need('#unsent', HTMLElement);
/** @type {Set<string>} */
const picked = new Set();
/** @type {(() => void)[]} */
const listeners = [];
let head = list.children.length ? Number(list.dataset.head) : 0;

/** @typedef {{ key: (line: HTMLElement, e: KeyboardEvent) => void, fix: (line: HTMLElement) => void }} Acts what is done about a line */
/** @type {Acts} */
let acts = { key: () => {}, fix: () => {} };
/** @param {Acts} given */
export const onAct = (given) => { acts = given; };

/** @param {() => void} f */
export const onChange = (f) => { listeners.push(f); };

/** @param {ParentNode} within */
const linesOf = (within) => [...within.children].filter((l) => l instanceof HTMLElement);
const all = () => [...linesOf(list), ...linesOf(unsent)];

/**
 * @param {HTMLElement} line
 * @param {boolean} on
 */
export const mark = (line, on) => {
  if (on) picked.add(line.id); else picked.delete(line.id);
  line.classList.toggle('marked', on);
  line.querySelector('.basis-mark')?.remove();
  if (on) line.querySelector('.what')?.append(Object.assign(document.createElement('span'), { className: 'tag basis-mark', textContent: say('basis-mark') }));
  listeners.forEach((f) => f());
};
export const marked = () => linesOf(list).filter((l) => picked.has(l.id));
export const unmark = () => marked().forEach((l) => mark(l, false));

/**
 * @param {HTMLElement} fresh
 * @returns {boolean} whether there was no such line yet
 */
const place = (fresh) => {
  const old = document.getElementById(fresh.id);
  if (old) {
    const focused = old === document.activeElement;
    old.replaceWith(fresh);
    if (picked.has(fresh.id)) mark(fresh, true);
    if (focused) fresh.focus({ preventScroll: true });
    return false;
  }
  const after = linesOf(list).findLast((l) => Number(l.dataset.number) < Number(fresh.dataset.number));
  if (after) after.after(fresh); else list.prepend(fresh);
  return true;
};

// Eight hours of lines are not kept on the page; the link leads to them.
const shorten = () => {
  while (list.children.length > MOST && !list.firstElementChild?.matches('.marked, :focus-within')) list.firstElementChild?.remove();
  const first = Number(linesOf(list)[0]?.dataset.number ?? 1);
  const older = need('.older', HTMLElement, journal);
  older.hidden = first <= 1;
  need('a', HTMLAnchorElement, older).href = `${page.here}?before=${first}`;
};

/**
 * Whoever reads further up goes on reading there; whoever stands at the newest line goes on standing there.
 * @param {() => void} change
 */
export const still = (change) => {
  const frame = journal.getBoundingClientRect();
  const atEnd = journal.scrollTop > -8;
  const seen = linesOf(list).find((l) => l.getBoundingClientRect().bottom > frame.top + 4);
  const top = seen?.getBoundingClientRect().top ?? 0;
  change();
  if (atEnd) journal.scrollTop = 0;
  else if (seen?.isConnected) journal.scrollTop += seen.getBoundingClientRect().top - top;
};

/** @param {HTMLElement} sheet */
const add = (sheet) => {
  const [first, newest] = [Number(sheet.dataset.first), Number(sheet.dataset.head)];
  const fresh = linesOf(sheet);
  still(() => {
    // Too much has happened to tell it all: the sheet takes the place of what was shown.
    if (head && first > head + 1) list.replaceChildren();
    const others = fresh.filter((line) => place(document.adoptNode(line))).filter((l) => !Queue.done.has(l.id.slice(2)));
    if (head && others.length) {
      announce(others.length === 1 ? say('new-one', wordsOf(others[0].querySelector('.text'))) : say('new-many', others.length));
      others.forEach((l) => l.classList.add('fresh'));
    }
    shorten();
  });
  head = Math.max(head, newest);
  listeners.forEach((f) => f());
};

/** @type {Promise<void> | null} */
let fetching = null;
let wanted = false;
export const refresh = () => {
  wanted = true;
  fetching ??= (async () => {
    try {
      while (wanted) {
        wanted = false;
        const sheet = await fetchLines(page.isLive ? head : undefined);
        if (sheet && page.isLive) add(sheet);
        if (sheet) Queue.kick();
      }
    } catch { contact(false); } finally { fetching = null; }
  })();
  return fetching;
};

let lost = false;
export const follow = () => {
  // A connection that is open and dead tells nobody; so it is asked for now and then.
  setInterval(refresh, OFTEN);
  followMoves(page.moves, {
    beat: page.beat,
    version: () => 0,
    message: refresh,
    alive: () => { if (lost) refresh(); lost = false; },
    dead: () => { lost = true; refresh(); },
  });
};

/** @param {HTMLElement | undefined} line */
export const go = (line) => line?.focus();
export const last = () => all().at(-1);
export const lastFixable = () => linesOf(list).findLast((l) => l.dataset.fix);
export const field = () => find('form:not([hidden]) textarea', HTMLTextAreaElement, page.root)?.focus();
/** @param {string} eventId */
export const lineOf = (eventId) => document.getElementById(`l-${eventId}`);

/** @type {Record<string, number | undefined>} */
const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };
journal.addEventListener('keydown', (e) => {
  const line = around(e, 'li', HTMLElement);
  if (e.ctrlKey || e.altKey || e.metaKey) return;
  if (e.key === 'Escape') { e.preventDefault(); field(); return; }
  if (!line || e.target !== line) return;
  const lines = all();
  const step = steps[e.key];
  if (step) {
    e.preventDefault();
    const at = lines.indexOf(line) + step;
    if (e.key === 'ArrowDown' && at >= lines.length) field(); else go(lines[Math.max(0, Math.min(lines.length - 1, at))]);
  } else if (e.key === 'm' || e.key === ' ') {
    e.preventDefault();
    if (line.closest('#lines')) mark(line, !picked.has(line.id));
  } else {
    acts.key(line, e);
  }
});
journal.addEventListener('click', (e) => {
  const line = around(e, 'a.fix', HTMLElement)?.closest('li');
  if (!line) return;
  e.preventDefault();
  acts.fix(line);
});
