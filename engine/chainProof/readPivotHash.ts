import { coreCall, espaceCall } from '../coreCall.ts';
import type { Hex } from '../nodeOptions.ts';
import type { RpcOptions } from '../rpcCall.ts';
import { epochTag } from './readMany.ts';

/**
 * The hash of the pivot block at a height, as a node of either space tells it: an eSpace block has the hash of its epoch's
 * pivot block. Null where the node has none. Throws as `rpcCall` does.
 */
export async function readPivotHash(
  { coreUrl, espaceUrl }: { coreUrl: string; espaceUrl?: undefined } | { espaceUrl: string; coreUrl?: undefined },
  height: number,
  options: RpcOptions = {},
): Promise<Hex | null> {
  const params = [epochTag(height), false];
  type Answer = { hash: Hex } | null;
  const block = coreUrl
    ? await coreCall<Answer>(coreUrl, 'cfx_getBlockByEpochNumber', params, options).catch(noneIfTooHigh)
    : await espaceCall<Answer>(espaceUrl ?? '', 'eth_getBlockByNumber', params, options);
  return block?.hash ?? null;
}

/** Core Space answers a height above its tip with an error. */
function noneIfTooHigh(error: { code?: string }): null {
  if (error.code === 'ENGINE_RPC_FAILED') return null;
  throw error;
}
