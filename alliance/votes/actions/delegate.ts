import { encodeFunctionData, type Hex, parseSignature } from 'viem';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { memberAccount, memberId } from '../../chain/members.ts';
import { delegationData } from '../../chain/typedData.ts';
import { readNonce, readSigningMember, readSigningPlace } from '../askChain.ts';
import { checkSignature, type MakeTypedData } from '../checkSignature.ts';
import type { ActionView, TypedData } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';

/** A delegation that was prepared may be signed for so long. */
const lifeSeconds = 3_600;

export interface DelegateParameters {
  member: string;
  /** Slug of who votes for it; itself to end a delegation. */
  to: string;
  /** Unix seconds. */
  expiry: number;
  signature: Hex;
}

const makeTypedData =
  ({ to, expiry }: Pick<DelegateParameters, 'to' | 'expiry'>): MakeTypedData =>
  (place, { nonce }) =>
    delegationData(place, { delegatee: memberAccount(memberId(to)), nonce, expiry });

/** Gives what a member signs to have another one vote for it. @throws VOTES_NO_ALLIANCE, VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS */
export async function prepareDelegation(
  context: VotesContext,
  { member, to }: Pick<DelegateParameters, 'member' | 'to'>,
): Promise<TypedData> {
  const { reads } = context.ledger;
  const contracts = await requireContracts(context);
  const { key } = await readSigningMember(reads, contracts, member);
  await readSigningMember(reads, contracts, to);
  const nonce = await readNonce(reads, contracts.registry, key);
  const expiry = Math.floor(Date.now() / 1_000) + lifeSeconds;
  return makeTypedData({ to, expiry })(await readSigningPlace(reads, contracts, 'registry'), { key, nonce });
}

/** Carries a signed delegation to the chain. @throws what `prepareDelegation`, `checkSignature` and `carry` throw */
export async function delegate(context: VotesContext, delegation: DelegateParameters): Promise<ActionView> {
  const { reads } = context.ledger;
  const { member: slug, to, expiry, signature } = delegation;
  const contracts = await requireContracts(context);
  const member = await readSigningMember(reads, contracts, slug);
  const make = makeTypedData(delegation);
  const key = await checkSignature(context, { contracts, contract: 'registry', member, make, signature });
  const nonce = await readNonce(reads, contracts.registry, key);
  const { r, s, v, yParity } = parseSignature(signature);
  return carry(context, {
    kind: 'delegation',
    member,
    body: { to, expiry, signature, key },
    to: contracts.registry,
    data: encodeFunctionData({
      abi: memberRegistryAbi,
      functionName: 'delegateBySig',
      args: [memberAccount(memberId(to)), nonce, BigInt(expiry), Number(v ?? yParity + 27), r, s],
    }),
  });
}
