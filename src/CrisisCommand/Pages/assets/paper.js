// @ts-check
// The running paper log: waits until the quarter is over, prints the sheet, goes on to the next. Nothing is needed of it to read a sheet.
import { need, wordsOf } from './dom.js';

const RETRY = 10_000; // ms between two tries for a page that does not come
const { run, seconds, this: here = '', next = '' } = document.body.dataset;
const timer = need('[data-timer]', HTMLElement);
const { waiting = '', printing = '', away: nobody = '' } = timer.dataset;

/** @param {number} milliseconds */
const clock = (milliseconds) => {
  const left = Math.max(Math.ceil(milliseconds / 1000), 0);
  return `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
};

/**
 * A page that does not come would end the log for good: so it is asked for first, and what is shown stays until it is there.
 * @param {string} address
 */
const goTo = async (address, away = performance.now()) => {
  try {
    const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
    if (answer.ok || answer.status < 500) {
      location.replace(address);
      return;
    }
  } catch {
    // The server or the network is away.
  }

  timer.textContent = nobody.replace('{0}', clock(performance.now() - away));
  setTimeout(() => goTo(address, away), RETRY);
};

const wait = () => {
  // By the time since the page came, not by this machine's clock, which may be wrong.
  const ends = performance.now() + Number(seconds) * 1000;
  const tick = () => {
    const left = ends - performance.now();
    if (left <= 0) {
      goTo(here);
      return;
    }

    timer.textContent = waiting.replace('{0}', clock(left));
    setTimeout(tick, Math.min(left, 1000));
  };
  tick();
};

const print = () => {
  const standing = wordsOf(timer);
  addEventListener('afterprint', () => {
    timer.textContent = standing;
    if (next) goTo(next);
  }, { once: true });
  addEventListener('load', () => {
    timer.textContent = printing;
    window.print();
  }, { once: true });
};

if (run === 'wait') wait();
else if (run === 'print') print();
