import type { Hex, LocalAccount, TypedDataDefinition } from 'viem';
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount } from 'viem/accounts';
import { expect, vi } from 'vitest';
import { askAs, type OperatorSession } from './openSession.ts';

/** A member whose key only the test has, as only the member would have it. */
export interface TestMember {
  slug: string;
  account: LocalAccount;
}

/** Other tests may keep the machine busy. */
const patience = { timeout: 60_000, interval: 200 };

/** A public answer of the platform; throws for every one that is not 2xx. */
export async function read<Answer>(url: string, path: string): Promise<Answer> {
  const answer = await fetch(url + path);
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** One unauthenticated request: what is signed needs no session. */
async function send<Answer>(url: string, path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json', origin: url };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

const sign = (account: LocalAccount, data: unknown) => account.signTypedData(data as TypedDataDefinition);

export interface AllianceView {
  state: 'none' | 'founding' | 'founded';
  governor: Hex;
  registry: Hex;
  counts: { applied: number; admitted: number };
}

export interface Founders {
  /** Slugs and names of the founders. */
  names: [slug: string, zh: string, en: string, kind: string][];
  rules: { votingDelay: string; votingPeriod: string; quorumPercent: string };
}

/** Founds an alliance with a key of its own for every founder; one that is given with its recovery words does not sign yet. */
export async function foundAlliance(
  session: OperatorSession,
  { names, rules }: Founders,
  later: { slug: string; words: string } | null = null,
): Promise<TestMember[]> {
  const members = names.map(([slug]) => ({
    slug,
    account: slug === later?.slug ? mnemonicToAccount(later.words) : privateKeyToAccount(generatePrivateKey()),
  }));
  const listed = names.map(([slug, zh, en, kind], at) => ({
    slug,
    name: { zh, en },
    kinds: [kind],
    key: members[at]?.account.address,
    did: `did:web:${slug}.example`,
  }));
  const name = { zh: '湘渝区域链联盟', en: 'Xiangyu Alliance' };
  await askAs(session, 'POST', '/api/alliance/founding', { members: JSON.stringify({ name, rules, members: listed }) });
  await vi.waitFor(async () => {
    expect((await read<AllianceView>(session.url, '/api/alliance')).registry).not.toBeNull();
  }, patience);
  for (const { slug, account } of members) {
    if (slug === later?.slug) continue;
    const task = await read<{ typedData: unknown }>(session.url, `/api/alliance/founding/founders/${slug}`);
    const signature = await sign(account, task.typedData);
    await send(session.url, '/api/alliance/founding/signatures', { founder: slug, signature });
  }
  return members;
}

/** Waits until the last founder took its place and the members are listed. */
export async function waitUntilFounded(url: string): Promise<AllianceView> {
  return vi.waitFor(async () => {
    const alliance = await read<AllianceView>(url, '/api/alliance');
    expect(alliance.state).toBe('founded');
    expect(alliance.counts.admitted).toBeGreaterThan(0);
    return alliance;
  }, patience);
}

export interface ProposalTexts {
  zh: string;
  en: string;
  textZh?: string;
  textEn?: string;
}

/** A member proposes; gives the proposal's id once the chain has it. */
export async function propose(
  url: string,
  { slug, account }: TestMember,
  type: string,
  parameters: object,
  { zh, en, textZh = zh, textEn = en }: ProposalTexts,
): Promise<Hex> {
  const document = { title: { zh, en }, text: { zh: textZh, en: textEn } };
  const prepared = await send<{ id: Hex; document: object; typedData: unknown }>(
    url,
    '/api/alliance/proposals/prepare',
    { type, parameters, document, member: slug },
  );
  const signature = await sign(account, prepared.typedData);
  await send(url, '/api/alliance/proposals', { document: prepared.document, member: slug, signature });
  return prepared.id;
}

/** Waits until a proposal stands somewhere. */
export async function waitForState(url: string, id: Hex, state: string): Promise<void> {
  await vi.waitFor(async () => {
    expect((await read<{ state: string }>(url, `/api/alliance/proposals/${id}`)).state).toBe(state);
  }, patience);
}

/** A member votes. */
export async function vote(
  url: string,
  { slug, account }: TestMember,
  id: Hex,
  support: 'for' | 'against' | 'abstain',
): Promise<void> {
  const path = `/api/alliance/proposals/${id}/ballots`;
  // Signatures of a member count one after the other: while one is on its way, the next is refused.
  await vi.waitFor(async () => {
    const { typedData } = await send<{ typedData: unknown }>(url, `${path}/prepare`, { member: slug, support });
    await send(url, path, { member: slug, support, signature: await sign(account, typedData) });
  }, patience);
}
