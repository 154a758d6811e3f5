import type { Treasury } from '../schemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';

/** The common treasury: what it holds now, and what was spent by vote. @throws VOTES_NO_ALLIANCE */
export async function readTreasury(context: VotesContext): Promise<Treasury> {
  const { store, ledger, logger } = context;
  const { sql } = store;
  const { governor } = await requireContracts(context);
  const balance = ledger.reads.readBalance(governor).catch((error: unknown) => {
    logger.debug({ err: error }, 'the balance of the treasury cannot be read');
    return null;
  });
  const spendings = await sql<Treasury['spendings'][number][]>`
    select p.id as proposal, targets[n] as "to", amounts[n]::text as "amountWei",
      case when d.digest is null then null else jsonb_build_object('zh', d.title_zh, 'en', d.title_en) end as title,
      alliance.place(p.executed_epoch, p.executed_transaction) as place
    from (
      select * from alliance.proposal where spends and executed_epoch is not null
      order by executed_epoch desc, executed_index desc limit 100) p
    left join lateral (select * from alliance.proposal_document where digest = p.digest limit 1) d on true
    cross join generate_subscripts(p.amounts, 1) as n
    where p.amounts[n] > 0
    order by p.executed_epoch desc, p.executed_index desc, n limit 100`;
  return { address: governor, balanceWei: (await balance)?.toString() ?? null, spendings };
}
