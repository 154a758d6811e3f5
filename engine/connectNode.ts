import { coreCall, espaceCall } from './coreCall.ts';
import { engineErrors } from './errors.ts';
import { displayUrl, type RpcOptions } from './rpcCall.ts';
import type { CoreStatus } from './waitUntilReady.ts';

export interface ConnectNodeParameters {
  /** eSpace JSON-RPC over http(s). */
  rpcUrl: string;
  /** Core Space JSON-RPC over http(s); without it the Tree-Graph cannot be shown. */
  coreRpcUrl?: string;
  expectedEvmChainId?: number;
  signal?: AbortSignal;
}

/** A node that somebody else runs, checked once. */
export interface NodeConnection {
  readonly espaceUrl: string;
  readonly coreUrl: string | null;
  readonly evmChainId: number;
  readonly coreChainId: number | null;
  /** The node's own name and version; null when it does not tell. */
  readonly clientVersion: string | null;
}

const methodNotFound = -32601;

function assertHttpUrl(url: string, flag: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') throw engineErrors.invalidUrl({ flag });
}

function lacksMethod(error: unknown): boolean {
  return (error as { details?: { rpcCode?: unknown } } | null)?.details?.rpcCode === methodNotFound;
}

async function readEvmChainId(url: string, options: RpcOptions): Promise<number> {
  try {
    return Number(await espaceCall<string>(url, 'eth_chainId', [], options));
  } catch (error) {
    if (!lacksMethod(error)) throw error;
    const status = await coreCall(url, 'cfx_getStatus', [], options).catch(() => null);
    throw status ? engineErrors.coreUrlGiven({ url: displayUrl(url) }) : error;
  }
}

async function readCoreStatus(url: string, options: RpcOptions): Promise<CoreStatus> {
  try {
    return await coreCall<CoreStatus>(url, 'cfx_getStatus', [], options);
  } catch (error) {
    throw lacksMethod(error) ? engineErrors.espaceUrlGiven({ url: displayUrl(url) }) : error;
  }
}

/**
 * Checks that a node we did not start answers and is on the right chain.
 * @throws ENGINE_INVALID_URL, ENGINE_CORE_URL_GIVEN, ENGINE_ESPACE_URL_GIVEN, ENGINE_WRONG_CHAIN and what `rpcCall` throws
 */
export async function connectNode(parameters: ConnectNodeParameters): Promise<NodeConnection> {
  const { rpcUrl, coreRpcUrl, expectedEvmChainId, signal } = parameters;
  const options: RpcOptions = signal ? { signal } : {};
  assertHttpUrl(rpcUrl, '--rpc');
  if (coreRpcUrl) assertHttpUrl(coreRpcUrl, '--core-rpc');
  const evmChainId = await readEvmChainId(rpcUrl, options);
  if (expectedEvmChainId !== undefined && evmChainId !== expectedEvmChainId)
    throw engineErrors.wrongChain({ url: displayUrl(rpcUrl), actual: evmChainId, expected: expectedEvmChainId });
  const status = coreRpcUrl ? await readCoreStatus(coreRpcUrl, options) : null;
  const actual = Number(status?.ethereumSpaceChainId ?? evmChainId);
  if (coreRpcUrl && actual !== evmChainId)
    throw engineErrors.wrongChain({ url: displayUrl(coreRpcUrl), actual, expected: evmChainId });
  const clientVersion = await espaceCall<string>(rpcUrl, 'web3_clientVersion', [], options).catch(() => null);
  const coreChainId = status ? Number(status.chainId) : null;
  return { espaceUrl: rpcUrl, coreUrl: coreRpcUrl ?? null, evmChainId, coreChainId, clientVersion };
}
