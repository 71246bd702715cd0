// @ts-check
// The alarm form: a kind is found by typing its first letters, as in a list, since a hand that holds a telephone does not reach for the mouse.
import { all, find, wordsOf } from './dom.js';

const PATIENCE = 900; // ms between two letters of one word
const kinds = all('.kinds input[type=radio]', HTMLInputElement);
let typed = '';
let at = 0;

/** @param {HTMLInputElement} kind */
const starts = (kind) => wordsOf(kind.closest('label')).trim().toLowerCase().startsWith(typed);

find('.kinds', HTMLElement)?.addEventListener('keydown', (e) => {
  if (e.key.length !== 1 || e.key === ' ' || e.ctrlKey || e.metaKey || e.altKey) return;
  typed = e.timeStamp - at > PATIENCE ? e.key.toLowerCase() : typed + e.key.toLowerCase();
  at = e.timeStamp;
  const found = kinds.find(starts);
  if (!found) return;
  found.checked = true;
  found.focus();
  e.preventDefault();
});
