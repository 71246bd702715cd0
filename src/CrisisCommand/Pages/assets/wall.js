// @ts-check
// The live board: what changed is marked and told.
import { ages } from './ages.js';
import { connect } from './connection.js';
import { all, need, wordsOf } from './dom.js';
import { htmx } from './htmx.js';

const MARKED = 8000; // ms that a change stays marked
const live = need('#live', HTMLElement);
const said = need('#said', HTMLElement);
const shown = need('#shown', HTMLElement);
const version = () => Number(need('data', HTMLDataElement, shown).value);

/**
 * A row's words without its ages, which change all the time and mean nothing.
 * @param {HTMLElement} row
 */
const words = (row) => {
  const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
  copy.querySelectorAll('time[data-age]').forEach((t) => t.remove());
  return wordsOf(copy).replace(/\s+/g, ' ').trim();
};
const rows = () => new Map(all('[data-row]', HTMLElement, live).map((row) => [row.id, words(row)]));
let known = rows();

/** @type {WeakMap<HTMLElement, number>} */
const unmarking = new WeakMap();
/** @param {HTMLElement} row */
const mark = (row) => {
  row.classList.add('changed');
  clearTimeout(unmarking.get(row));
  unmarking.set(row, setTimeout(() => row.classList.remove('changed'), MARKED));
};

const tell = () => {
  ages();
  const now = rows();
  const news = [];
  for (const [id, text] of now) {
    const row = known.get(id) === text ? null : document.getElementById(id);
    if (!row) continue;
    mark(row);
    if (row.hasAttribute('data-line')) news.unshift(wordsOf(row.querySelector('.words')));
  }
  known = now;
  // Every change is a line of the journal: that line, once, is what a screen reader says.
  if (news.length) said.textContent = news.join(' ');
};

// Changes are put in place one after the other; a change of another board than the one shown is no use: all of it is asked for.
let placing = Promise.resolve();
/** @param {import('./events.js').StreamEvent} event */
const message = ({ data, id }) => {
  placing = placing.then(async () => {
    const before = Number(/data-before="(\d+)"/.exec(data)?.[1] ?? 0);
    if (Number(id) <= version() && before) return;
    if (before && before !== version()) { ask(); return; }
    await htmx.swap({ text: data, sourceElement: live, target: live, swap: 'none' });
    tell();
  }).catch((fault) => { console.error(fault); }); // the next change is put in place all the same
};
const ask = connect({ version, message });

// A stream is one request for hours: an open wall says now and then that it is not idle, or its sign-in would run out.
setInterval(() => fetch(location.href).catch(() => {}), Number(live.dataset.asks) * 1000);
