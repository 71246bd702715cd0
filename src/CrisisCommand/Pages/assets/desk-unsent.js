// The lines that are not in the journal yet, beneath those that are; and whether anybody answers.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const { $, say, Store, Queue, Time } = Desk;
  const list = $('#unsent');
  const contact = $('#contact');
  const title = document.title;
  let sure = null;
  let waiting = 0;

  const make = (tag, kind, text) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  };

  const row = (item) => {
    const refused = item.state === 'refused';
    const li = make('li', `line unsent${refused ? ' refused' : ''}`);
    li.id = `u-${item.id}`;
    li.tabIndex = -1;
    li.dataset.item = item.id;
    const what = make('div', 'what');
    if (item.form !== 'entry') what.append(make('span', 'tag', say(item.form)));
    what.append(make('p', 'text', item.shown.text));
    const sending = Queue.state.sending === item.id && Queue.state.contact;
    const stand = make('span', 'by state', item.saved ? say('saved') : refused ? say('refused', item.reason)
      : sending ? say('sending') : say('waiting', Time.clock(Date.parse(item.writtenAt))));
    if (refused) {
      const edit = make('button', 'link', say('edit'));
      const away = make('button', 'link', say(sure === item.id ? 'put-away-sure' : 'put-away'));
      edit.type = away.type = 'button';
      edit.onclick = () => Desk.Forms.reopen(item);
      away.onclick = () => putAway(item.id);
      const row = make('p', 'row');
      row.append(edit, away);
      what.append(stand, row);
    }
    const when = make('span', 'when');
    const time = make('time', '', item.shown.at ? Time.shown(Date.parse(item.shown.at)) : Time.clock(Date.parse(item.writtenAt)));
    when.append(time);
    li.append(make('span', 'no', refused ? '!' : item.saved ? '✓' : '…'), when, what, ...(refused ? [] : [stand]));
    return li;
  };

  // Twice, so that no slip of the hand does it.
  const putAway = async (id) => {
    if (sure !== id) { sure = id; await render(); return; }
    sure = null;
    // What was to correct it has nothing to correct any more, and says so.
    await Store.sent(id, null);
    Desk.Lines.field();
  };

  let rendering = Promise.resolve();
  const render = () => { rendering = rendering.then(draw, draw); return rendering; };
  const draw = async () => {
    const items = await Store.all();
    waiting = items.filter((i) => i.state !== 'refused').length;
    const refused = items.length - waiting;
    const focused = document.activeElement?.closest?.('#unsent li')?.id;
    for (const eventId of Queue.saved.keys()) if (Desk.Lines.find(eventId)) Queue.saved.delete(eventId);
    const sent = [...Queue.saved.values()].map((i) => ({ ...i, saved: true }));
    Desk.still(() => list.replaceChildren(...[...sent, ...items].map(row)));
    if (focused) (document.getElementById(focused) ?? Desk.Lines.last())?.focus({ preventScroll: true });
    const count = waiting === 1 ? say('unsent-one') : say('unsent-many', waiting);
        // One keeps writing without looking up: only what lasts is said.
    const lasting = waiting > 0 && (!Queue.state.contact || Queue.state.ask || Queue.state.failing > 0);
    document.title = lasting || refused ? `(${items.length}) ${title}` : title;
    list.classList.toggle('lasting', lasting);
    $('#unsent-title').hidden = !lasting && refused === 0;
    status(lasting ? count : '', refused);
  };

  const status = (count, refused) => {
    const { contact: there, since, ask, failing, kept } = Queue.state;
    const said = ask ? say(ask)
      : !there ? say(count ? 'no-contact-unsent' : 'no-contact', Time.clock(since), count)
      : failing && count ? say('failing', failing, count)
      : say('contact');
    const parts = [said, ...(ask && count ? [count] : []), ...(refused ? [say('refused-count', refused)] : []), ...(kept ? [] : [say('not-kept')])];
    const text = parts.join(' ');
    contact.classList.toggle('away', Boolean(ask || !there || (failing && count)));
    if (contact.dataset.text === text) return;
    contact.dataset.text = text;
    contact.textContent = text;
    if (ask) {
      const link = make('a', '', say('sign-in-link'));
      link.href = `/sign-in?next=${encodeURIComponent(Desk.here)}`;
      contact.append(' ', link);
    }
  };

  Store.onChange(render);
  Queue.onState(render);
  Desk.Lines.onChange(render);
  addEventListener('beforeunload', (e) => { if (waiting > 0) { e.preventDefault(); e.returnValue = say('leave'); } });
  Desk.Unsent = {
    render,
    putAway,
    item: async (li) => (await Store.all()).find((i) => i.id === Number(li.dataset.item)),
  };
})();
