import { costOf, type GatewaySpace, gatewayMethods } from './methods.ts';

type RpcId = string | number | null;

/** A JSON-RPC 2.0 answer (section 5). */
export type RpcAnswer =
  | { jsonrpc: '2.0'; id: RpcId; result: unknown }
  | { jsonrpc: '2.0'; id: RpcId; error: { code: number; message: string; data?: unknown } };

/** A call that may be passed on. */
export interface RelayedCall {
  id: RpcId;
  /** A call without an id is not answered (section 4.1). */
  notification: boolean;
  method: string;
  params: unknown[];
  cost: number;
}

/** An error answer. */
export function refuse(id: RpcId, code: number, message: string, data?: unknown): RpcAnswer {
  return { jsonrpc: '2.0', id, error: data === undefined ? { code, message } : { code, message, data } };
}

/** What the caller may do. */
export interface CallerRights {
  space: GatewaySpace;
  /** Whether the caller has a key that lets it send transactions. */
  maySend: boolean;
}

/** Reads one call of a request, or says in a JSON-RPC error why it is not passed on. */
export function readCall(call: unknown, { space, maySend }: CallerRights): RelayedCall | RpcAnswer {
  const given = (typeof call === 'object' && call !== null && !Array.isArray(call) ? call : {}) as Record<
    string,
    unknown
  >;
  const { jsonrpc, method, params = [], id } = given;
  const known: RpcId = typeof id === 'string' || typeof id === 'number' ? id : null;
  if (jsonrpc !== '2.0' || typeof method !== 'string') {
    return refuse(known, -32600, 'This is not a JSON-RPC 2.0 call: it needs "jsonrpc": "2.0" and a method.');
  }
  if (id !== undefined && id !== null && known === null) {
    return refuse(null, -32600, 'The id of a call is a text, a number or null.');
  }
  const { reading, sending } = gatewayMethods[space];
  if (sending.has(method) && !maySend) {
    return refuse(known, -32004, `${method} needs an API key: send it as "Authorization: Bearer <key>".`);
  }
  if (!reading.has(method) && !sending.has(method)) {
    const listed = [...reading, ...sending].join(', ');
    return refuse(known, -32601, `This platform does not pass on ${method.slice(0, 80)}. It passes on: ${listed}.`);
  }
  if (!Array.isArray(params)) return refuse(known, -32602, 'The parameters must be an array.');
  return { id: known, notification: id === undefined, method, params, cost: costOf(method) };
}
