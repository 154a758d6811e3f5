import { type RpcOptions, rpcCall } from './rpcCall.ts';

/** Method names of Conflux Core Space; `debug_` and `test_` answer on a node's local port only. */
export type CoreMethod = `${'cfx' | 'pos' | 'txpool' | 'trace' | 'debug' | 'test'}_${string}`;
/** Method names of Conflux eSpace, which speaks the Ethereum API. */
export type EspaceMethod = `${'eth' | 'net' | 'web3' | 'trace' | 'debug' | 'txpool' | 'parity'}_${string}`;

/** Calls a Core Space method; throws as `rpcCall` does. */
export function coreCall<T>(url: string, method: CoreMethod, params: readonly unknown[] = [], options?: RpcOptions) {
  return rpcCall<T>(url, { method, params }, options);
}

/** Calls an eSpace method; throws as `rpcCall` does. */
export function espaceCall<T>(
  url: string,
  method: EspaceMethod,
  params: readonly unknown[] = [],
  options?: RpcOptions,
) {
  return rpcCall<T>(url, { method, params }, options);
}
