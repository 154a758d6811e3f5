import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostErrors } from './errors.ts';
import { isPrivateAddress } from './isPrivateAddress.ts';

export interface OpenOutgoingParameters {
  method: 'GET' | 'POST';
  /** `http:` or `https:`, given by a user. */
  url: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** For the whole exchange, the reading of the body too. */
  timeoutMs: number;
  /** Whether this platform may call private addresses, such as a service in its own network. */
  allowPrivate: boolean;
  signal?: AbortSignal;
}

/** What the other side begins to answer; redirects are not followed. */
export interface OpenOutgoingReturnType {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** To be read to its end or destroyed. */
  body: IncomingMessage;
  /** What an error of reading the body means, in words of the catalogue. */
  explain: (error: unknown) => unknown;
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
export const lookupPublic: LookupFunction = (host, options, callback) => {
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

/**
 * Begins an exchange with a URL that a user gave, under the rules of `postOutgoing`, and leaves the body of the answer to the
 * caller, however large it is.
 * @throws HOST_URL_INVALID, HOST_ADDRESS_PRIVATE; HOST_OUTGOING_FAILED (retryable)
 */
export async function openOutgoing(parameters: OpenOutgoingParameters): Promise<OpenOutgoingReturnType> {
  const { method, headers = {}, body, timeoutMs, allowPrivate } = parameters;
  const url = checkOutgoingUrl(parameters.url, allowPrivate);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = parameters.signal ? AbortSignal.any([parameters.signal, timeout]) : timeout;
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const explain = (error: unknown): unknown => {
    if (parameters.signal?.aborted) return parameters.signal.reason;
    if (error instanceof Error && error.name === 'XiangyuError') return error;
    const problem = timeout.aborted
      ? `it did not answer within ${timeoutMs} ms`
      : String((error as NodeJS.ErrnoException).code ?? 'the connection broke');
    return hostErrors.outgoingFailed({ problem });
  };
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, {
        method,
        headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
        signal,
        agent: agents[allowPrivate ? 'any' : 'checked'][url.protocol as 'http:' | 'https:'],
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      });
      request.once('response', resolve).once('error', reject);
      request.end(body);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: answer, explain };
  } catch (error) {
    throw explain(error);
  }
}
