import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { SessionKind } from './sessionKind.ts';

export interface OpenSessionBody extends SessionKind {
  userId: string;
  /** False: the cookie lasts until the browser is closed. */
  remember: boolean;
}

/**
 * A plugin of the account library with one endpoint that has no path and so cannot be reached over HTTP: opens a session,
 * always with a new id, for somebody whom the platform itself has identified.
 */
export const sessionOpener = {
  id: 'open-session' as const,
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
      const { userId, remember, method, secondFactor } = ctx.body as unknown as OpenSessionBody;
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(userId);
      if (!user) throw ctx.error('NOT_FOUND');
      const session = await internalAdapter.createSession(userId, !remember, { method, secondFactor }, true);
      await setSessionCookie(ctx, { session, user }, !remember);
      return { id: session.id };
    }),
  },
};
