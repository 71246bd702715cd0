// @ts-check
// What sets the desk going, whoever looks at it.
import * as Lines from './desk-lines.js';
import { page } from './desk-page.js';
import * as Queue from './desk-queue.js';
import * as Unsent from './desk-unsent.js';

const keepPage = async () => {
  const registration = await navigator.serviceWorker?.register(page.worker, { scope: page.here });
  await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ keep: page.here });
};

const wake = () => { Queue.hurry(); Lines.refresh(); };
addEventListener('online', wake);
document.addEventListener('visibilitychange', () => { if (!document.hidden) wake(); });
Queue.onSent(Lines.refresh);
Unsent.render();
keepPage().catch(() => { /* An old browser: the desk is there while the server is. */ });

/** From when on what is unsent is sent and what is new is shown. */
export const begin = () => {
  Queue.kick();
  Lines.refresh();
  Lines.follow();
  page.root.dataset.ready = 'yes';
};
