import { isIP } from 'node:net';
import { passkey } from '@better-auth/passkey';
import { sso } from '@better-auth/sso';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { DBFieldAttribute } from 'better-auth/db';
import { twoFactor } from 'better-auth/plugins';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { isOwnOrigin } from '../checkOrigin.ts';
import type { AccountHooks } from './accountHooks.ts';
import { sessionOpener } from './openSession.ts';
import { type SessionKind, sessionKindOf } from './sessionKind.ts';

export interface OpenAccountsParameters {
  store: Store;
  /** At least 32 bytes in hexadecimal; signs the session cookies. */
  secret: string;
  /** Where browsers reach the platform; `https:` makes the cookies secure. */
  baseUrl: string;
  trustedOrigins: readonly string[];
  logger: Logger;
  hooks: AccountHooks;
}

/** Shortest and longest password in characters. */
export const passwordLimits = { least: 10, most: 128 } as const;

/** The host name that passkeys are bound to: that of the platform, or `localhost`, for an IP address cannot have any. */
export function passkeyDomainOf(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? 'localhost' : hostname;
}

/** A passkey counts as two factors, so that the device must have asked who is there (Web Authentication, 6.1: UV). */
function requireVerifiedUser(verified: boolean | undefined): void {
  if (!verified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'no PIN or fingerprint' });
}

function passkeys(baseUrl: string, hooks: AccountHooks) {
  return passkey({
    rpID: passkeyDomainOf(baseUrl),
    rpName: 'Xiangyu',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      // An invited person has no session yet: `context` is then its invitation, which the route has checked.
      requireSession: false,
      resolveUser: async ({ ctx, context }) => {
        const name = String(ctx.query?.name ?? '');
        if (!context || !name) throw new APIError('UNAUTHORIZED', { code: 'SESSION_REQUIRED' });
        return { id: `invitation ${context}`, name, displayName: name };
      },
      afterVerification: async ({ verification, user, context }) => {
        requireVerifiedUser(verification.registrationInfo?.userVerified);
        if (!context) return;
        return { userId: await hooks.acceptWithPasskey(context, user.name) };
      },
    },
    authentication: {
      afterVerification: async ({ verification }) => requireVerifiedUser(verification.authenticationInfo.userVerified),
    },
  });
}

/** Single sign-on by OpenID Connect: of the plugin's endpoints only the two of the flow exist, none of SAML. */
function singleSignOn(hooks: AccountHooks) {
  const { id, version, endpoints, schema, options } = sso({
    resolveUser: hooks.resolveStaff,
    trustEmailVerified: true,
  });
  const { ssoProvider } = schema;
  const oidcConfig: DBFieldAttribute = {
    type: 'string',
    required: false,
    transform: { output: (value) => (typeof value === 'string' ? hooks.openConfiguration(value) : null) },
  };
  return {
    id,
    version,
    endpoints: { signInSSO: endpoints.signInSSO, callbackSSO: endpoints.callbackSSO },
    schema: { ssoProvider: { ...ssoProvider, fields: { ...ssoProvider.fields, oidcConfig } } },
    options,
  } satisfies BetterAuthPlugin;
}

/** Paths whose requests go on to an identity provider. */
const ssoPath = /^\/api\/auth\/(sign-in\/sso$|sso\/callback\/)/;

/** Options of the account library: no sign-up by strangers; only what the platform's routes pass on is reachable. */
export function accountOptions(parameters: OpenAccountsParameters) {
  const { store, secret, baseUrl, trustedOrigins, logger, hooks } = parameters;
  const logged = { error: 'warn', warn: 'debug', info: 'debug', debug: 'debug' } as const;
  return {
    appName: 'Xiangyu',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: {
      // The store's handle, so that accounts share its connections and its way through a database restart.
      dialect: new PostgresJSDialect({ postgres: store.sql }),
      type: 'postgres' as const,
      schemaName: 'alliance',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLimits.least,
      maxPasswordLength: passwordLimits.most,
    },
    user: {
      additionalFields: {
        member: { type: 'string' as const, required: true, input: false },
      },
    },
    session: {
      additionalFields: {
        method: { type: 'string' as const, required: false, input: false, defaultValue: 'password' },
        secondFactor: { type: 'boolean' as const, required: false, input: false, defaultValue: false },
      },
    },
    account: {
      // Nobody acts at an identity provider later, so that its tokens are not kept.
      updateAccountOnSignIn: false,
      accountLinking: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (_session: object, context: { path?: string; context: { session?: unknown } } | null) => {
            const before = context?.context.session as { session: SessionKind } | null | undefined;
            const kind = sessionKindOf(context?.path, before?.session ?? null);
            return kind ? { data: { ...kind } } : undefined;
          },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Xiangyu', allowPasswordless: true }),
      passkeys(baseUrl, hooks),
      singleSignOn(hooks),
      sessionOpener,
    ],
    trustedOrigins: async (request?: Request) => {
      const origin = request?.headers.get('origin');
      const own = origin && isOwnOrigin(origin, request?.headers ?? new Headers(), trustedOrigins) ? [origin] : [];
      // For the library an address is either public or trusted; only these paths ask identity providers.
      const providers =
        request && ssoPath.test(new URL(request.url).pathname) ? await hooks.readPrivateProviders() : [];
      return [...trustedOrigins, ...own, ...providers];
    },
    advanced: {
      cookiePrefix: 'xiangyu',
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    // The HTTP surface limits rates for all routes alike, and `beginAttempt` the guessing of secrets.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      disableColors: true,
      // Only the library's own sentence: its arguments may hold an address or a query with its parameters.
      log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) =>
        logger[logged[level]]({ part: 'accounts' }, message.replaceAll(/\S+@\S+/g, '[address]')),
    },
  };
}

/** The account library, opened on the tables of this room. */
export type Accounts = ReturnType<typeof openAccounts>;

/** Opens the account library; it reads the database only when it is asked something. */
export function openAccounts(parameters: OpenAccountsParameters) {
  return betterAuth(accountOptions(parameters));
}
