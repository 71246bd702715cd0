// @ts-check
// What was typed for a decision outlives a reload, a dead battery and the loading of a newer board; it goes when the decision is taken.
import { fieldsOf, isChoice } from './dom.js';

const store = `draft:${location.pathname}${location.search}`;

/** @param {HTMLFormElement} form */
const keep = (form) => {
  const kept = fieldsOf(form).filter((f) => !isChoice(f) || f.checked).map((f) => [f.name, f.value]);
  sessionStorage.setItem(store, JSON.stringify(kept));
};

/** @param {HTMLFormElement} form */
const restore = (form) => {
  /** @type {[string, string][] | null} */
  const kept = JSON.parse(sessionStorage.getItem(store) || 'null');
  if (!kept) return;
  for (const f of fieldsOf(form)) {
    if (isChoice(f)) f.checked = kept.some(([name, value]) => name === f.name && value === f.value);
    else f.value = kept.find(([name]) => name === f.name)?.[1] ?? f.value;
  }
  // A line that was picked and is on the board no more was seen all the same: it stays picked.
  const there = new Set(fieldsOf(form).map((f) => f.value));
  for (const [name, value] of kept.filter(([n, v]) => n === 'basis:list' && !there.has(v))) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  for (const d of form.querySelectorAll('details')) d.open = [...d.querySelectorAll('textarea')].some((t) => t.value);
};

/** @param {HTMLFormElement} form */
export const outlive = (form) => {
  restore(form);
  form.addEventListener('input', () => keep(form));
  document.addEventListener('htmx:after:request', (e) => {
    const { detail } = /** @type {CustomEvent<{ ctx: { hx?: { redirect?: string } } }>} */ (e);
    if (e.target === form && detail.ctx.hx?.redirect) sessionStorage.removeItem(store);
  });
};
