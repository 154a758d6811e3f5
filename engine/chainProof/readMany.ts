import type { CoreMethod } from '../coreCall.ts';
import { type RpcOptions, rpcBatch } from '../rpcCall.ts';

const maxBatch = 16;

/** The same Core Space method for many parameters, in batches; the first call that fails ends it. */
export async function readMany<T>(
  url: string,
  method: CoreMethod,
  parameters: readonly (readonly unknown[])[],
  options: RpcOptions,
): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < parameters.length; start += maxBatch) {
    const requests = parameters.slice(start, start + maxBatch).map((params) => ({ method, params }));
    for (const outcome of await rpcBatch<T>(url, requests, options)) {
      if (!outcome.ok) throw outcome.error;
      results.push(outcome.result);
    }
  }
  return results;
}

/** A height or epoch number as RPC takes it. */
export const epochTag = (epoch: number) => `0x${epoch.toString(16)}`;
