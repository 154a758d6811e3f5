import { encodeFunctionData, type Hex } from 'viem';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { leavingData } from '../../chain/typedData.ts';
import { readNonce, readSigningMember, readSigningPlace } from '../askChain.ts';
import { checkSignature, type MakeTypedData } from '../checkSignature.ts';
import type { ActionView, TypedData } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';

const makeTypedData =
  (member: Hex): MakeTypedData =>
  (place, { nonce }) =>
    leavingData(place, { member, nonce });

/** Gives what a member signs to leave. @throws VOTES_NO_ALLIANCE, VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS */
export async function prepareLeaving(context: VotesContext, slug: string): Promise<TypedData> {
  const { reads } = context.ledger;
  const contracts = await requireContracts(context);
  const { id, key } = await readSigningMember(reads, contracts, slug);
  const nonce = await readNonce(reads, contracts.registry, key);
  return makeTypedData(id)(await readSigningPlace(reads, contracts, 'registry'), { key, nonce });
}

/** Carries a member's leaving to the chain. @throws what `prepareLeaving`, `checkSignature` and `carry` throw */
export async function leave(
  context: VotesContext,
  { member: slug, signature }: { member: string; signature: Hex },
): Promise<ActionView> {
  const contracts = await requireContracts(context);
  const member = await readSigningMember(context.ledger.reads, contracts, slug);
  const make = makeTypedData(member.id);
  await checkSignature(context, { contracts, contract: 'registry', member, make, signature });
  const args = [member.id, signature] as const;
  return carry(context, {
    kind: 'leave',
    member,
    body: { signature },
    to: contracts.registry,
    data: encodeFunctionData({ abi: memberRegistryAbi, functionName: 'resign', args }),
  });
}
