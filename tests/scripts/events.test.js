// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { events } from '../../src/CrisisCommand/Pages/assets/events.js';

const STREAM = ': \n\nevent: moved\nid: 7\ndata: 7\n\nevent: beat\ndata: \n\nid: 8\ndata: två\ndata: rader\n\ndata: inte slut';
const HEARD = [
  { name: 'moved', data: '7', id: 7 },
  { name: 'beat', data: '', id: null },
  { name: 'message', data: 'två\nrader', id: 8 },
];

/** @param {number} size bytes that come at a time */
const heard = async (size) => {
  const bytes = new TextEncoder().encode(STREAM);
  const body = new ReadableStream({
    start(to) {
      for (let at = 0; at < bytes.length; at += size) to.enqueue(bytes.slice(at, at + size));
      to.close();
    },
  });
  const all = [];
  for await (const event of events(body)) all.push(event);
  return all;
};

for (const size of [1, 2, 7, 4096]) {
  test(`events are the same when ${size} bytes come at a time`, async () => assert.deepEqual(await heard(size), HEARD));
}
