import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestPayload, type JsonValue, type Statement } from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { createLedgerDatabase } from '../testing.ts';
import { appendStatements } from './appendStatements.ts';
import { integratePending } from './integratePending.ts';
import { makeStatementIds } from './makeStatementIds.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

const common = { kind: 'note', member: 'green-valley', time: '2026-05-01T08:00:00Z' };
const digest = 'ab'.repeat(32);

test('payloads and plain digests are recorded in one order, with what each needs', async () => {
  const { store } = database;
  const payload = { name: '湘米', text: 'a\nb "c" \\ \u0001' };
  const statements = [
    { ...common, subject: 'urn:example:1', payload },
    { ...common, subject: 'urn:example:2', digest },
    { ...common, subject: 'urn:example:3' },
    { ...common, subject: 'urn:example:4', payload: null },
  ];
  const appended = await store.transaction((tx) => appendStatements(tx, statements));
  expect(await integratePending(store)).toBe(4);
  const rows = await store.sql<{ id: string; log_index: string; encoded: string; salt: string; content: string }[]>`
    SELECT id, log_index, encoded, salt, content
    FROM ledger.statements LEFT JOIN ledger.payloads ON statement_seq = seq ORDER BY log_index`;
  expect(rows.map(({ id }) => id)).toEqual(appended.map(({ statementId }) => statementId));
  const encoded = rows.map((row) => JSON.parse(row.encoded) as Statement);
  expect(encoded.map(({ subject }) => subject)).toEqual(statements.map(({ subject }) => subject));
  expect(encoded.map((statement) => statement.digest)).toEqual(appended.map((statement) => statement.digest));
  expect(encoded.map(({ alg }) => alg)).toEqual(['sha-256-salted', 'sha-256', 'sha-256-salted', 'sha-256-salted']);
  expect(encoded[1]?.digest).toBe(digest);
  const [first, second, third, fourth] = rows;
  expect(digestPayload(first?.salt ?? '', JSON.parse(first?.content ?? '') as JsonValue)).toBe(encoded[0]?.digest);
  expect(JSON.parse(first?.content ?? '')).toEqual(payload);
  expect([second?.salt, third?.salt]).toEqual([null, null]);
  expect(fourth?.content).toBe('null');
});

test.each([
  ['a digest in capitals', { digest: 'AB'.repeat(32) }],
  ['a digest and a payload', { digest, payload: 1 }],
  ['a line feed in its subject', { subject: 'urn:example:a\nb' }],
])('with %s nothing of the batch is recorded', async (_, change) => {
  const { store } = database;
  const count = () => store.sql`SELECT count(*) FROM ledger.statement_rows`;
  const before = await count();
  const statements = [
    { ...common, subject: 'urn:example:9' },
    { ...common, subject: 'urn:example:10', ...change },
  ];
  await expect(store.transaction((tx) => appendStatements(tx, statements))).rejects.toMatchObject({
    code: 'LEDGER_STATEMENT_INVALID',
  });
  expect(await count()).toEqual(before);
});

test('ids are unique, of version 7, and grow with time', () => {
  const ids = makeStatementIds(10_000);
  expect(new Set(ids).size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const [early = '', late = ''] = [makeStatementIds(1, 1_000)[0], makeStatementIds(1, 2 ** 41)[0]];
  expect(early < late).toBe(true);
});
