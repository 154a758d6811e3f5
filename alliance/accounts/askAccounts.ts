import type { FastifyRequest } from 'fastify';
import { type AccountAnswer, handleAccountRequest } from './handleAccountRequest.ts';
import type { PeopleParts } from './parts.ts';

/** What an operation needs to know of a request. */
export interface Caller {
  /** Whose session it is, which page sent it, with which browser. */
  headers: Headers;
  /** Network address. */
  address: string;
}

const passedHeaders = [
  'cookie',
  'origin',
  'host',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
] as const;

/** The caller of an HTTP request. */
export function callerOf({ headers: given, ip }: FastifyRequest): Caller {
  const headers = new Headers();
  for (const name of passedHeaders) {
    const value = given[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return { headers, address: ip };
}

export interface AskAccountsParameters {
  /** Below `/api/auth`. */
  path: string;
  query?: Record<string, string>;
  /** Makes it a POST. */
  body?: unknown;
}

/** Asks the account library on behalf of a caller. Throws what `handleAccountRequest` throws. */
export function askAccounts(
  { store, accounts, baseUrl }: PeopleParts,
  caller: Caller,
  { path, query = {}, body }: AskAccountsParameters,
): Promise<AccountAnswer> {
  const url = new URL(`/api/auth${path}`, baseUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = new Headers(caller.headers);
  if (body === undefined) return handleAccountRequest(store, accounts, new Request(url, { headers }));
  headers.set('content-type', 'application/json');
  const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return handleAccountRequest(store, accounts, request);
}

/** Puts the cookies that an answer sets into a request's headers, as the browser would with its next request. */
export function withCookies(headers: Headers, setCookies: readonly string[]): Headers {
  const jar = new Map<string, string>();
  const pairs = [
    ...(headers.get('cookie') ?? '').split(/; */),
    ...setCookies.map((line) => line.split(';', 1)[0] ?? ''),
  ];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
  const next = new Headers(headers);
  next.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
  return next;
}
