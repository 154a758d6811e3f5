import {
  type Abi,
  type AbiFunction,
  createPublicClient,
  encodeFunctionData,
  type Hex,
  http,
  type TypedDataDefinition,
  zeroAddress,
} from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import {
  applicationData,
  ballotData,
  delegationData,
  foundingData,
  keyRotationData,
  leavingData,
  memberAccount,
  memberId,
  proposalData,
} from '../alliance/index.ts';
import { allianceGovernorAbi } from '../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../contracts/generated/AllianceRecord.ts';
import { memberRegistryAbi } from '../contracts/generated/MemberRegistry.ts';
import { readPrivateKeys } from '../ledger/testing.ts';
import { startTestServer, type TestServer } from '../server/testing.ts';
import { attemptsWith } from './attemptsWith.ts';

interface Deployed {
  chainId: number;
  governor: Hex;
  registry: Hex;
  record: Hex;
  charterHash: Hex;
  state: string;
}
interface TypedDataJson {
  primaryType: string;
}

const slugs = ['bureau', 'farm', 'university'];
const founders = slugs.map((slug) => ({ slug, account: privateKeyToAccount(generatePrivateKey()) }));
/** A witness that the platform's own organisation runs, and that a founder names as its witness too. */
const witness = privateKeyToAccount(generatePrivateKey());
const sign = (account: PrivateKeyAccount, data: TypedDataJson) =>
  account.signTypedData(data as unknown as TypedDataDefinition);

const masterKey = 'ab'.repeat(32);
let server: TestServer;
let cookie: string;
let alliance: Deployed;
/** Every private key that the platform holds. */
let held: PrivateKeyAccount[];
const client = () => createPublicClient({ transport: http(inject('espaceUrl'), { batch: { batchSize: 50 } }) });
const id = (slug: string) => memberId(slug);
const readAlliance = async () => (await (await server.ask('/api/alliance')).json()) as Deployed;

beforeAll(async () => {
  server = await startTestServer({ masterKey: { kind: 'command', command: `echo ${masterKey}` } });
  cookie = await server.setUp();
  expect((await server.ask('/api/wallets/keys', { cookie, body: { name: 'custodial' } })).status).toBe(201);
  const members = founders.map(({ slug, account }) => ({
    slug,
    name: { zh: slug, en: slug },
    kinds: ['enterprise', 'witness'],
    key: account.address,
    witness: witness.address,
  }));
  const text = JSON.stringify({
    name: { zh: '联盟', en: 'Alliance' },
    rules: { votingDelay: '1 s', votingPeriod: '1 h' },
    members,
  });
  expect((await server.ask('/api/alliance/founding', { cookie, body: { members: text } })).status).toBe(202);
  for (const { slug, account } of founders) {
    const task = await vi.waitFor(
      async () => {
        const answer = await server.ask(`/api/alliance/founding/founders/${slug}`);
        expect(answer.status).toBe(200);
        return (await answer.json()) as { typedData: TypedDataJson };
      },
      { timeout: 60_000, interval: 200 },
    );
    const body = { founder: slug, signature: await sign(account, task.typedData) };
    expect((await server.ask('/api/alliance/founding/signatures', { body })).status).toBe(202);
  }
  // What the founding leads to is done too, so that every later log would be the operator's doing.
  alliance = await vi.waitFor(
    async () => {
      const seen = await readAlliance();
      expect(seen).toMatchObject({ state: 'founded', log: { ownedBy: 'alliance' } });
      return seen;
    },
    { timeout: 60_000, interval: 200 },
  );
  held = [...(await readPrivateKeys(server.store, masterKey)).map((key) => privateKeyToAccount(key)), witness];
}, 180_000);
afterAll(() => server.stop());

/** Answers that tell others that tokens may be sent here; they change nothing. */
const harmless = ['onERC721Received', 'onERC1155Received', 'onERC1155BatchReceived'];

const contracts = (): [Hex, Abi][] => [
  [alliance.governor, allianceGovernorAbi],
  [alliance.registry, memberRegistryAbi],
  [alliance.record, allianceRecordAbi],
];

