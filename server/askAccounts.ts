import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Alliance, Principal } from '../alliance/index.ts';
import type { RateLimits } from './limitRates.ts';
import { toHeaders } from './toHeaders.ts';

export interface AccountRoutesParameters {
  alliance: Alliance;
  /** Where browsers reach the platform. */
  baseUrl: string;
  limits: RateLimits;
}

/** What the account library needs to know of a request: whose session it is and which page sent it. */
const passedHeaders = ['cookie', 'origin', 'host', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

export interface AskAccountsParameters {
  request: FastifyRequest;
  /** Below `/api/auth`. */
  path: string;
  body: unknown;
}

/** Asks the account library on behalf of a request and gives the cookies that it sets. */
export async function askAccounts(
  { alliance, baseUrl }: AccountRoutesParameters,
  { request, path, body }: AskAccountsParameters,
): Promise<string[]> {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const [name, value] of toHeaders(request)) if (passedHeaders.includes(name)) headers.set(name, value);
  const url = new URL(`/api/auth${path}`, baseUrl);
  const answer = await alliance.handleAccountRequest(
    new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  return answer.setCookies;
}

export interface SignInParameters {
  request: FastifyRequest;
  reply: FastifyReply;
  credentials: { email: string; password: string; rememberMe?: boolean | undefined };
}

/** Signs a person in: the answer sets the session cookie. */
export async function signIn(
  accounts: AccountRoutesParameters,
  { request, reply, credentials }: SignInParameters,
): Promise<Principal | null> {
  const setCookies = await askAccounts(accounts, { request, path: '/sign-in/email', body: credentials });
  const cookie = setCookies.map((line) => line.split(';', 1)[0]).join('; ');
  reply.header('set-cookie', setCookies).header('cache-control', 'no-store');
  return (await accounts.alliance.authenticate({ headers: new Headers({ cookie }) })).principal;
}
