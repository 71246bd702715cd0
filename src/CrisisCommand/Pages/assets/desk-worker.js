// So that a reload without a server still shows the desk: an empty one, without a word of the journal, and the files that it is made of.
// The server is always asked first, and no answer of the API is ever kept.
'use strict';
const KEPT = 'crisis-desk';
const PATIENCE = 8_000;
const blank = (path) => `${path}?blank=true`;

const keep = async (path) => {
  const response = await fetch(blank(path), { redirect: 'manual', headers: { Accept: 'text/html' } });
  if (response.status !== 200) return;
  const cache = await caches.open(KEPT);
  const html = await response.clone().text();
  const files = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map((found) => found[1].replaceAll('&amp;', '&'));
  await Promise.all(files.map(async (file) => await cache.match(file) ?? cache.add(file)));
  await cache.put(blank(path), response);
};

const page = async (event, path) => {
  const patience = new Promise((_, no) => { setTimeout(() => no(new Error('nobody answers')), PATIENCE); });
  const kept = await caches.match(blank(path));
  try {
    const asked = fetch(event.request);
    const response = await (kept ? Promise.race([asked, patience]) : asked);
    if (response.status === 200) event.waitUntil(keep(path).catch(() => {}));
    return response.status >= 500 && kept ? kept : response;
  } catch (away) {
    if (kept) return kept;
    throw away;
  }
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => { if (event.data?.keep) event.waitUntil(keep(event.data.keep).catch(() => {})); });
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.mode === 'navigate') event.respondWith(page(event, url.pathname));
  else if (url.origin === self.location.origin && url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  }
});
