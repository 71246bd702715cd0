// @ts-check
// The one connection of a page that shows a board: it hears of changes, and where it hears nothing the page says so and how old it is.
import { ages, now } from './ages.js';
import { need } from './dom.js';
import { follow } from './follow.js';

/** @import { StreamEvent } from './events.js' */

/**
 * @param {{ version: () => number, message: (event: StreamEvent) => void }} page
 * @returns {() => void} asks for the whole board
 */
export const connect = ({ version, message }) => {
  const { stream = '', beat } = need('#live', HTMLElement).dataset;
  const lost = need('#lost', HTMLElement);
  const since = need('#lost-age', HTMLTimeElement);
  const signIn = need('a', HTMLAnchorElement, lost);
  let heard = now();

  const alive = () => {
    heard = now();
    if (!lost.hidden) lost.hidden = true;
  };
  /** @param {number} status */
  const dead = (status) => {
    // Signed out, or shut out: no waiting helps.
    signIn.hidden = status !== 401;
    if (!lost.hidden || document.hidden) return;
    since.dateTime = new Date(heard).toISOString();
    lost.hidden = false;
    ages();
  };
  return follow(stream, { beat: Number(beat), version, message, alive, dead });
};
