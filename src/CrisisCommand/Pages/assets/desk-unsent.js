// @ts-check
// The lines that are not in the journal yet, beneath those that are; and whether anybody answers.
import * as Lines from './desk-lines.js';
import { page, say } from './desk-page.js';
import * as Queue from './desk-queue.js';
import { onState, state } from './desk-server.js';
import * as Store from './desk-store.js';
import * as Time from './desk-time.js';
import { need } from './dom.js';

/** @import { Item } from './desk-store.js' */
/** @typedef {Item & { saved?: boolean }} Shown saved: sent, and not in the journal on the page yet */

const list = need('#unsent', HTMLElement);
const heading = need('#unsent-title', HTMLElement);
const contact = need('#contact', HTMLElement);
const title = document.title;
/** @type {number | null} */
let sure = null;
let waiting = 0;

/** @type {(item: Item) => void} */
let edit = () => {};
/** @param {(item: Item) => void} given */
export const onEdit = (given) => { edit = given; };

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [kind]
 * @param {string} [text]
 */
const make = (tag, kind, text) => {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
};

/** @param {Shown} item */
const standOf = (item) => {
  if (item.saved) return say('saved');
  if (item.state === 'refused') return say('refused', item.reason ?? '');
  return state.sending === item.id && state.contact ? say('sending') : say('waiting', Time.clock(Date.parse(item.writtenAt)));
};

/** @param {Item} item */
const buttons = (item) => {
  const again = make('button', 'link', say('edit'));
  const away = make('button', 'link', say(sure === item.id ? 'put-away-sure' : 'put-away'));
  again.type = away.type = 'button';
  again.onclick = () => edit(item);
  away.onclick = () => putAway(item.id);
  const row = make('p', 'row');
  row.append(again, away);
  return row;
};

/** @param {Shown} item */
const row = (item) => {
  const refused = item.state === 'refused';
  const li = make('li', `line unsent${refused ? ' refused' : ''}`);
  li.id = `u-${item.id}`;
  li.tabIndex = -1;
  li.dataset.item = String(item.id);
  const what = make('div', 'what');
  if (item.form !== 'entry') what.append(make('span', 'tag', say(item.form)));
  what.append(make('p', 'text', item.shown.text));
  const stand = make('span', 'by state', standOf(item));
  if (refused) what.append(stand, buttons(item));
  const when = make('span', 'when');
  when.append(make('time', '', item.shown.at ? Time.shown(Date.parse(item.shown.at)) : Time.clock(Date.parse(item.writtenAt))));
  li.append(make('span', 'no', refused ? '!' : item.saved ? '✓' : '…'), when, what, ...(refused ? [] : [stand]));
  return li;
};

/**
 * Twice, so that no slip of the hand does it.
 * @param {number} id
 */
export const putAway = async (id) => {
  if (sure !== id) { sure = id; await render(); return; }
  sure = null;
  // What was to correct it has nothing to correct any more, and says so.
  await Store.sent(id, null);
  Lines.field();
};

let rendering = Promise.resolve();
export const render = () => { rendering = rendering.then(draw, draw); return rendering; };
const draw = async () => {
  const items = await Store.all();
  waiting = items.filter((i) => i.state !== 'refused').length;
  const refused = items.length - waiting;
  const focused = document.activeElement?.closest('#unsent li')?.id;
  for (const eventId of Queue.saved.keys()) if (Lines.lineOf(eventId)) Queue.saved.delete(eventId);
  const sent = [...Queue.saved.values()].map((i) => ({ ...i, saved: true }));
  Lines.still(() => list.replaceChildren(...[...sent, ...items].map(row)));
  if (focused) (document.getElementById(focused) ?? Lines.last())?.focus({ preventScroll: true });
  // One keeps writing without looking up: only what lasts is said.
  const lasting = waiting > 0 && (!state.contact || state.ask !== null || state.failing > 0);
  document.title = lasting || refused ? `(${items.length}) ${title}` : title;
  list.classList.toggle('lasting', lasting);
  heading.hidden = !lasting && refused === 0;
  status(lasting ? (waiting === 1 ? say('unsent-one') : say('unsent-many', waiting)) : '', refused);
};

/** @param {string} count */
const contactSaid = (count) => {
  if (state.ask) return say(state.ask);
  if (!state.contact) return say(count ? 'no-contact-unsent' : 'no-contact', Time.clock(state.since), count);
  return state.failing && count ? say('failing', state.failing, count) : say('contact');
};

/**
 * @param {string} count
 * @param {number} refused
 */
const status = (count, refused) => {
  const { ask, kept } = state;
  const parts = [contactSaid(count), ...(ask && count ? [count] : []), ...(refused ? [say('refused-count', refused)] : []), ...(kept ? [] : [say('not-kept')])];
  const text = parts.join(' ');
  contact.classList.toggle('away', Boolean(ask || !state.contact || (state.failing && count)));
  if (contact.dataset.text === text) return;
  contact.dataset.text = text;
  contact.textContent = text;
  if (ask) {
    const link = make('a', '', say('sign-in-link'));
    link.href = `/sign-in?next=${encodeURIComponent(page.here)}`;
    contact.append(' ', link);
  }
};

/** @param {HTMLElement} li */
export const itemOf = async (li) => (await Store.all()).find((i) => i.id === Number(li.dataset.item));

Store.onChange(render);
onState(render);
Lines.onChange(render);
addEventListener('beforeunload', (e) => { if (waiting > 0) { e.preventDefault(); e.returnValue = say('leave'); } });
