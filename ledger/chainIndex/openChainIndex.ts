import { Gauge, type Registry } from 'prom-client';
import type { Context } from '../../host/index.ts';
import type { Hex } from '../../proof/index.ts';
import { holdLeadership, type Store } from '../../store/index.ts';
import { createWaker, runPasses } from '../waker.ts';
import { type CodeReader, createCodeReader, describeContracts } from './describeContracts.ts';
import type { SpaceNumber } from './epochData.ts';
import { indexErrors } from './errors.ts';
import { indexChain } from './indexChain.ts';
import { connectIndexNode } from './indexNode.ts';
import { bindReaders, type IndexReaders } from './read/bindReaders.ts';
import { followCurrentChain, type IndexedChain, readIndexedChain } from './read/currentChain.ts';
import { type VerificationRequest, verifyContract } from './verify/verifyContract.ts';

export interface OpenChainIndexParameters {
  /** With the migrations of `ledgerMigrations` applied. */
  store: Store;
  context: Context;
  chain: { espaceUrls: readonly string[]; coreUrl?: string | undefined; evmChainId: number };
}

export interface VerifyParameters {
  space: SpaceNumber;
  address: Hex;
  request: VerificationRequest;
  /** Who asks, for the record. */
  by: string;
  signal: AbortSignal;
}

/** The index of the chain: written in the background, read by the explorer. */
export interface ChainIndex {
  /** Indexes wherever this process is elected, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
  /** The chain that is indexed, with its progress and totals; null before the node was asked first. */
  readChain(): Promise<IndexedChain | null>;
  /** What is indexed. */
  readonly read: IndexReaders;
  /** Code and calls of contracts, from the node. */
  readonly code: CodeReader;
  /** See `verifyContract`. @throws INDEX_NO_CODE besides */
  verify(parameters: VerifyParameters): Promise<{ match: 'full' | 'runtime' }>;
}

function registerMetrics(registry: Registry, store: Store, evmChainId: number): void {
  for (const column of ['indexed_epoch', 'node_epoch', 'reorganisations']) {
    const name = `xiangyu_index_${column}`;
    registry.removeSingleMetric(name);
    new Gauge({
      name,
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
  const reader = followCurrentChain(store, evmChainId);
  const readChain = () => readIndexedChain(store, evmChainId);
  const code = createCodeReader(node, async () => (await readChain())?.coreChainId ?? 0);
  // Two compilers at a time would take the memory of the machine; the next one waits.
  let compiling: Promise<unknown> = Promise.resolve();
  registerMetrics(metrics, store, evmChainId);

  const lead = (role: string, signal: AbortSignal, makePass: () => (signal: AbortSignal) => Promise<number>) =>
    holdLeadership({
      store,
      role,
      signal,
      logger,
      run: (leading) => runPasses({ role, waker: createWaker(), logger, signal: leading, pass: makePass() }),
    });

  return {
    readChain,
    read: bindReaders(reader),
    code,
    async run(signal) {
      const current = async () => (await readChain())?.id ?? null;
      await Promise.all([
        lead('ledger.index', signal, () =>
          indexChain({ store, node, evmChainId, logger: logger.child({ role: 'ledger.index' }) }),
        ),
        lead('ledger.contracts', signal, () => describeContracts({ store, reader: code, chain: current })),
      ]);
    },
    async verify({ space, address, request, by, signal }) {
      const deployed = await code.readCode(space, address, signal);
      if (deployed === '0x') throw indexErrors.noCode({ address });
      const run = compiling
        .catch(() => undefined)
        .then(async () => {
          signal.throwIfAborted();
          const { chain: id } = await reader();
          return verifyContract({ store, chain: id, space, address, code: deployed, request, by, signal });
        });
      compiling = run;
      return run;
    },
  };
}
