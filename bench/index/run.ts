// How fast the chain index backfills a real chain, against a loop that only fetches the same data from the same node.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rpcBatch } from '../../engine/index.ts';
import { createContext } from '../../host/index.ts';
import { fetchRawEpochs } from '../../ledger/chainIndex/fetchEpochs.ts';
import { indexChain } from '../../ledger/chainIndex/indexChain.ts';
import { connectIndexNode, type IndexNode } from '../../ledger/chainIndex/indexNode.ts';
import { connectStore, migrate, readMigrations, type Store, startPostgres } from '../../store/index.ts';
import { type MadeChain, makeChain } from './makeChain.ts';
import { readProcessorTime } from './processorTime.ts';

const { values } = parseArgs({
  options: { blocks: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '3' } },
});
const [blocks, rounds] = [Number(values.blocks), Number(values.rounds)];
const concurrency = 3;
const plainConcurrency = 16;
const signal = new AbortController().signal;
const { logger } = createContext({ level: 'silent', signal });

interface Measured {
  seconds: number;
  items: number;
}

/** Fetches the epochs in the same batches and as many at a time as the index does, and throws them away. */
async function fetchOnly(
  node: IndexNode,
  to: number,
  batches: readonly { from: number; to: number }[],
): Promise<Measured> {
  const begun = performance.now();
  let items = 0;
  const fetching: Promise<number>[] = [];
  for (const range of batches) {
    if (range.from > to) break;
    fetching.push(
      fetchRawEpochs(node, range, signal).then(({ epochs, blocks: found }) => {
        let count = found.length;
        for (const { receipts, transactions } of epochs) {
          count += transactions.length;
          for (const list of receipts) for (const receipt of list) count += receipt.logs.length;
        }
        return count;
      }),
    );
    if (fetching.length >= concurrency) items += (await fetching.shift()) ?? 0;
  }
  for (const rest of fetching) items += await rest;
  return { seconds: (performance.now() - begun) / 1_000, items };
}

/** The same calls in the plain way: each in an exchange of its own, so many at a time. */
async function fetchPlainly(chain: MadeChain, to: number): Promise<Measured> {
  const begun = performance.now();
  let items = 0;
  const ask = async <T>(url: string, method: string, ...params: unknown[]): Promise<T> => {
    const [outcome] = await rpcBatch<T>(url, [{ method, params }], { timeoutMs: 60_000 });
    if (!outcome?.ok) throw outcome?.error ?? new Error('no answer');
    return outcome.result;
  };
  let next = 0;
  const work = async () => {
    for (let epoch = next++; epoch <= to; epoch = next++) {
      const quantity = `0x${epoch.toString(16)}`;
      const hashes = await ask<string[]>(chain.coreUrl, 'cfx_getBlocksByEpoch', quantity);
      await ask(chain.coreUrl, 'cfx_getSkippedBlocksByEpoch', quantity);
      items += (await ask<unknown[]>(chain.coreUrl, 'debug_getTransactionsByEpoch', quantity)).length;
      const receipts = await ask<{ logs: unknown[] }[][] | null>(chain.coreUrl, 'cfx_getEpochReceipts', quantity, true);
      for (const list of receipts ?? []) for (const receipt of list) items += receipt.logs.length;
      for (const hash of hashes) await ask(chain.coreUrl, 'cfx_getBlockByHash', hash, false);
      items += hashes.length;
    }
  };
  await Promise.all(Array.from({ length: plainConcurrency }, work));
  return { seconds: (performance.now() - begun) / 1_000, items };
}

