import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { IndexNode } from './indexNode.ts';
import { toQuantity } from './readNumbers.ts';

/** The pivot block of each epoch as the node has it now; null where it has none. */
export async function readPivots(
  node: IndexNode,
  epochs: readonly number[],
  signal: AbortSignal,
): Promise<(Hex | null)[]> {
  if (node.hasCore) {
    const requests = epochs.map((epoch) => ({ method: 'cfx_getBlocksByEpoch', params: [toQuantity(epoch)] }));
    return (await node.core<(Hex[] | null)[]>(requests, signal)).map((hashes) => hashes?.at(-1) ?? null);
  }
  const requests = epochs.map((epoch) => ({ method: 'eth_getBlockByNumber', params: [toQuantity(epoch), false] }));
  return (await node.espace<({ hash: Hex } | null)[]>(requests, signal)).map((block) => block?.hash ?? null);
}

/**
 * The highest epoch up to `tip` in which the index and the node agree; -1 when they agree in none. Looks back in steps that
 * double, because a reorganisation is mostly short.
 */
export async function findFork(
  { store, node, chain }: { store: Store; node: IndexNode; chain: number },
  tip: number,
  signal: AbortSignal,
): Promise<number> {
  let high = tip;
  for (let step = 8; high >= 0; step = Math.min(step * 2, 256)) {
    const low = Math.max(0, high - step + 1);
    const rows = await store.sql<{ epoch: string; pivot: Buffer }[]>`
      SELECT epoch, pivot FROM chain_index.epochs
      WHERE chain = ${chain} AND epoch BETWEEN ${low} AND ${high} ORDER BY epoch DESC`;
    const epochs = rows.map(({ epoch }) => Number(epoch));
    const pivots = await readPivots(node, epochs, signal);
    const agreed = rows.findIndex(({ pivot }, place) => `0x${pivot.toString('hex')}` === pivots[place]);
    if (agreed >= 0) return epochs[agreed] ?? -1;
    high = low - 1;
  }
  return -1;
}
