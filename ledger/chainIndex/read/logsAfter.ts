import type { Hex } from '../../../proof/index.ts';
import type { SpaceNumber } from '../epochData.ts';
import type { IndexReader } from './currentChain.ts';

/** A log as one that follows a contract reads it. */
export interface FollowedLog {
  epoch: number;
  index: number;
  /** Pivot block of the epoch, which is the hash of the eSpace block. */
  blockHash: Hex;
  /** Unix seconds of the block with the transaction, which is what contracts see; that of the epoch may be later. */
  time: number;
  transaction: Hex;
  address: Hex;
  topics: Hex[];
  data: Hex;
}

export interface ReadLogsAfterParameters {
  space: SpaceNumber;
  addresses: readonly Hex[];
  /** Place of the last log that was read. */
  after: { epoch: number; index: number };
  limit: number;
}

/** Logs in the order of the chain, and how far the index is. */
export interface LogsAfter {
  /** Number of the chain in the index; another one is another chain. */
  chain: number;
  indexedEpoch: number;
  indexedHash: Hex;
  /** Unix seconds of the last indexed epoch. */
  indexedTime: number;
  /** Pivot block of the epoch `after`, as the index has it now; null when it has none there any more. */
  afterHash: Hex | null;
  logs: FollowedLog[];
}

type Row = Omit<LogsAfter, 'logs' | 'chain'> & { [Name in keyof FollowedLog]: FollowedLog[Name] | null };

/**
 * Reads the logs of some contracts behind a place, oldest first. All of it is from one state of the index, so that whoever
 * compares `afterHash` with what it had there before knows whether the logs follow on it.
 */
export async function readLogsAfter(
  { sql, chain }: IndexReader,
  { space, addresses, after, limit }: ReadLogsAfterParameters,
): Promise<LogsAfter> {
  const wanted = addresses.map((address) => address.slice(2));
  const rows = await sql<Row[]>`
    SELECT c.indexed_epoch::float8 AS "indexedEpoch", '0x' || encode(tip.pivot, 'hex') AS "indexedHash",
      tip.time::float8 AS "indexedTime", '0x' || encode(base.pivot, 'hex') AS "afterHash",
      l.epoch::float8, l.log_index AS index, '0x' || encode(e.pivot, 'hex') AS "blockHash",
      coalesce(b.time, e.time)::float8 AS time,
      '0x' || encode(t.hash, 'hex') AS transaction, '0x' || encode(l.address, 'hex') AS address,
      (SELECT array_agg('0x' || encode(topic, 'hex') ORDER BY place)
       FROM unnest(ARRAY[l.topic0, l.topic1, l.topic2, l.topic3]) WITH ORDINALITY AS listed (topic, place)
       WHERE topic IS NOT NULL) AS topics,
      '0x' || encode(l.data, 'hex') AS data
    FROM chain_index.chains c
    JOIN chain_index.epochs tip ON tip.chain = c.id AND tip.epoch = c.indexed_epoch
    LEFT JOIN chain_index.epochs base ON base.chain = c.id AND base.epoch = ${after.epoch}
    LEFT JOIN LATERAL (
      -- A contract at a time, so that each is read in the order of the index.
      SELECT own.* FROM unnest(${wanted}::text[]) AS followed (digits) CROSS JOIN LATERAL (
        SELECT * FROM chain_index.logs
        WHERE chain = c.id AND space = ${space} AND address = decode(followed.digits, 'hex')
          AND (epoch, log_index) > (${after.epoch}, ${after.index})
        ORDER BY epoch, log_index LIMIT ${limit}) own
      ORDER BY own.epoch, own.log_index LIMIT ${limit}) l ON true
    LEFT JOIN chain_index.epochs e ON e.chain = c.id AND e.epoch = l.epoch
    LEFT JOIN chain_index.transactions t ON t.chain = c.id AND t.epoch = l.epoch AND t.position = l.position
    LEFT JOIN chain_index.blocks b ON b.chain = c.id AND b.epoch = l.epoch AND b.hash = t.block
    WHERE c.id = ${chain}
    ORDER BY l.epoch, l.log_index`;
  const [head] = rows;
  const logs = rows.flatMap(({ epoch, index, blockHash, time, transaction, address, topics, data }) =>
    epoch === null || index === null || !blockHash || time === null || !transaction || !address || !data
      ? []
      : [{ epoch, index, blockHash, time, transaction, address, topics: topics ?? [], data }],
  );
  return {
    chain,
    indexedEpoch: head?.indexedEpoch ?? -1,
    indexedHash: head?.indexedHash ?? '0x',
    indexedTime: head?.indexedTime ?? 0,
    afterHash: head?.afterHash ?? null,
    logs,
  };
}

/** Pivot blocks of epochs as the index has them now; epochs that it does not have are left out. */
export async function readPivotHashes(
  { sql, chain }: IndexReader,
  epochs: readonly number[],
): Promise<{ epoch: number; hash: Hex }[]> {
  return sql<{ epoch: number; hash: Hex }[]>`
    SELECT epoch::float8, '0x' || encode(pivot, 'hex') AS hash FROM chain_index.epochs
    WHERE chain = ${chain} AND epoch = ANY (${[...epochs]}::bigint[]) ORDER BY epoch`;
}
