import { type RpcOptions, type RpcOutcome, rpcBatch } from '../engine/index.ts';
import { XiangyuError } from '../errors.ts';

/** Reading methods of eSpace that anyone may call through the platform. */
export const relayedMethods: ReadonlySet<string> = new Set([
  'eth_call',
  'eth_chainId',
  'eth_blockNumber',
  'eth_getBlockByNumber',
  'eth_getBlockByHash',
  'eth_getTransactionByHash',
  'eth_getTransactionReceipt',
  'eth_getCode',
  'eth_getLogs',
]);

/** Most calls of one batch. */
export const maxRelayedCalls = 20;

type RpcId = string | number | null;

/** A JSON-RPC 2.0 answer (section 5). */
export type RpcAnswer =
  | { jsonrpc: '2.0'; id: RpcId; result: unknown }
  | { jsonrpc: '2.0'; id: RpcId; error: { code: number; message: string; data?: unknown } };

interface RelayedCall {
  id: RpcId;
  method: string;
  params: unknown[];
}

const refuse = (id: RpcId, code: number, message: string): RpcAnswer => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
});

function readCall(call: unknown): RelayedCall | RpcAnswer {
  const {
    id = null,
    method,
    params = [],
  } = (typeof call === 'object' && call !== null ? call : {}) as {
    id?: unknown;
    method?: unknown;
    params?: unknown;
  };
  const known = typeof id === 'string' || typeof id === 'number' ? id : null;
  if (typeof method !== 'string') return refuse(known, -32600, 'This is not a JSON-RPC 2.0 call: it names no method.');
  if (!Array.isArray(params)) return refuse(known, -32602, 'The parameters must be an array.');
  if (!relayedMethods.has(method)) {
    return refuse(known, -32601, `This platform passes on reading calls only: ${[...relayedMethods].join(', ')}.`);
  }
  return { id: known, method, params };
}

function toAnswer(id: RpcId, outcome: RpcOutcome | undefined): RpcAnswer {
  if (outcome?.ok) return { jsonrpc: '2.0', id, result: outcome.result };
  const details = outcome?.error instanceof XiangyuError ? outcome.error.details : {};
  const { rpcCode, rpcMessage, rpcData } = details as { rpcCode?: number; rpcMessage?: string; rpcData?: unknown };
  const error = { code: rpcCode ?? -32603, message: rpcMessage ?? 'The node did not answer this call.' };
  return { jsonrpc: '2.0', id, error: rpcData == null ? error : { ...error, data: rpcData } };
}

/**
 * Passes reading JSON-RPC calls on to a node. A call that is refused, here or there, gets a JSON-RPC error in its place.
 *
 * @throws ENGINE_NODE_UNREACHABLE, ENGINE_RPC_TIMEOUT, ENGINE_RPC_BUSY when the node as a whole does not answer
 */
export async function relayCalls(
  url: string,
  body: unknown,
  options: RpcOptions = {},
): Promise<RpcAnswer | RpcAnswer[]> {
  const isBatch = Array.isArray(body);
  const asked: unknown[] = isBatch ? body : [body];
  if (asked.length === 0 || asked.length > maxRelayedCalls) {
    return refuse(null, -32600, `A batch has 1 to ${maxRelayedCalls} calls; this one has ${asked.length}.`);
  }
  const calls = asked.map(readCall);
  const passed = calls.filter((call) => 'method' in call);
  const outcomes = await rpcBatch(
    url,
    passed.map(({ method, params }) => ({ method, params })),
    options,
  );
  const answers = calls.map((call) => ('method' in call ? toAnswer(call.id, outcomes[passed.indexOf(call)]) : call));
  return isBatch ? answers : (answers[0] ?? refuse(null, -32603, 'The node did not answer this call.'));
}
