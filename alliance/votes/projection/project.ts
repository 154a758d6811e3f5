import type { ChainReads, FollowedLog, Ledger, LogsAfter } from '../../../ledger/index.ts';
import type { Store, Tx } from '../../../store/index.ts';
import { memberKinds } from '../../chain/members.ts';
import type { AllianceContracts } from '../../chain/proposals.ts';
import { applyGovernorLog, type CastBallot } from './applyGovernorLog.ts';
import { applyRecordLog } from './applyRecordLog.ts';
import { applyRegistryLog } from './applyRegistryLog.ts';
import { type Changes, noChanges } from './changes.ts';
import { decodeLog } from './decodeLog.ts';
import { readKindWeights } from './readKindWeights.ts';
import { forgetAll, rollBack } from './rollBack.ts';
import { addRule } from './rules.ts';
import { settleProposals } from './settleProposals.ts';
import { nameNewMembers, syncStandings } from './syncNames.ts';
import { tellNews } from './tellNews.ts';
import { writeBallots } from './writeBallots.ts';

export interface ProjectParameters {
  store: Store;
  index: Pick<Ledger['index'], 'read' | 'readChain'>;
  reads: ChainReads;
  /** The alliance's contracts, lower case. */
  contracts: AllianceContracts;
  /** Logs that a pass takes in at most. */
  batchSize?: number;
}

interface Cursor {
  index_chain: number;
  epoch: number;
  log_index: number;
  block_hash: string | null;
}

/**
 * Takes in what happened since the last pass, in one SQL transaction with the place reached: a pass that is cut off did
 * nothing. When the index does not have the block of the last log any more, everything since the newest block that both
 * have is taken back first, and the next pass goes on from there.
 * @returns whether there may be more at once
 */
export async function project(parameters: ProjectParameters): Promise<boolean> {
  const { store, index, reads, contracts, batchSize = 1_000 } = parameters;
  const cursor = await readCursor(store, contracts);
  const after = { epoch: cursor?.epoch ?? 0, index: cursor?.log_index ?? -1 };
  const addresses = Object.values(contracts);
  const news = await index.read.readLogsAfter({ space: 1, addresses, after, limit: batchSize });
  const foreign = cursor !== null && cursor.index_chain !== news.chain;
  const lost = cursor?.block_hash != null && cursor.block_hash !== news.afterHash;
  if (!foreign && lost) return takeBack(parameters, cursor);
  const begins = cursor === null || foreign;
  if (foreign && cursor.epoch > 0) {
    await store.transaction(forgetAll);
    return true;
  }
  const unweighed = news.logs.length > 0 && (begins || cursor.block_hash === null);
  const weights = unweighed ? await readKindWeights(reads, contracts) : null;
  const chain = begins ? ((await index.readChain())?.evmChainId ?? 0) : 0;
  const safeEpoch = await reads.readSafeBlock();
  await store.transaction(async (tx) => {
    if (begins) await begin(tx, contracts, { chain, indexChain: news.chain });
    // Whoever led before and has not noticed yet waits here, and finds another place then.
    const [locked] = await tx<
      Cursor[]
    >`select index_chain, epoch::float8, log_index from alliance.projection for update`;
    if (locked?.epoch !== after.epoch || (!begins && locked.log_index !== after.index)) return;
    const changes = { ...noChanges(), other: begins };
    await takeIn(tx, { contracts, news, weights, changes });
    await moveOn(tx, news, safeEpoch);
    const head = { epoch: news.indexedEpoch, time: new Date(news.indexedTime * 1_000) };
    for (const id of await settleProposals(tx, head)) changes.proposals.add(id);
    // Organisations come to the platform at any time, also such as the chain knows already.
    await nameNewMembers(tx);
    await syncStandings(tx);
    await tellNews(store, tx, changes);
  });
  return news.logs.length === batchSize;
}

