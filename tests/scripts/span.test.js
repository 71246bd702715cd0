// @ts-check
// The cases that SpansTests has for the server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { span } from '../../src/CrisisCommand/Pages/assets/span.js';

/** @type {{ seconds: number, said: string }[]} */
const cases = JSON.parse(readFileSync(new URL('../spans.json', import.meta.url), 'utf8'));

for (const { seconds, said } of cases) {
  test(`${seconds} s are ${said}`, () => assert.equal(span(seconds), said));
}

test('there are cases', () => assert.ok(cases.length > 0));
