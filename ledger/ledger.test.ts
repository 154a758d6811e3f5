import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import {
  encodeHex,
  hashLeaf,
  type ProofBundle,
  readAnchoredRootOverRpc,
  rootFromLeaves,
  verifyBundle,
} from '../proof/index.ts';
import type { TestDatabase } from '../store/testing.ts';
import { type Ledger, openLedger } from './openLedger.ts';
import { createLedgerDatabase, ledgerParameters } from './testing.ts';

let database: TestDatabase;
let ledger: Ledger;
const stop = new AbortController();
let running: Promise<void>;
const metrics = () => parameters.context.metrics.metrics();
let parameters: ReturnType<typeof ledgerParameters>;

beforeAll(async () => {
  database = await createLedgerDatabase();
  parameters = ledgerParameters(database);
  ledger = await openLedger(parameters);
  running = ledger.run(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await database.drop();
});

const append = (number: number, payload = true) =>
  database.store.transaction((tx) =>
    ledger.appendStatement(tx, {
      kind: 'note',
      subject: `urn:example:${number}`,
      member: 'green-valley',
      time: new Date().toISOString(),
      ...(payload ? { payload: { number, text: '湘西椪柑' } } : {}),
    }),
  );

test('1,000 statements are integrated once, anchored, confirmed and proven', { timeout: 180_000 }, async () => {
  await expect(ledger.readBundle((await append(0)).statementId)).rejects.toMatchObject({
    code: 'LEDGER_NOT_YET_ANCHORED',
    retryable: true,
  });
  const appended = await Promise.all(Array.from({ length: 999 }, (_, index) => append(index + 1, index !== 500)));
  await vi.waitFor(async () => expect(await ledger.readLogState()).toMatchObject({ size: 1_000, pending: 0 }), 20_000);

  const rows = await database.store.sql<{ encoded: string; log_index: string }[]>`
    SELECT encoded, log_index FROM ledger.statements ORDER BY log_index`;
  expect(rows.map(({ log_index }) => Number(log_index))).toEqual(rows.map((_, index) => index));
  const root = encodeHex(rootFromLeaves(rows.map(({ encoded }) => hashLeaf(new TextEncoder().encode(encoded)))));
  expect((await ledger.readLogState()).integratedRoot).toBe(root);

  const anchored = { size: 1_000, root };
  await vi.waitFor(
    async () => expect((await ledger.readLogState()).checkpoint).toMatchObject({ ...anchored, level: 'executed' }),
    { timeout: 60_000, interval: 200 },
  );
  expect((await ledger.findStatements('urn:example:7'))[0]).toMatchObject({ status: 'anchored' });
  await vi.waitFor(
    async () => expect((await ledger.readLogState()).checkpoint).toMatchObject({ ...anchored, level: 'confirmed' }),
    { timeout: 120_000, interval: 500 },
  );
  expect((await ledger.findStatements('urn:example:7'))[0]).toMatchObject({ status: 'confirmed' });
  expect(Number((await ledger.readLogState()).treasury.balanceWei)).toBeGreaterThan(10 ** 18);

  const options = {
    readAnchoredRoot: readAnchoredRootOverRpc(inject('espaceUrl')),
    trustedContract: ledger.contract() ?? '0x',
    trustedLogKey: ledger.logKey,
  };
  for (const { statementId } of [appended[0], appended[500], appended[998]].filter((one) => one !== undefined)) {
    const bundle = await ledger.readBundle(statementId);
    const result = await verifyBundle(JSON.parse(JSON.stringify(bundle)), options);
    expect(result.checks.filter(({ ok }) => ok === false)).toEqual([]);
    expect(result.valid).toBe(true);
    for (const flipped of flipPlaces(bundle as ProofBundle)) {
      expect((await verifyBundle(flipped, options)).valid, flipped.tlogProof).toBe(false);
    }
  }
});

/** The bundle with one digit, number or letter changed at each place that the proof depends on. */
function flipPlaces(bundle: ProofBundle): ProofBundle[] {
  const flip = (hex: string) => (hex[0] === '0' ? '1' : '0') + hex.slice(1);
  const { statement, payload, tlogProof, anchor } = bundle;
  const lines = tlogProof.split('\n');
  // Within the base64 of the path, the root and the signatures, and the last digit of numbers.
  const changed = lines.map((line) =>
    /^index|^\d/.test(line)
      ? line.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
      : line.replace(/[A-Za-z](?=.{4}$)/, swapCase),
  );
  return [
    { ...bundle, statement: { ...statement, digest: flip(statement.digest) } },
    { ...bundle, statement: { ...statement, member: 'red-valley' } },
    ...(payload ? [{ ...bundle, payload: { ...payload, salt: flip(payload.salt) } }] : []),
    ...(payload ? [{ ...bundle, payload: { ...payload, content: { number: -1 } } }] : []),
    ...lines.flatMap((line, at) =>
      changed[at] === line ? [] : [{ ...bundle, tlogProof: lines.with(at, changed[at] ?? '').join('\n') }],
    ),
    { ...bundle, anchor: anchor ? { ...anchor, evmChainId: 1 } : null },
    { ...bundle, anchor: anchor ? { ...anchor, contract: `0x${'ab'.repeat(20)}` as const } : null },
    { ...bundle, anchor: anchor ? { ...anchor, blockNumber: anchor.blockNumber + 1 } : null },
    { ...bundle, anchor: null },
  ];
}

const swapCase = (letter: string) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());

test('an erased payload leaves its statement provable', async () => {
  const [found] = await ledger.findStatements('urn:example:9');
  const id = found?.statementId ?? '';
  await database.store.sql`
    DELETE FROM ledger.payloads USING ledger.statements WHERE statement_seq = seq AND id = ${id}`;
  const bundle = await ledger.readBundle(id);
  expect(bundle).not.toHaveProperty('payload');
  const readAnchoredRoot = readAnchoredRootOverRpc(inject('espaceUrl'));
  expect((await verifyBundle(bundle, { readAnchoredRoot })).valid).toBe(true);
});

test('what is unknown is null, not an error', async () => {
  expect(await ledger.readBundle('00000000-0000-4000-8000-000000000000')).toBe(null);
  expect(await ledger.readBundle('no id')).toBe(null);
  expect(await ledger.findStatements('urn:example:none')).toEqual([]);
});

test('the metrics say what there is', async () => {
  const text = await metrics();
  expect(text).toContain('xiangyu_ledger_log_size 1000');
  expect(text).toContain('xiangyu_ledger_pending_statements 0');
  expect(text).toContain('xiangyu_ledger_anchored_size 1000');
  expect(text).toMatch(/xiangyu_ledger_transactions\{state="executed"\} \d/);
  await vi.waitFor(async () =>
    expect(await metrics()).toMatch(/xiangyu_ledger_anchor_seconds_count\{level="confirmed"\} [1-9]/),
  );
});
