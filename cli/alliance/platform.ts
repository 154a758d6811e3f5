import { setTimeout as pause } from 'node:timers/promises';
import type { Hex } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import { requestPlatform } from '../requestPlatform.ts';
import { governErrors } from './errors.ts';

/** What the commands need of `GET /api/alliance`. */
export interface AllianceState {
  state: 'none' | 'founding' | 'founded';
  name: { zh: string; en: string } | null;
  chainId: number;
  governor: Hex | null;
  registry: Hex | null;
  record: Hex | null;
  charterHash: Hex | null;
  rules: Record<string, unknown> | null;
  founding: {
    step: string;
    signed: number;
    enrolled: number;
    total: number;
    problem: string | null;
    founders: { slug: string; key: Hex; signedAt: string | null; enrolledAt: string | null; problem: string | null }[];
  } | null;
  counts: Record<string, number>;
  log: { contract: Hex | null; owner: Hex | null; ownedBy: string | null };
}

/** An alliance whose contracts are on the chain. */
export type DeployedAlliance = AllianceState & { governor: Hex; registry: Hex; record: Hex };

/** What a wallet signs; see the platform's `prepare` routes. */
export interface PreparedData {
  domain: { name: string; version: string; chainId: number; verifyingContract: Hex };
  types: Record<string, { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, unknown>;
}

/** Something on its way to the chain. */
export interface Action {
  id: string;
  state: 'submitted' | 'done' | 'failed';
  failure: { reason: string; nextStep: string } | null;
  transactionHash: Hex | null;
}

/** Reads from the platform. */
export async function get<Body>(url: string, path: string): Promise<Body> {
  return (await requestPlatform({ url, path })).body as Body;
}

/** Sends JSON to the platform; what carries a signature of a member needs no further right. */
export async function post<Body>(url: string, path: string, body: unknown, apiKey?: string): Promise<Body> {
  const headers = { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
  return (await requestPlatform({ url, path, method: 'POST', headers, body: JSON.stringify(body) })).body as Body;
}

/** The alliance of a platform. @throws CLI_ALLIANCE_NO_ALLIANCE */
export async function readDeployed(url: string): Promise<DeployedAlliance> {
  const state = await get<AllianceState>(url, '/api/alliance');
  const { governor, registry, record } = state;
  if (!governor || !registry || !record) throw governErrors.noAlliance({ url });
  return { ...state, governor, registry, record };
}

interface MembersPage {
  items: { slug: string | null; key: Hex | null; status: string; weight: string; votes: string }[];
  nextPageToken: string | null;
}

/** The member that a key signs for now. @throws CLI_ALLIANCE_MEMBER_UNCLEAR */
export async function findOwnMember(
  url: string,
  key: Hex,
): Promise<{ slug: string; status: string; weight: string; votes: string }> {
  let token: string | null = null;
  do {
    const query: string = token ? `&nextPageToken=${encodeURIComponent(token)}` : '';
    const page: MembersPage = await get<MembersPage>(url, `/api/alliance/members?perPage=200${query}`);
    const own = page.items.find((member) => member.key?.toLowerCase() === key.toLowerCase());
    if (own?.slug) return { slug: own.slug, status: own.status, weight: own.weight, votes: own.votes };
    token = page.nextPageToken;
  } while (token);
  throw governErrors.memberUnclear({ address: key });
}

/** Signs what was prepared, once it has been checked. */
export const signPrepared = (account: PrivateKeyAccount, data: PreparedData): Promise<Hex> =>
  account.signTypedData(data as unknown as Parameters<PrivateKeyAccount['signTypedData']>[0]);

const patienceSeconds = 180;

/** What a member has under way. */
export const actionsOf = (url: string, slug: string) => async (): Promise<Action[]> =>
  (await get<{ items: Action[] }>(url, `/api/alliance/members/${slug}/actions`)).items;

/** Waits until an action is on the chain. @throws CLI_ALLIANCE_REFUSED_BY_CHAIN, CLI_ALLIANCE_NOT_DONE */
export async function awaitAction(read: () => Promise<Action[]>, { id }: Action): Promise<void> {
  const until = Date.now() + patienceSeconds * 1_000;
  while (Date.now() < until) {
    const action = (await read()).find((item) => item.id === id);
    if (action?.state === 'done') return;
    if (action?.state === 'failed') {
      const { reason = 'it failed', nextStep = 'See the status.' } = action.failure ?? {};
      throw governErrors.refusedByChain({ reason: reason.replace(/\.$/, ''), advice: nextStep });
    }
    await pause(500);
  }
  throw governErrors.notDone({ seconds: patienceSeconds });
}
