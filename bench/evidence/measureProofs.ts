import { randomBytes, randomInt } from 'node:crypto';
import { ledgerMigrations } from '../../ledger/index.ts';
import { extendTree, type HashedNode } from '../../ledger/log/extendTree.ts';
import { readInclusionPath } from '../../ledger/log/readPaths.ts';
import { writeNodes } from '../../ledger/log/writeNodes.ts';
import { coverRange, verifyInclusion } from '../../proof/index.ts';
import { connectStore, migrate, type Store } from '../../store/index.ts';
import { type Figure, whole } from './figures.ts';
import type { BenchDatabase } from './openDatabase.ts';

const leaves = 10_000_000;
/** A power of two, so that every batch but the last leaves whole subtrees behind. */
const batchSize = 2 ** 17;
const proofs = 5_000;
const wantedMs = 5;

interface BuiltLog {
  root: Uint8Array;
  /** Some leaf hashes, by index, to check proofs with. */
  known: Map<number, Uint8Array>;
  seconds: number;
}

/** Writes the subtrees of a log as the integrator would, without its statements, which no path needs. */
async function buildLog(store: Store): Promise<BuiltLog> {
  const frontier = new Map<number, HashedNode>();
  const known = new Map<number, Uint8Array>();
  let root: Uint8Array = Buffer.alloc(32);
  const startedAt = performance.now();
  for (let size = 0; size < leaves; size += batchSize) {
    const count = Math.min(batchSize, leaves - size);
    const leafHashes = randomBytes(count * 32);
    const cover = coverRange({ start: 0, end: size }).map(({ level, index }) => {
      const node = frontier.get(level);
      if (node?.index !== index) throw new Error('The frontier is not the one of this size.');
      return node;
    });
    const extended = extendTree(size, cover, leafHashes);
    await store.transaction((tx) => writeNodes(tx, extended.runs));
    for (const { level, start, hashes } of extended.runs) {
      frontier.set(level, { level, index: start + hashes.length / 32 - 1, hash: hashes.subarray(-32) });
    }
    for (let made = 0; made < 100; made += 1) {
      const offset = randomInt(count);
      known.set(size + offset, new Uint8Array(leafHashes.subarray(offset * 32, offset * 32 + 32)));
    }
    root = extended.root;
  }
  return { root, known, seconds: (performance.now() - startedAt) / 1_000 };
}

/** Runs `work` many times, one after the other; gives the time in milliseconds that a share of the runs stays below. */
async function measureLatency(work: () => Promise<unknown>): Promise<(share: number) => number> {
  for (let run = 0; run < proofs / 10; run += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < proofs; run += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  return (share) => times[Math.floor(times.length * share)] ?? Number.NaN;
}

/** Inclusion proofs of random leaves of a log of ten million, each one query, made and read in this process. */
export async function measureProofs({ url, logger, store: server }: BenchDatabase): Promise<Figure[]> {
  await server.sql`CREATE DATABASE proofs`;
  const store = await connectStore({ url: Object.assign(new URL(url), { pathname: '/proofs' }).href, logger });
  try {
    await migrate(store, ledgerMigrations);
    const { root, known, seconds } = await buildLog(store);
    await store.sql`VACUUM ANALYZE ledger.nodes, ledger.tiles`;
    for (const [index, leafHash] of [...known].slice(0, 500)) {
      const hashes = await readInclusionPath(store.sql, index, leaves);
      if (!verifyInclusion({ leafHash, index, size: leaves, hashes, root }))
        throw new Error(`Proof ${index} is wrong.`);
    }
    const times = await measureLatency(() => readInclusionPath(store.sql, randomInt(leaves), leaves));
    const floor = await measureLatency(() => store.sql`SELECT 1`);
    const [size] = await store.sql<
      { bytes: string }[]
    >`SELECT pg_total_relation_size('ledger.nodes') + pg_total_relation_size('ledger.tiles') AS bytes`;
    return [
      {
        name: `proof of a random leaf of ${whole(leaves)}, p99`,
        value: `${times(0.99).toFixed(2)} ms`,
        goal: `under ${wantedMs} ms`,
        met: times(0.99) < wantedMs,
      },
      {
        name: 'the same, median and slowest',
        value: `${times(0.5).toFixed(2)} ms, ${times(1 - 1 / proofs).toFixed(2)} ms`,
      },
      {
        name: 'SELECT 1 over the same connections, median and p99',
        value: `${floor(0.5).toFixed(2)} ms, ${floor(0.99).toFixed(2)} ms`,
      },
      { name: 'that tree: hashed and stored', value: `${whole(leaves / seconds)} leaves/s` },
      { name: 'that tree on disk', value: `${(Number(size?.bytes) / leaves).toFixed(0)} bytes a leaf` },
    ];
  } finally {
    await store.close();
    await server.sql`DROP DATABASE proofs`;
  }
}
