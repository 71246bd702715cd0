// @ts-check
// The forms beside the one field: correction, decision, task, situation. Enter goes on to the next field and sends from the last,
// Ctrl+Enter sends from any, Esc goes back and leaves what is typed.
import { about, basis, basisSaid, commands } from './desk-commands.js';
import * as Lines from './desk-lines.js';
import { fault, fill, isLate, missingIn, read, timesOf } from './desk-fields.js';
import { announce, page, say } from './desk-page.js';
import * as Queue from './desk-queue.js';
import * as Time from './desk-time.js';
import * as Unsent from './desk-unsent.js';
import { around, fieldsOf, find, need } from './dom.js';

/** @import { Panel } from './desk-draft.js' */
/** @import { Context, Fields, Item } from './desk-store.js' */

const NAMES = ['correct', 'decide', 'task', 'situation'];
/** @type {Record<string, HTMLFormElement | undefined>} */
const panels = Object.fromEntries(NAMES.map((n) => [n, find(`#${n}`, HTMLFormElement) ?? undefined]));
const entry = find('#entry', HTMLFormElement);
/** @type {string | null} */
let open = null;
/** @type {Context} */
let context = {};

/** @typedef {{ save: () => void, edit: (item: Item) => void, about: (words: string) => void }} OneField what the forms lie beside */
/** @type {OneField} */
let oneField = { save: () => {}, edit: () => {}, about: () => {} };
/** @param {OneField} given */
export const beside = (given) => { oneField = given; };

/**
 * @param {string} name
 * @param {HTMLFormElement} form
 */
const send = async (name, form) => {
  const fields = Object.fromEntries(Object.entries(read(form)).map(([key, value]) => [key, value.trim()]));
  const missing = missingIn(form, fields);
  if (missing) { fault(form, say('needs', missing.label), missing.name); return; }
  const times = timesOf(form, fields);
  if (!times) return;
  const { path, body, text, at } = commands[name](form, fields, times, context);
  const kept = Object.assign({ ...fields }, { _context: context });
  const shown = { text, at: at ? Time.iso(at) : null };
  const put = context.item ? Queue.putAgain(context.item, kept, path, body, shown) : Queue.put(name, kept, path, body, shown);
  fill(form, {});
  if (name === 'decide') Lines.unmark();
  close();
  announce(say('kept'));
  await put;
};

const showBasis = () => {
  const at = panels.decide && need('[data-basis]', HTMLElement, panels.decide);
  if (at) at.textContent = basis().length ? say('basis-some', basis().length, basisSaid()) : `${say('basis-none')} ${say('basis-hint')}`;
};
Lines.onChange(showBasis);

/**
 * @param {string} name
 * @param {Context} into
 * @param {Fields | null} fields
 */
export const show = (name, into = {}, fields = null) => {
  const form = panels[name];
  if (!form) return;
  if (fields) fill(form, fields);
  else if (name === 'correct' && context.target !== into.target) fill(form, { text: into.was ?? '' });
  context = into;
  if (name === 'correct') {
    need('[data-of]', HTMLElement, form).textContent = into.of ?? '';
    need('[data-was]', HTMLElement, form).textContent = into.was ?? '';
  }
  if (name === 'decide') { showBasis(); isLate(form); }
  fault(form, null);
  only(form);
  open = name;
  const first = need('textarea', HTMLTextAreaElement, form);
  first.focus();
  first.setSelectionRange(first.value.length, first.value.length);
  oneField.save();
};

/** @param {HTMLFormElement | null} form */
const only = (form) => {
  for (const panel of Object.values(panels)) if (panel) panel.hidden = panel !== form;
  if (entry) entry.hidden = form !== null;
};

const close = () => {
  only(null);
  open = null;
  oneField.save();
  Lines.field();
};

/** @param {HTMLElement | null | undefined} line */
export const correct = async (line) => {
  if (!line || !panels.correct) return;
  const item = line.dataset.item ? await Unsent.itemOf(line) : undefined;
  if (line.dataset.fix) show('correct', { target: line.id.slice(2), was: line.dataset.fix, of: about(line).slice(0, 5) });
  else if (item?.state === 'refused') reopen(item);
  else if (item?.form === 'entry') show('correct', { target: `{${item.id}}`, was: item.shown.text, of: say('waits-for') });
  else oneField.about(`${say('about', about(line))} `);
};

/** @param {Item} item */
const reopen = (item) => {
  if (item.form === 'entry') oneField.edit(item);
  else show(item.form, { ...item.fields._context, item: item.id }, item.fields);
};
Unsent.onEdit(reopen);

const keys = Object.fromEntries(NAMES.map((n) => [say(`key-${n}`), n]));
/**
 * @param {string} key
 * @returns {string | undefined}
 */
export const byKey = (key) => keys[key.toLowerCase()];
/** @param {string} name */
export const start = (name) => {
  if (name === 'correct') correct(Lines.lastFixable());
  else show(name, open === name ? context : {});
};

/** @returns {Panel | null} */
export const draft = () => {
  const form = open && panels[open];
  return open && form ? { open, context, fields: read(form) } : null;
};

/**
 * @param {HTMLElement} line
 * @param {KeyboardEvent} e
 */
const onLine = (line, e) => {
  const name = byKey(e.key);
  const isRefused = e.key === 'Delete' && line.matches('.refused');
  if (!name && !isRefused && e.key !== 'Enter') return;
  e.preventDefault();
  if (isRefused) Unsent.putAway(Number(line.dataset.item));
  else if (name && name !== 'correct') start(name);
  else correct(line);
};
Lines.onAct({ key: onLine, fix: correct });

/**
 * @param {string} name
 * @param {HTMLFormElement} form
 * @param {KeyboardEvent} e
 */
const onKey = (name, form, e) => {
  if (e.key === 'Escape') { e.preventDefault(); close(); return; }
  if (e.key !== 'Enter' || e.shiftKey || e.isComposing || around(e, 'button, a', HTMLElement)) return;
  e.preventDefault();
  // What is seldom said is passed over by Enter, and reached by Tab.
  const fields = fieldsOf(form).filter((f) => f.offsetParent && (f === e.target || f.dataset.aside === undefined));
  const next = fields[fields.findIndex((f) => f === e.target) + 1];
  if (e.ctrlKey || e.metaKey || !next) send(name, form); else next.focus();
};

for (const [name, form] of Object.entries(panels)) {
  form?.addEventListener('submit', (e) => { e.preventDefault(); send(name, form); });
  form?.addEventListener('input', () => { fault(form, null); isLate(form); oneField.save(); });
  form?.addEventListener('keydown', (e) => onKey(name, form, e));
  form?.querySelector('[data-close]')?.addEventListener('click', (e) => { e.preventDefault(); close(); });
}
page.root.addEventListener('click', (e) => { const name = around(e, '[data-open]', HTMLElement)?.dataset.open; if (name) start(name); });
