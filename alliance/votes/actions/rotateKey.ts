import { encodeFunctionData, type Hex } from 'viem';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { keyRotationData } from '../../chain/typedData.ts';
import { readNonce, readSigningMember, readSigningPlace } from '../askChain.ts';
import { checkSignature, type MakeTypedData } from '../checkSignature.ts';
import { lower } from '../projection/decodeLog.ts';
import type { ActionView, TypedData } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';

export interface RotateKeyParameters {
  member: string;
  newKey: Hex;
  oldSignature: Hex;
  newSignature: Hex;
}

const makeTypedData =
  (member: Hex, newKey: Hex): MakeTypedData =>
  (place, { nonce }) =>
    keyRotationData(place, { member, newKey: lower(newKey), nonce });

/** Gives what the present and the new key both sign. @throws VOTES_NO_ALLIANCE, VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS */
export async function prepareRotation(
  context: VotesContext,
  { member: slug, newKey }: Pick<RotateKeyParameters, 'member' | 'newKey'>,
): Promise<TypedData> {
  const { reads } = context.ledger;
  const contracts = await requireContracts(context);
  const { id, key } = await readSigningMember(reads, contracts, slug);
  const nonce = await readNonce(reads, contracts.registry, key);
  return makeTypedData(id, newKey)(await readSigningPlace(reads, contracts, 'registry'), { key, nonce });
}

/** Carries a change of key to the chain. @throws what `prepareRotation`, `checkSignature` and `carry` throw */
export async function rotateKey(context: VotesContext, rotation: RotateKeyParameters): Promise<ActionView> {
  const { member: slug, newKey, oldSignature, newSignature } = rotation;
  const contracts = await requireContracts(context);
  const member = await readSigningMember(context.ledger.reads, contracts, slug);
  const make = makeTypedData(member.id, newKey);
  await checkSignature(context, { contracts, contract: 'registry', member, make, signature: oldSignature });
  return carry(context, {
    kind: 'key',
    member,
    body: { newKey, oldSignature, newSignature },
    to: contracts.registry,
    data: encodeFunctionData({
      abi: memberRegistryAbi,
      functionName: 'rotateKey',
      args: [member.id, lower(newKey), oldSignature, newSignature],
    }),
  });
}
