// @ts-check
// What each form beside the one field is as a command.
import * as Lines from './desk-lines.js';
import { limits, say } from './desk-page.js';
import * as Time from './desk-time.js';
import { wordsOf } from './dom.js';

/** @import { Context, Fields } from './desk-store.js' */
/** @typedef {Record<string, number | undefined>} Times the fields that are times, by their names */
/** @typedef {{ path: string, body: object, text: string, at?: number }} Said the command, and how it is shown until it is in the journal */
/** @typedef {(form: HTMLFormElement, f: Fields, t: Times, context: Context) => Said} AsCommand */

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const chosen = (form, name) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLSelectElement ? wordsOf(field.selectedOptions[0]) : '';
};

/** @param {HTMLElement} line */
export const about = (line) => `${wordsOf(line.querySelector('time'))} «${wordsOf(line.querySelector('p.text'))}»`;
/** The lines that a decision rests on. */
export const basis = () => Lines.marked();
export const basisSaid = () => basis().map(about).join('; ');

/** @param {number | undefined} time */
const iso = (time) => (time === undefined ? undefined : Time.iso(time));
/** @param {Record<string, unknown>} all */
const only = (all) => Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined && v !== '' && v !== null));

/**
 * A decision of one who may take none, as an entry.
 * @param {HTMLFormElement} form
 * @param {Fields} f
 * @param {number | undefined} due
 * @param {number} decided
 */
const noted = (form, f, due, decided) => [
  say('noted', f.decision), say('noted-motive', f.motive),
  ...(f.alternatives ? [say('noted-alternatives', f.alternatives)] : []),
  ...(f.executor ? [say('noted-executor', chosen(form, 'executor'))] : []),
  ...(due ? [say('noted-due', Time.shown(due))] : []),
  ...(basis().length ? [say('noted-basis', basisSaid())] : []),
  ...(Time.now() - decided >= limits.noticed ? [say('noted-decided', Time.shown(decided))] : []),
].join('\n');

/** @type {AsCommand} */
const decide = (form, f, t) => {
  const decided = t.decidedAt ?? Time.now();
  if (!form.dataset.numbered) {
    const body = { text: noted(form, f, t.dueAt, decided), occurredAt: Time.iso(decided), category: 'decision', lateReason: f.lateReason };
    return { path: '/entries', text: f.decision, at: t.decidedAt, body: only(body) };
  }
  const { decision, motive, alternatives, executor, lateReason } = f;
  const body = { decision, motive, alternatives, executor, dueAt: iso(t.dueAt), decidedAt: Time.iso(decided), lateReason, basis: basis().map((l) => l.id.slice(2)) };
  return { path: '/decisions', text: decision, at: t.decidedAt, body: only(body) };
};

/** @type {Record<string, AsCommand>} */
export const commands = {
  correct: (_, f, t, { target }) => ({
    path: `/entries/${target}/correction`, text: f.text, body: only({ text: f.text, why: f.why, occurredAt: iso(t['occurredAt:time']) }),
  }),
  decide,
  task: (form, f, t) => ({
    path: '/tasks', text: `${chosen(form, 'function')}: ${f.text}`, body: only({ text: f.text, function: f.function, dueAt: iso(t.dueAt) }),
  }),
  situation: (_, f, t) => ({ path: '/situation', text: f.text, body: only({ text: f.text, nextAt: iso(t.nextAt) }) }),
};
