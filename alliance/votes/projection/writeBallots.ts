import type { Tx } from '../../../store/index.ts';
import type { CastBallot } from './applyGovernorLog.ts';

/** Writes ballots, counts them, and opens the outcome of their proposals again until it is settled anew. */
export async function writeBallots(tx: Tx, ballots: readonly CastBallot[]): Promise<void> {
  if (ballots.length === 0) return;
  await tx`
    with cast_now as (
      insert into alliance.ballot (proposal, voter, support, weight, reason, time, epoch, log_index, transaction)
      select proposal, voter, support, weight, reason, time, epoch, log_index, transaction
      from jsonb_to_recordset(${JSON.stringify(ballots)}::text::jsonb) as b(proposal text, voter text, support smallint,
        weight numeric, reason text, time timestamptz, epoch bigint, log_index int, transaction text)
      on conflict do nothing
      returning proposal, support, weight)
    update alliance.proposal p set
      votes_against = votes_against + against, votes_for = votes_for + in_favour, votes_abstain = votes_abstain + abstained,
      ballots = ballots + counted, outcome = null, settled_epoch = null
    from (
      select proposal, count(*)::int as counted,
        coalesce(sum(weight) filter (where support = 0), 0) as against,
        coalesce(sum(weight) filter (where support = 1), 0) as in_favour,
        coalesce(sum(weight) filter (where support = 2), 0) as abstained
      from cast_now group by proposal) sums
    where p.id = sums.proposal`;
  await hideActions(tx, ballots, true);
}

/** Hides the actions of ballots that are counted, or shows those again that are not counted any more. */
export async function hideActions(
  tx: Tx,
  ballots: readonly { proposal: string; voter: string }[],
  hidden: boolean,
): Promise<void> {
  const named = ballots.map(({ proposal, voter }) => ({ proposal, voter }));
  // The account of a member is the end of its id.
  await tx`
    update alliance.action a set hidden = ${hidden}
    from jsonb_to_recordset(${JSON.stringify(named)}::text::jsonb) as b(proposal text, voter text)
    where a.proposal = b.proposal and a.kind = 'ballot' and right(a.member, 40) = right(b.voter, 40)
      and (${hidden} or a.state <> 'failed')`;
}
