// @ts-check
// So that a reload without a server still shows the desk: an empty one, without a word of the journal, and the files that it is made of.
// The server is always asked first, and no answer of the API is ever kept. It imports nothing: not every browser takes a worker of modules.

const KEPT = 'crisis-desk';
const PATIENCE = 8_000; // ms
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** @param {string} path */
const blank = (path) => `${path}?blank=true`;

/** @param {string} path */
const keep = async (path) => {
  const response = await fetch(blank(path), { redirect: 'manual', headers: { Accept: 'text/html' } });
  if (response.status !== 200) return;
  const cache = await caches.open(KEPT);
  const html = await response.clone().text();
  const files = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map((found) => found[1].replaceAll('&amp;', '&'));
  await Promise.all([...new Set(files)].map(async (file) => await cache.match(file) ?? cache.add(file)));
  await cache.put(blank(path), response);
};

/**
 * @param {FetchEvent} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
const page = async (event, path) => {
  /** @type {Promise<never>} */
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

worker.addEventListener('install', () => { worker.skipWaiting(); });
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => { if (event.data?.keep) event.waitUntil(keep(event.data.keep).catch(() => {})); });
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.mode === 'navigate') event.respondWith(page(event, url.pathname));
  else if (url.origin === worker.location.origin && url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  }
});
