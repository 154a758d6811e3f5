import { randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '../../store/index.ts';
import { type Figure, median, whole } from './figures.ts';
import { makeRequest, openClient } from './httpClient.ts';
import type { BenchPlatform } from './startPlatform.ts';

const batchSize = 10_000;
const batchesPerRound = 8;
const rounds = 5;
/** Batches on their way at once, for both sides. */
const concurrency = 2;
const wantedRatio = 0.5;

interface Row {
  id: string;
  subject: string;
  kind: string;
  member: string;
  encoded: string;
}

/** A row as the platform makes it from one posted digest. */
function makeRow(): Row {
  const digest = randomBytes(32);
  const common = { kind: 'evidence.record', member: 'bench', subject: `ni:///sha-256;${digest.toString('base64url')}` };
  const time = new Date().toISOString();
  const encoded = JSON.stringify({ alg: 'sha-256', digest: digest.toString('hex'), ...common, time, v: 1 });
  return { id: randomUUID(), ...common, encoded };
}

/** Runs `work` for every batch, some at once; gives items a second. */
async function rate<Batch>(batches: readonly Batch[], work: (batch: Batch, lane: number) => Promise<void>) {
  const waiting = [...batches];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async (_, lane) => {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) await work(batch, lane);
    }),
  );
  return ((batches.length * batchSize) / (performance.now() - startedAt)) * 1_000;
}

/** Waits until every recorded statement has its place in the log; gives how many a second got one. */
async function drain({ sql }: Store): Promise<number> {
  const count = async () =>
    Number(
      (await sql<{ n: string }[]>`SELECT coalesce(sum(cardinality(seqs)), 0) AS n FROM ledger.pending`)[0]?.n ?? 0,
    );
  const before = await count();
  const startedAt = performance.now();
  while ((await count()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return before / ((performance.now() - startedAt) / 1_000);
}

/**
 * POST /evidence in batches against multi-row INSERTs of the rows that it stores. “The same bytes” are the values of those
 * rows (id, subject, kind, member and the statement itself), in batches of the same size, over as many connections, each
 * durable. The bare table has no index but its primary key; the equal table has all indexes of ours.
 */
export async function measureBatches(store: Store, platform: BenchPlatform): Promise<Figure[]> {
  const { sql } = store;
  await sql`CREATE SCHEMA bench`;
  await sql`CREATE TABLE bench.bare (id uuid PRIMARY KEY, subject text NOT NULL, kind text NOT NULL, member text NOT NULL, encoded text NOT NULL)`;
  await sql`CREATE TABLE bench.equal (LIKE ledger.statement_rows INCLUDING ALL)`;
  const insert = (table: string) => (rows: Row[]) =>
    store.transaction(async (tx) => {
      await tx`INSERT INTO ${tx(table)} ${tx(rows, 'id', 'subject', 'kind', 'member', 'encoded')}`;
    });
  const { address, key } = platform;
  const clients = await Promise.all(Array.from({ length: concurrency }, () => openClient(address)));
  const post = async (request: Buffer, lane: number) => {
    const status = await clients[lane]?.send(request);
    if (status !== 201) throw new Error(`POST /evidence answered ${status}.`);
  };
  const makeRows = () => Array.from({ length: batchesPerRound }, () => Array.from({ length: batchSize }, makeRow));
  const makeRequests = () =>
    makeRows().map((rows) => {
      const body = JSON.stringify(rows.map(({ encoded }) => ({ digest: JSON.parse(encoded).digest })));
      return makeRequest({ address, key, path: '/evidence', body });
    });

  const rates = { post: [] as number[], bare: [] as number[], equal: [] as number[], drained: [] as number[] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const requests = makeRequests();
    const posted = await rate(requests, post);
    const drained = await drain(store);
    const bare = await rate(makeRows(), insert('bench.bare'));
    const equal = await rate(makeRows(), insert('bench.equal'));
    if (round === 0) continue;
    rates.post.push(posted);
    rates.bare.push(bare);
    rates.equal.push(equal);
    rates.drained.push(drained);
  }
  for (const client of clients) client.close();
  const ratio = median(rates.post) / median(rates.bare);
  return [
    {
      name: `POST /evidence, batches of ${whole(batchSize)}, integrator running`,
      value: `${whole(median(rates.post))}/s`,
    },
    { name: 'raw multi-row INSERT, bare table', value: `${whole(median(rates.bare))}/s` },
    { name: 'raw multi-row INSERT, table with our indexes', value: `${whole(median(rates.equal))}/s` },
    {
      name: 'ratio to the bare table',
      value: ratio.toFixed(2),
      goal: `at least ${wantedRatio}`,
      met: ratio >= wantedRatio,
    },
    { name: 'ratio to the table with our indexes', value: (median(rates.post) / median(rates.equal)).toFixed(2) },
    { name: 'integration, database and tree together', value: `${whole(median(rates.drained))}/s` },
  ];
}
