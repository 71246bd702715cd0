// @ts-check
// What is typed in a form of the desk, and what is wrong with it.
import { limits, say } from './desk-page.js';
import * as Time from './desk-time.js';
import { fieldsOf, find, isChoice, need } from './dom.js';

/** @import { Fields } from './desk-store.js' */

const DUE = ['dueAt', 'nextAt']; // times that lie ahead

/**
 * @param {HTMLFormElement} form
 * @returns {Fields}
 */
export const read = (form) => Object.fromEntries(fieldsOf(form).filter((f) => !isChoice(f) || f.checked).map((f) => [f.name, f.value]));

/**
 * @param {HTMLFormElement} form
 * @param {Fields} fields
 */
export const fill = (form, fields) => fieldsOf(form).forEach((f) => {
  if (isChoice(f)) f.checked = fields[f.name] ? f.value === fields[f.name] : f.defaultChecked;
  else f.value = fields[f.name] ?? '';
});

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const fieldOf = (form, name) => fieldsOf(form).find((f) => f.name === name);

/**
 * @param {HTMLFormElement} form
 * @param {string | null} text
 * @param {string} [name]
 */
export const fault = (form, text, name) => {
  const at = need('[data-fault]', HTMLElement, form);
  at.hidden = !text;
  at.textContent = text ?? '';
  if (name) fieldOf(form, name)?.focus();
};

/** @param {HTMLFormElement} form */
export const isLate = (form) => {
  const row = find('[data-late]', HTMLElement, form);
  if (!row) return false;
  const decided = Time.parse(fieldOf(form, 'decidedAt')?.value ?? '');
  row.hidden = !(decided && Time.now() - decided > limits.timely);
  return !row.hidden;
};

/**
 * @param {HTMLFormElement} form
 * @param {Fields} fields
 * @returns {Record<string, number> | null} null where one is no time, which is said
 */
export const timesOf = (form, fields) => {
  /** @type {Record<string, number>} */
  const times = {};
  for (const { name } of fieldsOf(form).filter((f) => f.dataset.time !== undefined && fields[f.name])) {
    const time = Time.parse(fields[name], DUE.includes(name));
    if (time === null) { fault(form, say('no-time', fields[name]), name); return null; }
    times[name] = time;
  }
  return times;
};

/**
 * The first field that must be filled in and is not.
 * @param {HTMLFormElement} form
 * @param {Fields} fields
 */
export const missingIn = (form, fields) => {
  const late = isLate(form);
  const missing = fieldsOf(form).find((f) => (f.required || (late && f.name === 'lateReason')) && !fields[f.name]);
  if (!missing) return null;
  const label = need(`label[for="${missing.id}"]`, HTMLElement, form).firstChild?.textContent ?? '';
  return { name: missing.name, label: label.trim() };
};
