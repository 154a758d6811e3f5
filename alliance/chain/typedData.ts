import type { Hex } from 'viem';
import type { Entry } from './members.ts';

/** What `eth_signTypedData_v4` signs; whole numbers of more than 32 bits are decimal texts, so that it is JSON. */
export interface TypedData {
  domain: { name: string; version: string; chainId: number; verifyingContract: Hex };
  types: Record<string, { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, unknown>;
}

/** Where a signature counts: on one chain, at one contract. */
export interface SigningPlace {
  /** Chain id of eSpace. */
  chainId: number;
  /** The registry for what concerns membership and delegation, the governor for proposals and ballots. */
  contract: Hex;
}

/** Fields of a struct, written as Solidity writes them. */
function fields(text: string): { name: string; type: string }[] {
  return text.split(',').map((field) => {
    const [type = '', name = ''] = field.trim().split(' ');
    return { name, type };
  });
}

function build(place: SigningPlace, primaryType: string, struct: string, message: Record<string, unknown>): TypedData {
  return {
    domain: { name: 'Xiangyu alliance', version: '1', chainId: place.chainId, verifyingContract: place.contract },
    types: { [primaryType]: fields(struct) },
    primaryType,
    message,
  };
}

/** A founder's consent to the charter. @param charter SHA-256 of the charter. */
export const foundingData = (place: SigningPlace, { charter, member }: { charter: Hex; member: Hex }): TypedData =>
  build(place, 'Founding', 'bytes32 charter,bytes32 member', { charter, member });

/** An organisation's application; signed by the key that it names. @param nonce Of that key in the registry. */
export function applicationData(place: SigningPlace, { entry, nonce }: { entry: Entry; nonce: bigint }): TypedData {
  const { id, profileHash, did, kinds, key, nodeKey, witness } = entry;
  const struct =
    'bytes32 member,bytes32 profileHash,string did,uint16 kinds,address key,bytes nodeKey,address witness,uint256 nonce';
  const message = { member: id, profileHash, did, kinds, key, nodeKey, witness, nonce: nonce.toString() };
  return build(place, 'Application', struct, message);
}

/** Another key for a member; signed by the present one and by the new one. @param nonce Of the present key in the registry. */
export const keyRotationData = (
  place: SigningPlace,
  { member, newKey, nonce }: { member: Hex; newKey: Hex; nonce: bigint },
): TypedData =>
  build(place, 'KeyRotation', 'bytes32 member,address newKey,uint256 nonce', {
    member,
    newKey,
    nonce: nonce.toString(),
  });

/** A member leaves. @param nonce Of its key in the registry. */
export const leavingData = (place: SigningPlace, { member, nonce }: { member: Hex; nonce: bigint }): TypedData =>
  build(place, 'Leaving', 'bytes32 member,uint256 nonce', { member, nonce: nonce.toString() });

/** Other keys of a member's node and witness. @param nonce Of its key in the registry. */
export const nodeKeysData = (
  place: SigningPlace,
  { member, nodeKey, witness, nonce }: { member: Hex; nodeKey: Hex; witness: Hex; nonce: bigint },
): TypedData =>
  build(place, 'NodeKeys', 'bytes32 member,bytes nodeKey,address witness,uint256 nonce', {
    member,
    nodeKey,
    witness,
    nonce: nonce.toString(),
  });

/** A member's new description of itself. @param nonce Of its key in the registry. */
export const profileData = (
  place: SigningPlace,
  { member, profileHash, did, nonce }: { member: Hex; profileHash: Hex; did: string; nonce: bigint },
): TypedData =>
  build(place, 'Profile', 'bytes32 member,bytes32 profileHash,string did,uint256 nonce', {
    member,
    profileHash,
    did,
    nonce: nonce.toString(),
  });

/**
 * A member's vote is cast by another one. @param delegatee Account of a member, see `memberAccount`; its own ends a delegation.
 * @param nonce Of its key in the registry. @param expiry Unix seconds.
 */
export const delegationData = (
  place: SigningPlace,
  { delegatee, nonce, expiry }: { delegatee: Hex; nonce: bigint; expiry: number },
): TypedData =>
  build(place, 'Delegation', 'address delegatee,uint256 nonce,uint256 expiry', {
    delegatee,
    nonce: nonce.toString(),
    expiry: expiry.toString(),
  });

/** A proposal as `AllianceGovernor.proposeBySig` takes it. */
export interface ProposalCalls {
  targets: Hex[];
  values: bigint[];
  calldatas: Hex[];
}

/** A proposal of a member. @param proposer Its key. @param nonce Of its key in the governor. */
export const proposalData = (
  place: SigningPlace,
  { proposer, calls, description, nonce }: { proposer: Hex; calls: ProposalCalls; description: string; nonce: bigint },
): TypedData =>
  build(
    place,
    'Proposal',
    'address proposer,address[] targets,uint256[] values,bytes[] calldatas,string description,uint256 nonce',
    {
      proposer,
      targets: calls.targets,
      values: calls.values.map(String),
      calldatas: calls.calldatas,
      description,
      nonce: nonce.toString(),
    },
  );

/** A ballot. @param voter The member's key. @param support 0 against, 1 for, 2 abstain. @param nonce Of its key in the governor. */
export const ballotData = (
  place: SigningPlace,
  { proposalId, support, voter, nonce }: { proposalId: bigint; support: number; voter: Hex; nonce: bigint },
): TypedData =>
  build(place, 'Ballot', 'uint256 proposalId,uint8 support,address voter,uint256 nonce', {
    proposalId: proposalId.toString(),
    support,
    voter,
    nonce: nonce.toString(),
  });
