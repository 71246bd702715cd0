// What is in the fields, saved at every keystroke. A draft belongs to a tab, which holds a lock for as long as it lives: what a crashed
// or closed tab leaves behind, the next one takes up. Between Enter and the disk a line is held here too, with its key.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const prefix = `desk-draft:${Desk.name}:`;
  const lockOf = (tab) => `${prefix}${tab}`;
  let tab = Desk.uuid();
  let held = [];
  let drafted = null;

  const read = (id) => { try { return JSON.parse(localStorage.getItem(prefix + id)); } catch { return null; } };
  const write = () => {
    if (drafted || held.length) localStorage.setItem(prefix + tab, JSON.stringify({ draft: drafted, held, at: Date.now() }));
    else localStorage.removeItem(prefix + tab);
  };

  const hold = (id, signal) => new Promise((ok) => {
    navigator.locks.request(lockOf(id), signal ? { signal } : { ifAvailable: true }, (lock) => {
      ok(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    }).catch(() => ok(false));
  });

  // One's own after a reload; else the newest that nobody holds.
  const claim = async () => {
    const own = sessionStorage.getItem('desk-tab');
    if (!navigator.locks) return own ?? tab;
    if (own && await hold(own, AbortSignal.timeout(800))) return own;
    const left = Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length))
      .sort((a, b) => (read(b)?.at ?? 0) - (read(a)?.at ?? 0));
    for (const id of left) if (await hold(id)) return id;
    await hold(tab);
    return tab;
  };

  Desk.Draft = {
    begin: async () => {
      const typed = drafted;
      const before = tab;
      tab = await claim();
      sessionStorage.setItem('desk-tab', tab);
      const found = read(tab);
      if (tab !== before) localStorage.removeItem(prefix + before);
      held = [...(found?.held ?? []), ...held];
      // Whoever typed already meanwhile keeps what they typed.
      drafted = drafted ?? found?.draft ?? null;
      write();
      return { draft: typed ? null : found?.draft ?? null, held: found?.held ?? [] };
    },
    save: (draft) => { drafted = draft; write(); },
    hold: (item) => { held.push(item); drafted = null; write(); },
    release: (key) => { held = held.filter((i) => i.key !== key); write(); },
  };
})();
