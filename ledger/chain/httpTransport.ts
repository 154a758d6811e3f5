import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as TlsAgent } from 'node:https';
import { RpcError, type RpcOutcome, type RpcTransport, TransportError } from './rpc.ts';

/** A reply of JSON-RPC 2.0. */
export interface Reply {
  id?: unknown;
  result?: unknown;
  error?: { code?: number; message?: string; data?: unknown } | null;
}

const timeoutMs = 10_000;
/** A Conflux node serves at most 100 connections in all. */
const maxSockets = 8;

/** Retry-After: seconds or an HTTP date (RFC 9110 section 10.2.3). */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** A transport over kept-alive HTTP connections; `user:password` in the URL goes into a header. */
export function createHttpTransport(url: string): RpcTransport {
  const target = new URL(url);
  const tls = target.protocol === 'https:';
  const agent = tls ? new TlsAgent({ keepAlive: true, maxSockets }) : new Agent({ keepAlive: true, maxSockets });
  const { username, password } = target;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = {
    'content-type': 'application/json',
    ...(username || password ? { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } : {}),
  };
  target.username = '';
  target.password = '';
  let lastId = 0;

  function exchange(body: string): Promise<{ response: IncomingMessage; text: string }> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        const { code } = error as NodeJS.ErrnoException;
        reject(error instanceof TransportError ? error : new TransportError(code ?? error.message));
      };
      const options = { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } };
      const sent = (tls ? httpsRequest : httpRequest)(target, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          clearTimeout(timer);
          resolve({ response, text: Buffer.concat(chunks).toString() });
        });
      });
      const timer = setTimeout(
        () => sent.destroy(new TransportError(`no answer within ${timeoutMs} milliseconds`)),
        timeoutMs,
      );
      sent.on('error', (error) => {
        clearTimeout(timer);
        fail(error);
      });
      sent.end(body);
    });
  }

  return async (requests) => {
    const first = lastId + 1;
    lastId += requests.length;
    const calls = requests.map(({ method, params }, at) => ({ jsonrpc: '2.0', id: first + at, method, params }));
    const { response, text } = await exchange(JSON.stringify(calls.length === 1 ? calls[0] : calls));
    const status = response.statusCode ?? 0;
    if (status === 429 || status >= 500) {
      throw new TransportError(`HTTP status ${status}`, parseRetryAfter(response.headers['retry-after'], Date.now()));
    }
    let replies: Reply | Reply[];
    try {
      replies = JSON.parse(text) as Reply | Reply[];
    } catch {
      throw new TransportError(`HTTP status ${status}, no JSON`);
    }
    if (!Array.isArray(replies) && replies.error && calls.length > 1) {
      throw new TransportError(replies.error.message ?? 'the batch was refused');
    }
    return readReplies(calls.length, (at) => first + at, [replies].flat());
  };
}

/** The outcome of each call from a batch's replies, which come in any order and may be repeated or missing. */
export function readReplies(calls: number, idOf: (at: number) => number, replies: readonly Reply[]): RpcOutcome[] {
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  return Array.from({ length: calls }, (_, at) => readReply(byId.get(idOf(at))));
}

function readReply(reply: Reply | undefined): RpcOutcome {
  if (reply?.error) {
    const { message = 'an error without a message', code = 0, data } = reply.error;
    return { ok: false, error: new RpcError(message, code, data) };
  }
  if (reply && 'result' in reply) return { ok: true, result: reply.result };
  return { ok: false, error: new RpcError('the answer is missing', -32603) };
}
