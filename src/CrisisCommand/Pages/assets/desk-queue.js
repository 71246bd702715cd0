// Store and forward. Every command goes into the store first, with its key, and is sent from there: in order, one at a time, by one tab
// at a time. The key makes it safe to send again what nobody answered. What is refused stays, and holds nothing up.
(() => {
  'use strict';
  const Desk = window.Desk;
  if (!Desk) return;
  const { Store, Draft, Time, say } = Desk;
  const PROBLEM = 'urn:crisis-command:';
  const PATIENCE = 10_000;
  const language = document.documentElement.lang;
  const PAUSES = [1, 2, 4, 8, 15].map((s) => s * 1000);
  const state = { contact: true, since: 0, sending: null, ask: null, failing: 0, kept: true };
  const done = new Set();
  // Sent, and shown so until the journal on the page has them.
  const saved = new Map();
  const listeners = [];
  let token = document.querySelector('meta[name="forgery"]').content;
  let tries = 0;
  let timer = 0;
  let running = false;
  let again = false;

  const tell = (change) => { Object.assign(state, change); listeners.forEach((f) => f(state)); };
  const contact = (there) => {
    if (there !== state.contact) tell({ contact: there, since: Time.now() });
    if (there) state.failing = 0;
  };

  // A page or fragment of ours; throws where nobody answers, and answers null where somebody must sign in.
  Desk.fetchPage = async (path) => {
    const response = await fetch(path, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE), headers: { Accept: '*/*', 'Accept-Language': language } });
    if (response.type === 'opaqueredirect' || response.status === 401) {
      tell({ ask: 'sign-in' });
      return null;
    }
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    // The crisis is not for this reader any more; what is unsent will be told so.
    if (!response.ok) { contact(true); return null; }
    Time.heard(response);
    contact(true);
    const lines = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#lines');
    if (lines.dataset.person !== Desk.person) {
      tell({ ask: 'other-person' });
      return null;
    }
    token = lines.dataset.forgery;
    if (state.ask) { tell({ ask: null }); kick(); }
    return lines;
  };

  const post = async (item) => {
    const response = await fetch(Desk.api + item.path, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': `"${item.key}"`, RequestVerificationToken: token },
      body: item.body,
    });
    const body = response.type === 'opaqueredirect' ? '' : await response.text();
    let json = {};
    try { json = JSON.parse(body || '{}'); } catch { /* Not ours: a proxy's page. */ }
    return { status: response.type === 'opaqueredirect' ? 401 : response.status, json, code: String(json.type ?? '').replace(PROBLEM, '') };
  };

  // Written in time and kept from the server by no fault of the writer's: the queue itself says so where the rule asks.
  const excused = (item, code) => {
    const body = JSON.parse(item.body);
    const written = Date.parse(item.writtenAt);
    if (item.path !== '/entries' || body.lateReason || Time.now() - written < 60_000) return null;
    if (code !== 'journal.late-reason-required' && code !== 'journal.stood-down') return null;
    if (written - Date.parse(body.occurredAt) > Time.LATE) return null;
    const lateReason = say('outage', Time.clock(written));
    // A refusal of the rules that is final is remembered by its key, one of the input is not; the same key is kept where it can be.
    return { ...item, body: JSON.stringify({ ...body, lateReason }), amended: true, key: code === 'journal.stood-down' ? Desk.uuid() : item.key };
  };

  const reasonOf = (json, status) => [json.detail ?? String(status), ...(json.errors ?? []).map((e) => e.detail)]
    .filter((text, at, all) => all.indexOf(text) === at).join(' ');

  const finish = async (item, eventId) => {
    if (eventId) { done.add(eventId); saved.set(eventId, item); }
    await Store.sent(item.id, eventId);
    Draft.release(item.key);
    tries = 0;
    Desk.Lines?.refresh();
  };

  // Whether to go on at once with the next.
  const settle = async (item, { status, json, code }, fresh) => {
    if (status === 401 || code === 'access.forged-request') {
      return fresh ? false : await Desk.fetchPage(`${Desk.here}/lines?after=${Number.MAX_SAFE_INTEGER}`) !== null && attempt(item, true);
    }
    if (status >= 500 || status === 408 || status === 425 || status === 429 || status === 0) {
      tell({ failing: status });
      return false;
    }
    contact(true);
    if (status < 300) return finish(item, json.eventId).then(() => true);
    // The key was carried out, with the words that it was first sent with.
    if (code === 'platform.idempotency-key-reused' && item.amended) return finish(item, null).then(() => true);
    const amended = excused(item, code);
    await Store.change(item.id, (i) => amended ?? { ...i, state: 'refused', reason: reasonOf(json, status) });
    return true;
  };

  const attempt = async (item, fresh = false) => {
    tell({ sending: item.id });
    try {
      return await settle(item, await post(item), fresh);
    } catch {
      contact(false);
      return false;
    } finally {
      tell({ sending: null });
    }
  };

  const drain = async () => {
    for (;;) {
      // A line that refers to one that is not sent yet waits for it.
      const next = (await Store.all()).find((i) => i.state !== 'refused' && !i.path.includes('{'));
      if (!next) { tries = 0; return; }
      if (!await attempt(next)) {
        clearTimeout(timer);
        timer = setTimeout(kick, PAUSES[Math.min(tries++, PAUSES.length - 1)] * (0.8 + Math.random() * 0.4));
        return;
      }
    }
  };

  async function kick() {
    if (running) { again = true; return; }
    running = true;
    clearTimeout(timer);
    try {
      do {
        again = false;
        await (navigator.locks ? navigator.locks.request(`desk-queue:${Desk.name}`, drain) : drain());
      } while (again);
    } catch { /* No store: said on the page. */ } finally { running = false; }
  }

  const stow = async (item) => {
    try {
      await Store.add(item);
      if (await Store.isDurable()) Draft.release(item.key); else tell({ kept: false });
    } catch {
      tell({ kept: false });
    }
    kick();
  };

  Desk.Queue = {
    state,
    done,
    saved,
    kick,
    onState: (f) => listeners.push(f),
    // form, fields: what was typed and where, to open it again; path and body: the command.
    put: (form, fields, path, body, shown) => {
      const item = { desk: Desk.name, key: Desk.uuid(), writtenAt: Time.iso(Time.now()), state: 'waiting', form, fields, path, body: JSON.stringify(body), shown };
      Draft.hold(item);
      return stow(item);
    },
    // A refused line is another command once it is changed.
    again: (id, fields, path, body, shown) => Store.change(id, (i) => ({
      ...i, key: Desk.uuid(), writtenAt: Time.iso(Time.now()), state: 'waiting', reason: null, amended: false, fields, path, body: JSON.stringify(body), shown,
    })).then(kick),
    // Held when a tab died between Enter and the disk: with the same key it is stored once, and done once even if it was sent.
    recover: async (held) => {
      const known = new Set((await Store.all()).map((i) => i.key));
      for (const item of held) if (known.has(item.key)) Draft.release(item.key); else await stow(item);
    },
    lost: () => { contact(false); },
  };
  addEventListener('online', () => { tries = 0; kick(); Desk.Lines?.refresh(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { tries = 0; kick(); Desk.Lines?.refresh(); } });
})();
