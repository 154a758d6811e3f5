import type { FastifyPluginAsync } from 'fastify';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import type { Mail } from '../mail/openMail.ts';
import type { Rights } from '../rights/openRights.ts';
import { openSeal } from '../seal.ts';
import { acceptWithPasskey } from './acceptInvitation.ts';
import type { Caller } from './askAccounts.ts';
import { type Accounts, openAccounts } from './openAccounts.ts';
import type { PeopleParts } from './parts.ts';
import { readSession } from './readSession.ts';
import { runRecovery } from './recovery.ts';
import { type PeopleRoutesParameters, peopleRoutes } from './routes/peopleRoutes.ts';
import { noteSession } from './sessions.ts';
import { type SignedIn, type SignInWithPasswordParameters, signInWithPassword } from './signIn.ts';
import { readPrivateProviders } from './sso/providers.ts';
import { resolveStaff } from './sso/resolveStaff.ts';
import { runSweep } from './sweep.ts';
import { takeTurns } from './takeTurns.ts';

export interface OpenPeopleParameters {
  store: Store;
  acts: Acts;
  rights: Rights;
  mail: Mail;
  logger: Logger;
  /** At least 32 bytes in hexadecimal; signs the session cookies and seals what the database must not show. */
  secret: string;
  /** Where browsers reach the platform. */
  baseUrl: string;
  /** Origins that count as our own. */
  origins: readonly string[];
  /** Chain id of the eSpace. */
  evmChainId: number;
  /** Whether identity providers may be in the platform's own network. */
  allowPrivateUrls: boolean;
}

/** The people of all organisations: how they come in, sign in, and are administered. */
export interface People {
  /** The account library; only for the room's own use. */
  readonly accounts: Accounts;
  /** See `signInWithPassword`. */
  signIn(caller: Caller, parameters: SignInWithPasswordParameters): Promise<SignedIn>;
  /** Notes that the session of a request is in use. */
  noteUse(headers: Headers): Promise<void>;
  /** Every route of accounts, people and invitations. */
  routes(parameters: PeopleRoutesParameters): FastifyPluginAsync;
  /** Works in the background until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

/** At the same time, of the store's connections. */
const turns = 2;

/** Opens accounts and people over the room's tables. */
export function openPeople(parameters: OpenPeopleParameters): People {
  const { secret, origins, rights, ...given } = parameters;
  const { store, logger, baseUrl, allowPrivateUrls } = given;
  const seal = openSeal(secret, 'identity providers');
  const accounts = openAccounts({
    store,
    secret,
    baseUrl,
    trustedOrigins: origins,
    logger,
    hooks: {
      resolveStaff: (input) => resolveStaff(parts, input),
      acceptWithPasskey: (id, name) => acceptWithPasskey(parts, id, name),
      readPrivateProviders: () => readPrivateProviders({ store, seal, allowPrivateUrls }),
      openConfiguration: (sealed) => seal.open(Buffer.from(sealed, 'base64')),
    },
  });
  const parts: PeopleParts = { ...given, origins, accounts, seal, turns: takeTurns(turns) };
  return {
    accounts,
    signIn: (caller, credentials) => signInWithPassword(parts, caller, credentials),
    async noteUse(headers) {
      const session = await readSession(parts, headers);
      if (session) await noteSession(parts, session.id);
    },
    routes: (routes) => peopleRoutes({ ...routes, parts, rights }),
    async run(signal) {
      if (!parts.mail.isOn) logger.info({}, 'no mail server is set: links of invitations are handed over by hand');
      await Promise.all([runRecovery(parts, signal), runSweep({ store, logger }, signal)]);
    },
  };
}
