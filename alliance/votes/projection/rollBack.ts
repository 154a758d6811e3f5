import type { Store, Tx } from '../../../store/index.ts';
import type { Changes } from './changes.ts';
import { syncStandings } from './syncNames.ts';
import { hideActions } from './writeBallots.ts';

async function rollBackMembers(tx: Tx, from: number, changes: Changes): Promise<void> {
  const gone = await tx<{ member: string }[]>`
    delete from alliance.member_version where epoch >= ${from} returning member`;
  const members = [...new Set(gone.map(({ member }) => member))];
  for (const member of members) changes.members.add(member);
  await tx`delete from alliance.chain_member where id = any (${members}::text[])`;
  await tx`
    insert into alliance.chain_member
    select (jsonb_populate_record(null::alliance.chain_member, state)).* from (
      select distinct on (member) state from alliance.member_version where member = any (${members}::text[])
      order by member, epoch desc, log_index desc) newest`;
}

async function rollBackAccounts(tx: Tx, from: number, changes: Changes): Promise<void> {
  const gone = await tx<{ account: string }[]>`
    delete from alliance.account_version where epoch >= ${from} returning account`;
  const accounts = [...new Set(gone.map(({ account }) => account))];
  for (const account of accounts) changes.accounts.add(account);
  await tx`delete from alliance.voting_account where account = any (${accounts}::text[])`;
  await tx`
    insert into alliance.voting_account (account, delegate, votes)
    select account,
      (array_agg(delegate order by epoch desc, log_index desc) filter (where delegate is not null))[1],
      coalesce((array_agg(votes order by epoch desc, log_index desc) filter (where votes is not null))[1], 0)
    from alliance.account_version where account = any (${accounts}::text[]) group by account`;
}

async function rollBackProposals(tx: Tx, from: number, changes: Changes): Promise<void> {
  const gone = await tx<{ id: string }[]>`delete from alliance.proposal where epoch >= ${from} returning id`;
  await tx`
    update alliance.action set hidden = false
    where kind = 'proposal' and proposal = any (${gone.map(({ id }) => id)}::text[]) and state <> 'failed'`;
  const ballots = await tx<{ proposal: string; voter: string }[]>`
    delete from alliance.ballot where epoch >= ${from} returning proposal, voter`;
  await hideActions(tx, ballots, false);
  const uncounted = ballots.map(({ proposal }) => ({ id: proposal }));
  const open = await tx<{ id: string }[]>`
    update alliance.proposal set
      outcome = case when settled_epoch >= ${from} then null else outcome end,
      settled_epoch = case when settled_epoch >= ${from} then null else settled_epoch end,
      executed_index = case when executed_epoch >= ${from} then null else executed_index end,
      executed_transaction = case when executed_epoch >= ${from} then null else executed_transaction end,
      executed_epoch = case when executed_epoch >= ${from} then null else executed_epoch end,
      cancelled_epoch = case when cancelled_epoch >= ${from} then null else cancelled_epoch end
    where settled_epoch >= ${from} or executed_epoch >= ${from} or cancelled_epoch >= ${from}
    returning id`;
  for (const { id } of [...gone, ...uncounted, ...open]) changes.proposals.add(id);
  const proposals = [...new Set(uncounted.map(({ id }) => id))];
  await tx`
    update alliance.proposal p set (votes_against, votes_for, votes_abstain, ballots) = (
      select coalesce(sum(weight) filter (where support = 0), 0), coalesce(sum(weight) filter (where support = 1), 0),
        coalesce(sum(weight) filter (where support = 2), 0), count(*)
      from alliance.ballot b where b.proposal = p.id)
    where id = any (${proposals}::text[])`;
}

/** Takes back everything that happened from epoch `from` on, because the chain took it back. */
export async function rollBack(tx: Tx, from: number, changes: Changes): Promise<void> {
  await rollBackMembers(tx, from, changes);
  await rollBackAccounts(tx, from, changes);
  await rollBackProposals(tx, from, changes);
  for (const table of ['total_weight', 'rule_version', 'member_key', 'application', 'scenario', 'projected_block']) {
    await tx`delete from ${tx(`alliance.${table}`)} where epoch >= ${from}`;
  }
  await tx`update alliance.application set admitted_epoch = null where admitted_epoch >= ${from}`;
  await tx`
    update alliance.projection set founded_at = null, founded_epoch = null where founded_epoch >= ${from}`;
  changes.other = true;
}

/** Forgets everything: these are the logs of another alliance or another chain. */
export async function forgetAll(tx: Tx): Promise<void> {
  await tx`
    truncate alliance.projected_block, alliance.chain_member, alliance.member_version, alliance.member_key,
      alliance.application, alliance.account_version, alliance.voting_account, alliance.total_weight,
      alliance.rule_version, alliance.proposal, alliance.ballot, alliance.scenario, alliance.projection`;
  await tx`update alliance.action set hidden = false where kind in ('proposal', 'ballot') and state <> 'failed'`;
}

/** Forgets a projection whose alliance is not there any more. @returns false, because nothing follows */
export async function forgetProjection(store: Store): Promise<false> {
  const [known] = await store.sql`select from alliance.projection`;
  if (known) {
    await store.transaction(async (tx) => {
      await forgetAll(tx);
      await syncStandings(tx);
    });
  }
  return false;
}
