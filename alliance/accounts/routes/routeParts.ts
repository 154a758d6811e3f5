import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Type } from 'typebox';
import type { Principal } from '../../principal.ts';
import { rightsErrors } from '../../rights/errors.ts';
import type { Rights } from '../../rights/openRights.ts';
import { callerOf, withCookies } from '../askAccounts.ts';
import type { PeopleParts } from '../parts.ts';
import { secondFactorDue } from '../schemas.ts';
import type { SignedIn } from '../signIn.ts';

export interface PeopleRoutesParameters {
  /** How the HTTP surface tells who is signed in. */
  session: {
    /** JSON Schema of the answer. */
    properties: Record<string, TSchema>;
    /** Who makes a request with these headers. */
    describe(headers: Headers): Promise<Record<string, unknown>>;
  };
  /** Most attempts of a network address a minute to sign in, by any way. */
  signInsPerMinute: number;
}

/** What the routes of this folder share. */
export interface RouteParts extends PeopleRoutesParameters {
  parts: PeopleParts;
  rights: Rights;
}

/** Whoever makes a request that only people may make. Throws RIGHTS_SIGN_IN_NEEDED. */
export function personOf({ principal }: FastifyRequest): Principal {
  if (principal?.kind !== 'person') throw rightsErrors.signInNeeded();
  return principal;
}

/** The organisation of whoever makes a request, be it a person or an API key. Throws RIGHTS_SIGN_IN_NEEDED. */
export function memberOf({ principal }: FastifyRequest): string {
  if (!principal) throw rightsErrors.signInNeeded();
  return principal.member;
}

/** The answer of every way to sign in, as JSON Schema. */
export function signedInSchema({ session }: RouteParts) {
  return Type.Unsafe<Record<string, unknown>>(
    Type.Object({ ...session.properties, secondFactorNeeded: secondFactorDue }),
  );
}

/** Answers a sign-in: sets its cookies and tells who it is. */
export async function answerSignIn(
  { session }: RouteParts,
  { request, reply, signedIn }: { request: FastifyRequest; reply: FastifyReply; signedIn: SignedIn },
): Promise<Record<string, unknown>> {
  const { setCookies, secondFactorNeeded } = signedIn;
  setPrivate(reply, setCookies);
  const headers = withCookies(callerOf(request).headers, setCookies);
  return { ...(await session.describe(headers)), secondFactorNeeded };
}

/** Sets cookies on an answer that nobody but the browser may keep. */
export function setPrivate(reply: FastifyReply, setCookies: readonly string[] = []): void {
  if (setCookies.length > 0) reply.header('set-cookie', [...setCookies]);
  reply.header('cache-control', 'no-store');
}
