// @ts-check
// Ages and deadlines: <time datetime data-age> as the server wrote them, kept true by the reader's clock, corrected for its error against the
// server's.
import { all } from './dom.js';
import { span } from './span.js';

const { now: served = '', overdueBy = '', dueIn = '' } = document.body.dataset;
const skew = (Date.parse(served) || Date.now()) - Date.now();

/** The time by the server's clock. */
export const now = () => Date.now() + skew;

/** @param {number} age */
const deadline = (age) => (age > 0 ? overdueBy.replace('{0}', span(age)) : dueIn.replace('{0}', span(-age)));

/**
 * Silence is data: a cell that nobody has touched for long fades.
 * @param {HTMLTimeElement} time
 * @param {number} age
 */
const fade = (time, age) => {
  const cell = time.closest('[data-stale]');
  if (!(cell instanceof HTMLElement) || !time.hasAttribute('data-cell-age')) return;
  const stale = Number(cell.dataset.stale);
  cell.classList.toggle('fading', age > stale);
  cell.classList.toggle('faded', age > stale * 2);
};

export const ages = () => {
  const today = now();
  for (const time of all('time[data-age]', HTMLTimeElement)) {
    // On a board of the past time stands still: its ages are as of then.
    const frozen = time.closest('[data-frozen]')?.getAttribute('data-frozen');
    const age = ((frozen ? Date.parse(frozen) : today) - Date.parse(time.dateTime)) / 1000;
    // The time of day stands there as it was written: what holds until then fades.
    if (time.dataset.age === 'until') {
      time.closest('[data-until]')?.classList.toggle('lapsed', age > 0);
      continue;
    }
    const isDue = time.dataset.age === 'due';
    const text = isDue ? deadline(age) : span(age);
    if (time.textContent !== text) time.textContent = text;
    if (isDue) time.closest('[data-due]')?.classList.toggle('overdue', age > 0);
    else fade(time, age);
  }
};
