import type { Hex } from 'viem';
import { grantErrors } from './errors.ts';
import { type GrantRow, stages, stateOf, toGrant } from './grantRow.ts';
import type { Grant } from './grants.ts';
import type { GrantsContext } from './grantsContext.ts';
import { type ChainGrant, lookUp } from './lookUp.ts';
import { findDifferences } from './terms.ts';
import { assertState } from './useGrant.ts';

/** A node whose newest block is older than this has lost the others, or stands still: what it says may be long untrue. */
const longestSilenceMs = 60_000;

/** Why the chain does not hold what a row says; null when it does. */
export const describeDifference = (row: Pick<GrantRow, 'terms'>, found: Pick<ChainGrant, 'terms'>): string | null =>
  findDifferences(row.terms, found.terms).join(', ') || null;

/**
 * Makes sure by the chain's latest executed state, and not only by the own row, that a grant is in force. Without an answer, or
 * with one from a chain that stands still, it is not. Gives the block that says so. See `Grants.assertFresh`.
 */
export async function assertFresh(
  context: Pick<GrantsContext, 'house' | 'chain'>,
  { participant, id }: { participant: string; id: Hex },
): Promise<{ grant: Grant; blockNumber: number }> {
  const { house, chain } = context;
  const [found, [row]] = await Promise.all([
    lookUp(chain, id),
    house.store.sql<GrantRow[]>`SELECT * FROM exchange.grants WHERE participant = ${participant} AND id = ${id}`,
  ]);
  if (!row) throw grantErrors.unknown({ id });
  // The chain's clock is that of the world, whatever the house's is set to.
  const ageMs = Date.now() - found.blockTime.getTime();
  if (ageMs > longestSilenceMs)
    throw grantErrors.chainSilent({ problem: `its newest block is ${Math.round(ageMs / 1_000)} seconds old` });
  const now = house.now();
  const isThere = found.stage !== stages.unknown;
  const difference = isThere ? describeDifference(row, found) : null;
  if (difference) throw grantErrors.chainDiffers({ problem: difference });
  const facts = { ...row, chain_stage: found.stage, chain_holds: found.holds, difference: null };
  const grant = { ...toGrant(row), state: stateOf(facts, now) };
  assertState(grant, now);
  return { grant, blockNumber: found.blockNumber };
}
