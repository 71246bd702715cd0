// Times as the log keeper types them: 1432, 14:32, or with a date; always Stockholm's, whatever the computer is set to.
(() => {
  'use strict';
  const root = document.getElementById('desk');
  if (!root) return;
  const words = JSON.parse(root.dataset.words);
  const Desk = window.Desk = {
    root,
    name: root.dataset.desk,
    person: root.dataset.person,
    api: root.dataset.api,
    here: root.dataset.here,
    say: (key, ...args) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, n) => args[n] ?? ''),
    $: (selector, within = root) => within.querySelector(selector),
    announce: (text) => { Desk.$('#told').textContent = text; },
  };
  root.classList.add('scripted');

  // The server's clock rules; it is told by the Date of each answer, to the second, and remembered for when nobody answers.
  let skew = Number(localStorage.getItem('desk-skew') || 0);
  const LATE = 15 * 60_000;
  const form = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  });
  const parts = (ms) => Object.fromEntries(form.formatToParts(ms).map((p) => [p.type, Number(p.value)]));
  const pad = (n) => String(n).padStart(2, '0');
  const local = (ms) => {
    const p = parts(ms);
    return { day: `${p.year}-${pad(p.month)}-${pad(p.day)}`, clock: `${pad(p.hour)}:${pad(p.minute)}` };
  };

  // Of the hour that the clock goes through twice, the later that has been; of the one that it skips, none.
  const instant = (day, clock) => {
    const said = Date.parse(`${day}T${clock}:00Z`);
    if (Number.isNaN(said)) return null;
    const found = [2, 1].map((offset) => said - offset * 3_600_000)
      .filter((ms) => { const l = local(ms); return l.day === day && l.clock === clock; });
    if (!found.length) return null;
    return found.filter((ms) => ms <= Time.now()).pop() ?? found[0];
  };

  const Time = Desk.Time = {
    LATE,
    now: () => Date.now() + skew,
    local,
    clock: (ms) => local(ms).clock,
    iso: (ms) => new Date(ms).toISOString(),
    heard: (response) => {
      const date = Date.parse(response.headers.get('date') || '');
      // Less than that is the second that the header rounds off.
      skew = Number.isNaN(date) || Math.abs(date - Date.now()) < 2_000 ? 0 : date + 500 - Date.now();
      localStorage.setItem('desk-skew', String(skew));
    },
    // For an entry a time of day is the last such time; for what is due the next.
    parse: (text, next = false) => {
      const said = text.trim();
      const full = /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2})[:.]?(\d{2})$/.exec(said);
      if (full) return instant(full[1], `${pad(full[2])}:${full[3]}`);
      const short = /^(\d{1,2})[:.]?(\d{2})$/.exec(said);
      if (!short) return null;
      const clock = `${pad(short[1])}:${short[2]}`;
      const now = Time.now();
      const today = instant(local(now).day, clock);
      if (next) return today !== null && today < now - 60_000 ? instant(local(now + 86_400_000).day, clock) : today;
      return today !== null && today > now + 5 * 60_000 ? instant(local(now - 86_400_000).day, clock) : today;
    },
    shown: (ms) => {
      const [then, now] = [local(ms), local(Time.now())];
      return then.day === now.day ? then.clock : `${then.day} ${then.clock}`;
    },
  };
})();
