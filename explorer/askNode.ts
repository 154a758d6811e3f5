import { type RpcRequest, rpcBatch } from '../engine/index.ts';
import type { Hex } from '../proof/index.ts';
import type { Chain } from './chain.ts';
import type { NetworkWatch } from './watchNetwork.ts';

/** The node behind the explorer, for what only it knows: balances, confirmation, traces. */
export interface NodeReader {
  readonly hasCore: boolean;
  /** Throws what a JSON-RPC call throws, of the first call that failed. */
  core<T extends unknown[]>(...requests: RpcRequest[]): Promise<T>;
  espace<T extends unknown[]>(...requests: RpcRequest[]): Promise<T>;
}

export interface ReadNodeParameters {
  chain: Chain;
  watch: Pick<NetworkWatch, 'espaceUrl'>;
  signal: AbortSignal;
}

const timeoutMs = 10_000;

/** Reads from whichever node is in use. */
export function readNode({ chain, watch, signal }: ReadNodeParameters): NodeReader {
  async function ask<T extends unknown[]>(url: string, requests: readonly RpcRequest[]): Promise<T> {
    const outcomes = await rpcBatch(url, requests, { signal, timeoutMs });
    return outcomes.map((outcome) => {
      if (!outcome.ok) throw outcome.error;
      return outcome.result;
    }) as T;
  }
  return {
    hasCore: chain.coreUrl !== undefined,
    core: (...requests) => ask(chain.coreUrl ?? '', requests),
    espace: (...requests) => ask(watch.espaceUrl(), requests),
  };
}

/** Decimal text of a quantity. */
export const toDecimal = (quantity: Hex | string | null | undefined): string => BigInt(quantity ?? 0).toString();
