import { encodeFunctionData, type Hex, keccak256, stringToHex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { memberId } from '../../chain/members.ts';
import { votesErrors } from '../errors.ts';
import type { ActionView } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';

interface CallsRow {
  targets: Hex[];
  amounts: string[];
  calldatas: Hex[];
  description: string;
}

/**
 * Has a proposal that passed carried out; anyone may ask for it. One that did not pass, or whose calls would fail, is
 * refused at once with the reason. @param by slug of the organisation that asks
 * @throws VOTES_NO_ALLIANCE, VOTES_PROPOSAL_UNKNOWN, what `carry` throws
 */
export async function execute(context: VotesContext, { id, by }: { id: Hex; by: string }): Promise<ActionView> {
  const contracts = await requireContracts(context);
  const proposal = id.toLowerCase() as Hex;
  const [row] = await context.store.sql<CallsRow[]>`
    select targets, amounts::text[], calldatas, description from alliance.proposal where id = ${proposal}`;
  if (!row) throw votesErrors.proposalUnknown({ id });
  const { targets, amounts, calldatas, description } = row;
  const args = [targets, amounts.map(BigInt), calldatas, keccak256(stringToHex(description))] as const;
  return carry(context, {
    kind: 'execution',
    member: { id: memberId(by), slug: by },
    proposal,
    body: { by },
    to: contracts.governor,
    data: encodeFunctionData({ abi: allianceGovernorAbi, functionName: 'execute', args }),
  });
}
