import type { Hex } from 'viem';
import { describeDifference } from './assertFresh.ts';
import { changeGrant } from './changeGrant.ts';
import type { GrantsContext } from './grantsContext.ts';
import type { ChainTerms } from './terms.ts';

const most = 500;

interface Shown {
  participant: string;
  id: Hex;
  /** Null: the chain does not have it, or not any more. */
  terms: ChainTerms | null;
  stage: number;
  holds: number;
  transaction: Hex | null;
}

/**
 * Brings the rows of this process's departments to what the contract's events say, as often as it takes: a row that a crash or a
 * later agreement left behind is found again. Terms that are not those of the agreement never become active. Gives how many changed.
 */
export async function reconcileGrants(context: GrantsContext, contract: Hex): Promise<number> {
  const { store } = context.house;
  const behind = await store.sql<Shown[]>`
    SELECT grants.participant, grants.id, shown.terms, coalesce(shown.stage, 0) AS stage, coalesce(shown.holds, 0) AS holds,
      shown.transaction
    FROM exchange.grants
    LEFT JOIN exchange.chain_grants AS shown ON shown.contract = ${contract} AND shown.id = grants.id
    WHERE chain_stage <> coalesce(shown.stage, 0) OR chain_holds <> coalesce(shown.holds, 0)
    LIMIT ${most}`;
  for (const { terms, stage, holds, transaction, ...grant } of behind) {
    await store.transaction((tx) =>
      changeGrant(context, tx, grant, (row) => {
        const difference = terms && describeDifference(row, { terms });
        return {
          chain_stage: stage,
          chain_holds: holds,
          difference: difference ? `the chain has another ${difference}` : null,
          transaction,
        };
      }),
    );
  }
  return behind.length;
}
