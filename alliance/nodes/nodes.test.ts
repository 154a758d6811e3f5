import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Hex, hashNodeReport, type NodeKey, type NodeReport, openNodeKey } from '../../engine/index.ts';
import { createContext } from '../../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../../ledger/index.ts';
import { createCosigner, formatVerifierKey, keyTypes, readWitnessAddress } from '../../proof/index.ts';
import { migrate } from '../../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../../store/testing.ts';
import { createRelayer, createTestCharter, foundTestAlliance, signData } from '../chain/testing.ts';
import { type Alliance, allianceMigrations, openAlliance } from '../index.ts';
import type { Principal } from '../principal.ts';
import { testBaseUrl, testPerson } from '../testing.ts';

const folders: string[] = [];
const stop = new AbortController();
const { charter, founders } = createTestCharter(2);
let database: TestDatabase;
let alliance: Alliance;
let ledger: Ledger;
let roles: Promise<void> = Promise.resolve();
let own: NodeKey;
let further: NodeKey;
let foreign: NodeKey;

async function newKey(): Promise<NodeKey> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-reports-'));
  folders.push(folder);
  return openNodeKey(folder);
}

const keyOf = (member: string, changes: Partial<Principal> = {}) =>
  testPerson({ kind: 'key', member, roles: [], scopes: ['nodes'], ...changes });

let clock = 0;
function makeReport(key: NodeKey, changes: Partial<NodeReport> = {}): NodeReport {
  clock += 1;
  return {
    format: 'xiangyu-node-report/1',
    member: 'founder-0',
    nodeKey: key.publicKey,
    genesisHash: inject('genesisHash'),
    time: new Date(Date.now() + clock).toISOString(),
    name: null,
    place: '重庆',
    host: null,
    port: null,
    producer: false,
    version: 'test',
    height: 1,
    epoch: 6,
    bestHash: `0x${'33'.repeat(32)}`,
    settled: null,
    syncPhase: 'NormalSyncPhase',
    peers: [],
    ...changes,
  };
}

const send = (report: NodeReport, signer: NodeKey, principal: Principal | null) =>
  alliance.nodes.report({ report, signature: signer.sign(hashNodeReport(report)), principal });
const refused = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  database = await createTestDatabase();
  const { store } = database;
  await migrate(store, [...ledgerMigrations, ...allianceMigrations]);
  const context = createContext({ level: 'silent', signal: stop.signal });
  ledger = await openLedger({
    store,
    context,
    chain: { espaceUrls: [inject('espaceUrl')], coreUrl: inject('coreUrl'), evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
    genesisKey: inject('genesisKey'),
  });
  const ownNode = {
    nodeUrl: inject('nodeUrl'),
    genesisHash: inject('genesisHash'),
    coreChainId: 7001,
    blockIntervalMs: 250,
    producer: true,
    genesisCoreKeys: [],
    genesisEspaceKeys: [],
  };
  const network = { evmChainId: 7002, coreUrl: inject('coreUrl'), ownNode };
  alliance = await openAlliance({ store, ledger, context, secret: 'ab'.repeat(32), baseUrl: testBaseUrl, network });
  for (const slug of ['founder-0', 'founder-1'])
    await alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'enterprise' });
  [own, further, foreign] = await Promise.all([newKey(), newKey(), newKey()]);
});
afterAll(async () => {
  stop.abort();
  await roles;
  await database.drop();
  for (const folder of folders) await rm(folder, { recursive: true });
});

test('before an alliance: the node signs for itself and its member’s API key vouches', async () => {
  const key = keyOf('founder-0');
  const first = makeReport(own);
  await send(first, own, key);
  expect((await alliance.nodes.list({ perPage: 10 })).nodes).toMatchObject([
    { member: 'founder-0', publicKey: own.publicKey, author: own.author, place: '重庆', state: 'current' },
  ]);
  await expect(send(makeReport(own), own, null)).rejects.toEqual(refused('RIGHTS_SIGN_IN_NEEDED'));
  await expect(send(makeReport(own), own, keyOf('founder-0', { scopes: ['read'] }))).rejects.toEqual(
    refused('RIGHTS_REFUSED'),
  );
  // Another member, with a node of its own, cannot speak for this one, nor take its node over.
  await expect(send(makeReport(foreign), foreign, keyOf('founder-1'))).rejects.toEqual(refused('RIGHTS_REFUSED'));
  await expect(send(makeReport(own), foreign, key)).rejects.toEqual(refused('NODES_KEY_FOREIGN'));
  const stolen = makeReport(own, { member: 'founder-1' });
  await expect(send(stolen, own, keyOf('founder-1'))).rejects.toEqual(refused('NODES_KEY_FOREIGN'));
});

test('a member has as many nodes as it may, and no more', async () => {
  const { sql } = database.store;
  await sql`
    insert into alliance.node (public_key, member, author, producer, height, epoch, best_hash, peers, reported_at)
    select '0x' || lpad(n::text, 128, '0'), 'founder-1', '0x1' || repeat('0', 39), false, 1, 1, '0x', '{}', now()
    from generate_series(1, 100) as n`;
  const one = makeReport(foreign, { member: 'founder-1' });
  await expect(send(one, foreign, keyOf('founder-1'))).rejects.toEqual(refused('NODES_TOO_MANY'));
  await sql`delete from alliance.node where member = 'founder-1'`;
});

