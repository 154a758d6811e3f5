import { type Hex, TypedData as Typed } from 'ox';
import type { TypedData } from '../api/types.ts';

/** Where a signature of the alliance counts: one chain, two contracts. */
export interface AlliancePlace {
  /** Chain id of eSpace. */
  chainId: number;
  /** Counts proposals and ballots. */
  governor: Hex.Hex;
  /** Keeps members, keys and delegations. */
  registry: Hex.Hex;
}

/** Everything that the alliance's contracts take signatures over, in their own words. */
const structs = {
  Founding: ['registry', 'bytes32 charter,bytes32 member'],
  Application: [
    'registry',
    'bytes32 member,bytes32 profileHash,string did,uint16 kinds,address key,bytes nodeKey,address witness,uint256 nonce',
  ],
  KeyRotation: ['registry', 'bytes32 member,address newKey,uint256 nonce'],
  Leaving: ['registry', 'bytes32 member,uint256 nonce'],
  Delegation: ['registry', 'address delegatee,uint256 nonce,uint256 expiry'],
  Proposal: [
    'governor',
    'address proposer,address[] targets,uint256[] values,bytes[] calldatas,string description,uint256 nonce',
  ],
  Ballot: ['governor', 'uint256 proposalId,uint8 support,address voter,uint256 nonce'],
} as const;
export type StructName = keyof typeof structs;

/** A message as this browser makes it; whole numbers are decimal texts, as wallets take them. */
export function buildTypedData(
  place: AlliancePlace,
  primaryType: StructName,
  message: Record<string, unknown>,
): TypedData {
  const [contract, struct] = structs[primaryType];
  const fields = struct.split(',').map((field) => {
    const [type = '', name = ''] = field.split(' ');
    return { name, type };
  });
  return {
    domain: { name: 'Xiangyu alliance', version: '1', chainId: place.chainId, verifyingContract: place[contract] },
    types: { [primaryType]: fields },
    primaryType,
    message,
  };
}

const domainFields = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
];

/** The 32 bytes that are signed (EIP-712). */
export function hashTypedData({ domain, types, primaryType, message }: TypedData): Hex.Hex {
  return Typed.getSignPayload({ domain, types, primaryType, message } as never);
}

/** As `eth_signTypedData_v4` takes it; wallets want the domain's own type too. */
export function formatForWallet({ domain, types, primaryType, message }: TypedData): string {
  return JSON.stringify({ domain, types: { EIP712Domain: domainFields, ...types }, primaryType, message });
}
