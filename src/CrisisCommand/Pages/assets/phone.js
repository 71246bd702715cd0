// A phone that follows the crisis: it hears that the board has moved and asks for what is its reader's, never touching a form that somebody is
// typing in. Without it the page still reads and sends.
(() => {
  'use strict';
  const { ages, skew } = window.CrisisPages;
  const deaf = 25000; // ms without a word (the server says something every 10 s) until the connection counts as dead
  const live = document.getElementById('live');
  const lost = document.getElementById('lost');
  const said = document.getElementById('said');
  const decide = document.getElementById('decide');
  let shown = Number(live?.dataset.version || 0);

  // What was typed for a decision outlives a reload, a dead battery and the loading of a newer board; it goes when the decision is taken.
  const store = decide && `draft:${location.pathname}${location.search}`;
  const fields = () => [...decide.elements].filter((f) => f.name && f.type !== 'hidden');
  const keep = () => {
    const kept = fields().filter((f) => !/radio|checkbox/.test(f.type) || f.checked).map((f) => [f.name, f.value]);
    sessionStorage.setItem(store, JSON.stringify(kept));
  };
  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(store) || 'null');
    if (!kept) return;
    const has = (f) => kept.some(([name, value]) => name === f.name && value === f.value);
    for (const f of fields()) {
      if (/radio|checkbox/.test(f.type)) f.checked = has(f);
      else f.value = kept.find(([name]) => name === f.name)?.[1] ?? f.value;
    }
    // A line that was picked and is on the board no more was seen all the same: it stays picked.
    const there = new Set(fields().map((f) => f.value));
    for (const [name, value] of kept.filter(([n, v]) => n === 'basis:list' && !there.has(v))) {
      const line = Object.assign(document.createElement('input'), { type: 'hidden', name, value });
      decide.append(line);
    }
    for (const d of decide.querySelectorAll('details')) d.open = [...d.querySelectorAll('textarea')].some((t) => t.value);
  };
  if (decide) {
    restore();
    decide.addEventListener('input', keep);
    document.addEventListener('htmx:after:request', (e) => {
      if (e.target === decide && e.detail.ctx.hx?.redirect) sessionStorage.removeItem(store);
    });
  }

  // Blocks: each is replaced by its newer self, unless it is in use.
  const plain = (block) => {
    const copy = block.cloneNode(true);
    copy.querySelectorAll('input[type=hidden], time[data-age], .answer').forEach((e) => e.remove());
    // What scripts and readers make of it is no news.
    for (const e of copy.querySelectorAll('*')) {
      ['open', 'data-htmx-powered'].forEach((name) => e.removeAttribute(name));
      e.classList.remove('overdue');
      if (!e.className) e.removeAttribute('class');
    }
    return copy.innerHTML.replace(/\s+/g, ' ');
  };
  const typed = (f) => f.type === 'hidden' ? false
    : f.tagName === 'SELECT' ? [...f.options].some((o) => o.selected !== o.defaultSelected) && f.selectedIndex > 0
      : /radio|checkbox/.test(f.type) ? f.checked !== f.defaultChecked
        : f.value !== f.defaultValue;
  const inUse = (block) => block.matches(':has(.htmx-request)') || block.querySelector('.answer:not(:empty)') !== null
    || (block.contains(document.activeElement) && document.activeElement.matches('input, textarea, select'))
    || [...block.querySelectorAll('input, textarea, select')].some(typed);
  const take = (fresh, before) => {
    const node = document.adoptNode(fresh);
    if (before) {
      if (before.open) node.open = true;
      const [was, now] = [before.querySelectorAll('details'), node.querySelectorAll('details')];
      was.forEach((d, i) => { if (d.open && now[i]) now[i].open = true; });
      const focused = before.contains(document.activeElement);
      before.replaceWith(node);
      if (focused) node.querySelector('button, summary, a')?.focus();
    }
    return node;
  };
  const renew = (region, fresh) => {
    const before = new Map([...region.querySelectorAll(':scope > [data-block]')].map((b) => [b.id, b]));
    let place = region.firstElementChild;
    const news = [];
    for (const block of [...fresh.querySelectorAll(':scope > [data-block]')]) {
      const known = before.get(block.id);
      before.delete(block.id);
      let node = known;
      if (!known) {
        node = take(block);
        region.insertBefore(node, place);
        news.push(node);
      } else if (plain(known) !== plain(block) && !inUse(known)) {
        node = take(block, known);
      }
      if (node !== known) window.htmx.process(node);
      place = node.nextElementSibling;
    }
    for (const block of before.values()) {
      if (!inUse(block)) block.remove();
      else if (!block.querySelector('.gone')) {
        // Typed into something that is no more: it is said, and the words stay to be copied.
        block.prepend(Object.assign(document.createElement('p'), { className: 'gone', textContent: live.dataset.gone }));
      }
    }
    return region.hasAttribute('data-announce') ? news : [];
  };
  let busy = false;
  let again = false;
  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(8000) });
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const news = [...document.querySelectorAll('[data-region]')].flatMap((region) => {
          const fresh = page.getElementById(region.id);
          return fresh ? renew(region, fresh) : [];
        });
        shown = Math.max(shown, Number(page.getElementById('live')?.dataset.version || 0));
        if (news.length) said.textContent = news.map((n) => n.querySelector('h3, p')?.textContent.trim()).join('. ');
        ages();
      }
    } catch { /* the next change, or the connection that comes back, asks again */ }
    busy = false;
    if (again) { again = false; refresh(); }
  };
  const moved = (version) => {
    if (version <= shown) return;
    shown = version;
    if (decide) document.getElementById('moved').hidden = false;
    else refresh();
  };

  // The connection. It is closed while the phone sleeps, and comes back with the newest at once.
  if (!live) return;
  let source = null;
  let heard = Date.now();
  const alive = () => { heard = Date.now(); lost.hidden = true; };
  const dead = () => {
    if (!lost.hidden || document.hidden) return;
    const at = document.getElementById('lost-age');
    at.dateTime = new Date(heard + skew()).toISOString();
    lost.hidden = false;
    ages();
  };
  const connect = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(live.dataset.moves);
    source.addEventListener('open', alive);
    source.addEventListener('beat', alive);
    source.addEventListener('moved', (e) => { alive(); moved(Number(e.data)); });
    source.addEventListener('error', () => {
      dead();
      // Signed out, or shut out: no waiting helps.
      if (source.readyState === EventSource.CLOSED) {
        fetch(location.pathname, { method: 'GET', redirect: 'manual' }).then((a) => { lost.querySelector('a').hidden = a.type !== 'opaqueredirect' && a.status !== 401; }, () => {});
      }
    });
  };
  let tried = Date.now();
  setInterval(() => {
    if (document.hidden || (Date.now() - heard < deaf && source?.readyState !== EventSource.CLOSED) || Date.now() - tried < 5000) return;
    tried = Date.now();
    dead();
    connect();
  }, 1000);
  document.addEventListener('visibilitychange', () => { if (document.hidden) source?.close(); else { heard = Date.now(); connect(); } });
  window.addEventListener('pageshow', (e) => { if (e.persisted && !decide) refresh(); });
  connect();
})();
