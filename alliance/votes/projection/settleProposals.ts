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
      settled_epoch = ${head.epoch}, quorum = judged.quorum, pass_percent = judged.pass_percent,
      outcome = case when votes_for + votes_abstain >= judged.quorum and votes_for > votes_against
          and votes_for * 100 >= (votes_for + votes_against) * judged.pass_percent
        then 'succeeded' else 'defeated' end
    from (
      select id, alliance.quorum_at(vote_start) as quorum, alliance.rule_at('passPercent', vote_start) as pass_percent
      from alliance.proposal
      where outcome is null and cancelled_epoch is null and vote_end < ${head.time}) judged
    where judged.id = p.id
    returning p.id`;
  return rows.map(({ id }) => id);
}
