// The live board: what changed is marked and told, and a board that is not live any more says so and how old it is.
(() => {
  'use strict';
  const { ages } = window.CrisisPages;
  const marked = 8000; // ms that a change stays marked
  const deaf = 25000; // ms without a word (the server says something every 10 s) until the connection counts as dead

  const live = document.getElementById('live');
  const lost = document.getElementById('lost');
  const lostAge = document.getElementById('lost-age');
  const said = document.getElementById('said');
  let heard = Date.now();
  let connection = null;

  // A row's words without its ages, which change all the time and mean nothing.
  const words = (row) => {
    const copy = row.cloneNode(true);
    copy.querySelectorAll('time[data-age]').forEach((t) => t.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const rows = () => new Map([...live.querySelectorAll('[data-row]')].map((row) => [row.id, words(row)]));
  let known = rows();

  const follow = () => {
    ages();
    const now = rows();
    const news = [];
    for (const [id, text] of now) {
      if (known.get(id) === text) continue;
      const row = document.getElementById(id);
      row.classList.add('changed');
      clearTimeout(row.unmark);
      row.unmark = setTimeout(() => row.classList.remove('changed'), marked);
      if (row.hasAttribute('data-line')) news.unshift(row.querySelector('.words').textContent);
    }
    known = now;
    // Every change is a line of the journal: that line, once, is what a screen reader says.
    if (news.length) said.textContent = news.join(' ');
  };

  const alive = () => {
    heard = Date.now();
    if (!lost.hidden) lost.hidden = true;
  };
  const dead = (status) => {
    if (lost.hidden) {
      lostAge.dateTime = new Date(heard + window.CrisisPages.skew()).toISOString();
      lost.hidden = false;
      ages();
    }
    // Signed out, or shut out: no waiting helps.
    lost.querySelector('a').hidden = status !== 401;
  };

  live.addEventListener('htmx:sse:after:connection', (e) => {
    connection = e.detail.connection;
    if (connection.status === 200) alive();
    else dead(connection.status);
  });
  live.addEventListener('htmx:sse:before:message', alive);
  live.addEventListener('htmx:sse:error', (e) => dead(e.detail.status));
  live.addEventListener('htmx:sse:close', () => dead());
  live.addEventListener('htmx:sse:before:connection', (e) => { if (e.detail.connection.attempt > 0) dead(); });
  live.addEventListener('htmx:sse:after:message', follow);

  // Only now is anything asked for, with every listener in place; htmx may have begun before its extension was there.
  const connect = () => htmx.trigger(live, 'again');
  document.addEventListener('DOMContentLoaded', () => {
    htmx.process(live, true);
    connect();
  });

  setInterval(() => {
    if (Date.now() - heard < deaf) return;
    dead();
    heard = Date.now() - deaf + 5000; // ask again in five seconds
    // A connection that hangs is ended, and is made anew by the extension; one that never came about is asked for again.
    if (connection?.reader) connection.reader.cancel();
    else connect();
  }, 1000);
})();
