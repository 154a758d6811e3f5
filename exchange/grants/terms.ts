import { concat, encodeAbiParameters, type Hex, keccak256, stringToHex, zeroAddress } from 'viem';
import { canonicalizeJson } from '../../proof/index.ts';
import type { JsonObject } from '../house.ts';

/** The terms of a grant as the contract keeps them; addresses lower case, times in seconds. */
export interface ChainTerms {
  provider: Hex;
  notBefore: number;
  notAfter: number;
  consumer: Hex;
  version: number;
  /** 0: no limit. */
  maxCount: number;
  arbiter: Hex;
  agreement: Hex;
  dataset: Hex;
  purpose: Hex;
  columns: Hex;
  policy: Hex;
}

/** What is in clear on both sides and only committed to on the chain. */
export interface OpenTerms {
  agreement: string;
  dataset: string;
  version: number;
  purpose: string;
  items: readonly string[];
  notBefore: Date;
  notAfter: Date;
  maxCount: number | null;
  policyDigest: string;
  salt: Hex;
}

/** The chain keys of the parties. */
export interface Parties {
  provider: Hex;
  consumer: Hex;
  /** The data authority, or null. */
  arbiter: Hex | null;
}

/** Digest of a name that is long and random, or public, such as the identifier of an agreement or a dataset. */
const digestName = (name: string): Hex => keccak256(stringToHex(name));

/** Commitment to what could be guessed: keccak256 of 32 bytes of salt and the canonical JSON of `[label, value]`. */
export function commit(salt: Hex, label: 'purpose' | 'columns' | 'reason', value: string | readonly string[]): Hex {
  const content = canonicalizeJson([label, typeof value === 'string' ? value : [...value].sort()]);
  return keccak256(concat([salt, stringToHex(content)]));
}

/** Seconds since 1970, in which the chain counts. */
export const toSeconds = (time: Date): number => Math.floor(time.getTime() / 1_000);

/** What the chain is to hold. */
export function makeTerms(parties: Parties, open: OpenTerms): ChainTerms {
  const { provider, consumer, arbiter } = parties;
  return {
    provider: lower(provider),
    notBefore: toSeconds(open.notBefore),
    notAfter: toSeconds(open.notAfter),
    consumer: lower(consumer),
    version: open.version,
    maxCount: open.maxCount ?? 0,
    // Nobody judges in a matter of its own.
    arbiter:
      arbiter === null || [lower(provider), lower(consumer)].includes(lower(arbiter)) ? zeroAddress : lower(arbiter),
    agreement: digestName(open.agreement),
    dataset: digestName(open.dataset),
    purpose: commit(open.salt, 'purpose', open.purpose),
    columns: commit(open.salt, 'columns', open.items),
    policy: `0x${open.policyDigest}`,
  };
}

/** Name of a grant on the chain, as `idOf` of the contract. */
export const grantIdOf = (provider: Hex, agreement: string): Hex => grantIdOfDigest(provider, digestName(agreement));

/** As `grantIdOf`, from the digest of the agreement's name. */
export const grantIdOfDigest = (provider: Hex, agreement: Hex): Hex =>
  keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'bytes32' }], [provider, agreement]));

/** Names of the terms that differ. The arbiter is the provider's choice among data authorities, so it is not compared. */
export function findDifferences(expected: ChainTerms, found: ChainTerms): string[] {
  return (Object.keys(expected) as (keyof ChainTerms)[]).filter(
    (name) => name !== 'arbiter' && expected[name] !== found[name],
  );
}

/** The terms as JSON, for the database and for records. */
export const termsToJson = (terms: ChainTerms): JsonObject => ({ ...terms });

/** Lower case, as all addresses are kept. */
export const lower = (address: Hex): Hex => address.toLowerCase() as Hex;