test('a report counts once, in time, whole, and for this chain', async () => {
  const key = keyOf('founder-0');
  const report = makeReport(own);
  const signature = own.sign(hashNodeReport(report));
  await alliance.nodes.report({ report, signature, principal: key });
  await expect(alliance.nodes.report({ report, signature, principal: key })).rejects.toEqual(
    refused('NODES_REPORT_OLD'),
  );
  const changed = { ...report, height: 9 };
  await expect(alliance.nodes.report({ report: changed, signature, principal: key })).rejects.toEqual(
    refused('NODES_KEY_FOREIGN'),
  );
  const none: Hex = `0x${'00'.repeat(65)}`;
  await expect(alliance.nodes.report({ report, signature: none, principal: key })).rejects.toEqual(
    refused('NODES_REPORT_UNSIGNED'),
  );
  const old = makeReport(own, { time: new Date(Date.now() - 400_000).toISOString() });
  await expect(send(old, own, key)).rejects.toEqual(refused('NODES_REPORT_OLD'));
  const other = makeReport(own, { genesisHash: `0x${'ab'.repeat(32)}` });
  await expect(send(other, own, key)).rejects.toEqual(refused('NODES_OTHER_CHAIN'));
});

test('once an alliance is founded, the key in the registry counts, and no API key', async () => {
  const [first, second] = charter.founders;
  const cosigners = [keyTypes.cosignatureV1, keyTypes.eip712].map((type) =>
    createCosigner({ name: 'w.example', type, secret: Uint8Array.from(randomBytes(32)) }),
  );
  const address = cosigners.map(({ key }) => readWitnessAddress(key)).find((found) => found !== null) ?? null;
  if (!first || !second) throw new Error('no founders');
  first.nodeKey = own.publicKey;
  first.witness = address;
  const { contracts } = await foundTestAlliance(await createRelayer(), charter, founders);
  await database.store.sql`
    insert into alliance.founding (charter, charter_hash, step, governor, registry, record)
    values ('{}', ${`0x${'00'.repeat(32)}`}, 'founded', ${contracts.governor}, ${contracts.registry}, ${contracts.record})`;
  await send(makeReport(own), own, null);
  // A further node of the member: its key is vouched for by the one in the registry.
  await send(makeReport(further), own, null);
  expect((await alliance.nodes.list({ perPage: 10 })).nodes).toHaveLength(2);
  const key = keyOf('founder-0', { standing: 'admitted' });
  await expect(send(makeReport(foreign), foreign, key)).rejects.toEqual(refused('NODES_KEY_FOREIGN'));
  await expect(send(makeReport(foreign, { member: 'founder-1' }), foreign, null)).rejects.toThrow(
    'the registry has no node key for it',
  );
  await expect(send(makeReport(own, { member: 'stranger' }), own, null)).rejects.toEqual(refused('NODES_NOT_ADMITTED'));

  const vkeys = cosigners.map((cosigner) => formatVerifierKey(cosigner.key));
  const url = 'https://witness.example.org';
  const publish = (member: string) =>
    alliance.nodes.publishWitness({ principal: testPerson({ member, roles: ['admin'] }), vkeys, url });
  await expect(publish('founder-1')).rejects.toEqual(refused('NODES_WITNESS_NOT_REGISTERED'));
  expect(await publish('founder-0')).toMatchObject({ address, member: 'founder-0', name: 'w.example' });
  expect(await alliance.nodes.readWitnessProfiles()).toHaveLength(1);
  const principal = testPerson({ member: 'operator', roles: ['admin'] });
  await expect(alliance.nodes.makeBundle({ member: 'stranger', principal })).rejects.toEqual(
    refused('NODES_MEMBER_UNKNOWN'),
  );
});

test('a member changes the keys in the registry with its voting key, and they count at once', async () => {
  const [founder, other] = founders;
  const registered = charter.founders[0];
  if (!founder || !other || !registered) throw new Error('no founders');
  const member = founder.slug;
  const prepared = await alliance.nodes.prepareNodeKeys({ member, nodeKey: foreign.publicKey });
  // What was not named stays.
  expect(prepared.message).toMatchObject({ nodeKey: foreign.publicKey, witness: registered.witness });
  const keys = { member, nodeKey: foreign.publicKey, witness: registered.witness };
  const byOther = await signData(other.account, prepared as never);
  await expect(alliance.nodes.setNodeKeys({ ...keys, signature: byOther })).rejects.toEqual(
    refused('VOTES_SIGNATURE_FOREIGN'),
  );
  const signature = await signData(founder.account, prepared as never);
  const otherWitness = { ...keys, witness: null, signature };
  await expect(alliance.nodes.setNodeKeys(otherWitness)).rejects.toEqual(refused('VOTES_SIGNATURE_FOREIGN'));
  roles = ledger.run(stop.signal);
  expect(await alliance.nodes.setNodeKeys({ ...keys, signature })).toMatchObject({ kind: 'nodeKeys' });
  const patience = { timeout: 50_000, interval: 200 };
  await vi.waitFor(() => send(makeReport(foreign), foreign, null), patience);
  await expect(send(makeReport(own), own, null)).rejects.toEqual(refused('NODES_KEY_FOREIGN'));
  await database.store.sql`delete from alliance.node where public_key = ${foreign.publicKey}`;
});

test('the list goes page by page, and a node that fell behind is shown so', async () => {
  await database.store.sql`update alliance.node set lag = 500 where public_key = ${further.publicKey}`;
  const first = await alliance.nodes.list({ perPage: 1 });
  const second = await alliance.nodes.list({ perPage: 1, pageToken: first.nextPageToken ?? undefined });
  const states = [...first.nodes, ...second.nodes].map(({ publicKey, state }) => [publicKey, state]);
  expect(new Map(states as [string, string][])).toEqual(
    new Map([
      [own.publicKey, 'current'],
      [further.publicKey, 'behind'],
    ]),
  );
  expect([second.nextPageToken, first.totals]).toEqual([null, { nodes: 2, current: 1, producers: 0, members: 1 }]);
});
