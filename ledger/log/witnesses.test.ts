import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createPublicClient, http } from 'viem';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { evidenceLogAbi as abi } from '../../contracts/generated/EvidenceLog.ts';
import {
  createVerifierKey,
  formatVerifierKey,
  parseCheckpoint,
  parseVerifierKey,
  readAnchoredRootOverRpc,
  verifyBundle,
  verifyConsistency,
} from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { type RunningWitness, startWitness } from '../../witness/index.ts';
import { temporaryFolder } from '../../witness/testing.ts';
import { type Ledger, openLedger } from '../openLedger.ts';
import { createLedgerDatabase, type FaultyNode, ledgerParameters, startFaultyNode } from '../testing.ts';
import { forgetCosignatures } from './forgetCosignatures.ts';

const logger = pino({ level: 'silent' });
const folders: string[] = [];
const running = new Set<RunningWitness>();
let database: TestDatabase;
let node: FaultyNode;
let ledger: Ledger;
const stop = new AbortController();
let roles: Promise<void>;

interface StartParameters {
  dataDir?: string;
  port?: number;
  logs?: string[];
}

async function start(name: string, { dataDir, port = 0, logs = [ledger.logKey] }: StartParameters = {}) {
  const folder = dataDir ?? (await temporaryFolder());
  if (!dataDir) folders.push(folder);
  const witness = await startWitness({ dataDir: folder, host: '127.0.0.1', port, name, logs, logger });
  running.add(witness);
  return { ...witness, folder, port: Number(new URL(witness.url).port) };
}
type Started = Awaited<ReturnType<typeof start>>;

async function end(witness: RunningWitness) {
  for (const one of running) {
    if (one.url !== witness.url) continue;
    running.delete(one);
    await one.stop();
  }
}

let count = 0;
async function append(): Promise<string> {
  count += 1;
  const { statementId } = await database.store.transaction((tx) =>
    ledger.appendStatement(tx, {
      kind: 'note',
      subject: `urn:example:${count}`,
      member: 'green-valley',
      time: '2026-05-01T08:00:00Z',
      payload: { count },
    }),
  );
  return statementId;
}

const waitFor = <T>(look: () => Promise<T>, timeout = 60_000) => vi.waitFor(look, { timeout, interval: 50 });
const published = (size: number) =>
  waitFor(async () => {
    const checkpoint = parseCheckpoint((await ledger.readCheckpoint()) ?? '');
    expect(checkpoint.size).toBe(size);
    return checkpoint.note.signatures.map(({ name }) => name);
  });
const anchored = (size: number) =>
  waitFor(async () => expect((await ledger.readLogState()).checkpoint).toMatchObject({ size, level: 'executed' }));
const stateOf = async (name: string) => (await ledger.witnesses.read()).witnesses.find((one) => one.name === name);
const onChain = async () => {
  const reader = createPublicClient({ transport: http(inject('espaceUrl')) });
  const address = ledger.contract() ?? '0x';
  const [addresses, threshold] = await Promise.all([
    reader.readContract({ address, abi, functionName: 'witnesses' }),
    reader.readContract({ address, abi, functionName: 'threshold' }),
  ]);
  return { addresses: addresses.map((one) => one.toLowerCase()), threshold };
};
const lower = (...list: Started[]) => list.map(({ address }) => address).sort();

let [one, two, three]: Started[] = [];
const add = ({ verifierKeys, url }: RunningWitness) => ledger.witnesses.add({ vkeys: verifierKeys, url });

beforeAll(async () => {
  database = await createLedgerDatabase();
  node = await startFaultyNode();
  const chain = { espaceUrls: [node.url], coreUrl: inject('coreUrl'), evmChainId: 7002 };
  ledger = await openLedger(ledgerParameters(database, { chain }));
  [one, two, three] = await Promise.all(['w1.example', 'w2.example', 'w3.example'].map((name) => start(name)));
}, 60_000);
afterAll(async () => {
  stop.abort();
  await roles;
  await Promise.all([...running].map((witness) => witness.stop()));
  await node.stop();
  await database.drop();
  for (const folder of folders) await rm(folder, { recursive: true });
});

