import type { Hex } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { countColumns, statisticSteps, totalColumns } from './counts.ts';
import type { BySpace, EncodedEpochs, SeenAddress, SeenContract } from './encodeEpochs.ts';
import { addRow, bytes, insertRows, makeRows, plain } from './insertRows.ts';
import * as tables from './tables.ts';

const written = ['blocks', 'referees', 'transactions', 'duplicates', 'logs'] as const;

const digits = (hex: string) => hex.slice(2);

/** Addresses written lately, so that the database is not asked about the same ones with every batch. */
export interface KnownAddresses {
  addresses: readonly [core: Set<Hex>, espace: Set<Hex>];
  contracts: readonly [core: Set<Hex>, espace: Set<Hex>];
}

/** An empty memory; it must be dropped when epochs are taken back. */
export const rememberNothing = (): KnownAddresses => ({
  addresses: [new Set(), new Set()],
  contracts: [new Set(), new Set()],
});

const mostRemembered = 50_000;

function remember<T>(known: KnownAddresses['addresses'], seen: BySpace<T>): void {
  for (const space of [0, 1] as const) {
    const own = known[space];
    for (const address of seen[space].keys()) own.add(address);
    for (const address of own) {
      if (own.size <= mostRemembered) break;
      own.delete(address);
    }
  }
}

/** What was seen and is not known to be written yet. */
function selectFresh<T>(seen: BySpace<T>, known: KnownAddresses['addresses']): T[] {
  return ([0, 1] as const).flatMap((space) =>
    [...seen[space]].flatMap(([address, value]) => (known[space].has(address) ? [] : [value])),
  );
}

async function writeAddresses(tx: Tx, chain: number, seen: readonly SeenAddress[]): Promise<number[]> {
  if (seen.length === 0) return [];
  const rows = await tx<{ epoch: string }[]>`
    INSERT INTO chain_index.addresses (chain, space, address, epoch)
    SELECT ${chain}, space, decode(address, 'hex'), epoch FROM unnest(
      ${seen.map(({ space }) => space)}::smallint[],
      ${seen.map(({ address }) => digits(address))}::text[],
      ${seen.map(({ epoch }) => epoch)}::bigint[]) AS seen (space, address, epoch)
    ON CONFLICT DO NOTHING
    RETURNING epoch`;
  return rows.map(({ epoch }) => Number(epoch));
}

async function writeContracts(tx: Tx, chain: number, seen: readonly SeenContract[]): Promise<number[]> {
  if (seen.length === 0) return [];
  const rows = await tx<{ epoch: string }[]>`
    INSERT INTO chain_index.contracts (chain, space, address, epoch, creator, transaction_hash)
    SELECT ${chain}, space, decode(address, 'hex'), epoch, decode(creator, 'hex'), decode(hash, 'hex') FROM unnest(
      ${seen.map(({ space }) => space)}::smallint[],
      ${seen.map(({ address }) => digits(address))}::text[],
      ${seen.map(({ epoch }) => epoch)}::bigint[],
      ${seen.map(({ creator }) => creator && digits(creator))}::text[],
      ${seen.map(({ transactionHash }) => transactionHash && digits(transactionHash))}::text[])
      AS seen (space, address, epoch, creator, hash)
    ON CONFLICT DO NOTHING
    RETURNING epoch`;
  return rows.map(({ epoch }) => Number(epoch));
}

function countByEpoch(epochs: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const epoch of epochs) counts.set(epoch, (counts.get(epoch) ?? 0) + 1);
  return counts;
}

/** Adds the sums of the epochs from `from` to `to` to the statistics and totals, or takes them away again. */
export async function addCounts(
  tx: Tx,
  { chain, from, to, sign }: { chain: number; from: number; to: number; sign: 1 | -1 },
): Promise<void> {
  const sums = countColumns.map((column) => `${sign} * sum(${column})`).join(', ');
  const columns = countColumns.join(', ');
  const added = countColumns.map((column) => `${column} = s.${column} + excluded.${column}`).join(', ');
  const steps = Object.values(statisticSteps);
  const statistics = tx.unsafe(
    `INSERT INTO chain_index.statistics AS s (chain, step, time, epochs, ${columns})
     SELECT $1::smallint, step, time / step * step, ${sign} * count(*), ${sums}
     FROM chain_index.epochs, unnest(ARRAY[${steps.join(', ')}]) AS step
     -- The first block has no time.
     WHERE chain = $1::smallint AND epoch BETWEEN $2::bigint AND $3::bigint AND time > 0
     GROUP BY step, time / step
     ON CONFLICT (chain, step, time) DO UPDATE SET epochs = s.epochs + excluded.epochs, ${added}`,
    [chain, from, to],
  );
  const totals = totalColumns.map((column) => `${column} = c.${column} + ${sign} * t.${column}`).join(', ');
  const total = totalColumns.map((column) => `coalesce(sum(${column}), 0) AS ${column}`).join(', ');
  const totalled = tx.unsafe(
    `UPDATE chain_index.chains c SET ${totals}, updated_at = now()
     FROM (SELECT ${total} FROM chain_index.epochs
           WHERE chain = $1::smallint AND epoch BETWEEN $2::bigint AND $3::bigint) t
     WHERE c.id = $1::smallint`,
    [chain, from, to],
  );
  await Promise.all([statistics, totalled]);
}

/**
 * Writes epochs that follow the last indexed one, with their totals and statistics, in the caller's SQL transaction.
 * The caller holds the lock of the chain's row.
 */
export async function writeEpochs(
  tx: Tx,
  { chain, encoded, known }: { chain: number; encoded: EncodedEpochs; known: KnownAddresses },
): Promise<void> {
  const [from, to] = [encoded.counts[0]?.epoch, encoded.counts.at(-1)?.epoch];
  if (from === undefined || to === undefined) return;
  // Sent together, one after the other over the same connection: the database never waits for the next.
  const [newAddresses, newContracts] = await Promise.all([
    writeAddresses(tx, chain, selectFresh(encoded.addresses, known.addresses)),
    writeContracts(tx, chain, selectFresh(encoded.contracts, known.contracts)),
    ...written.map((table) => insertRows(tx, encoded[table])),
  ]);
  const accounts = countByEpoch(newAddresses);
  const contracts = countByEpoch(newContracts);
  const rows = makeRows('epochs', tables.epochs);
  for (const counts of encoded.counts) {
    const looked = { contracts: contracts.get(counts.epoch) ?? 0, accounts: accounts.get(counts.epoch) ?? 0 };
    const all: Record<(typeof countColumns)[number], number | bigint> = { ...counts, ...looked };
    const place = [plain(chain), plain(counts.epoch), bytes(counts.pivot), bytes(counts.parent), plain(counts.time)];
    addRow(rows, [...place, ...countColumns.map((column) => plain(all[column]))]);
  }
  await Promise.all([
    insertRows(tx, rows),
    addCounts(tx, { chain, from, to, sign: 1 }),
    tx`UPDATE chain_index.chains SET indexed_epoch = ${to}, updated_at = now() WHERE id = ${chain}`,
  ]);
  remember(known.addresses, encoded.addresses);
  remember(known.contracts, encoded.contracts);
}
