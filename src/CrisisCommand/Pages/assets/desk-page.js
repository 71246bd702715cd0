// @ts-check
// What the page of the desk says of itself: whose desk it is, its limits, and its words.
import { need } from './dom.js';

const root = need('#desk', HTMLElement);
const { desk = '', person = '', api = '', moves = '', here = '', worker = '', live, beat, timely, ahead, noticed } = root.dataset;
const told = need('#told', HTMLElement);
/** @type {Record<string, string>} */
const words = JSON.parse(root.dataset.words ?? '{}');

export const page = { root, name: desk, person, api, moves, here, worker, isLive: Boolean(live), beat: Number(beat) };

/**
 * The server's own, in ms: after how long a line comes late, how far a time may lie ahead, and from when on the time of what happened and of
 * what was written of it are two.
 */
export const limits = { timely: Number(timely) * 1000, ahead: Number(ahead) * 1000, noticed: Number(noticed) * 1000 };

/**
 * @param {string} key
 * @param {...(string | number)} given
 */
export const say = (key, ...given) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, n) => String(given[n] ?? ''));

/** @param {string} text */
export const announce = (text) => { told.textContent = text; };

export const uuid = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

root.classList.add('scripted');
