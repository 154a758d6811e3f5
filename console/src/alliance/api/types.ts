import type { LocalText } from '../../i18n/language.ts';

export type Hex = `0x${string}`;
export type MemberKind = 'enterprise' | 'government' | 'research' | 'certifier' | 'nodeOperator' | 'witness';
export const memberStatuses = ['applied', 'admitted', 'suspended', 'left'] as const;
export type MemberStatus = (typeof memberStatuses)[number];
export const supports = ['for', 'against', 'abstain'] as const;
export type Support = (typeof supports)[number];

/** Where something happened on the chain. */
export interface Place {
  blockNumber: number;
  blockHash: string;
  transactionHash: string;
  time: string;
  /** False while a reorganisation could still take it back. */
  confirmed: boolean;
}

/** A member where another thing names it; without slug and name when the platform does not know it. */
export interface MemberRef {
  id: Hex;
  slug: string | null;
  name: LocalText | null;
}

/** What `eth_signTypedData_v4` signs; whole numbers are decimal texts. */
export interface TypedData {
  domain: { name: string; version: string; chainId: number; verifyingContract: Hex };
  types: Record<string, { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, unknown>;
}

/** Why an action was refused, in the platform's own words; `zh` has them in Chinese. */
export interface Failure {
  code: string;
  reason: string;
  nextStep: string;
  zh?: { reason: string; nextStep: string };
}

/** A signed action on its way to the chain. */
export interface Action {
  id: string;
  kind: 'proposal' | 'ballot' | 'delegation' | 'key' | 'nodeKeys' | 'leave' | 'application' | 'execution';
  state: 'submitted' | 'done' | 'failed';
  failure: Failure | null;
  transactionHash: string | null;
  submittedAt: string;
}

/** One page of a list of the alliance. */
export interface AlliancePage<Item> {
  items: Item[];
  nextPageToken: string | null;
}

/** Asks for a page; undefined values are left out. */
export function queryOf(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter((one): one is [string, string | number] => one[1] !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
