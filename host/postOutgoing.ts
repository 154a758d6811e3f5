import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostErrors } from './errors.ts';
import { isPrivateAddress } from './isPrivateAddress.ts';

export interface GetOutgoingParameters {
  /** `http:` or `https:`, given by a user. */
  url: string;
  headers?: Record<string, string>;
  /** For the whole exchange. */
  timeoutMs: number;
  /** Whether this platform may call private addresses, such as a service in its own network. */
  allowPrivate: boolean;
  /** More of the answer's body than this is an error. */
  maxAnswerBytes?: number;
  signal?: AbortSignal;
}

export interface PostOutgoingParameters extends GetOutgoingParameters {
  body: string | Uint8Array;
}

/** What the other side answered; redirects are not followed. */
export interface PostOutgoingReturnType {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** Refuses a URL that is none of ours to call. @throws HOST_URL_INVALID, HOST_ADDRESS_PRIVATE */
export function checkOutgoingUrl(text: string, allowPrivate: boolean): URL {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw hostErrors.urlInvalid({ problem: 'is not http or https' });
  if (url.username || url.password) throw hostErrors.urlInvalid({ problem: 'carries a user name or password' });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw hostErrors.addressPrivate({ host });
  return url;
}

/** Resolves a name once and connects to what was checked, so that a name cannot change between check and use. */
const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[];
    if (error) return callback(error, '');
    if (addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(hostErrors.addressPrivate({ host }), '');
    const [first] = addresses;
    if (options.all) return callback(null, addresses);
    return callback(null, first?.address ?? '', first?.family);
  });
};

/** Connections are kept for the next call; checked ones apart, so that none that was not checked is used instead. */
const keepAlive = { keepAlive: true, maxSockets: 8, maxFreeSockets: 4 };
const agents = {
  checked: { 'http:': new HttpAgent(keepAlive), 'https:': new HttpsAgent(keepAlive) },
  any: { 'http:': new HttpAgent(keepAlive), 'https:': new HttpsAgent(keepAlive) },
};

async function readBody(answer: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw hostErrors.outgoingFailed({ problem: `it answered more than ${most} bytes` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Posts to a URL that a user gave: never to a private address unless allowed, whatever its name resolves to, and without
 * following redirects. Every status is an answer. The URL is in no error, for it may carry a secret.
 * @throws HOST_URL_INVALID, HOST_ADDRESS_PRIVATE; HOST_OUTGOING_FAILED (retryable)
 */
export async function postOutgoing(parameters: PostOutgoingParameters): Promise<PostOutgoingReturnType> {
  return sendOutgoing('POST', parameters, Buffer.from(parameters.body));
}

/** Reads a URL that a user gave, under the rules of `postOutgoing`. @throws what `postOutgoing` throws */
export async function getOutgoing(parameters: GetOutgoingParameters): Promise<PostOutgoingReturnType> {
  return sendOutgoing('GET', parameters, null);
}

async function sendOutgoing(
  method: 'GET' | 'POST',
  parameters: GetOutgoingParameters,
  bytes: Buffer | null,
): Promise<PostOutgoingReturnType> {
  const { headers = {}, timeoutMs, allowPrivate, maxAnswerBytes = 64 * 1024 } = parameters;
  const url = checkOutgoingUrl(parameters.url, allowPrivate);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = parameters.signal ? AbortSignal.any([parameters.signal, timeout]) : timeout;
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, {
        method,
        headers: bytes ? { ...headers, 'content-length': String(bytes.length) } : headers,
        signal,
        agent: agents[allowPrivate ? 'any' : 'checked'][url.protocol as 'http:' | 'https:'],
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      });
      request.once('response', resolve).once('error', reject);
      request.end(bytes ?? undefined);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await readBody(answer, maxAnswerBytes) };
  } catch (error) {
    if (parameters.signal?.aborted) throw parameters.signal.reason;
    if (error instanceof Error && error.name === 'XiangyuError') throw error;
    const problem = timeout.aborted
      ? `it did not answer within ${timeoutMs} ms`
      : String((error as NodeJS.ErrnoException).code ?? 'the connection broke');
    throw hostErrors.outgoingFailed({ problem });
  }
}
