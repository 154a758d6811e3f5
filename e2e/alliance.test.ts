import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicClient, type Hex, http } from 'viem';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { evidenceLogAbi } from '../contracts/generated/EvidenceLog.ts';
import { lookAtPage } from './lookAtPage.ts';
import { openBrowser } from './openBrowser.ts';
import { askAs, type OperatorSession, openSession } from './openSession.ts';
import { type CliOutcome, runCli } from './runCli.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';
import { type RunningWitnesses, startWitnesses } from './startWitnesses.ts';
import { writeWeakKey } from './writeWeakKey.ts';

/** Organisations with a folder each, in which nobody but they hold a key. */
const founders = Array.from({ length: 10 }, (_, index) => `org-${index}`);

let folder: string;
let platform: RunningPlatform;
let session: OperatorSession;
let witnesses: RunningWitnesses;
let operatorKey: string;
let newcomerKey: string;
let suspendedKey: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-alliance-'));
  platform = await startPlatform();
  session = await openSession(platform.url, platform.output());
  const body = { name: 'founding', scopes: ['operate', 'govern', 'read'] };
  operatorKey = (await askAs<{ key: string }>(session, 'POST', '/api/keys', body)).key;
  await askAs(session, 'POST', '/api/members', {
    slug: 'newcomer',
    name: { zh: '新成员', en: 'Newcomer' },
    kind: 'enterprise',
  });
  await askAs(session, 'POST', '/api/members', {
    slug: 'org-9',
    name: { zh: '组织 org-9', en: 'Organisation org-9' },
    kind: 'enterprise',
  });
  const govern = { name: 'govern', scopes: ['govern', 'credentials'], member: 'newcomer' };
  newcomerKey = (await askAs<{ key: string }>(session, 'POST', '/api/keys', govern)).key;
  const read = { name: 'wallet', scopes: ['credentials'], member: 'org-9' };
  suspendedKey = (await askAs<{ key: string }>(session, 'POST', '/api/keys', read)).key;
  witnesses = await startWitnesses(session, { count: 3, threshold: 2 });
}, 120_000);
afterAll(async () => {
  await witnesses.stop();
  await platform.stop();
  await rm(folder, { recursive: true });
  await rm(platform.data, { recursive: true, force: true });
});

const folderOf = (slug: string) => join(folder, slug);
const passwordOf = (slug: string) => ['--folder', folderOf(slug), '--password-file', join(folderOf(slug), 'password')];
async function run(command: string[], env: Record<string, string> = {}): Promise<string> {
  const { code, output }: CliOutcome = await runCli(['alliance', ...command], env);
  if (code !== 0) throw new Error(`xiangyu alliance ${command.join(' ')} ended with ${code}:\n${output}`);
  return output.trim();
}
/** As one organisation on its own machine; what it signs is shown and not asked about. */
const runAs = (slug: string, command: string[], env?: Record<string, string>) =>
  run([...command, ...passwordOf(slug), '--url', platform.url, '--yes'], env);

/** Few at a time: each command is a process of its own. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([worker(), worker(), worker()]);
}

/** The first key is made as a member makes it; the others open without the second and the 256 MB that this one takes. */
async function makeKey(slug: string): Promise<string> {
  const password = `the pass phrase of ${slug}`;
  await mkdir(folderOf(slug), { recursive: true });
  await writeFile(join(folderOf(slug), 'password'), `${password}\n`);
  return slug === 'org-0' ? run(['key', ...passwordOf(slug)]) : writeWeakKey(folderOf(slug), password);
}

async function propose(slug: string, type: string, parameters: object): Promise<string> {
  const file = join(folderOf(slug), `${type}.json`);
  const text = { zh: '理由', en: 'reasons' };
  await writeFile(file, JSON.stringify({ type, parameters, title: { zh: type, en: type }, text }));
  return /proposal (0x[0-9a-f]{64})/.exec(await runAs(slug, ['propose', file]))?.[1] ?? '';
}
const stateOf = async (proposal: string) =>
  ((await (await fetch(`${platform.url}/api/alliance/proposals/${proposal}`)).json()) as { state: string }).state;
const waiting = { timeout: 60_000, interval: 300 };
const untilState = (proposal: string, state: string) =>
  vi.waitFor(async () => expect(await stateOf(proposal)).toBe(state), { timeout: 200_000, interval: 300 });

