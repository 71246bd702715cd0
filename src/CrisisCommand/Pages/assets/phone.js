// @ts-check
// A phone that follows the crisis: it hears that the board has moved and asks for what is its reader's, never touching a form that somebody is
// typing in. Without it the page still reads and sends.
import { ages } from './ages.js';
import { connect } from './connection.js';
import { all, find, need, wordsOf } from './dom.js';
import { htmx } from './htmx.js';
import { renew } from './phone-blocks.js';
import { outlive } from './phone-draft.js';

const live = find('#live', HTMLElement);
const decide = find('#decide', HTMLFormElement);
let shown = Number(live?.dataset.version || 0);
let busy = false;
let again = false;

/** @param {Document} page */
const place = (page) => {
  const news = all('[data-region]', HTMLElement).flatMap((region) => {
    const fresh = page.getElementById(region.id);
    return fresh ? renew(region, fresh, live?.dataset.gone ?? '') : [];
  });
  shown = Math.max(shown, Number(page.getElementById('live')?.dataset.version || 0));
  if (news.length) need('#said', HTMLElement).textContent = news.map((n) => wordsOf(n.querySelector('h3, p')).trim()).join('. ');
  ages();
};

const refresh = async () => {
  if (busy) { again = true; return; }
  busy = true;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(htmx.config.defaultTimeout) });
    if (answer.ok && !answer.redirected) place(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  } catch { /* the next change, or the connection that comes back, asks again */ }
  busy = false;
  if (again) { again = false; refresh(); }
};

/** @param {number} version */
const moved = (version) => {
  if (version <= shown) return;
  shown = version;
  if (decide) need('#moved', HTMLElement).hidden = false;
  else refresh();
};

if (decide) outlive(decide);
// The stream is closed while the phone sleeps, and comes back with the newest at once.
if (live) {
  connect({ version: () => shown, message: (m) => moved(Number(m.id)) });
  window.addEventListener('pageshow', (e) => { if (e.persisted && !decide) refresh(); });
}