function all(): [Started, Started, Started] {
  if (!one || !two || !three) throw new Error('no witnesses');
  return [one, two, three];
}

test('witnesses are added by their keys, with a threshold that they can reach', async () => {
  const [w1, w2] = all();
  await expect(ledger.witnesses.setThreshold(1)).rejects.toMatchObject({ code: 'LOG_BAD_THRESHOLD' });
  await add(w1);
  await expect(add(w1)).rejects.toMatchObject({ code: 'LOG_WITNESS_EXISTS' });
  // The same key under another name would count twice.
  const { publicKey, type } = parseVerifierKey(w1.verifierKeys[0]);
  const again = formatVerifierKey(createVerifierKey({ name: 'other.example', type, publicKey }));
  await expect(ledger.witnesses.add({ vkeys: [again], url: w1.url })).rejects.toMatchObject({
    code: 'LOG_WITNESS_EXISTS',
  });
  const wrong = [[], [ledger.logKey], [w1.verifierKeys[0], w2.verifierKeys[1]], [w2.verifierKeys[2]]];
  for (const vkeys of wrong) {
    await expect(ledger.witnesses.add({ vkeys, url: w1.url })).rejects.toMatchObject({ code: 'LOG_WITNESS_INVALID' });
  }
  const { verifierKeys: vkeys } = w2;
  for (const url of ['ftp://w2.example', 'http://user:word@w2.example', 'w2.example']) {
    await expect(ledger.witnesses.add({ vkeys, url })).rejects.toMatchObject({ code: 'HOST_URL_INVALID' });
  }
  await expect(ledger.witnesses.remove('nobody')).rejects.toMatchObject({ code: 'LOG_WITNESS_UNKNOWN' });
  expect(await ledger.readPolicy()).toMatch(/^log .*\nquorum none\n$/s);
});

test('two of three are enough: with one dead, checkpoints are published and anchored', async () => {
  const [w1, w2, w3] = all();
  await add(w2);
  await add(w3);
  await ledger.witnesses.setThreshold(2);
  await expect(ledger.witnesses.setThreshold(4)).rejects.toMatchObject({ code: 'LOG_BAD_THRESHOLD' });
  await end(w3);
  expect(await ledger.readCheckpoint()).toBe(null);
  const statementId = await append();
  roles = ledger.run(stop.signal);
  expect(await published(1)).toEqual([
    'xiangyu.example/log',
    ...['w1.example', 'w2.example'].flatMap((name) => [name, name, name]),
  ]);
  await anchored(1);
  expect(await onChain()).toEqual({ addresses: lower(w1, w2, w3), threshold: 2 });
  expect(await stateOf('w1.example')).toMatchObject({ size: 1, lag: 0, failures: 0, lastError: null });
  const dead = await waitFor(async () => {
    const state = await stateOf('w3.example');
    expect(state?.failures).toBeGreaterThan(1);
    return state;
  });
  expect(dead).toMatchObject({ size: 0, lag: 1, disagrees: false, lastError: expect.stringContaining('ECONNREFUSED') });

  const options = {
    readAnchoredRoot: readAnchoredRootOverRpc(inject('espaceUrl')),
    trustedContract: ledger.contract() ?? '0x',
    trustedLogKey: ledger.logKey,
    witnessPolicy: await ledger.readPolicy(),
  };
  const bundle = await ledger.readBundle(statementId);
  const result = await verifyBundle(JSON.parse(JSON.stringify(bundle)), options);
  expect(result.checks.filter(({ ok }) => ok === false)).toEqual([]);
  expect(result.valid).toBe(true);
  const strict = options.witnessPolicy.replace('group quorum-of-witnesses 2', 'group quorum-of-witnesses 3');
  const refused = await verifyBundle(bundle, { ...options, witnessPolicy: strict });
  expect(refused.checks.filter(({ ok }) => ok === false).map(({ id }) => id)).toEqual(['witnesses']);
});

