// The time machine moves at once: only the moment is fetched, and the address is the state. Without this its links and forms do the same.
(() => {
  'use strict';
  const { ages } = window.CrisisPages;
  const settle = 120; // ms that the slider rests before its board is asked for

  const form = document.getElementById('when');
  const slider = document.getElementById('slider');
  const place = document.getElementById('moment');
  const said = document.getElementById('said');
  const unreached = document.getElementById('unreached');
  const now = () => place.querySelector('.now');
  let wanted = Number(slider.value); // where it is going, which may be ahead of what is shown
  let asking = null;
  let resting = 0;
  let inOnePull = false; // the many stops of one pull of the slider are one step of the browser's own back button

  const follow = () => {
    const { version, head, said: words } = now().dataset;
    wanted = Number(version);
    slider.max = head;
    slider.value = version;
    slider.setAttribute('aria-valuetext', words);
    for (const changed of place.querySelectorAll('[data-differs]')) {
      document.getElementById(changed.dataset.differs)?.classList.add('differs');
    }
    // Whoever changes the language comes back to this moment.
    for (const back of document.querySelectorAll('input[name=next]')) back.value = location.pathname + location.search;
    ages();
  };

  const exchange = (html) => {
    const focus = place.contains(document.activeElement) ? document.activeElement.id : null;
    const comparing = place.querySelector('.compare')?.open;
    place.innerHTML = html;
    if (comparing) place.querySelector('.compare')?.setAttribute('open', '');
    // A step that leads nowhere any more is no link: the slider takes the keys instead.
    if (focus !== null) (document.getElementById(focus) ?? slider).focus({ preventScroll: true });
  };

  // how: what becomes of the browser's history
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
      said.textContent = now().dataset.said;
      unreached.hidden = true;
    } catch (e) {
      if (e.name === 'AbortError') return;
      unreached.hidden = false;
      slider.value = wanted = Number(now().dataset.version);
    }
    place.removeAttribute('aria-busy');
  };

  const to = (version) => {
    const asked = new URLSearchParams(location.search);
    for (const other of ['at', 'decision']) asked.delete(other);
    asked.set('version', version);
    return '?' + asked;
  };
  const go = (version, how) => {
    wanted = Math.min(Number(slider.max), Math.max(1, version));
    slider.value = wanted;
    clearTimeout(resting);
    resting = setTimeout(() => show(to(wanted), how()), settle);
  };

  slider.addEventListener('input', () => go(Number(slider.value), () => {
    const how = inOnePull ? 'replace' : 'push';
    inOnePull = true;
    return how;
  }));
  slider.addEventListener('change', () => { inOnePull = false; });

  document.addEventListener('keydown', (e) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (!step || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey || e.target.closest('input, select, textarea')) return;
    e.preventDefault();
    go(wanted + step, () => 'push');
  });

  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href^="?"]');
    if (!link || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    const fromAfar = !place.contains(link) && !form.contains(link);
    show(link.getAttribute('href')).then(() => {
      if (!fromAfar) return;
      place.focus({ preventScroll: true });
      form.scrollIntoView();
    });
  });

  document.addEventListener('submit', (e) => {
    if (e.target.method !== 'get') return;
    e.preventDefault();
    // The slider's own fields are those of the moment that the page came with.
    show(e.target === form ? to(slider.value) : '?' + new URLSearchParams([...new FormData(e.target)].filter(([, value]) => value)));
  });

  window.addEventListener('popstate', () => show(location.href, 'stay'));

  form.classList.add('scripted');
  document.addEventListener('DOMContentLoaded', follow);
})();
