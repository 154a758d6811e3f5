import { encodeAbiParameters, type Hex, keccak256, stringToHex, zeroAddress } from 'viem';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';

/** What an organisation can be; the order is that of the bits in the registry. */
export const memberKinds = ['enterprise', 'government', 'research', 'certifier', 'nodeOperator', 'witness'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** What the registry says of an organisation; the order is that of `MemberRegistry.Status`. */
export const chainStatuses = ['none', 'applied', 'admitted', 'suspended', 'left'] as const;
export type ChainStatus = (typeof chainStatuses)[number];

/** An organisation as it is founded with, applies and is admitted: the struct `MemberMessages.Entry`. */
export interface Entry {
  /** keccak256 of the slug. */
  id: Hex;
  /** SHA-256 of the RFC 8785 form of its profile. */
  profileHash: Hex;
  did: string;
  /** See `encodeKinds`. */
  kinds: number;
  /** Voting key. */
  key: Hex;
  /** 64 bytes, or `0x`. */
  nodeKey: Hex;
  /** Account that cosigns checkpoints, or the zero address. */
  witness: Hex;
}

const entryType = memberRegistryAbi.find((item) => item.type === 'function' && item.name === 'admit') as {
  inputs: readonly [{ type: 'tuple'; components: readonly { name: string; type: string }[] }];
};

/** The id of a member on the chain. */
export const memberId = (slug: string): Hex => keccak256(stringToHex(slug));

/** The account through which a member votes: the last 20 bytes of its id. Nobody has a key for it. */
export const memberAccount = (id: Hex): Hex => `0x${id.slice(26).toLowerCase()}`;

/** Kinds as the registry keeps them: a bit each. */
export const encodeKinds = (kinds: readonly MemberKind[]): number =>
  kinds.reduce((bits, kind) => bits | (1 << memberKinds.indexOf(kind)), 0);

/** Names of the kinds that the registry keeps as bits. */
export const decodeKinds = (bits: number): MemberKind[] => memberKinds.filter((_, index) => bits & (1 << index));

/** What names an application on the chain. */
export function hashEntry(entry: Entry): Hex {
  const witness = entry.witness || zeroAddress;
  return keccak256(encodeAbiParameters(entryType.inputs, [{ ...entry, witness }] as never));
}

/** The entry's leaf in the founders' tree, hashed twice so that it cannot be taken for an inner node. */
export const hashLeaf = (entry: Entry): Hex => keccak256(hashEntry(entry));
