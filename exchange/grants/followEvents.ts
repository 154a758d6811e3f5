import type { Hex } from 'viem';
import type { ChainLog } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import { foldEvents } from './foldEvents.ts';
import type { GrantChain } from './grantChain.ts';
import type { GrantsContext } from './grantsContext.ts';
import { askChain } from './lookUp.ts';
import { type GrantEvent, readEvent } from './readEvents.ts';
import { reconcileGrants } from './reconcileGrants.ts';
import { type ChainTerms, termsToJson } from './terms.ts';

const leastRange = 100;

/** Nodes and gateways limit how much they answer at once; what is too much for them is asked in halves. */
async function readLogs(chain: GrantChain, address: Hex, [fromBlock, toBlock]: [number, number]): Promise<ChainLog[]> {
  try {
    return await chain.readLogs({ address, fromBlock, toBlock });
  } catch (error) {
    if (toBlock - fromBlock < leastRange) throw error;
    const middle = Math.floor((fromBlock + toBlock) / 2);
    const first = await readLogs(chain, address, [fromBlock, middle]);
    return [...first, ...(await readLogs(chain, address, [middle + 1, toBlock]))];
  }
}

const keyOf = ({ blockNumber, logIndex, blockHash }: Pick<GrantEvent, 'blockNumber' | 'logIndex' | 'blockHash'>) =>
  `${blockNumber}/${logIndex}/${blockHash}`;

/**
 * Reads the contract's events up to the newest executed block; blocks that a reorganisation may still replace are read again each
 * time, and what it took away is taken away here. Grants that changed are brought up to date. Gives how many did.
 * @throws GRANT_CHAIN_SILENT
 */
export async function followEvents(context: GrantsContext): Promise<number> {
  const { house, chain } = context;
  const { store } = house;
  const contract = await askChain(chain.contract);
  const [progress] = await store.sql<{ next_block: string; safe_block: string }[]>`
    SELECT next_block, safe_block FROM exchange.grant_progress WHERE contract = ${contract}`;
  const next = Number(progress?.next_block ?? 0);
  const from = Math.min(next, progress ? Number(progress.safe_block) + 1 : 0);
  const [latest, safe] = await askChain(() => Promise.all([chain.readLatestBlock(), chain.readSafeBlock()]));
  const logs = from > latest ? [] : await askChain(() => readLogs(chain, contract, [from, latest]));
  const events = logs.map(readEvent).filter((event) => event !== null);
  await store.transaction(async (tx) => {
    await tx`
      INSERT INTO exchange.grant_progress (contract, next_block, safe_block) VALUES (${contract}, 0, 0)
      ON CONFLICT DO NOTHING`;
    await tx`SELECT FROM exchange.grant_progress WHERE contract = ${contract} FOR UPDATE`;
    for (const id of await replaceEvents(context, tx, { contract, from, events })) await rebuildGrant(tx, contract, id);
    await tx`
      UPDATE exchange.grant_progress SET next_block = ${Math.max(next, latest + 1)}, safe_block = ${Math.min(safe, latest)}
      WHERE contract = ${contract}`;
  });
  return reconcileGrants(context, contract);
}

/** Puts the events from a block on in the place of those that were there; gives the grants for which that made a difference. */
async function replaceEvents(
  { house }: GrantsContext,
  tx: Tx,
  { contract, from, events }: { contract: Hex; from: number; events: readonly GrantEvent[] },
): Promise<Hex[]> {
  const known = await tx<{ block_number: string; log_index: number; block_hash: Hex; grant_id: Hex }[]>`
    SELECT block_number, log_index, block_hash, grant_id FROM exchange.grant_events
    WHERE contract = ${contract} AND block_number >= ${from}`;
  const before = new Map(
    known.map((row) => [
      keyOf({ blockNumber: Number(row.block_number), logIndex: row.log_index, blockHash: row.block_hash }),
      row,
    ]),
  );
  const now = new Map(events.map((event) => [keyOf(event), event]));
  const gone = [...before].filter(([key]) => !now.has(key)).map(([, row]) => row);
  const added = [...now].filter(([key]) => !before.has(key)).map(([, event]) => event);
  for (const { block_number, log_index } of gone) {
    await tx`
      DELETE FROM exchange.grant_events
      WHERE contract = ${contract} AND block_number = ${block_number} AND log_index = ${log_index}`;
  }
  for (const event of added) {
    await tx`
      INSERT INTO exchange.grant_events ${tx({
        contract,
        block_number: event.blockNumber,
        log_index: event.logIndex,
        block_hash: event.blockHash,
        transaction: event.transaction,
        grant_id: event.grant,
        kind: event.kind,
        by_address: event.by,
        sequence: event.sequence,
        reason: event.reason,
        terms: event.terms ? tx.json(termsToJson(event.terms) as never) : null,
        seen_at: house.now(),
      })}`;
  }
  return [...new Set([...gone.map(({ grant_id }) => grant_id), ...added.map(({ grant }) => grant)])];
}

interface EventRow {
  kind: GrantEvent['kind'];
  by_address: Hex;
  terms: ChainTerms | null;
  block_number: string;
  transaction: Hex;
}

/** Writes what a grant's events leave it as. */
async function rebuildGrant(tx: Tx, contract: Hex, id: Hex): Promise<void> {
  const rows = await tx<EventRow[]>`
    SELECT kind, by_address, terms, block_number, transaction FROM exchange.grant_events
    WHERE contract = ${contract} AND grant_id = ${id} ORDER BY block_number, log_index`;
  const grant = foldEvents(rows.map((row) => ({ ...row, by: row.by_address, blockNumber: Number(row.block_number) })));
  await tx`DELETE FROM exchange.chain_grants WHERE contract = ${contract} AND id = ${id}`;
  if (!grant) return;
  const { terms, stage, holds, blockNumber, transaction } = grant;
  const { provider, consumer } = terms;
  await tx`
    INSERT INTO exchange.chain_grants ${tx({
      contract,
      id,
      provider,
      consumer,
      terms: tx.json(termsToJson(terms) as never),
      stage,
      holds,
      block_number: blockNumber,
      transaction,
    })}`;
}
