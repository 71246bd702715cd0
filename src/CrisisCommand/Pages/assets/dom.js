// @ts-check
// Elements by what they are: where one is missing, or another stands in its place, it is said here and not somewhere later.

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T | null} null where there is none, or one of another kind
 */
export const find = (selector, type, within = document) => {
  const found = within.querySelector(selector);
  return found instanceof type ? found : null;
};

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T}
 */
export const need = (selector, type, within = document) => {
  const found = find(selector, type, within);
  if (!found) throw new Error(`There is no ${type.name} ${selector}.`);
  return found;
};

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T[]}
 */
export const all = (selector, type, within = document) =>
  [...within.querySelectorAll(selector)].filter(/** @returns {e is T} */ (e) => e instanceof type);

/**
 * What an event came from, or the nearest around it.
 * @template {Element} T
 * @param {Event} event
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T | null}
 */
export const around = (event, selector, type) => {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof type ? found : null;
};

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * @param {unknown} element
 * @returns {element is Field}
 */
export const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/**
 * What a person fills in: fields with a name, without the form's own.
 * @param {HTMLFormElement} form
 * @returns {Field[]}
 */
export const fieldsOf = (form) => [...form.elements].filter(isField).filter((f) => f.name && f.type !== 'hidden');

/**
 * A field that is there to be ticked or chosen.
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
export const isChoice = (field) => field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type);

/**
 * @param {Element | null | undefined} element
 * @returns {string} its words
 */
export const wordsOf = (element) => element?.textContent ?? '';