async function index(
  store: Store,
  node: IndexNode,
  evmChainId: number,
  to: number,
): Promise<{ seconds: number; batches: { from: number; to: number }[] }> {
  await store.sql`TRUNCATE chain_index.chains, chain_index.epochs, chain_index.blocks, chain_index.referees, chain_index.transactions,
    chain_index.duplicates, chain_index.logs, chain_index.addresses, chain_index.contracts, chain_index.statistics`;
  const batches: { from: number; to: number }[] = [];
  const watched: IndexNode = {
    ...node,
    core(requests, aborted) {
      const epochs = requests.flatMap(({ method, params }) =>
        method === 'cfx_getEpochReceipts' && params?.[1] === true ? [Number(params[0])] : [],
      );
      const [from, last] = [epochs[0], epochs.at(-1)];
      if (from !== undefined && last !== undefined && (from > 0 || epochs.length > 1)) batches.push({ from, to: last });
      return node.core(requests, aborted);
    },
  };
  const pass = indexChain({ store, node: watched, evmChainId, logger, concurrency });
  const begun = performance.now();
  for (;;) {
    await pass(signal);
    const [row] = await store.sql<{ indexed_epoch: string }[]>`SELECT indexed_epoch FROM chain_index.chains`;
    if (Number(row?.indexed_epoch) >= to) break;
  }
  return { seconds: (performance.now() - begun) / 1_000, batches };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rate = ({ items, seconds }: Measured) => Math.round(items / seconds);
/** Processor seconds, which say more than the clock where the machine has other work too. */
interface Spent {
  own: number;
  database: number;
  node: number;
}
const readSpent = (): Spent => {
  const { user, system } = process.cpuUsage();
  const database = readProcessorTime(postgres.process.pid);
  return { own: (user + system) / 1e6, database, node: readProcessorTime(chain.pid) };
};
const total = ({ own, database, node }: Spent) => own + database + node;
const show = (spent: Spent) =>
  `processor time ${total(spent).toFixed(2)} s: own ${spent.own.toFixed(2)}, PostgreSQL ${spent.database.toFixed(2)}, node ${spent.node.toFixed(2)}`;
const since = (before: Spent): Spent => {
  const now = readSpent();
  return { own: now.own - before.own, database: now.database - before.database, node: now.node - before.node };
};

const folder = await mkdtemp(join(tmpdir(), 'xiangyu-bench-postgres-'));
await chmod(folder, 0o711);
const postgres = await startPostgres({ dataDir: folder, logger, signal });
const store = await connectStore({ url: postgres.url, logger });
await migrate(store, readMigrations('ledger', new URL('../../ledger/migrations/', import.meta.url)));
const chain = await makeChain(blocks, console.log);
try {
  const node = connectIndexNode({ espaceUrls: [chain.espaceUrl], coreUrl: chain.coreUrl });
  const [tip] = await node.core<[string]>([{ method: 'cfx_epochNumber', params: ['latest_state'] }], signal);
  const to = Number(tip);
  const rates = { index: [] as number[], batches: [] as number[], plain: [] as number[], work: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const before = readSpent();
    const { seconds, batches } = await index(store, node, 7002, to);
    const indexing = since(before);
    const [row] = await store.sql<{ blocks: string; transactions: string; logs: string; bytes: string }[]>`
      SELECT blocks, core_transactions + espace_transactions AS transactions, logs,
        (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
         WHERE relnamespace = 'chain_index'::regnamespace AND relkind = 'r') AS bytes
      FROM chain_index.chains`;
    const items = Number(row?.blocks) + Number(row?.transactions) + Number(row?.logs);
    const between = readSpent();
    const only = await fetchOnly(node, to, batches);
    const fetching = since(between);
    const plain = await fetchPlainly(chain, to);
    rates.index.push(items / seconds);
    rates.batches.push(only.items / only.seconds);
    rates.plain.push(plain.items / plain.seconds);
    rates.work.push(total(indexing) / total(fetching));
    console.log(
      `round ${round + 1}: ${row?.blocks} blocks, ${row?.transactions} transactions, ${row?.logs} logs in ${seconds.toFixed(2)} s = ` +
        `${rate({ items, seconds })}/s (${show(indexing)}); only fetched, in the same batches ${rate(only)}/s ` +
        `(${show(fetching)}), call by call ${rate(plain)}/s; ${batches.length} batches, ` +
        `${(Number(row?.bytes) / 1e6).toFixed(0)} MB in the database, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`,
    );
  }
  const [indexed, batched, plain] = [median(rates.index), median(rates.batches), median(rates.plain)];
  console.log(
    `index ${Math.round(indexed)}/s; ${(indexed / batched).toFixed(2)} of only fetching in the same batches (goal 0.8), ` +
      `${(indexed / plain).toFixed(2)} of fetching call by call with ${plainConcurrency} at a time; ` +
      `${median(rates.work).toFixed(2)} times the processor time of only fetching`,
  );
} finally {
  await chain.stop();
  await store.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