/** The membership credentials that an organisation holds, as the platform gives them to its own API key. */
async function readMemberships(key: string): Promise<{ id: string; status: string }[]> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${platform.url}/api/credentials/held`, { headers });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const { credentials } = (await answer.json()) as { credentials: { id: string; type: string; status: string }[] };
  return credentials.filter(({ type }) => type === 'MembershipCredential');
}
/** Waits until an organisation holds a membership credential, and gives it as anybody could be shown it. */
async function takeMembership(key: string): Promise<object> {
  const [held] = await vi.waitFor(async () => {
    const found = await readMemberships(key);
    expect(found).toMatchObject([{ status: 'valid' }]);
    return found;
  }, waiting);
  const headers = { authorization: `Bearer ${key}` };
  return (await (await fetch(`${platform.url}/api/credentials/held/${held?.id}/file`, { headers })).json()) as object;
}
/** What a verifier finds of a credential, who need not be known to the platform. */
async function verifyMembership(credential: object) {
  const body = JSON.stringify({ credential });
  const headers = { 'content-type': 'application/json', origin: platform.url };
  const answer = await fetch(`${platform.url}/api/credentials/verify`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const { valid, credentials } = (await answer.json()) as {
    valid: boolean;
    credentials: { claims: object; checks: { check: string; ok: boolean | null; code: string }[] }[];
  };
  const checks = credentials[0]?.checks ?? [];
  const refused = checks.filter(({ ok }) => ok === false).map(({ code }) => code);
  return { valid, refused, claims: credentials[0]?.claims };
}

let governor = '';
let seats = '';
let membership: object;

test('ten organisations in ten folders found an alliance', async () => {
  const keys = new Map<string, string>();
  for (const slug of founders) keys.set(slug, await makeKey(slug));
  expect(new Set(keys.values()).size).toBe(10);
  const members = founders.map(
    (slug) =>
      `  - slug: ${slug}\n    name: { zh: 组织 ${slug}, en: Organisation ${slug} }\n    kinds: [enterprise]\n    key: ${keys.get(slug)}`,
  );
  const file = join(folder, 'members.yaml');
  const writeCharter = (periodSeconds: number, kind: string) => {
    const rules = `rules: { votingDelay: 1 s, votingPeriod: ${periodSeconds} s, quorumPercent: 20 }`;
    const text = `name: { zh: 湘渝联盟, en: Xiangyu alliance }\n${rules}\nmembers:\n${members.join('\n')}\n`;
    return writeFile(file, text.replace('kinds: [enterprise]', `kinds: [${kind}]`));
  };
  await writeCharter(60, 'factory');
  const startedAt = performance.now();
  const found = ['found', '--members', file, '--url', platform.url];
  expect(await runCli(['alliance', ...found], { XIANGYU_API_KEY: operatorKey })).toMatchObject({
    code: 65,
    output: expect.stringContaining(`${file}:6:13: "factory" is no kind`),
  });
  // A busy machine takes longer for each command, and a vote has to last for several of them after one another.
  const commandSeconds = (performance.now() - startedAt) / 1_000;
  await writeCharter(Math.ceil(12 + 16 * commandSeconds), 'enterprise');
  await run([...found, '--detach'], { XIANGYU_API_KEY: operatorKey });
  const founding = run(found, { XIANGYU_API_KEY: operatorKey });
  await inTurns(founders, (slug) => runAs(slug, ['sign']));
  governor = /governor (0x[0-9a-f]{40})/.exec(await founding)?.[1] ?? '';
  expect(governor).not.toBe('');
  membership = await takeMembership(suspendedKey);
  expect(await verifyMembership(membership)).toMatchObject({ valid: true, claims: { memberSlug: 'org-9' } });
  expect(await readMemberships(newcomerKey)).toEqual([]);
}, 400_000);

test('members admit an eleventh, suspend one, and change k of n of the witnesses; the operator only carries', async () => {
  await makeKey('newcomer');
  const details = join(folder, 'newcomer.yaml');
  await writeFile(details, 'slug: newcomer\nname: { zh: 新成员, en: Newcomer }\nkinds: [research]\n');
  await runAs('newcomer', ['apply', '--details', details], { XIANGYU_API_KEY: newcomerKey });
  const log = (await (await fetch(`${platform.url}/api/log/witnesses`, { headers: session.headers })).json()) as {
    witnesses: { address: string }[];
  };
  const addresses = log.witnesses.map(({ address }) => address);
  expect(addresses).toHaveLength(3);
  const [admission = '', suspension = '', witnessing = ''] = await Promise.all([
    propose('org-0', 'admit', { member: 'newcomer' }),
    propose('org-1', 'suspend', { member: 'org-9' }),
    propose('org-2', 'setWitnesses', { witnesses: addresses, threshold: 3 }),
  ]);
  seats = witnessing;
  await Promise.all([admission, suspension, seats].map((proposal) => untilState(proposal, 'active')));
  await inTurns(founders.slice(0, 2), async (slug) => {
    for (const proposal of [admission, suspension, seats]) await runAs(slug, ['vote', proposal, 'for']);
  });
  const again = await runCli([
    'alliance',
    'vote',
    admission,
    'for',
    ...passwordOf('org-0'),
    '--url',
    platform.url,
    '--yes',
  ]);
  expect(again.code).not.toBe(0);
  await Promise.all([admission, suspension, seats].map((proposal) => untilState(proposal, 'succeeded')));
  const late = await runCli([
    'alliance',
    'vote',
    admission,
    'for',
    ...passwordOf('org-5'),
    '--url',
    platform.url,
    '--yes',
  ]);
  expect(late.code).not.toBe(0);
  await Promise.all(
    [admission, suspension, seats].map((proposal) =>
      run(['execute', proposal, '--url', platform.url], { XIANGYU_API_KEY: operatorKey }),
    ),
  );
}, 400_000);

test('each step is provable from the chain alone', async () => {
  const verify = ['verify', '--rpc', platform.espaceUrl, '--governor', governor];
  const charter = join(folder, 'charter.json');
  await writeFile(charter, await (await fetch(`${platform.url}/api/alliance/charter`)).text());
  const printed = await run([...verify, '--charter', charter, '--name', 'newcomer']);
  for (const step of [
    'org-3 took its place as founder',
    'the alliance is founded by 10 founders',
    'belongs to the alliance',
    'newcomer applies',
    'org-0 votes for with 1',
    'newcomer is admitted as research',
    'org-9 is suspended',
    'setWitnesses([',
    'passed with 2 for, 0 against',
    'Everything adds up',
  ]) {
    expect(printed).toContain(step);
  }
  const log = (await (await fetch(`${platform.url}/api/alliance`)).json()) as {
    log: { contract: Hex; ownedBy: string };
  };
  expect(log.log.ownedBy).toBe('alliance');
  const client = createPublicClient({ transport: http(platform.espaceUrl) });
  const onLog = { abi: evidenceLogAbi, address: log.log.contract } as const;
  expect(await client.readContract({ ...onLog, functionName: 'threshold' })).toBe(3);
  const json = JSON.parse(await run([...verify, '--json'])) as { valid: boolean; members: { status: string }[] };
  expect(json.valid).toBe(true);
  expect(json.members.filter(({ status }) => status === 'admitted')).toHaveLength(10);
  await writeFile(
    charter,
    JSON.stringify({
      ...JSON.parse(await (await fetch(`${platform.url}/api/alliance/charter`)).text()),
      purpose: { zh: '', en: '' },
    }),
  );
  expect(await runCli(['alliance', ...verify, '--charter', charter])).toMatchObject({
    code: 1,
    output: expect.stringContaining('not the one that the founders signed'),
  });
  const foreign = ['verify', '--rpc', platform.espaceUrl, '--governor', `0x${'12'.repeat(20)}`];
  expect(await runCli(['alliance', ...foreign])).toMatchObject({
    output: expect.stringContaining('VERIFY_NO_ALLIANCE'),
  });
}, 200_000);

test('membership credentials follow the votes, for every verifier', async () => {
  expect(await verifyMembership(await takeMembership(newcomerKey))).toMatchObject({
    valid: true,
    claims: { memberSlug: 'newcomer', memberKinds: ['research'] },
  });
  await vi.waitFor(async () => {
    const { valid, refused } = await verifyMembership(membership);
    expect(valid).toBe(false);
    expect(refused).toContain('status.suspended');
  }, waiting);
});

test('the console shows what was decided, in both languages', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const standing = (status: string) => `[data-testid="member-status"][data-status="${status}"]`;
    const pages = [
      ['/members/org-9', standing('suspended'), '已暂停', 'Suspended by vote'],
      ['/members/newcomer', standing('admitted'), '经表决接纳', 'Admitted by vote'],
      [
        `/proposals/${seats}`,
        '[data-testid="proposal-state"][data-state="executed"]',
        '以下 3 家中至少 3 家签字',
        'witnessed by 3 at least of these 3',
      ],
    ] as const;
    for (const [path, sign, zh, en] of pages) {
      await page.goto(`${platform.url}/alliance${path}`);
      await page.locator(sign).first().waitFor();
      const text = () => page.locator('main').innerText();
      await lookAtPage(page, `ten-${path.split('/')[1]}-${path.split('/')[2]?.slice(0, 8)}`);
      await vi.waitFor(async () => expect(await text()).toContain(en), waiting);
      await page.locator('.language-switch').click();
      await vi.waitFor(async () => expect(await text()).toContain(zh), waiting);
    }
    await page.goto(`${platform.url}/alliance`);
    await page.getByText('3 家见证方中至少 3 家').waitFor();
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
}, 120_000);
