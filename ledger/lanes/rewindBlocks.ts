import type { Hex } from '../../proof/index.ts';
import type { LaneContext } from './laneContext.ts';
import type { LaneMemory } from './laneMemory.ts';
import { takeBack } from './takeBack.ts';

const pageBlocks = 500;
const maxPages = 10;

/**
 * Takes back what counted as confirmed in blocks that are no longer the chain's: a network that was restored from an older copy
 * may have executed the same bytes again, to another end. Looks from the newest block down to one that is still the
 * chain's. Gives whether there were any; the memory is read again then.
 */
export async function rewindBlocks(context: LaneContext, memory: LaneMemory): Promise<boolean> {
  const { store, client, chain, logger } = context;
  let [wrong, last] = [0, Number.MAX_SAFE_INTEGER];
  for (let page = 0; page < maxPages && last > 0; page += 1) {
    const first = page === 0 ? memory.head.number - pageBlocks : last - pageBlocks;
    const rows = await store.sql<{ number: string; hash: Hex }[]>`
      SELECT DISTINCT block_number AS number, block_hash AS hash FROM ledger.transactions
      WHERE chain = ${chain} AND phase = 2 AND block_number > ${first} AND block_number <= ${last}`;
    const blocks = await client.readBlocks(rows.map(({ number }) => Number(number)));
    // A block that the node does not have may come yet.
    const gone = rows.filter(({ hash }, at) => blocks[at] && blocks[at]?.hash !== hash).map(({ hash }) => hash);
    if (gone.length > 0) {
      wrong += await takeBack(
        store.sql,
        store.sql`chain = ${chain} AND phase = 2 AND block_number > ${first}
        AND block_hash = ANY(${`{${gone.join(',')}}`}::text::text[])`,
      );
    }
    if (gone.length < rows.length) break;
    last = first;
  }
  if (wrong > 0) {
    memory.stale = true;
    logger.error({ transactions: wrong }, 'blocks that counted as confirmed left the chain; sending again');
  }
  return wrong > 0;
}