test('the dead one comes back, and one that forgot its size here is asked by the size it says', async () => {
  const [, , w3] = all();
  three = await start('w3.example', { dataDir: w3.folder, port: w3.port });
  await waitFor(async () =>
    expect(await stateOf('w3.example')).toMatchObject({ failures: 0, lastError: null, size: 1 }),
  );
  await database.store.sql`UPDATE ledger.witnesses SET size = 0 WHERE name = 'w1.example'`;
  await append();
  await published(2);
  await waitFor(async () => expect(await stateOf('w1.example')).toMatchObject({ size: 2, failures: 0 }));
  await anchored(2);
});

test('one that refuses, one that lies and one that never answers hold up nobody', async () => {
  const stranger = await start('w4.example', {
    logs: ['example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
  });
  await add(stranger);
  const answers: ((url: string) => string)[] = [];
  const lying = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end(answers[0]?.(request.url ?? '')));
  });
  const silent = createServer(() => undefined);
  for (const server of [lying, silent]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const urlOf = (server: typeof lying) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const spare = await Promise.all([start('w5.example'), start('w6.example')]);
  const [fifth, sixth] = spare;
  if (!fifth || !sixth) throw new Error('no witnesses');
  await ledger.witnesses.add({ vkeys: fifth.verifierKeys, url: urlOf(lying) });
  await ledger.witnesses.add({ vkeys: sixth.verifierKeys, url: `${urlOf(silent)}/prefix/` });
  answers.push(() => `\u2014 w5.example ${Buffer.alloc(76, 1).toString('base64')}\n`);
  await append();
  const startedAt = performance.now();
  await published(3);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  await waitFor(async () => {
    expect((await stateOf('w4.example'))?.lastError).toContain('it does not know the log');
    expect((await stateOf('w5.example'))?.lastError).toContain('no line of its key of type 0x04');
    expect((await stateOf('w6.example'))?.lastError).toContain('5000 ms');
  });
  await anchored(3);
  expect((await onChain()).addresses).toEqual(lower(...all(), stranger, fifth, sixth));
  for (const name of ['w4.example', 'w5.example', 'w6.example']) await ledger.witnesses.remove(name);
  for (const server of [lying, silent]) {
    server.closeAllConnections();
    server.close();
  }
});

test('witnesses that change between cosigning and anchoring: the contract and the signatures follow', async () => {
  const [, , w3] = all();
  const late = await start('w7.example');
  // Without the chain, checkpoints are cosigned and published all the same.
  node.fault = () => 'drop';
  await append();
  expect(await published(4)).toContain('w1.example');
  await ledger.witnesses.remove('w1.example');
  await expect(ledger.witnesses.remove('w2.example')).rejects.toMatchObject({ code: 'LOG_BAD_THRESHOLD' });
  await add(late);
  await ledger.witnesses.remove('w2.example');
  await append();
  const names = await published(5);
  expect(names).toContain('w7.example');
  expect(names).not.toContain('w1.example');
  node.fault = () => undefined;
  await anchored(5);
  expect(await onChain()).toEqual({ addresses: lower(w3, late), threshold: 2 });
});

test('any two checkpoints are consistent', async () => {
  const listed = await ledger.listCheckpoints({ limit: 100, below: null });
  expect(listed.map(({ size }) => size)).toEqual([5, 4, 3, 2, 1]);
  expect(listed[0]).toMatchObject({ anchor: { level: 'executed' }, publishedAt: expect.any(String) });
  expect(await ledger.listCheckpoints({ limit: 2, below: 4 })).toMatchObject([{ size: 3 }, { size: 2 }]);
  const { from, to, hashes } = await ledger.readConsistency(2, 5);
  expect([from.root, to.root]).toEqual([listed[3]?.root, listed[0]?.root]);
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
  const proof = {
    firstSize: 2,
    firstRoot: bytes(from.root),
    size: 5,
    root: bytes(to.root),
    hashes: hashes.map(bytes),
  };
  expect(verifyConsistency(proof)).toBe(true);
  await expect(ledger.readConsistency(3, 6)).rejects.toMatchObject({ code: 'LOG_SIZES_REVERSED' });
});

