// @ts-check
// The one field of the desk: type, Enter, done.
import * as Drafts from './desk-draft.js';
import { fill, read } from './desk-fields.js';
import * as Forms from './desk-forms.js';
import * as Lines from './desk-lines.js';
import { announce, limits, say } from './desk-page.js';
import * as Queue from './desk-queue.js';
import { begin } from './desk-start.js';
import * as Time from './desk-time.js';
import { around, need } from './dom.js';

/** @import { Item } from './desk-store.js' */

const form = need('#entry', HTMLFormElement);
const text = need('#text', HTMLTextAreaElement, form);
const at = need('#at', HTMLInputElement, form);
const lateReason = need('#late-reason', HTMLInputElement, form);
const late = need('#late', HTMLElement, form);
const hint = need('#at-hint', HTMLElement, form);
const radios = [...form.querySelectorAll('[name="category"]')].filter((r) => r instanceof HTMLInputElement);
let edited = false;
/** @type {number | null} */
let editing = null;

const save = () => {
  const panel = Forms.draft();
  const fields = { ...read(form), [at.name]: edited ? at.value : '' };
  Drafts.save(panel || text.value || edited || editing ? { fields, editing, panel, marked: Lines.marked().map((l) => l.id) } : null);
};

const occurred = () => (edited ? Time.parse(at.value) : Time.now());
const isLate = () => { const then = occurred(); return then !== null && Time.now() - then > limits.timely; };
const tick = () => {
  if (!edited) at.value = Time.clock(Time.now());
  late.classList.toggle('on', isLate());
};
/**
 * @param {string | null} key
 * @param {...string} given
 */
const warn = (key, ...given) => {
  hint.textContent = key ? say(key, ...given) : '';
  hint.classList.toggle('problem', Boolean(key));
  if (key) announce(hint.textContent);
};
const clear = () => {
  edited = false;
  editing = null;
  fill(form, {});
  warn(null);
  tick();
};

const send = async () => {
  const words = text.value.trim();
  if (!words) return;
  const then = occurred();
  if (then === null) { warn('no-time', at.value); at.select(); return; }
  if (then > Time.now() + limits.ahead) { warn('future', at.value); at.select(); return; }
  const reason = lateReason.value.trim();
  if (isLate() && !reason) { tick(); warn('late'); lateReason.focus(); return; }
  const fields = { ...read(form), [at.name]: Time.shown(then) };
  const body = { text: words, occurredAt: Time.iso(then), category: read(form).category, ...(isLate() ? { lateReason: reason } : {}) };
  const shown = { text: words, at: body.occurredAt };
  const item = editing;
  clear();
  text.focus();
  if (item) { save(); await Queue.putAgain(item, fields, '/entries', body, shown); }
  else await Queue.put('entry', fields, '/entries', body, shown);
};

/**
 * A refused line comes back into the field, unless something else stands there.
 * @param {Item} item
 */
const edit = (item) => {
  if (text.value.trim()) { warn('field-taken'); text.focus(); return; }
  fill(form, item.fields);
  edited = true;
  editing = item.id;
  tick();
  save();
  text.focus();
};
/** @param {string} words */
const about = (words) => {
  warn('not-fixable');
  if (!text.value.trim()) text.value = words;
  save();
  text.focus();
};

/** @param {HTMLInputElement | undefined} radio */
const choose = (radio) => { if (radio) radio.checked = true; return Boolean(radio); };
const byPrefix = () => {
  const said = /^\/(\S)( |$)/.exec(text.value);
  if (!said || said[2] === '') return;
  const panel = Forms.byKey(said[1]);
  if (choose(radios.find((r) => r.dataset.key === said[1].toLowerCase()))) text.value = text.value.slice(3);
  else if (panel) { text.value = text.value.slice(3); Forms.start(panel); }
};

/** @param {KeyboardEvent} e */
const keys = (e) => {
  if (e.key === 'ArrowUp' && e.target === text && !text.value) { e.preventDefault(); Lines.go(Lines.last()); return; }
  if (e.key === 'Escape') { e.preventDefault(); if (editing || e.target !== text) { if (editing) clear(); text.focus(); save(); } return; }
  if (e.altKey && /^[1-9]$/.test(e.key) && choose(radios[Number(e.key) - 1])) { e.preventDefault(); save(); return; }
  if (e.key !== 'Enter' || e.shiftKey || e.isComposing || around(e, 'button', HTMLElement)) return;
  e.preventDefault();
  const panel = Forms.byKey(/^\/(\S)$/.exec(text.value.trim())?.[1] ?? '');
  if (panel) { text.value = ''; Forms.start(panel); } else send();
};

Forms.beside({ save, edit, about });
form.addEventListener('submit', (e) => { e.preventDefault(); send(); });
form.addEventListener('keydown', keys);
form.addEventListener('input', (e) => {
  if (e.target === at) edited = at.value.trim() !== '';
  if (e.target === text) byPrefix();
  warn(null);
  if (e.target !== at) tick(); else late.classList.toggle('on', isLate());
  save();
});
at.addEventListener('focus', () => at.select());
at.addEventListener('blur', tick);
tick();
setInterval(tick, 1000);
// Whatever is typed with nothing chosen is typed into the field.
document.addEventListener('keydown', (e) => { if (document.activeElement === document.body && e.key.length === 1 && !e.ctrlKey && !e.altKey && !e.metaKey) Lines.field(); });

// Without a script a reader is led here with the line to correct; with one the form is opened as ever.
const asked = () => {
  const id = new URLSearchParams(location.search).get('correct');
  if (!id) return;
  history.replaceState(null, '', location.pathname);
  Forms.correct(Lines.lineOf(id));
};

const restore = async () => {
  const { draft, held } = await Drafts.begin();
  if (draft) {
    fill(form, draft.fields);
    edited = Boolean(draft.fields[at.name]);
    editing = draft.editing;
    draft.marked?.map((id) => document.getElementById(id)).forEach((l) => l && Lines.mark(l, true));
    if (draft.panel) Forms.show(draft.panel.open, draft.panel.context, draft.panel.fields);
  }
  await Queue.recover(held);
  tick();
};

text.focus();
asked();
restore().finally(begin);