/** All that ever happened in the alliance's contracts: as long as nothing is added, nothing changed. */
async function readLogCount(): Promise<number> {
  const address = [alliance.governor, alliance.registry, alliance.record];
  return (await client().getLogs({ address, fromBlock: 0n, toBlock: 'latest' })).length;
}

/** What a key signs in a member's name, or as if it were a member's. */
async function forge(by: PrivateKeyAccount): Promise<[Hex, Hex][]> {
  const { chainId, registry, governor, charterHash } = alliance;
  const place = { chainId, contract: registry };
  const member = id('farm');
  const voter = founders[1]?.account.address ?? zeroAddress;
  const entry = {
    id: id('operator'),
    profileHash: member,
    did: '',
    kinds: 1,
    key: by.address,
    nodeKey: '0x' as Hex,
    witness: zeroAddress as Hex,
  };
  const calls = {
    targets: [registry],
    values: [0n],
    calldatas: [encodeFunctionData({ abi: memberRegistryAbi, functionName: 'suspend', args: [member] })],
  };
  const call = (to: Hex, abi: Abi, functionName: string, args: readonly unknown[]): [Hex, Hex] => [
    to,
    encodeFunctionData({ abi, functionName, args }),
  ];
  const [rotation, leaving, founding] = await Promise.all([
    sign(by, keyRotationData(place, { member, newKey: by.address, nonce: 0n })),
    sign(by, leavingData(place, { member, nonce: 0n })),
    sign(by, foundingData(place, { charter: charterHash, member: entry.id })),
  ]);
  const delegation = await sign(
    by,
    delegationData(place, { delegatee: memberAccount(member), nonce: 0n, expiry: 2 ** 40 }),
  );
  const [v, r, s] = [
    Number.parseInt(delegation.slice(130), 16),
    delegation.slice(0, 66),
    `0x${delegation.slice(66, 130)}`,
  ];
  const onGovernor = { chainId, contract: governor };
  const tries = await Promise.all(
    [by.address, voter].flatMap((claimed) => [
      sign(by, ballotData(onGovernor, { proposalId: 1n, support: 1, voter: claimed, nonce: 0n })).then((signature) =>
        call(governor, allianceGovernorAbi, 'castVoteBySig', [1n, 1, claimed, signature]),
      ),
      sign(by, proposalData(onGovernor, { proposer: claimed, calls, description: 'x', nonce: 0n })).then((signature) =>
        call(governor, allianceGovernorAbi, 'proposeBySig', [
          claimed,
          calls.targets,
          calls.values,
          calls.calldatas,
          'x',
          signature,
        ]),
      ),
    ]),
  );
  return [
    ...tries,
    call(registry, memberRegistryAbi, 'rotateKey', [member, by.address, rotation, rotation]),
    call(registry, memberRegistryAbi, 'resign', [member, leaving]),
    call(registry, memberRegistryAbi, 'enrol', [entry, [], founding]),
    call(registry, memberRegistryAbi, 'delegateBySig', [memberAccount(member), 0n, 2n ** 40n, v, r, s]),
  ];
}

