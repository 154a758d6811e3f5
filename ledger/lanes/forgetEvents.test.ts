import { expect, test } from 'vitest';
import { createLedgerDatabase } from '../testing.ts';
import { forgetEvents } from './forgetEvents.ts';

test('changes of state are forgotten from the oldest on, and no young one', async () => {
  const { store, drop } = await createLedgerDatabase();
  await store.sql`
    INSERT INTO ledger.transaction_events (transaction_id, tenant, state, at)
    SELECT number, 'test', 'queued', now() - (40 - number) * interval '1 day' FROM generate_series(1, 20) AS number`;
  expect(await forgetEvents({ store })).toBe(10);
  expect(await forgetEvents({ store })).toBe(0);
  const [left] =
    await store.sql`SELECT min(transaction_id)::int AS first, count(*)::int FROM ledger.transaction_events`;
  expect(left).toEqual({ first: 11, count: 10 });
  await drop();
});