test('lines of old checkpoints that no proof needs are forgotten, others stay', async () => {
  const { store } = database;
  expect(await forgetCosignatures(store)).toBe(0);
  await store.sql`UPDATE ledger.signed_checkpoints SET signed_at = now() - interval '2 days'`;
  // The fourth was published while the chain was away, and the fifth was anchored instead.
  expect(await forgetCosignatures(store)).toBeGreaterThan(1);
  const left = await store.sql<{ size: string }[]>`SELECT DISTINCT size FROM ledger.cosignatures ORDER BY size`;
  expect(left.map(({ size }) => Number(size))).toEqual([1, 2, 3, 5]);
  expect(await ledger.readCheckpointOf(4)).toContain('\n4\n');
});

test('a database that fell back shows nothing older, and witnesses do not cosign another history', async () => {
  const { sql } = database.store;
  expect(await published(5)).toContain('w3.example');
  const before = await ledger.readCheckpoint();
  node.fault = () => 'drop';
  // As after a failover to a copy that never got the fifth statement.
  await database.store.transaction(async (tx) => {
    const [root] = await tx<{ root: string }[]>`SELECT root FROM ledger.signed_checkpoints WHERE size = 4`;
    await tx`DELETE FROM ledger.checkpoints WHERE size = 5`;
    await tx`DELETE FROM ledger.cosignatures WHERE size = 5`;
    await tx`DELETE FROM ledger.signed_checkpoints WHERE size = 5`;
    await tx`DELETE FROM ledger.leaves WHERE log_index = 4`;
    await tx`DELETE FROM ledger.nodes WHERE level = 0 AND index = 4`;
    await tx`UPDATE ledger.log_head SET size = 4, root = ${root?.root ?? ''}`;
  });
  await expect(ledger.readCheckpoint()).rejects.toMatchObject({ code: 'LOG_CHECKPOINT_WITHHELD' });
  // This process compared itself with the chain before, so it goes on while the chain is away; the witnesses notice.
  await append();
  await append();
  for (const name of ['w3.example', 'w7.example']) {
    const state = await waitFor(async () => {
      const found = await stateOf(name);
      expect(found?.disagrees).toBe(true);
      return found;
    });
    expect(state?.lastError).toContain('knows another history');
  }
  // Even if it does sign the other history, its proof does not lead to what they cosigned.
  await sql`UPDATE ledger.witnesses SET disagrees = false, next_attempt_at = now() + interval '1 hour'`;
  await waitFor(async () => {
    const signed = await sql`SELECT FROM ledger.signed_checkpoints WHERE size = 6`;
    expect(signed.count).toBe(1);
  });
  await sql`UPDATE ledger.witnesses SET next_attempt_at = now()`;
  await waitFor(async () =>
    expect((await stateOf('w7.example'))?.lastError).toContain('what it cosigned at 5 statements is not in this log'),
  );
  const later = await sql`SELECT FROM ledger.signed_checkpoints WHERE size > 4 AND published_at IS NOT NULL`;
  expect(later.count).toBe(0);
  expect((await sql`SELECT FROM ledger.cosignatures WHERE size > 4`).count).toBe(0);
  // A fresh process has shown nothing yet: it asks the chain first, or says nothing.
  const open = (chain = ledgerParameters(database).chain) => openLedger(ledgerParameters(database, { chain }));
  const away = await open({ espaceUrls: [node.url], evmChainId: 7002 });
  await expect(away.readCheckpoint()).rejects.toMatchObject({ code: 'LEDGER_NODE_UNAVAILABLE' });
  const fresh = await open();
  await expect(fresh.readCheckpoint()).rejects.toMatchObject({ code: 'LEDGER_LOG_DIVERGED' });
  expect(before).toContain('\n5\n');
});