test('the operator cannot admit, expel or outvote anyone', async () => {
  const before = await readLogCount();
  // The treasury, the account of the first block, custodial keys and a witness, at least.
  expect(held.length).toBeGreaterThanOrEqual(4);
  expect(held.map(({ address }) => address.toLowerCase())).toContain(server.ledger.treasuryAddress);
  const table = attemptsWith(held[0]?.address ?? zeroAddress, alliance.registry);
  const accepted: string[] = [];
  // Only a refusal of the contract itself counts as one.
  const tryCall = async (what: string, from: Hex, to: Hex, data: Hex) => {
    const outcome = await client()
      .call({ account: from, to, data })
      .then(
        () => 'is accepted',
        (error: unknown) => String(error),
      );
    if (!/revert/i.test(outcome)) accepted.push(`${what} from ${from}: ${outcome}`);
  };
  // What a member's key may do, so that the refusals below mean something.
  const byMember = encodeFunctionData({
    abi: allianceGovernorAbi,
    functionName: 'propose',
    args: table.propose?.[0] as never,
  });
  await client().call({ account: founders[0]?.account.address ?? zeroAddress, to: alliance.governor, data: byMember });
  const changing = ([, abi]: [Hex, Abi]) =>
    abi.filter(
      (item): item is AbiFunction => item.type === 'function' && !['view', 'pure'].includes(item.stateMutability),
    );
  for (const contract of contracts()) {
    for (const { name } of changing(contract)) {
      if (harmless.includes(name)) continue;
      expect(table[name], `attempts of ${name}`).toBeDefined();
      for (const args of table[name] ?? []) {
        const data = encodeFunctionData({ abi: contract[1], functionName: name, args });
        await Promise.all(held.map(({ address }) => tryCall(name, address, contract[0], data)));
      }
    }
  }
  for (const by of held) {
    for (const [to, data] of await forge(by)) await tryCall('a forged signature', by.address, to, data);
  }
  expect(accepted).toEqual([]);
  // It may apply as everybody may; that alone makes it no member.
  const [own] = held as [PrivateKeyAccount];
  const entry = {
    id: id('operator'),
    profileHash: id('x'),
    did: 'x',
    kinds: 1,
    key: own.address,
    nodeKey: '0x' as Hex,
    witness: zeroAddress as Hex,
  };
  const place = { chainId: alliance.chainId, contract: alliance.registry };
  const application = encodeFunctionData({
    abi: memberRegistryAbi,
    functionName: 'applyFor',
    args: [entry, await sign(own, applicationData(place, { entry, nonce: 0n }))],
  });
  await client().call({ to: alliance.registry, data: application });
  expect(await readLogCount()).toBe(before);
}, 60_000);

test('no route of the platform gives the operator a right in the alliance', async () => {
  const before = await readLogCount();
  const description = (await (await server.ask('/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const routes = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => path.startsWith('/api/alliance') && ['post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => ({ path, method: method.toUpperCase() })),
  );
  expect(routes.length).toBeGreaterThan(10);
  const [own] = held as [PrivateKeyAccount];
  const signature = await own.signMessage({ message: 'anything' });
  const calls = { targets: [alliance.registry], values: ['0'], calldatas: ['0x'] };
  const document = {
    type: 'expel',
    title: { zh: 'x', en: 'x' },
    text: { zh: 'x', en: 'x' },
    parameters: { member: 'farm' },
  };
  const bodies = ['operator', 'farm'].map((member) => ({
    member,
    signature,
    founder: member,
    document,
    type: 'expel',
    parameters: { member: 'farm' },
    support: 'for',
    to: 'bureau',
    expiry: 2 ** 40,
    newKey: own.address.toLowerCase(),
    oldSignature: signature,
    newSignature: signature,
    members: 'members: []',
    replace: true,
    kinds: ['enterprise'],
    did: 'did:web:operator.example',
    profile: { name: { zh: 'x', en: 'x' } },
    key: own.address.toLowerCase(),
    text: 'x',
    standing: 'admitted',
    ...calls,
  }));
  const done: string[] = [];
  for (const { path, method } of routes) {
    const target = path
      .replace(/\{id\}/g, `0x${'1'.repeat(64)}`)
      .replace(/\{slug\}/g, 'farm')
      .replace(/\{\w+\}/g, '1');
    for (const body of bodies) {
      const answer = await server.ask(target, { method, cookie, body });
      // Preparing gives something to sign, which is nothing without a member's key.
      if (answer.ok && !path.endsWith('/prepare')) done.push(`${method} ${path} ${answer.status}`);
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    }
  }
  expect(done).toEqual([]);
  for (const slug of ['farm', 'operator']) {
    const change = { standing: slug === 'farm' ? 'suspended' : 'admitted', status: 'admitted', roles: ['admin'] };
    for (const method of ['PUT', 'PATCH']) await server.ask(`/api/members/${slug}`, { method, cookie, body: change });
  }
  const rows = await server.store.sql<{ slug: string; standing: string }[]>`
    SELECT slug, standing FROM alliance.member ORDER BY slug`;
  const standings = Object.fromEntries(rows.map(({ slug, standing }) => [slug, standing]));
  expect(standings).toMatchObject({ farm: 'admitted', bureau: 'admitted', university: 'admitted', operator: 'guest' });
  expect(await readLogCount()).toBe(before);
}, 60_000);
