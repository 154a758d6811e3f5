import type { Tx } from '../../../store/index.ts';

/**
 * Gives every proposal whose vote ended before `headTime` its outcome, as the governor counts (`state`): for and abstain
 * make the quorum, by the total weight and the quorum's share when voting began; for has to be more than against, and its
 * share of both at least what passing took then.
 * @returns ids of those that were settled
 */
export async function settleProposals(tx: Tx, head: { epoch: number; time: Date }): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update alliance.proposal p set
      settled_epoch = ${head.epoch},
      outcome = case when votes_for + votes_abstain >= alliance.quorum_at(vote_start)
          and votes_for > votes_against
          and votes_for * 100 >= (votes_for + votes_against) * alliance.rule_at('passPercent', vote_start)
        then 'succeeded' else 'defeated' end
    where outcome is null and cancelled_epoch is null and vote_end < ${head.time}
    returning id`;
  return rows.map(({ id }) => id);
}
