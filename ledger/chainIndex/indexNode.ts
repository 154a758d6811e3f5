import { type RpcRequest, rpcBatch } from '../../engine/index.ts';
import { XiangyuError } from '../../errors.ts';
import type { Hex } from '../../proof/index.ts';
import type { EthBlock } from './rpcShapes.ts';

/** What the index asks a chain through. */
export interface IndexNode {
  /** False where only eSpace can be read. */
  readonly hasCore: boolean;
  /** A batch of Core Space calls; a call that the node refuses throws. */
  core<T extends unknown[]>(requests: readonly RpcRequest[], signal: AbortSignal): Promise<T>;
  espace<T extends unknown[]>(requests: readonly RpcRequest[], signal: AbortSignal): Promise<T>;
  identify(signal: AbortSignal): Promise<ChainIdentity>;
}

export interface ChainIdentity {
  /** Id and first block in one text, the key of everything that is stored about a chain. */
  chain: string;
  evmChainId: number;
  coreChainId: number | null;
  genesisHash: Hex;
}

export interface IndexNodeParameters {
  espaceUrls: readonly string[];
  coreUrl?: string | undefined;
  timeoutMs?: number;
}

/** Connects to the nodes without asking them anything yet. */
export function connectIndexNode({ espaceUrls, coreUrl, timeoutMs = 30_000 }: IndexNodeParameters): IndexNode {
  let preferred = 0;

  async function ask<T extends unknown[]>(
    url: string,
    requests: readonly RpcRequest[],
    signal: AbortSignal,
  ): Promise<T> {
    const outcomes = await rpcBatch(url, requests, { signal, timeoutMs });
    return outcomes.map((outcome) => {
      if (!outcome.ok) throw outcome.error;
      return outcome.result;
    }) as T;
  }

  /** The next node is asked when one is away; what a node refuses, the others would refuse too. */
  async function espace<T extends unknown[]>(requests: readonly RpcRequest[], signal: AbortSignal): Promise<T> {
    let failure: unknown = new Error('no node is configured');
    for (let turn = 0; turn < espaceUrls.length; turn += 1) {
      const place = (preferred + turn) % espaceUrls.length;
      try {
        const results = await ask<T>(espaceUrls[place] ?? '', requests, signal);
        preferred = place;
        return results;
      } catch (error) {
        failure = error;
        if (!(error instanceof XiangyuError && error.retryable)) break;
      }
    }
    throw failure;
  }

  async function core<T extends unknown[]>(requests: readonly RpcRequest[], signal: AbortSignal): Promise<T> {
    return ask<T>(coreUrl ?? '', requests, signal);
  }

  return {
    hasCore: coreUrl !== undefined,
    core,
    espace,
    async identify(signal) {
      const [chainId, genesis] = await espace<[Hex, EthBlock]>(
        [{ method: 'eth_chainId' }, { method: 'eth_getBlockByNumber', params: ['0x0', false] }],
        signal,
      );
      const status = coreUrl ? await core<[{ chainId: Hex }]>([{ method: 'cfx_getStatus' }], signal) : null;
      const evmChainId = Number(chainId);
      return {
        chain: `${evmChainId}:${genesis.hash}`,
        evmChainId,
        coreChainId: status ? Number(status[0].chainId) : null,
        genesisHash: genesis.hash,
      };
    },
  };
}
