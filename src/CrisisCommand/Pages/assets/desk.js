// The one field of the desk: type, Enter, done. And what sets the desk going.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const { $, say, Queue, Lines, Forms, Draft, Time, Unsent } = Desk;
  const form = $('#entry');
  const { text, at, lateReason, late } = form
    ? { text: $('#text'), at: $('#at'), lateReason: $('#late-reason'), late: $('#late') } : {};
  const hint = $('#at-hint');
  let edited = false;
  let editing = null;

  Desk.save = () => {
    if (!form) return;
    const fields = Forms.read(form);
    const panel = Forms.draft();
    const worth = panel || text.value || edited || editing;
    Draft.save(worth ? { fields: { ...fields, [at.name]: edited ? at.value : '' }, editing, panel, marked: Lines.marked().map((l) => l.id) } : null);
  };

  const occurred = () => (edited ? Time.parse(at.value) : Time.now());
  const isLate = () => { const then = occurred(); return then !== null && Time.now() - then > Time.LATE; };
  const tick = () => {
    if (!edited) at.value = Time.clock(Time.now());
    late.classList.toggle('on', isLate());
  };
  const warn = (key, ...given) => {
    hint.textContent = key ? say(key, ...given) : '';
    hint.classList.toggle('problem', Boolean(key));
    if (key) Desk.announce(hint.textContent);
  };
  const clear = () => {
    edited = false;
    editing = null;
    Forms.fill(form, {});
    warn(null);
    tick();
  };

  const send = async () => {
    const words = text.value.trim();
    if (!words) return;
    const then = occurred();
    if (then === null) { warn('no-time', at.value); at.select(); return; }
    if (then > Time.now() + 60_000) { warn('future', at.value); at.select(); return; }
    const reason = lateReason.value.trim();
    if (isLate() && !reason) { tick(); warn('late'); lateReason.focus(); return; }
    const fields = { ...Forms.read(form), [at.name]: Time.shown(then) };
    const body = { text: words, occurredAt: Time.iso(then), category: fields.category, ...(isLate() ? { lateReason: reason } : {}) };
    const shown = { text: words, at: body.occurredAt };
    const item = editing;
    clear();
    text.focus();
    if (item) { Desk.save(); await Queue.again(item, fields, '/entries', body, shown); }
    else await Queue.put('entry', fields, '/entries', body, shown);
  };

  // A refused line comes back into the field, unless something else stands there.
  Desk.edit = (item) => {
    if (text.value.trim()) { warn('field-taken'); text.focus(); return; }
    Forms.fill(form, item.fields);
    edited = true;
    editing = item.id;
    tick();
    Desk.save();
    text.focus();
  };
  Desk.about = (words) => {
    if (!form) return;
    warn('not-fixable');
    if (!text.value.trim()) text.value = words;
    Desk.save();
    text.focus();
  };

  const radios = form ? [...form.querySelectorAll('[name="category"]')] : [];
  const choose = (radio) => { if (radio) radio.checked = true; return Boolean(radio); };
  const byPrefix = () => {
    const said = /^\/(\S)( |$)/.exec(text.value);
    if (!said || said[2] === '') return;
    if (choose(radios.find((r) => r.dataset.key === said[1].toLowerCase()))) text.value = text.value.slice(3);
    else if (Forms.byKey(said[1])) { text.value = text.value.slice(3); Forms.start(Forms.byKey(said[1])); }
  };

  const keys = (e) => {
    if (e.key === 'ArrowUp' && e.target === text && !text.value) { e.preventDefault(); Lines.go(Lines.last()); return; }
    if (e.key === 'Escape') { e.preventDefault(); if (editing || e.target !== text) { if (editing) clear(); text.focus(); Desk.save(); } return; }
    if (e.altKey && /^[1-9]$/.test(e.key) && choose(radios[Number(e.key) - 1])) { e.preventDefault(); Desk.save(); return; }
    if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.target.matches('button')) return;
    e.preventDefault();
    const word = /^\/(\S)$/.exec(text.value.trim());
    const panel = word && Forms.byKey(word[1]);
    if (panel) { text.value = ''; Forms.start(panel); } else send();
  };

  const restore = ({ draft, held }) => {
    if (draft) {
      Forms.fill(form, draft.fields);
      edited = Boolean(draft.fields[at.name]);
      editing = draft.editing;
      draft.marked?.map((id) => document.getElementById(id)).forEach((l) => l && Lines.mark(l, true));
      if (draft.panel) Forms.show(draft.panel.open, draft.panel.context, draft.panel.fields);
    }
    return Queue.recover(held);
  };

  // Without a script a reader is led here with the line to correct; with one the form is opened as ever.
  const asked = () => {
    const id = new URLSearchParams(location.search).get('correct');
    if (!id) return;
    history.replaceState(null, '', location.pathname);
    Forms.correct(Lines.find(id));
  };

  const write = async () => {
    form.addEventListener('submit', (e) => { e.preventDefault(); send(); });
    form.addEventListener('keydown', keys);
    form.addEventListener('input', (e) => {
      if (e.target === at) edited = at.value.trim() !== '';
      if (e.target === text) byPrefix();
      warn(null);
      if (e.target !== at) tick(); else late.classList.toggle('on', isLate());
      Desk.save();
    });
    at.addEventListener('focus', () => at.select());
    at.addEventListener('blur', tick);
    tick();
    setInterval(tick, 1000);
    // Whatever is typed with nothing chosen is typed into the field.
    document.addEventListener('keydown', (e) => { if (document.activeElement === document.body && e.key.length === 1 && !e.ctrlKey && !e.altKey && !e.metaKey) Lines.field(); });
    text.focus();
    asked();
    await restore(await Draft.begin());
    tick();
  };

  const keepPage = async () => {
    const registration = await navigator.serviceWorker?.register(Desk.root.dataset.worker, { scope: Desk.here });
    await navigator.serviceWorker?.ready;
    registration?.active?.postMessage({ keep: Desk.here });
  };

  Unsent.render();
  (form ? write() : Promise.resolve()).finally(() => { Queue.kick(); Lines.refresh(); Lines.follow(); Desk.root.dataset.ready = 'yes'; });
  keepPage().catch(() => { /* An old browser: the desk is there while the server is. */ });
})();
