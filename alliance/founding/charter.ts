import { createHash } from 'node:crypto';
import { type Hex, zeroAddress } from 'viem';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import { type Entry, encodeKinds, hashLeaf, type MemberKind, memberId, memberKinds } from '../chain/members.ts';
import { buildLeafTree } from '../chain/merkleTree.ts';

/** The rules that an alliance begins with. */
export interface CharterRules {
  votingDelaySeconds: number;
  votingPeriodSeconds: number;
  quorumPercent: number;
  passPercent: number;
  kindWeights: Record<MemberKind, number>;
}

/** What an organisation says of itself; the chain has the SHA-256 of its RFC 8785 form. */
export interface MemberProfile {
  name: { zh: string; en: string };
  description?: { zh: string; en: string };
  website?: string;
}

export interface Founder {
  slug: string;
  kinds: MemberKind[];
  did: string;
  /** Voting key, lower case. */
  key: Hex;
  /** 64 bytes. */
  nodeKey: Hex | null;
  witness: Hex | null;
  profile: MemberProfile;
}

/** What the founders agree on by signing its hash. */
export interface Charter {
  format: 'xiangyu-charter/1';
  name: { zh: string; en: string };
  purpose: { zh: string; en: string } | null;
  rules: CharterRules;
  founders: Founder[];
}

const sha256 = (value: unknown): Hex =>
  `0x${createHash('sha256')
    .update(canonicalizeJson(value as JsonValue))
    .digest('hex')}`;

/** The charter as it is hashed and published: RFC 8785. */
export const writeCharter = (charter: Charter): string => canonicalizeJson(charter as unknown as JsonValue);

/** SHA-256 of the charter, which is on the chain and in every founder's signature. */
export const hashCharter = (charter: Charter): Hex => sha256(charter);

/** SHA-256 of a profile. */
export const hashProfile = (profile: MemberProfile): Hex => sha256(profile);

/** A founder as the chain has it. */
export const toEntry = ({ slug, kinds, did, key, nodeKey, witness, profile }: Founder): Entry => ({
  id: memberId(slug),
  profileHash: hashProfile(profile),
  did,
  kinds: encodeKinds(kinds),
  key,
  nodeKey: nodeKey ?? '0x',
  witness: witness ?? zeroAddress,
});

/** What the governor is created with. */
export function constructorArguments(charter: Charter) {
  const { rules, founders } = charter;
  const tree = buildLeafTree(founders.map((founder) => hashLeaf(toEntry(founder))));
  const weights = memberKinds.map((kind) => rules.kindWeights[kind]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    hashCharter(charter),
    tree.root,
    BigInt(founders.length),
    {
      votingDelay: rules.votingDelaySeconds,
      votingPeriod: rules.votingPeriodSeconds,
      quorumPercent: rules.quorumPercent,
      passPercent: rules.passPercent,
      kindWeights: weights,
    },
  ] as const;
}

/** Makes the arguments of `MemberRegistry.enrol` for the founders of a charter. */
export function enrolments(charter: Charter): (slug: string) => { entry: Entry; proof: Hex[] } | null {
  const tree = buildLeafTree(charter.founders.map((founder) => hashLeaf(toEntry(founder))));
  const founders = new Map(charter.founders.map((founder) => [founder.slug, founder]));
  return (slug) => {
    const founder = founders.get(slug);
    if (!founder) return null;
    const entry = toEntry(founder);
    return { entry, proof: tree.prove(hashLeaf(entry)) };
  };
}
