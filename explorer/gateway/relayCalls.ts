import { type RpcOptions, type RpcOutcome, rpcBatch } from '../../engine/index.ts';
import { XiangyuError } from '../../errors.ts';
import { type CallerRights, type RelayedCall, type RpcAnswer, readCall, refuse } from './readCalls.ts';

export interface RelayParameters extends CallerRights {
  url: string;
  /** Most calls of one batch. */
  mostCalls: number;
  /** Refuses a call that is allowed as such, for example because its answer would be too large. */
  check?: (call: RelayedCall) => Promise<RpcAnswer | null>;
  /** Told what the request costs before anything is passed on; what it throws ends the request. */
  charge?: (cost: number) => void;
}

function toAnswer(id: RelayedCall['id'], outcome: RpcOutcome | undefined): RpcAnswer {
  if (outcome?.ok) return { jsonrpc: '2.0', id, result: outcome.result };
  const details = outcome?.error instanceof XiangyuError ? outcome.error.details : {};
  const { rpcCode, rpcMessage, rpcData } = details as { rpcCode?: number; rpcMessage?: string; rpcData?: unknown };
  return refuse(id, rpcCode ?? -32603, rpcMessage ?? 'The node did not answer this call.', rpcData ?? undefined);
}

/**
 * Passes JSON-RPC calls on to a node. A call that is refused, here or there, gets a JSON-RPC error in its place. Null when
 * nothing is to be answered, because all were notifications.
 *
 * @throws ENGINE_NODE_UNREACHABLE, ENGINE_RPC_TIMEOUT, ENGINE_RPC_BUSY when the node as a whole does not answer
 */
export async function relayCalls(
  parameters: RelayParameters,
  body: unknown,
  options: RpcOptions = {},
): Promise<RpcAnswer | RpcAnswer[] | null> {
  const { url, mostCalls, check, charge } = parameters;
  const isBatch = Array.isArray(body);
  const asked: unknown[] = isBatch ? body : [body];
  if (asked.length === 0 || asked.length > mostCalls) {
    return refuse(null, -32600, `A batch has 1 to ${mostCalls} calls; this one has ${asked.length}.`);
  }
  const read = asked.map((call) => readCall(call, parameters));
  charge?.(read.reduce((sum, call) => sum + ('method' in call ? call.cost : 1), 0));
  const calls = await Promise.all(
    read.map(async (call) => ('method' in call && check ? ((await check(call)) ?? call) : call)),
  );
  const passed = calls.filter((call): call is RelayedCall => 'method' in call);
  const outcomes = await rpcBatch(
    url,
    passed.map(({ method, params }) => ({ method, params })),
    options,
  );
  const silent = new Set(read.flatMap((call, place) => ('method' in call && call.notification ? [place] : [])));
  const answers = calls
    .map((call) => ('method' in call ? toAnswer(call.id, outcomes[passed.indexOf(call)]) : call))
    .filter((_, place) => !silent.has(place));
  if (answers.length === 0) return null;
  return isBatch ? answers : (answers[0] ?? null);
}
