// @ts-check
// The blocks of a phone's page: each is replaced by its newer self, unless it is in use.
import { all, isChoice, isField } from './dom.js';
import { htmx } from './htmx.js';

/** @import { Field } from './dom.js' */

/**
 * What scripts and readers make of a block is no news.
 * @param {HTMLElement} block
 */
const plain = (block) => {
  const copy = /** @type {HTMLElement} */ (block.cloneNode(true));
  copy.querySelectorAll('input[type=hidden], time[data-age], .answer').forEach((e) => e.remove());
  for (const e of copy.querySelectorAll('*')) {
    ['open', 'data-htmx-powered'].forEach((name) => e.removeAttribute(name));
    e.classList.remove('overdue');
    if (!e.className) e.removeAttribute('class');
  }
  return copy.innerHTML.replace(/\s+/g, ' ');
};

/** @param {Field} f */
const isTyped = (f) => {
  if (f.type === 'hidden') return false;
  if (f instanceof HTMLSelectElement) return [...f.options].some((o) => o.selected !== o.defaultSelected) && f.selectedIndex > 0;
  return isChoice(f) ? f.checked !== f.defaultChecked : f.value !== f.defaultValue;
};

/** @param {HTMLElement} block */
const isInUse = (block) => block.matches(':has(.htmx-request)') || block.querySelector('.answer:not(:empty)') !== null
  || (block.contains(document.activeElement) && isField(document.activeElement))
  || [...block.querySelectorAll('input, textarea, select')].filter(isField).some(isTyped);

/**
 * @param {HTMLElement} fresh
 * @param {HTMLElement} [before]
 */
const take = (fresh, before) => {
  const node = document.adoptNode(fresh);
  if (!before) return node;
  if (before instanceof HTMLDetailsElement && before.open) node.setAttribute('open', '');
  const [was, now] = [before.querySelectorAll('details'), node.querySelectorAll('details')];
  was.forEach((d, i) => { if (d.open && now[i]) now[i].open = true; });
  const focused = before.contains(document.activeElement);
  before.replaceWith(node);
  if (focused) all('button, summary, a', HTMLElement, node)[0]?.focus();
  return node;
};

/**
 * @param {HTMLElement} block
 * @param {string} gone
 */
const leave = (block, gone) => {
  if (!isInUse(block)) block.remove();
  // Typed into something that is no more: it is said, and the words stay to be copied.
  else if (!block.querySelector('.gone')) block.prepend(Object.assign(document.createElement('p'), { className: 'gone', textContent: gone }));
};

/**
 * @param {HTMLElement} region
 * @param {HTMLElement} fresh the same region of a newer page
 * @param {string} gone what is said of a block that is no more
 * @returns {HTMLElement[]} what is new and to be told
 */
export const renew = (region, fresh, gone) => {
  const before = new Map(all(':scope > [data-block]', HTMLElement, region).map((b) => [b.id, b]));
  let place = region.firstElementChild;
  const news = [];
  for (const block of all(':scope > [data-block]', HTMLElement, fresh)) {
    const known = before.get(block.id);
    before.delete(block.id);
    const node = known && (plain(known) === plain(block) || isInUse(known)) ? known : take(block, known);
    if (!known) {
      region.insertBefore(node, place);
      news.push(node);
    }
    if (node !== known) htmx.process(node);
    place = node.nextElementSibling;
  }
  for (const block of before.values()) leave(block, gone);
  return region.hasAttribute('data-announce') ? news : [];
};
