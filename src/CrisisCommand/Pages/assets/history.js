// @ts-check
// The time machine moves at once: only the moment is fetched, and the address is the state. Without this its links and forms do the same.
import { ages } from './ages.js';
import { all, around, find, need } from './dom.js';

const SETTLE = 120; // ms that the slider rests before its board is asked for

const form = need('#when', HTMLFormElement);
const slider = need('#slider', HTMLInputElement);
const place = need('#moment', HTMLElement);
const said = need('#said', HTMLElement);
const unreached = need('#unreached', HTMLElement);
const now = () => need('.now', HTMLElement, place).dataset;
let wanted = Number(slider.value); // where it is going, which may be ahead of what is shown
/** @type {AbortController | null} */
let asking = null;
let resting = 0;
let inOnePull = false; // the many stops of one pull of the slider are one step of the browser's own back button

/** @typedef {'push' | 'replace' | 'stay'} Step what becomes of the browser's history */

const follow = () => {
  const { version = '', head = '', said: words = '' } = now();
  wanted = Number(version);
  slider.max = head;
  slider.value = version;
  slider.setAttribute('aria-valuetext', words);
  for (const changed of all('[data-differs]', HTMLElement, place)) {
    document.getElementById(changed.dataset.differs ?? '')?.classList.add('differs');
  }
  // Whoever changes the language comes back to this moment.
  for (const back of all('input[name=next]', HTMLInputElement)) back.value = location.pathname + location.search;
  ages();
};

/** @param {string} html */
const exchange = (html) => {
  const focus = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const comparing = find('.compare', HTMLDetailsElement, place)?.open;
  place.innerHTML = html;
  if (comparing) place.querySelector('.compare')?.setAttribute('open', '');
  // A step that leads nowhere any more is no link: the slider takes the keys instead.
  if (focus !== undefined) (document.getElementById(focus) ?? slider).focus({ preventScroll: true });
};

/**
 * @param {string} address
 * @param {Step} how
 */
const show = async (address, how = 'push') => {
  clearTimeout(resting);
  asking?.abort();
  const mine = asking = new AbortController();
  place.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { headers: { 'HX-Request': 'true', Accept: 'text/html' }, signal: mine.signal });
    if (!answer.ok || answer.redirected) {
      location.assign(address); // a page of its own says what is wrong, or lets one sign in
      return;
    }
    const html = await answer.text();
    if (mine !== asking) return;
    if (how === 'push') history.pushState(null, '', address);
    if (how === 'replace') history.replaceState(null, '', address);
    exchange(html);
    follow();
    said.textContent = now().said ?? '';
    unreached.hidden = true;
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') return;
    unreached.hidden = false;
    slider.value = now().version ?? '';
    wanted = Number(slider.value);
  }
  place.removeAttribute('aria-busy');
};

/** @param {string} version */
const to = (version) => {
  const asked = new URLSearchParams(location.search);
  for (const other of ['at', 'decision']) asked.delete(other);
  asked.set('version', version);
  return '?' + asked;
};
/**
 * @param {number} version
 * @param {() => Step} how
 */
const go = (version, how) => {
  wanted = Math.min(Number(slider.max), Math.max(1, version));
  slider.value = String(wanted);
  clearTimeout(resting);
  resting = setTimeout(() => show(to(String(wanted)), how()), SETTLE);
};

slider.addEventListener('input', () => go(Number(slider.value), () => {
  const how = inOnePull ? 'replace' : 'push';
  inOnePull = true;
  return how;
}));
slider.addEventListener('change', () => { inOnePull = false; });

document.addEventListener('keydown', (e) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
  if (!step || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey || around(e, 'input, select, textarea', HTMLElement)) return;
  e.preventDefault();
  go(wanted + step, () => 'push');
});

document.addEventListener('click', (e) => {
  // The marks of the slider are links of a drawing.
  const link = around(e, 'a[href^="?"]', Element);
  if (!link || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  const fromAfar = !place.contains(link) && !form.contains(link);
  show(link.getAttribute('href') ?? '').then(() => {
    if (!fromAfar) return;
    place.focus({ preventScroll: true });
    form.scrollIntoView();
  });
});

/** @param {HTMLFormElement} asked */
const filled = (asked) => [...new FormData(asked)].flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : []));

document.addEventListener('submit', (e) => {
  if (!(e.target instanceof HTMLFormElement) || e.target.method !== 'get') return;
  e.preventDefault();
  // The slider's own fields are those of the moment that the page came with.
  show(e.target === form ? to(slider.value) : '?' + new URLSearchParams(filled(e.target)));
});

window.addEventListener('popstate', () => show(location.href, 'stay'));

form.classList.add('scripted');
follow();
