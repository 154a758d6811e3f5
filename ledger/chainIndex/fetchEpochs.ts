import type { RpcRequest } from '../../engine/index.ts';
import type { Hex } from '../../proof/index.ts';
import { assembleEpoch } from './assembleEpoch.ts';
import { readBase32 } from './base32.ts';
import type { EpochData } from './epochData.ts';
import { indexErrors } from './errors.ts';
import type { IndexNode } from './indexNode.ts';
import { toQuantity } from './readNumbers.ts';
import { countPhantoms, type Phantom, selectPhantoms } from './readPhantoms.ts';
import type { CoreBlock, CoreReceipt, EthBlock, EthReceipt, WrappedTransaction } from './rpcShapes.ts';

/** What is asked of every epoch, in this order. */
const questions = [
  (epoch: Hex) => ({ method: 'cfx_getBlocksByEpoch', params: [epoch] }),
  (epoch: Hex) => ({ method: 'cfx_getSkippedBlocksByEpoch', params: [epoch] }),
  (epoch: Hex) => ({ method: 'debug_getTransactionsByEpoch', params: [epoch] }),
  // With the receipts of eSpace: the only call that has both spaces in their true order.
  (epoch: Hex) => ({ method: 'cfx_getEpochReceipts', params: [epoch, true] }),
] as const satisfies ((epoch: Hex) => RpcRequest)[];

interface RawEpoch {
  number: number;
  executed: Hex[];
  skipped: Hex[];
  transactions: WrappedTransaction[];
  /** One list a block. */
  receipts: CoreReceipt[][];
}

function readRaw(number: number, answers: readonly unknown[]): RawEpoch {
  const [executed, skipped, transactions, receipts] = answers as [
    Hex[] | null,
    Hex[] | null,
    WrappedTransaction[] | null,
    CoreReceipt[][] | null,
  ];
  const incomplete = (problem: string) => indexErrors.nodeIncomplete({ epoch: number, problem });
  if (!executed?.length) throw incomplete('its blocks are missing');
  // What the first block carries was never executed: the accounts simply begin with it.
  if (number === 0) return { number, executed, skipped: [], transactions: [], receipts: executed.map(() => []) };
  if (!transactions || !receipts) throw incomplete('its transactions or receipts are missing');
  if (receipts.length !== executed.length) throw incomplete('the receipts are of other blocks');
  for (const [place, list] of receipts.entries()) {
    if (list.some(({ blockHash }) => blockHash !== executed[place]))
      throw incomplete('the receipts are of other blocks');
  }
  return { number, executed, skipped: skipped ?? [], transactions, receipts };
}

/** What Core transactions made in eSpace is in no block; only eSpace RPC tells it. */
async function fetchPhantoms(
  node: IndexNode,
  epochs: readonly RawEpoch[],
  signal: AbortSignal,
): Promise<Map<number, Phantom[]>> {
  const crossing = epochs.filter(({ receipts }) =>
    receipts.some((list) => list.some((receipt) => countPhantoms(receipt, readBase32) > 0)),
  );
  if (crossing.length === 0) return new Map();
  const requests = crossing.flatMap(({ number }) => [
    { method: 'eth_getBlockByNumber', params: [toQuantity(number), true] },
    { method: 'eth_getBlockReceipts', params: [toQuantity(number)] },
  ]);
  const answers = await node.espace<(EthBlock | EthReceipt[] | null)[]>(requests, signal);
  return new Map(
    crossing.map(({ number, executed }, place) => {
      const block = answers[place * 2] as EthBlock | null;
      const receipts = answers[place * 2 + 1] as EthReceipt[] | null;
      if (!block || !receipts || block.hash !== executed.at(-1)) {
        throw indexErrors.nodeIncomplete({ epoch: number, problem: 'eSpace has another block there' });
      }
      return [number, selectPhantoms(block.transactions, receipts)];
    }),
  );
}

/** What a node answers about epochs, before it is put together. */
export interface RawEpochs {
  epochs: RawEpoch[];
  blocks: (CoreBlock | null)[];
  phantoms: Map<number, Phantom[]>;
}

/** Asks for whole epochs of both spaces in two exchanges, whatever their number: what each consists of, then its blocks. */
export async function fetchRawEpochs(
  node: IndexNode,
  { from, to }: { from: number; to: number },
  signal: AbortSignal,
): Promise<RawEpochs> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const asked = numbers.flatMap((number) => questions.map((question) => question(toQuantity(number))));
  const answers = await node.core<unknown[]>(asked, signal);
  const epochs = numbers.map((number, place) =>
    readRaw(number, answers.slice(place * questions.length, (place + 1) * questions.length)),
  );
  const hashes = epochs.flatMap(({ executed, skipped }) => [...executed, ...skipped]);
  const requests = hashes.map((hash) => ({ method: 'cfx_getBlockByHash', params: [hash, false] }));
  const [blocks, phantoms] = await Promise.all([
    node.core<(CoreBlock | null)[]>(requests, signal),
    fetchPhantoms(node, epochs, signal),
  ]);
  return { epochs, blocks, phantoms };
}

/**
 * Reads whole epochs of both spaces. A reorganisation in between shows as blocks or receipts that do not belong together.
 * @throws INDEX_NODE_INCOMPLETE (retryable) and what a JSON-RPC call throws
 */
export async function fetchEpochs(
  node: IndexNode,
  range: { from: number; to: number },
  signal: AbortSignal,
): Promise<EpochData[]> {
  const { epochs, blocks, phantoms } = await fetchRawEpochs(node, range, signal);
  const byHash = new Map(blocks.flatMap((block) => (block ? [[block.hash, block]] : [])));
  return epochs.map((epoch) => assembleEpoch({ ...epoch, blocks: byHash, phantoms: phantoms.get(epoch.number) ?? [] }));
}
