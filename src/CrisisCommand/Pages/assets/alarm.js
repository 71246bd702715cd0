// The alarm form: a kind is found by typing its first letters, as in a list, since a hand that holds a telephone does not reach for the mouse.
(() => {
  'use strict';
  const patience = 900;
  document.addEventListener('DOMContentLoaded', () => {
    const kinds = [...document.querySelectorAll('.kinds input[type=radio]')];
    let typed = '', at = 0;
    const starts = (kind) => kind.closest('label').textContent.trim().toLowerCase().startsWith(typed);
    document.querySelector('.kinds')?.addEventListener('keydown', (e) => {
      if (e.key.length !== 1 || e.key === ' ' || e.ctrlKey || e.metaKey || e.altKey) return;
      typed = e.timeStamp - at > patience ? e.key.toLowerCase() : typed + e.key.toLowerCase();
      at = e.timeStamp;
      const found = kinds.find(starts);
      if (!found) return;
      found.checked = true;
      found.focus();
      e.preventDefault();
    });
  });
})();