async function readCursor({ sql }: Store, { governor, registry, record }: AllianceContracts): Promise<Cursor | null> {
  const [row] = await sql<(Cursor & AllianceContracts)[]>`
    select index_chain, epoch::float8, log_index, block_hash, governor, registry, record from alliance.projection`;
  if (!row) return null;
  const same = row.governor === governor && row.registry === registry && row.record === record;
  return same ? row : { ...row, index_chain: -1, epoch: Math.max(1, row.epoch) };
}

async function begin(
  tx: Tx,
  { governor, registry, record }: AllianceContracts,
  { chain, indexChain }: { chain: number; indexChain: number },
): Promise<void> {
  await forgetAll(tx);
  await tx`
    insert into alliance.projection (governor, registry, record, chain, index_chain, epoch, log_index)
    values (${governor}, ${registry}, ${record}, ${chain}, ${indexChain}, 0, -1)`;
}

async function takeIn(
  tx: Tx,
  parameters: { contracts: AllianceContracts; news: LogsAfter; weights: readonly number[] | null; changes: Changes },
): Promise<void> {
  const { contracts, news, weights, changes } = parameters;
  const ballots: CastBallot[] = [];
  const [first] = news.logs;
  if (weights && first) await noteWeights(tx, weights, first);
  for (const log of news.logs) {
    const decoded = decodeLog(contracts, log);
    if (decoded?.contract === 'registry') await applyRegistryLog(tx, decoded, changes);
    if (decoded?.contract === 'governor') await applyGovernorLog(tx, contracts, decoded, { changes, ballots });
    if (decoded?.contract === 'record') await applyRecordLog(tx, decoded, changes);
  }
  await writeBallots(tx, ballots);
}

async function noteWeights(tx: Tx, weights: readonly number[], first: FollowedLog): Promise<void> {
  const { epoch, index, transaction, time } = first;
  for (const [kind, name] of memberKinds.entries()) {
    const place = { epoch, index, transaction, time: new Date(time * 1_000) };
    await addRule(tx, { rule: `kindWeight.${name}`, value: BigInt(weights[kind] ?? 0), place });
  }
}

async function moveOn(tx: Tx, { logs, indexedEpoch, indexedTime }: LogsAfter, safeEpoch: number): Promise<void> {
  const blocks = new Map(logs.map((log) => [log.epoch, log]));
  for (const { epoch, blockHash, time, index } of blocks.values()) {
    await tx`
      insert into alliance.projected_block (epoch, hash, time, last_index)
      values (${epoch}, ${blockHash}, ${new Date(time * 1_000)}, ${index})
      on conflict (epoch) do update set last_index = excluded.last_index`;
  }
  const last = logs.at(-1);
  await tx`
    update alliance.projection set
      head_epoch = ${indexedEpoch}, head_time = ${new Date(indexedTime * 1_000)}, safe_epoch = ${safeEpoch},
      updated_at = now() ${
        last ? tx`, epoch = ${last.epoch}, log_index = ${last.index}, block_hash = ${last.blockHash}` : tx``
      }`;
}

/** Goes back to the newest block with logs that the index still has. */
async function takeBack({ store, index }: ProjectParameters, cursor: Cursor): Promise<boolean> {
  const known = await store.sql<{ epoch: number; hash: string; last_index: number }[]>`
    select epoch::float8, hash, last_index from alliance.projected_block order by epoch desc`;
  const present = new Map(
    (await index.read.readPivotHashes(known.map(({ epoch }) => epoch))).map(({ epoch, hash }) => [epoch, hash]),
  );
  const kept = known.find(({ epoch, hash }) => present.get(epoch) === hash);
  await store.transaction(async (tx) => {
    const [locked] = await tx<Cursor[]>`select epoch::float8, log_index from alliance.projection for update`;
    if (locked?.epoch !== cursor.epoch || locked.log_index !== cursor.log_index) return;
    const changes = noChanges();
    await rollBack(tx, (kept?.epoch ?? -1) + 1, changes);
    await tx`
      update alliance.projection set rollbacks = rollbacks + 1, epoch = ${kept?.epoch ?? 0},
        log_index = ${kept?.last_index ?? -1}, block_hash = ${kept?.hash ?? null}`;
    await syncStandings(tx);
    await tellNews(store, tx, changes);
  });
  return true;
}
