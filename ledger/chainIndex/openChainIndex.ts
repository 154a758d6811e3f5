import { Gauge, type Registry } from 'prom-client';
import type { Context } from '../../host/index.ts';
import { holdLeadership, type Store } from '../../store/index.ts';
import { createWaker, runPasses } from '../waker.ts';
import { indexChain } from './indexChain.ts';
import { connectIndexNode } from './indexNode.ts';

export interface OpenChainIndexParameters {
  /** With the migrations of `ledgerMigrations` applied. */
  store: Store;
  context: Context;
  chain: { espaceUrls: readonly string[]; coreUrl?: string | undefined; evmChainId: number };
}

/** The index of the chain: written in the background, read by the explorer. */
export interface ChainIndex {
  /** Indexes wherever this process is elected, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

function registerMetrics(registry: Registry, store: Store, evmChainId: number): void {
  for (const name of ['indexed_epoch', 'node_epoch', 'reorganisations'])
    registry.removeSingleMetric(`xiangyu_index_${name}`);
  const columns = ['indexed_epoch', 'node_epoch', 'reorganisations'] as const;
  for (const column of columns) {
    new Gauge({
      name: `xiangyu_index_${column}`,
      help: `Of the chain index: ${column.replace('_', ' ')}`,
      registers: [registry],
      async collect() {
        const [row] = await store.sql<{ value: string | null }[]>`
          SELECT ${store.sql(column)} AS value FROM chain_index.chains
          WHERE evm_chain_id = ${evmChainId} ORDER BY seen_at DESC LIMIT 1`;
        this.set(Number(row?.value ?? -1));
      },
    });
  }
}

/** Opens the index without asking the chain anything yet. */
export function openChainIndex({ store, context, chain }: OpenChainIndexParameters): ChainIndex {
  const { logger, metrics } = context;
  const { evmChainId } = chain;
  const node = connectIndexNode(chain);
  registerMetrics(metrics, store, evmChainId);
  return {
    async run(signal) {
      const role = 'ledger.index';
      const pass = indexChain({ store, node, evmChainId, logger: logger.child({ role }) });
      await holdLeadership({
        store,
        role,
        signal,
        logger,
        run: (leading) => runPasses({ role, waker: createWaker(), logger, signal: leading, pass }),
      });
    },
  };
}
