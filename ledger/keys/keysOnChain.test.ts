import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Hex, hexToBytes } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { silentLogger, type TestDatabase } from '../../store/testing.ts';
import { type Ledger, openLedger } from '../openLedger.ts';
import { createLedgerDatabase, ledgerParameters, randomKey } from '../testing.ts';
import { openKeyStore } from './keyStore.ts';
import { type RunningSigner, serveSigner } from './signer/serveSigner.ts';

const sink: Hex = `0x1${'0'.repeat(36)}def`;
const stop = new AbortController();
let database: TestDatabase;
let ledger: Ledger;
let running: Promise<void>;
let signer: RunningSigner;
let number = 0;

beforeAll(async () => {
  database = await createLedgerDatabase();
  const parameters = ledgerParameters(database);
  ledger = await openLedger(parameters);
  running = ledger.run(stop.signal);
  signer = await serveSigner({
    host: '127.0.0.1',
    port: 0,
    privateKeys: [hexToBytes(randomKey())],
    token: 'token',
    policy: { chains: [7002] },
    logger: silentLogger,
  });
}, 60_000);
afterAll(async () => {
  stop.abort();
  await running;
  await signer.stop();
  await database.drop();
});

async function submit(request: { signer: Hex; to: Hex; value?: bigint; space?: 'core' }): Promise<string> {
  number += 1;
  const submitted = await ledger.transactions.submit({ tenant: 'farm', idempotencyKey: `k${number}`, ...request });
  return submitted.transactionId;
}
const reach = (id: string, ...states: string[]) =>
  vi.waitFor(
    async () => {
      const transaction = await ledger.transactions.read(id);
      if (!transaction || !states.includes(transaction.state)) throw new Error(`still ${JSON.stringify(transaction)}`);
      return transaction;
    },
    { timeout: 60_000, interval: 200 },
  );

test('a key that is held elsewhere signs; one whose signer is away holds up nobody else', async () => {
  const [address = '0x'] = signer.addresses;
  await reach(
    await submit({ signer: ledger.treasuryAddress, to: address, value: 10n ** 17n }),
    'executed',
    'confirmed',
  );
  const away = privateKeyToAccount(randomKey()).address.toLowerCase() as Hex;
  const silent = createServer((_request, response) => response.writeHead(503).end());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const awayUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  await ledger.wallets.addExternal({ tenant: 'farm', name: 'away', address: away, url: awayUrl });
  await ledger.wallets.addExternal({ tenant: 'farm', name: 'hsm', address, url: signer.url, token: 'token' });
  await reach(await submit({ signer: ledger.treasuryAddress, to: away, value: 10n ** 17n }), 'executed', 'confirmed');
  const held = await submit({ signer: away, to: sink });
  await vi.waitFor(
    async () => {
      const [row] = await database.store.sql`SELECT last_error FROM ledger.transactions WHERE id = ${held}`;
      expect(row?.last_error).toContain('does not answer');
    },
    { timeout: 30_000, interval: 200 },
  );
  await reach(await submit({ signer: address, to: sink, value: 1n }), 'executed', 'confirmed');
  expect(await ledger.transactions.read(held)).toMatchObject({ state: 'queued' });
  await new Promise((resolve) => silent.close(resolve));
}, 120_000);

test('a transaction of Core Space goes through the same face', async () => {
  const keys = openKeyStore({ store: database.store, masterKey: '5a'.repeat(32) });
  const funded = await keys.importKey('genesis core', inject('genesisCoreKey'));
  // The account is everybody's in a test run: its nonce may be taken, and then it is tried again.
  for (let state = 'failed'; state === 'failed'; ) {
    const id = await submit({ signer: funded, to: sink, value: 1n, space: 'core' });
    state = (await reach(id, 'executed', 'confirmed', 'failed')).state;
  }
}, 120_000);
