import type { Context } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import { type AccountAnswer, handleAccountRequest } from './accounts/handleAccountRequest.ts';
import { openPeople, type People } from './accounts/openPeople.ts';
import { type CompleteSetupParameters, completeSetup, createSetupToken, isSetupNeeded } from './accounts/setup.ts';
import { type VerifyPasswordParameters, verifyPassword } from './accounts/verifyPassword.ts';
import { type Acts, openActs } from './acts/openActs.ts';
import type { AllianceState } from './allianceState.ts';
import { type AuthenticateParameters, type Authentication, authenticate } from './authenticate.ts';
import { checkOrigin } from './checkOrigin.ts';
import { type Credentials, openCredentials } from './credentials/openCredentials.ts';
import { readRegistry } from './credentials/verify/judge.ts';
import { type Dids, openDids } from './dids/openDids.ts';
import { type Founding, openFounding } from './founding/openFounding.ts';
import { type ApiKey, type CreateKeyParameters, createKey, findKeys, readKey, revokeKey } from './keys.ts';
import { type Mail, openMail } from './mail/openMail.ts';
import type { SmtpOptions } from './mail/openTransport.ts';
import {
  type CreateMemberParameters,
  createMember,
  findMembers,
  isUnattended,
  type Member,
  readMembers,
} from './members.ts';
import { type Nodes, type OpenNodesParameters, openNodes } from './nodes/openNodes.ts';
import type { Page, PageParameters } from './page.ts';
import type { Principal } from './principal.ts';
import { type PersonAddress, readAddresses } from './readAddresses.ts';
import { openRights, type Rights } from './rights/openRights.ts';
import { openSeal } from './seal.ts';
import { openVotes, type Votes } from './votes/openVotes.ts';

export interface OpenAllianceParameters {
  /** Its database must have the migrations of this room and of the ledger. */
  store: Store;
  ledger: Ledger;
  context: Context;
  /** At least 32 bytes in hexadecimal, from a file of mode 0600; signs the session cookies. */
  secret: string;
  /** Where browsers reach the platform. */
  baseUrl: string;
  /** Further origins whose pages may use a visitor's session. */
  trustedOrigins?: readonly string[];
  /** How mail leaves the platform; without it none does. */
  smtp?: SmtpOptions | null;
  /** Whether members may name private addresses, such as of their identity provider. */
  allowPrivateUrls?: boolean;
  /** The chain and, where it is our own, the node that others join. */
  network?: Pick<OpenNodesParameters, 'evmChainId' | 'coreUrl' | 'ownNode'>;
}

/** Members, accounts, sessions and API keys of the platform, and who may do what. */
export interface Alliance {
  readonly rights: Rights;
  readonly acts: Acts;
  readonly mail: Mail;
  readonly people: People;
  readonly nodes: Nodes;
  readonly founding: Founding;
  readonly votes: Votes;
  readonly dids: Dids;
  readonly credentials: Credentials;
  /** Works in the background until the signal aborts; any number of processes may run it, one leads each role. */
  run(signal: AbortSignal): Promise<void>;
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
  /** See `readAddresses`. */
  readAddresses(people: readonly string[]): Promise<PersonAddress[]>;
  createKey(parameters: CreateKeyParameters): Promise<ApiKey & { key: string }>;
  findKeys(parameters: PageParameters & { member: string }): Promise<Page<ApiKey>>;
  readKey(id: string): Promise<ApiKey | null>;
  revokeKey(parameters: { id: string; by?: Principal }): Promise<void>;
  /** Whether the chain says that the alliance is founded: from then on it decides who is a member. */
  isFounded(): Promise<boolean>;
  /** See `isUnattended`. */
  isUnattended(slug: string): Promise<boolean>;
}

/** Opens the room. It keeps no connection of its own: closing the store is enough. */
export function openAlliance({
  store,
  ledger,
  context,
  secret,
  baseUrl,
  trustedOrigins = [],
  smtp = null,
  allowPrivateUrls = false,
  network = { evmChainId: 0, ownNode: null },
}: OpenAllianceParameters): Alliance {
  const logger = context.logger.child({ room: 'alliance' });
  const origins = [new URL(baseUrl).origin, ...trustedOrigins];
  const state: AllianceState = { founded: false };
  const rights = openRights({ isFounded: () => state.founded });
  const acts = openActs({ store, ledger });
  const mail = openMail({ store, logger, seal: openSeal(secret, 'mail'), smtp });
  const { evmChainId } = network;
  const people = openPeople({
    store,
    acts,
    rights,
    mail,
    logger,
    secret,
    baseUrl,
    origins,
    evmChainId,
    allowPrivateUrls,
  });
  const { accounts } = people;
  const founding = openFounding({ store, ledger, acts, logger });
  const votesContext = {
    store,
    ledger,
    logger,
    readContracts: founding.readContracts,
    readCharter: async () => JSON.parse(await founding.readCharter()),
  };
  const votes = openVotes(votesContext);
  const nodes = openNodes({ store, ledger, context, rights, acts, baseUrl, votes: votesContext, ...network });
  const dids = openDids({ store, ledger, baseUrl, allowPrivate: allowPrivateUrls });
  const credentials = openCredentials({ store, ledger, dids, baseUrl, allowPrivate: allowPrivateUrls, logger });
  // Each part that works in the background adds its own role here.
  const roles: ((signal: AbortSignal) => Promise<void>)[] = [
    nodes.run,
    founding.run,
    mail.run,
    people.run,
    credentials.run,
    votes.run,
  ];
  return {
    rights,
    acts,
    mail,
    people,
    nodes,
    founding,
    votes,
    dids,
    credentials,
    run: async (signal) => void (await Promise.all(roles.map((role) => role(signal)))),
    authenticate: (parameters) => authenticate(store, accounts, state, parameters),
    checkOrigin: ({ method, headers }) => checkOrigin({ method, headers, trustedOrigins: origins }),
    handleAccountRequest: (request) => handleAccountRequest(store, accounts, request),
    verifyPassword: (parameters) => verifyPassword(store, accounts, parameters),
    isSetupNeeded: () => isSetupNeeded(store.sql),
    createSetupToken: () => createSetupToken(store),
    completeSetup: (parameters) => completeSetup({ store, accounts, acts }, parameters),
    createMember: (parameters) => createMember({ store, acts }, parameters),
    findMembers: (page) => findMembers(store, page),
    readMembers: (slugs) => readMembers(store, slugs),
    readAddresses: (people) => readAddresses(store, people),
    createKey: (parameters) => createKey({ store, acts }, parameters),
    findKeys: (parameters) => findKeys(store, parameters),
    readKey: (id) => readKey(store, id),
    revokeKey: (parameters) => revokeKey({ store, acts }, parameters),
    isFounded: async () => (await readRegistry(store.sql)) !== null,
    isUnattended: (slug) => isUnattended(store, slug),
  };
}
