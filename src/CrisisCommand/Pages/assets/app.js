// What every page does with a script: ages that go on, local times, and forms that say when nobody answered. Without it the pages still read and send.
(() => {
  'use strict';
  const say = (key) => document.documentElement.lang === 'en' ? key[1] : key[0];

  // Ages: <time datetime data-age> as the server wrote them, kept true by the reader's clock, corrected for its error against the server's.
  const skew = () => Number(document.body.dataset.skew || 0);
  const units = [['d', 86400], ['h', 3600], ['min', 60]];
  const span = (seconds) => {
    const s = Math.max(0, Math.round(seconds));
    if (s < 60) return `${s} s`;
    const i = units.findIndex(([, size]) => s >= size);
    const [unit, size] = units[i];
    const rest = i < 2 ? Math.floor((s % size) / units[i + 1][1]) : 0;
    return `${Math.floor(s / size)} ${unit}${rest ? ` ${rest} ${units[i + 1][0]}` : ''}`;
  };
  const ages = (root = document) => {
    const today = Date.now() + skew();
    for (const t of root.querySelectorAll('time[data-age]')) {
      // On a board of the past time stands still: its ages are as of then.
      const frozen = t.closest('[data-frozen]')?.dataset.frozen;
      const now = frozen ? Date.parse(frozen) : today;
      const age = (now - Date.parse(t.dateTime)) / 1000;
      const due = t.dataset.age === 'due';
      const text = due ? (age > 0 ? `${say(['försenat', 'overdue by'])} ${span(age)}` : `${say(['om', 'in'])} ${span(-age)}`) : span(age);
      if (t.textContent !== text) t.textContent = text;
      const cell = t.closest('[data-stale]');
      if (due) t.closest('[data-due]')?.classList.toggle('overdue', age > 0);
      else if (cell && t.hasAttribute('data-cell-age')) {
        const stale = Number(cell.dataset.stale);
        cell.classList.toggle('fading', age > stale);
        cell.classList.toggle('faded', age > stale * 2);
      }
    }
  };
  window.CrisisPages = { ages, span, say, skew };

  document.addEventListener('DOMContentLoaded', () => {
    const served = Date.parse(document.body.dataset.now || '');
    if (served) document.body.dataset.skew = String(served - Date.now());
    ages();
    setInterval(ages, 1000);
  });

  // A form that nobody answered: the words stay where they are, and its key makes sending again safe.
  const note = (form, text) => {
    const at = form.querySelector('.answer');
    if (!at) return;
    at.innerHTML = '<div class="problem" role="alert"><p></p></div>';
    at.querySelector('p').textContent = text;
  };
  document.addEventListener('htmx:error', (e) => {
    const form = e.target instanceof Element ? e.target.closest('form') : null;
    if (form) note(form, say(['Ingen kontakt med servern. Det du skrivit ligger kvar: försök igen, inget sparas två gånger.',
      'No contact with the server. What you wrote is still here: try again, nothing is saved twice.']));
  });
})();
