import type { Logger } from '../host/index.ts';
import type { Store } from '../store/index.ts';
import { type AccountAnswer, handleAccountRequest } from './accounts/handleAccountRequest.ts';
import { openAccounts } from './accounts/openAccounts.ts';
import { type CompleteSetupParameters, completeSetup, createSetupToken, isSetupNeeded } from './accounts/setup.ts';
import { type VerifyPasswordParameters, verifyPassword } from './accounts/verifyPassword.ts';
import { type AuthenticateParameters, type Authentication, authenticate } from './authenticate.ts';
import { checkOrigin } from './checkOrigin.ts';
import { type ApiKey, type CreateKeyParameters, createKey, findKeys, revokeKey } from './keys.ts';
import { type CreateMemberParameters, createMember, findMembers, type Member, readMembers } from './members.ts';
import type { Page, PageParameters } from './page.ts';

export interface OpenAllianceParameters {
  /** Its database must have the room's migrations. */
  store: Store;
  /** At least 32 bytes in hexadecimal, from a file of mode 0600; signs the session cookies. */
  secret: string;
  /** Where browsers reach the platform. */
  baseUrl: string;
  /** Further origins whose pages may use a visitor's session. */
  trustedOrigins?: readonly string[];
  logger: Logger;
}

/** Members, accounts, sessions and API keys of the platform. */
export interface Alliance {
  authenticate(parameters: AuthenticateParameters): Promise<Authentication>;
  checkOrigin(request: { method: string; headers: Headers }): void;
  handleAccountRequest(request: Request): Promise<AccountAnswer>;
  /** See `verifyPassword`. */
  verifyPassword(parameters: VerifyPasswordParameters): Promise<void>;
  isSetupNeeded(): Promise<boolean>;
  createSetupToken(): Promise<string | null>;
  completeSetup(parameters: CompleteSetupParameters): Promise<void>;
  createMember(parameters: CreateMemberParameters): Promise<Member>;
  findMembers(page: PageParameters): Promise<Page<Member>>;
  readMembers(slugs: readonly string[]): Promise<Member[]>;
  createKey(parameters: CreateKeyParameters): Promise<ApiKey & { key: string }>;
  findKeys(parameters: PageParameters & { member: string | null }): Promise<Page<ApiKey>>;
  revokeKey(parameters: { id: string; member: string | null }): Promise<void>;
}

/** Opens the room. It keeps no connection of its own: closing the store is enough. */
export function openAlliance({
  store,
  secret,
  baseUrl,
  trustedOrigins = [],
  logger,
}: OpenAllianceParameters): Alliance {
  const origins = [new URL(baseUrl).origin, ...trustedOrigins];
  const accounts = openAccounts({ store, secret, baseUrl, trustedOrigins: origins, logger });
  return {
    authenticate: (parameters) => authenticate(store, accounts, parameters),
    checkOrigin: ({ method, headers }) => checkOrigin({ method, headers, trustedOrigins: origins }),
    handleAccountRequest: (request) => handleAccountRequest(store, accounts, request),
    verifyPassword: (parameters) => verifyPassword(store, accounts, parameters),
    isSetupNeeded: () => isSetupNeeded(store.sql),
    createSetupToken: () => createSetupToken(store),
    completeSetup: (parameters) => completeSetup(store, accounts, parameters),
    createMember: (parameters) => createMember(store, parameters),
    findMembers: (page) => findMembers(store, page),
    readMembers: (slugs) => readMembers(store, slugs),
    createKey: (parameters) => createKey(store, parameters),
    findKeys: (parameters) => findKeys(store, parameters),
    revokeKey: (parameters) => revokeKey(store, parameters),
  };
}
