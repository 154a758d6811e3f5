import { Hash, Hex } from 'ox';
import type { MemberKind } from '../api/types.ts';

/** What an organisation can be; the order is that of the bits in the registry. */
export const memberKinds = [
  'enterprise',
  'government',
  'research',
  'certifier',
  'nodeOperator',
  'witness',
] as const satisfies readonly MemberKind[];

/** The id of a member on the chain: keccak-256 of its slug. */
export function memberIdOf(slug: string): Hex.Hex {
  return Hash.keccak256(Hex.fromString(slug));
}

/** The account through which a member votes: the last 20 bytes of its id. Nobody has a key for it. */
export function memberAccountOf(id: Hex.Hex): Hex.Hex {
  return `0x${id.slice(26).toLowerCase()}`;
}

/** Kinds as the registry keeps them, a bit each. */
export function bitsOfKinds(kinds: readonly MemberKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << memberKinds.indexOf(kind)), 0);
}

/** The kinds that are set in the registry's bits. */
export function kindsOfBits(bits: number): MemberKind[] {
  return memberKinds.filter((_, at) => bits & (1 << at));
}
