/** One JSON-RPC call. */
export interface RpcRequest {
  method: string;
  params: readonly unknown[];
}

/** A node's refusal of a call, in its own words. Never carries the node's address, which may hold a credential. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(message: string, code: number, data?: unknown) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
    this.data = data;
  }
}

/** An exchange that failed as a whole: whether the node did what was asked is unknown. */
export class TransportError extends Error {
  /** How long the node asks to be left alone, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'TransportError';
    this.retryAfterMs = retryAfterMs;
  }
}

export type RpcOutcome = { ok: true; result: unknown } | { ok: false; error: RpcError };

/** Sends calls to one node in one exchange and gives their outcomes in the same order. @throws TransportError */
export type RpcTransport = (requests: readonly RpcRequest[]) => Promise<RpcOutcome[]>;

/** What a refusal or failure of a node means for a transaction. */
export type RpcFailure = 'known' | 'stale' | 'poor' | 'reverted' | 'underpriced' | 'unavailable';

/** The node's own words. */
export function describeFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Codes of providers that limit a caller's rate. */
const busyCodes = new Set([-32005, -32002, -32029, 429]);

/** Whether the node asks for a pause. */
export const isBusy = (error: RpcError) => busyCodes.has(error.code);

/** Sorts what a node answered to a transaction; whatever is not a clear refusal may go better next time. */
export function classifyFailure(error: unknown): RpcFailure {
  if (!(error instanceof RpcError) || isBusy(error)) return 'unavailable';
  const text = error.message.toLowerCase();
  if (/already known|already imported|already exist|known transaction/.test(text)) return 'known';
  if (/nonce too low|stale nonce/.test(text)) return 'stale';
  if (/underpriced|same nonce already inserted/.test(text)) return 'underpriced';
  if (/insufficient funds|notenoughbalance|not enough balance/.test(text)) return 'poor';
  if (error.code === 3 || /execution reverted|vm reverted|vmerror|out of gas|bad instruction/.test(text)) {
    return 'reverted';
  }
  return 'unavailable';
}
