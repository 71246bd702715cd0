// The forms beside the one field: correction, decision, task, situation. Enter goes on to the next field and sends from the last,
// Ctrl+Enter sends from any, Esc goes back and leaves what is typed.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const { $, say, Queue, Lines, Time } = Desk;
  const names = ['correct', 'decide', 'task', 'situation'];
  const panels = Object.fromEntries(names.map((n) => [n, $(`#${n}`)]).filter(([, f]) => f));
  const entry = $('#entry');
  let open = null;
  let context = {};

  const inputs = (form) => [...form.elements].filter((f) => f.name && f.type !== 'hidden');
  const read = (form) => Object.fromEntries(inputs(form).filter((f) => f.type !== 'radio' || f.checked).map((f) => [f.name, f.value]));
  const fill = (form, fields) => inputs(form).forEach((f) => {
    if (f.type === 'radio') f.checked = fields[f.name] ? f.value === fields[f.name] : f.defaultChecked;
    else f.value = fields[f.name] ?? '';
  });
  const label = (form, name) => $(`label[for="${form.elements[name].id}"]`, form).firstChild.textContent.trim();
  const chosen = (form, name) => form.elements[name].selectedOptions[0]?.textContent;
  const fault = (form, text, name) => {
    const at = $('[data-fault]', form);
    at.hidden = !text;
    at.textContent = text ?? '';
    if (name) form.elements[name].focus();
  };

  const basis = () => Lines.marked();
  const about = (line) => `${line.querySelector('time').textContent} «${line.querySelector('p.text').textContent}»`;
  const noted = (form, f, due, decided) => [
    say('noted', f.decision), say('noted-motive', f.motive),
    ...(f.alternatives ? [say('noted-alternatives', f.alternatives)] : []),
    ...(f.executor ? [say('noted-executor', chosen(form, 'executor'))] : []),
    ...(due ? [say('noted-due', Time.shown(due))] : []),
    ...(basis().length ? [say('noted-basis', basis().map(about).join('; '))] : []),
    ...(Time.now() - decided > 60_000 ? [say('noted-decided', Time.shown(decided))] : []),
  ].join('\n');
  const only = (all) => Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined && v !== '' && v !== null));

  // What each form is as a command.
  const commands = {
    correct: (form, f) => ({ path: `/entries/${context.target}/correction`, body: { text: f.text, why: f.why }, text: f.text }),
    decide: (form, f, t) => form.dataset.numbered
      ? {
        path: '/decisions', text: f.decision, at: t.decidedAt,
        body: only({ decision: f.decision, motive: f.motive, alternatives: f.alternatives, executor: f.executor, dueAt: t.dueAt && Time.iso(t.dueAt),
          decidedAt: Time.iso(t.decidedAt ?? Time.now()), basis: basis().map((l) => l.id.slice(2)) }),
      }
      : {
        path: '/entries', text: f.decision, at: t.decidedAt,
        body: only({ text: noted(form, f, t.dueAt, t.decidedAt ?? Time.now()), occurredAt: Time.iso(t.decidedAt ?? Time.now()), category: 'decision', lateReason: f.lateReason }),
      },
    task: (form, f, t) => ({ path: '/tasks', text: `${chosen(form, 'function')}: ${f.text}`, body: only({ text: f.text, function: f.function, dueAt: t.dueAt && Time.iso(t.dueAt) }) }),
    situation: (form, f) => ({ path: '/situation', text: f.text, body: { text: f.text } }),
  };

  const late = (form) => {
    const row = $('[data-late]', form);
    if (!row) return false;
    const decided = Time.parse(form.elements.decidedAt.value);
    row.hidden = !(decided && Time.now() - decided > Time.LATE);
    return !row.hidden;
  };

  const send = async (name) => {
    const form = panels[name];
    const fields = read(form);
    for (const key of Object.keys(fields)) fields[key] = fields[key].trim();
    const missing = inputs(form).find((f) => f.required && !fields[f.name]) ?? (late(form) && !fields.lateReason && form.elements.lateReason);
    if (missing) { fault(form, say('needs', label(form, missing.name)), missing.name); return; }
    const times = {};
    for (const f of form.querySelectorAll('[data-time]')) {
      if (!fields[f.name]) continue;
      times[f.name] = Time.parse(fields[f.name], f.name === 'dueAt');
      if (times[f.name] === null) { fault(form, say('no-time', fields[f.name]), f.name); return; }
    }
    const { path, body, text, at } = commands[name](form, fields, times);
    const kept = { ...fields, _context: context };
    const shown = { text, at: at ? Time.iso(at) : null };
    const put = context.item ? Queue.again(context.item, kept, path, body, shown) : Queue.put(name, kept, path, body, shown);
    fill(form, {});
    if (name === 'decide') Lines.unmark();
    close();
    Desk.announce(say('kept'));
    await put;
  };

  const showBasis = () => {
    const at = panels.decide && $('[data-basis]', panels.decide);
    if (at) at.textContent = basis().length ? say('basis-some', basis().length, basis().map(about).join('; ')) : `${say('basis-none')} ${say('basis-hint')}`;
  };
  Lines.onChange(showBasis);

  const show = (name, into = {}, fields = null) => {
    const form = panels[name];
    if (!form) return;
    if (fields) fill(form, fields);
    else if (name === 'correct' && context.target !== into.target) fill(form, { text: into.was });
    context = into;
    if (name === 'correct') {
      $('[data-of]', form).textContent = into.of ?? '';
      $('[data-was]', form).textContent = into.was ?? '';
    }
    if (name === 'decide') { showBasis(); late(form); }
    fault(form, null);
    Object.values(panels).forEach((p) => { p.hidden = p !== form; });
    if (entry) entry.hidden = true;
    open = name;
    const first = $('textarea', form);
    first.focus();
    first.setSelectionRange(first.value.length, first.value.length);
    Desk.save();
  };

  const close = () => {
    Object.values(panels).forEach((p) => { p.hidden = true; });
    if (entry) entry.hidden = false;
    open = null;
    Desk.save();
    Lines.field();
  };

  const correct = async (line) => {
    if (!line || !panels.correct) return;
    const item = line.dataset.item && await Desk.Unsent.item(line);
    if (line.dataset.fix) show('correct', { target: line.id.slice(2), was: line.dataset.fix, of: about(line).slice(0, 5) });
    else if (item?.state === 'refused') reopen(item);
    else if (item?.form === 'entry') show('correct', { target: `{${item.id}}`, was: item.shown.text, of: say('waits-for') });
    else Desk.about(`${say('about', about(line))} `);
  };

  const reopen = (item) => {
    if (item.form === 'entry') Desk.edit(item);
    else show(item.form, { ...item.fields._context, item: item.id }, item.fields);
  };

  const keys = Object.fromEntries(names.map((n) => [say(`key-${n}`), n]));
  const byKey = (key) => keys[key.toLowerCase()];
  const start = (name) => (name === 'correct' ? correct(Lines.lastFixable()) : panels[name] ? show(name, open === name ? context : {}) : null);

  for (const [name, form] of Object.entries(panels)) {
    form.addEventListener('submit', (e) => { e.preventDefault(); send(name); });
    form.addEventListener('input', () => { fault(form, null); late(form); Desk.save(); });
    form.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') { e.preventDefault(); close(); return; }
      if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.target.matches('button, a')) return;
      e.preventDefault();
      const fields = inputs(form).filter((f) => f.offsetParent);
      const next = fields[fields.indexOf(e.target) + 1];
      if (e.ctrlKey || e.metaKey || !next) send(name); else next.focus();
    });
    $('[data-close]', form).addEventListener('click', (e) => { e.preventDefault(); close(); });
  }
  Desk.root.addEventListener('click', (e) => { const name = e.target.closest('[data-open]')?.dataset.open; if (name) start(name); });

  Desk.Forms = {
    read, fill, start, byKey, correct, reopen, show,
    onLine: (line, e) => {
      if (e.key === 'Enter') { e.preventDefault(); correct(line); }
      else if (e.key === 'Delete' && line.matches('.refused')) { e.preventDefault(); Desk.Unsent.putAway(Number(line.dataset.item)); }
      else if (byKey(e.key)) { e.preventDefault(); if (byKey(e.key) === 'correct') correct(line); else start(byKey(e.key)); }
    },
    draft: () => (open ? { open, context, fields: read(panels[open]) } : null),
  };
})();
