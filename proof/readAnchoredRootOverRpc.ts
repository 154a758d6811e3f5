import { XiangyuError } from '../errors.ts';
import {
  type AnchoredRootParameters,
  decodeRootResult,
  encodeRootCall,
  type ReadAnchoredRoot,
} from './anchoredRoot.ts';
import { proofErrors } from './errors.ts';
import { inBoth } from './words.ts';

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
    if (typeof answer !== 'object' || answer === null)
      throw unavailable(`${method} was answered without an object`, `对 ${method} 的答复不是对象`);
    const { result, error } = answer as { result?: unknown; error?: { message?: unknown } };
    if (result === undefined)
      throw unavailable(
        `${method} failed: ${String(error?.message ?? 'no result')}`,
        `${method} 失败：${String(error?.message ?? '没有结果')}`,
      );
    return result;
  };
  const call = async (method: string, params: unknown[]): Promise<string> => {
    const result = await ask(method, params);
    if (typeof result !== 'string')
      throw unavailable(`${method} was answered without a text`, `对 ${method} 的答复不是文本`);
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
  const block = `${Number(found.blockNumber)} (${String(found.blockHash)})`;
  const place = receipt
    ? { en: `in block ${block}`, zh: `在区块 ${block} 中` }
    : { en: 'nowhere', zh: '不在任何区块中' };
  throw proofErrors.anchorElsewhere(...inBoth({ transactionHash, place, named: `${blockNumber} (${blockHash})` }));
}

async function request(url: string, fetch: Fetch, method: string, params: unknown[]): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw unavailable(`HTTP status ${response.status}`, `HTTP 状态 ${response.status}`);
    return await response.json();
  } catch (cause) {
    if (cause instanceof XiangyuError) throw cause;
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    const en = cause instanceof Error ? cause.message : String(cause);
    const zh = isLate ? `${timeoutMs / 1000} 秒内没有答复` : `没有答复（${en}）`;
    throw proofErrors.nodeUnavailable(...inBoth({ problem: { en, zh } }, { cause }));
  }
}

function unavailable(en: string, zh: string) {
  return proofErrors.nodeUnavailable(...inBoth({ problem: { en, zh } }));
}
