import { encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { ballotData } from '../../chain/typedData.ts';
import { readNonce, readSigningMember, readSigningPlace } from '../askChain.ts';
import { checkSignature, type MakeTypedData } from '../checkSignature.ts';
import { type ActionView, type Support, supports, type TypedData } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';

export interface PrepareBallotParameters {
  proposal: Hex;
  member: string;
  support: Support;
}

const makeTypedData =
  ({ proposal, support }: PrepareBallotParameters): MakeTypedData =>
  (place, { key, nonce }) =>
    ballotData(place, { proposalId: BigInt(proposal), support: supports.indexOf(support), voter: key, nonce });

/** Gives what a member signs to vote. @throws VOTES_NO_ALLIANCE, VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS */
export async function prepareBallot(context: VotesContext, ballot: PrepareBallotParameters): Promise<TypedData> {
  const { reads } = context.ledger;
  const contracts = await requireContracts(context);
  const { key } = await readSigningMember(reads, contracts, ballot.member);
  const nonce = await readNonce(reads, contracts.governor, key);
  return makeTypedData(ballot)(await readSigningPlace(reads, contracts, 'governor'), { key, nonce });
}

/**
 * Carries a signed ballot to the chain. Whoever voted before, too early, too late, without weight, while suspended or with
 * a key that was replaced is refused at once.
 * @throws what `prepareBallot`, `checkSignature` and `carry` throw
 */
export async function castBallot(
  context: VotesContext,
  ballot: PrepareBallotParameters & { signature: Hex },
): Promise<ActionView> {
  const { proposal, member: slug, support, signature } = ballot;
  const contracts = await requireContracts(context);
  const member = await readSigningMember(context.ledger.reads, contracts, slug);
  const make = makeTypedData(ballot);
  const key = await checkSignature(context, { contracts, contract: 'governor', member, make, signature });
  return carry(context, {
    kind: 'ballot',
    member,
    proposal,
    body: { support, signature, key },
    to: contracts.governor,
    data: encodeFunctionData({
      abi: allianceGovernorAbi,
      functionName: 'castVoteBySig',
      args: [BigInt(proposal), supports.indexOf(support), key, signature],
    }),
  });
}
