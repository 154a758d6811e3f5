import { engineErrors } from './errors.ts';

/** One call of a JSON-RPC batch. */
export interface RpcRequest {
  method: string;
  params?: readonly unknown[];
}

export interface RpcOptions {
  signal?: AbortSignal;
  /** How long one HTTP exchange may take; 10 seconds by default. */
  timeoutMs?: number;
}

/** What one call of a batch came to: a batch answers as a whole even when some of its calls fail. */
export type RpcOutcome<T = unknown> = { ok: true; result: T } | { ok: false; error: Error };

interface RpcReply {
  id: unknown;
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
}

/** JSON-RPC codes of providers that limit a caller's rate: limit exceeded, resource unavailable. */
const busyCodes = new Set([-32005, -32002, 429]);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The part of a URL that may be shown: user names, paths and queries can carry access keys. */
export function displayUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'the given address';
}

/** `fetch` refuses user:password in a URL, with the password in its message; they belong into a header. */
function splitCredentials(url: string): { target: URL; headers: Record<string, string> } {
  const target = new URL(url);
  const { username, password } = target;
  if (!username && !password) return { target, headers: {} };
  target.username = '';
  target.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { target, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

function describeFailure(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = (cause as NodeJS.ErrnoException).code;
  return code === 'ECONNREFUSED' ? 'the connection was refused' : cause.message || code || cause.name;
}

async function exchange(url: string, body: unknown, label: string, options: RpcOptions): Promise<unknown> {
  const { signal, timeoutMs = 10_000 } = options;
  if (!URL.canParse(url)) throw engineErrors.invalidUrl({ flag: '--rpc' });
  const { target, headers } = splitCredentials(url);
  const timeout = AbortSignal.timeout(timeoutMs);
  let status: number;
  let text: string;
  try {
    const response = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (timeout.aborted) throw engineErrors.rpcTimeout({ url: displayUrl(url), method: label, timeoutMs }, { cause });
    throw engineErrors.nodeUnreachable({ url: displayUrl(url), reason: describeFailure(cause) }, { cause });
  }
  if (status === 429 || status >= 500)
    throw engineErrors.rpcBusy({ url: displayUrl(url), method: label, reason: `HTTP status ${status}` });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw engineErrors.notJsonRpc({ url: displayUrl(url), reason: `HTTP status ${status}, no JSON` }, { cause });
  }
}

function readReply(reply: unknown, url: string, method: string): RpcOutcome {
  if (!isObject(reply) || !('result' in reply || 'error' in reply))
    return { ok: false, error: engineErrors.notJsonRpc({ url: displayUrl(url), reason: 'the answer has no result' }) };
  const { error, result } = reply as unknown as RpcReply;
  if (!error) return { ok: true, result };
  const values = { url: displayUrl(url), method, reason: `${error.message} (code ${error.code})` };
  const details = { method, rpcCode: error.code, rpcMessage: error.message, rpcData: error.data ?? null };
  const make = busyCodes.has(error.code) ? engineErrors.rpcBusy : engineErrors.rpcFailed;
  return { ok: false, error: make(values, { details }) };
}

/**
 * One JSON-RPC 2.0 call over a kept-alive HTTP connection.
 * @throws ENGINE_NODE_UNREACHABLE, ENGINE_RPC_TIMEOUT, ENGINE_RPC_BUSY (retryable), ENGINE_RPC_FAILED with the node's
 * own code and message in `details`, ENGINE_NOT_JSON_RPC; the signal's reason when the caller aborts.
 */
export async function rpcCall<T>(url: string, request: RpcRequest, options: RpcOptions = {}): Promise<T> {
  const { method, params = [] } = request;
  const reply = await exchange(url, { jsonrpc: '2.0', id: 1, method, params }, method, options);
  const outcome = readReply(reply, url, method);
  if (!outcome.ok) throw outcome.error;
  return outcome.result as T;
}

/**
 * Several calls in one HTTP exchange (JSON-RPC 2.0 section 6), answered in the order asked. Throws as `rpcCall` does
 * when the exchange as a whole fails; a single call that fails is an outcome.
 */
export async function rpcBatch<T = unknown>(
  url: string,
  requests: readonly RpcRequest[],
  options: RpcOptions = {},
): Promise<RpcOutcome<T>[]> {
  if (requests.length === 0) return [];
  const body = requests.map(({ method, params = [] }, id) => ({ jsonrpc: '2.0', id, method, params }));
  const replies = await exchange(url, body, `a batch of ${requests.length} calls`, options);
  if (!Array.isArray(replies)) {
    const whole = readReply(replies, url, 'a batch of calls');
    throw whole.ok ? engineErrors.notJsonRpc({ url: displayUrl(url), reason: 'it has no batches' }) : whole.error;
  }
  const byId = new Map(replies.map((reply: unknown) => [isObject(reply) ? reply.id : undefined, reply]));
  return requests.map(({ method }, id) => readReply(byId.get(id), url, method) as RpcOutcome<T>);
}
