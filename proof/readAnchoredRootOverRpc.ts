import {
  type AnchoredRootParameters,
  decodeRootResult,
  encodeRootCall,
  type ReadAnchoredRoot,
} from './anchoredRoot.ts';
import { proofErrors } from './errors.ts';

type Fetch = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<{
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}>;

const timeoutMs = 10_000;

/**
 * Makes a reader that asks one eSpace (Ethereum JSON-RPC) node, first for its chain id, then for the root and the place of the
 * transaction. It needs nothing but `fetch`, so it runs in a browser. The reader throws `PROOF_WRONG_CHAIN` when the node serves
 * another chain than the bundle's, `PROOF_ANCHOR_ELSEWHERE` when it has the transaction in another block or not at all, and
 * `PROOF_NODE_UNAVAILABLE` (retryable) when it does not answer.
 */
export function readAnchoredRootOverRpc(url: string, fetch: Fetch = globalThis.fetch): ReadAnchoredRoot {
  const ask = async (method: string, params: unknown[]): Promise<unknown> => {
    const answer = await request(url, fetch, method, params);
    if (typeof answer !== 'object' || answer === null) throw unavailable(`${method} was answered without an object`);
    const { result, error } = answer as { result?: unknown; error?: { message?: unknown } };
    if (result === undefined) throw unavailable(`${method} failed: ${String(error?.message ?? 'no result')}`);
    return result;
  };
  const call = async (method: string, params: unknown[]): Promise<string> => {
    const result = await ask(method, params);
    if (typeof result !== 'string') throw unavailable(`${method} was answered without a text`);
    return result;
  };
  return async ({ evmChainId, contract, size, transaction }) => {
    const actual = Number(await call('eth_chainId', []));
    if (actual !== evmChainId) throw proofErrors.wrongChain({ actual, expected: evmChainId });
    const [root, receipt] = await Promise.all([
      call('eth_call', [{ to: contract, data: encodeRootCall(size) }, 'latest']).then(decodeRootResult),
      transaction ? ask('eth_getTransactionReceipt', [transaction.transactionHash]) : null,
    ]);
    if (root && transaction) checkPlace(transaction, receipt);
    return root;
  };
}

function checkPlace(named: NonNullable<AnchoredRootParameters['transaction']>, receipt: unknown): void {
  const { transactionHash, blockHash, blockNumber } = named;
  const found = (receipt ?? {}) as { blockHash?: unknown; blockNumber?: unknown };
  if (found.blockHash === blockHash && Number(found.blockNumber) === blockNumber) return;
  const place = receipt ? `in block ${Number(found.blockNumber)} (${String(found.blockHash)})` : 'nowhere';
  throw proofErrors.anchorElsewhere({ transactionHash, place, named: `${blockNumber} (${blockHash})` });
}

async function request(url: string, fetch: Fetch, method: string, params: unknown[]): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw proofErrors.nodeUnavailable({ problem: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}

function unavailable(problem: string) {
  return proofErrors.nodeUnavailable({ problem });
}
