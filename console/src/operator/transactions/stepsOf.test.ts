import { expect, it } from 'vitest';
import { stepsOf } from './stepsOf.ts';

const at = '2026-01-01T00:00:00.000Z';
const kinds = (...[transaction]: Parameters<typeof stepsOf>) =>
  stepsOf(transaction).map(({ name, kind }) => `${name} ${kind}`);

it('shows what is behind and what is ahead', () => {
  expect(kinds({ state: 'broadcast', success: null, times: { queued: at, signed: at, broadcast: at } })).toEqual([
    'queued done',
    'signed done',
    'broadcast done',
    'packed ahead',
    'executed ahead',
    'confirmed ahead',
  ]);
});

it('has nothing ahead of what ended before its way did', () => {
  expect(kinds({ state: 'cancelled', success: null, times: { queued: at, cancelled: at } })).toEqual([
    'queued done',
    'cancelled done',
  ]);
  expect(kinds({ state: 'failed', success: null, times: { queued: at, failed: at } })).toEqual([
    'queued done',
    'failed bad',
  ]);
});

it('tells an execution that reverted, and the last step of all', () => {
  const times = { queued: at, signed: at, broadcast: at, packed: at, executed: at, confirmed: at, finalized: at };
  expect(kinds({ state: 'confirmed', success: false, times }).slice(-3)).toEqual([
    'executed bad',
    'confirmed done',
    'finalized done',
  ]);
});
