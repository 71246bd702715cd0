// The journal on the desk: new lines come in beneath without moving focus or scroll, and every line can be gone to by keyboard.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const { $, say, Queue } = Desk;
  const journal = $('#journal');
  const list = $('#lines');
  const live = Boolean(Desk.root.dataset.live);
  const MOST = 600;
  const marked = new Set();
  const listeners = [];
  let head = Number(list.dataset.head);
  if (!list.children.length) head = 0;

  const mark = (line, on) => {
    if (on) marked.add(line.id); else marked.delete(line.id);
    line.classList.toggle('marked', on);
    $('.basis-mark', line)?.remove();
    if (on) line.querySelector('.what').insertAdjacentHTML('beforeend', '<span class="tag basis-mark"></span>');
    if (on) $('.basis-mark', line).textContent = say('basis-mark');
    listeners.forEach((f) => f());
  };

  const place = (fresh) => {
    const old = document.getElementById(fresh.id);
    if (old) {
      const focused = old === document.activeElement;
      old.replaceWith(fresh);
      if (marked.has(fresh.id)) mark(fresh, true);
      if (focused) fresh.focus({ preventScroll: true });
      return false;
    }
    const after = [...list.children].findLast((l) => Number(l.dataset.number) < Number(fresh.dataset.number));
    if (after) after.after(fresh); else list.prepend(fresh);
    return true;
  };

  // Eight hours of lines are not kept on the page; the link leads to them.
  const shorten = () => {
    while (list.children.length > MOST && !list.firstElementChild.matches('.marked, :focus-within')) list.firstElementChild.remove();
    const first = Number(list.firstElementChild?.dataset.number ?? 1);
    const older = $('.older', journal);
    older.hidden = first <= 1;
    older.firstElementChild.href = `${Desk.here}?before=${first}`;
  };

  // Whoever reads further up goes on reading there; whoever stands at the newest line goes on standing there.
  const still = (change) => {
    const frame = journal.getBoundingClientRect();
    const atEnd = journal.scrollTop > -8;
    const seen = [...list.children].find((l) => l.getBoundingClientRect().bottom > frame.top + 4);
    const top = seen?.getBoundingClientRect().top;
    change();
    if (atEnd) journal.scrollTop = 0;
    else if (seen?.isConnected) journal.scrollTop += seen.getBoundingClientRect().top - top;
  };
  Desk.still = still;

  const add = (sheet) => {
    const [first, newest] = [Number(sheet.dataset.first), Number(sheet.dataset.head)];
    const fresh = [...sheet.children];
    still(() => {
      // Too much has happened to tell it all: the sheet takes the place of what was shown.
      if (head && first > head + 1) list.replaceChildren();
      const others = fresh.filter((line) => place(document.adoptNode(line))).filter((l) => !Queue.done.has(l.id.slice(2)));
      if (head && others.length) {
        Desk.announce(others.length === 1 ? say('new-one', others[0].querySelector('.text').textContent) : say('new-many', others.length));
        others.forEach((l) => l.classList.add('fresh'));
      }
      shorten();
    });
    head = Math.max(head, newest);
    listeners.forEach((f) => f());
  };

  let fetching = null;
  let wanted = false;
  const refresh = () => {
    wanted = true;
    fetching ??= (async () => {
      try {
        while (wanted) {
          wanted = false;
          const sheet = await Desk.fetchPage(`${Desk.here}/lines?after=${live ? head : Number.MAX_SAFE_INTEGER}`);
          if (sheet && live) add(sheet);
          if (sheet) Queue.kick();
        }
      } catch { Queue.lost(); } finally { fetching = null; }
    })();
    return fetching;
  };

  // A connection that is open and dead tells nobody; so it is asked for now and then.
  setInterval(refresh, 15_000);
  const follow = () => {
    const stream = new EventSource(`${Desk.api}/board/stream`);
    stream.onopen = refresh;
    stream.addEventListener('board', refresh);
    stream.onerror = () => {
      refresh();
      if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 5_000);
    };
  };

  const all = () => [...list.children, ...$('#unsent').children];
  const go = (line) => line?.focus();
  const field = () => $('form:not([hidden]) textarea')?.focus();
  const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };
  journal.addEventListener('keydown', (e) => {
    const line = e.target.closest('li');
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (e.key === 'Escape') { e.preventDefault(); field(); return; }
    if (!line || e.target !== line) return;
    const lines = all();
    const step = steps[e.key];
    if (step) {
      e.preventDefault();
      const at = lines.indexOf(line) + step;
      if (e.key === 'ArrowDown' && at >= lines.length) field(); else go(lines[Math.max(0, Math.min(lines.length - 1, at))]);
    } else if (e.key === 'm' || e.key === ' ') {
      e.preventDefault();
      if (line.closest('#lines')) mark(line, !marked.has(line.id));
    } else {
      Desk.Forms.onLine(line, e);
    }
  });
  journal.addEventListener('click', (e) => {
    const fix = e.target.closest('a.fix');
    if (!fix) return;
    e.preventDefault();
    Desk.Forms.correct(fix.closest('li'));
  });

  Desk.Lines = {
    refresh,
    follow,
    mark,
    marked: () => [...list.children].filter((l) => marked.has(l.id)),
    unmark: () => Desk.Lines.marked().forEach((l) => mark(l, false)),
    onChange: (f) => listeners.push(f),
    last: () => all().at(-1),
    lastFixable: () => [...list.children].findLast((l) => l.dataset.fix),
    go,
    field,
    find: (id) => document.getElementById(`l-${id}`),
  };
})();
