import { Gauge, Histogram, type Registry } from 'prom-client';
import type { Store } from '../store/index.ts';

/** Observes how long a checkpoint took. */
export interface LedgerMetrics {
  /** Adds the checkpoints that reached a level since the last call. */
  observeAnchors(chain: string): Promise<void>;
}

const prefix = 'xiangyu_ledger_';
/** Where a transaction can be before it is over; those that are over are too many to count at every look. */
const states = ['queued', 'signed', 'broadcast', 'packed', 'executed', 'cancelled'];

/** No more checkpoints than these wait for their confirmation at a time. */
const mostLookedAt = 500;

/** Registers the ledger's metrics; a ledger opened again in one process replaces those of the one before. */
export function registerMetrics(registry: Registry, store: Store): LedgerMetrics {
  for (const name of ['pending_statements', 'log_size', 'anchored_size', 'transactions', 'anchor_seconds']) {
    registry.removeSingleMetric(prefix + name);
  }
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name: prefix + name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  const readNumber = async (rows: Promise<{ value: string | null }[]>) => Number((await rows)[0]?.value ?? 0);
  gauge('pending_statements', 'Statements that are recorded but not in the log yet', () =>
    readNumber(store.sql`SELECT sum(cardinality(seqs)) AS value FROM ledger.pending`),
  );
  gauge('log_size', 'Statements in the log', () => readNumber(store.sql`SELECT size AS value FROM ledger.log_head`));
  gauge('anchored_size', 'Statements under the newest executed checkpoint', () =>
    readNumber(store.sql`
      SELECT max(size) AS value FROM ledger.checkpoints JOIN ledger.transactions ON transactions.id = transaction_id
      WHERE state IN ('executed', 'confirmed') AND success
        AND checkpoints.chain = (SELECT chain FROM ledger.chains WHERE chain NOT LIKE 'core:%' ORDER BY seen_at DESC LIMIT 1)`),
  );
  new Gauge({
    name: `${prefix}transactions`,
    help: 'Transactions that are not over, by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const rows = await store.sql<{ state: string; count: number }[]>`
        SELECT state, count(*)::int AS count FROM ledger.transactions WHERE phase = 0 GROUP BY state
        UNION ALL
        SELECT state, count(*)::int AS count FROM ledger.transactions WHERE phase = 1 GROUP BY state`;
      for (const state of states) this.set({ state }, rows.find((row) => row.state === state)?.count ?? 0);
    },
  });
  const latency = new Histogram({
    name: `${prefix}anchor_seconds`,
    help: 'From the checkpoint being made to it being executed or confirmed on the chain',
    labelNames: ['level'],
    buckets: [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 300],
    registers: [registry],
  });
  const since = { executed: new Date(), confirmed: new Date() };
  return {
    async observeAnchors(chain) {
      for (const level of ['executed', 'confirmed'] as const) {
        const column = store.sql(`${level}_at`);
        const rows = await store.sql<{ seconds: number; at: Date }[]>`
          SELECT extract(epoch FROM transactions.${column} - checkpoints.created_at)::float8 AS seconds,
            transactions.${column} AS at
          FROM (SELECT * FROM ledger.checkpoints ORDER BY transaction_id DESC LIMIT ${mostLookedAt}) AS checkpoints
          JOIN ledger.transactions ON transactions.id = transaction_id
          WHERE checkpoints.chain = ${chain} AND transactions.${column} > ${since[level]}
          ORDER BY at`;
        for (const { seconds, at } of rows) {
          latency.observe({ level }, seconds);
          since[level] = at;
        }
      }
    },
  };
}
