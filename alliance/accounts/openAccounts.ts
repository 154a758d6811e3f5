import { betterAuth } from 'better-auth';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { isOwnOrigin } from '../checkOrigin.ts';

export interface OpenAccountsParameters {
  store: Store;
  /** At least 32 bytes in hexadecimal; signs the session cookies. */
  secret: string;
  /** Where browsers reach the platform; `https:` makes the cookies secure. */
  baseUrl: string;
  trustedOrigins: readonly string[];
  logger: Logger;
}

/** Shortest and longest password in characters. */
export const passwordLimits = { least: 10, most: 128 } as const;

/** Options of the account library: e-mail and password only, no sign-up by strangers, nothing sent to anyone. */
export function accountOptions({ store, secret, baseUrl, trustedOrigins, logger }: OpenAccountsParameters) {
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
    trustedOrigins: (request?: Request) => {
      const origin = request?.headers.get('origin');
      return origin && isOwnOrigin(origin, request?.headers ?? new Headers(), trustedOrigins)
        ? [...trustedOrigins, origin]
        : [...trustedOrigins];
    },
    advanced: {
      cookiePrefix: 'xiangyu',
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    // The HTTP surface limits rates for all routes alike.
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
