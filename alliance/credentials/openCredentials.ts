import type { Store, Tx } from '../../store/index.ts';
import type { Page, PageParameters } from '../page.ts';
import type { CredentialsContext } from './credentialsContext.ts';
import { credentialErrors } from './errors.ts';
import { runFollowing } from './followStandings.ts';
import { accredit } from './issue/accredit.ts';
import { accreditProvisionally } from './issue/accreditProvisionally.ts';
import { enrolProvisionally } from './issue/enrolProvisionally.ts';
import { type IssueAsMemberParameters, issueAsMember } from './issue/issueAsMember.ts';
import { type CredentialRow, findIssued, type IssuedCredential, readIssued } from './issue/issuedCredentials.ts';
import { readMembership } from './issue/readMembership.ts';
import { type ChangeStatusParameters, changeStatus } from './status/changeStatus.ts';
import { publishAll } from './status/publishList.ts';
import { type CredentialType, defineType, listTypes, readType } from './types/types.ts';
import { type Challenge, createChallenge, useChallenge } from './verify/challenges.ts';
import { judge } from './verify/judge.ts';
import { readSchema, readStatusList } from './verify/readRemote.ts';
import type { VerifyContext } from './verify/verifyCredential.ts';
import { type Expected, type Report, verify } from './verify/verifyPresentation.ts';
import {
  findHeld,
  type HeldCredential,
  type HeldRow,
  holdCredential,
  readHeld,
  removeHeld,
} from './wallet/heldCredentials.ts';
import { type Presentation, present, signerOf } from './wallet/present.ts';

type Also = (tx: Tx, id: string) => Promise<unknown>;

/** A status list as it is published. */
export interface PublishedList {
  json: string;
  jwt: string;
  version: number;
  publishedAt: Date;
}

/** Credentials: issued, held, presented, verified, suspended and revoked. Who may do it is for the routes to ask. */
export interface Credentials {
  issue(parameters: IssueAsMemberParameters): Promise<{ issued: IssuedCredential; credential: string }>;
  accredit(proposal: string, also: Also): Promise<IssuedCredential>;
  /** See `accreditProvisionally`. */
  accreditProvisionally(parameters: { member: string; types: string[]; validUntil: Date }): Promise<void>;
  /** See `enrolProvisionally`. */
  enrolProvisionally(slug: string): Promise<void>;
  /** See `readMembership`. */
  readMembership(slug: string): Promise<string | null>;
  findIssued(parameters: PageParameters & { member: string }): Promise<Page<IssuedCredential>>;
  readIssued(id: string): Promise<CredentialRow | null>;
  changeStatus(parameters: ChangeStatusParameters): Promise<IssuedCredential>;
  /** Signs all status lists of an issuer anew, in the caller's SQL transaction. */
  publishAll(tx: Tx, issuer: string): Promise<void>;
  readStatusList(id: string): Promise<PublishedList>;
  listTypes(): Promise<CredentialType[]>;
  readType(name: string): Promise<CredentialType | null>;
  defineType(type: CredentialType & { member: string }, also: Also): Promise<CredentialType>;
  findHeld(parameters: PageParameters & { member: string }): Promise<Page<HeldCredential>>;
  readHeld(member: string, ids: readonly string[]): Promise<HeldRow[]>;
  hold(parameters: { member: string; credential: string }, also: Also): Promise<{ id: string }>;
  removeHeld(parameters: { member: string; id: string }, also: (tx: Tx) => Promise<unknown>): Promise<void>;
  present(parameters: {
    member: string;
    ids: readonly string[];
    challenge: string;
    domain: string;
    disclose?: readonly string[] | undefined;
  }): Promise<Presentation>;
  createChallenge(domain: string): Promise<Challenge>;
  verify(input: unknown, expected?: Expected): Promise<Report>;
  run(signal: AbortSignal): Promise<void>;
}

async function readList({ sql }: Store, id: string): Promise<PublishedList> {
  const [row] = /^[0-9a-f-]{36}$/.test(id)
    ? await sql<{ json: string; jwt: string; version: number; published_at: Date }[]>`
        select json, jwt, version, published_at from alliance.status_list where id = ${id}`
    : [];
  if (!row) throw credentialErrors.statusUnknown({ id });
  return { json: row.json, jwt: row.jwt, version: row.version, publishedAt: row.published_at };
}

/** Opens the credentials. */
export function openCredentials(context: CredentialsContext): Credentials {
  const { store, dids } = context;
  const verifier = (): VerifyContext => ({
    now: new Date(),
    resolve: dids.resolve,
    readStatusList: (url) => readStatusList(context, url),
    readSchema: (id) => readSchema(context, id),
    judge: (parsed) => judge(context, parsed),
  });
  return {
    issue: (parameters) => issueAsMember(context, parameters),
    accredit: (proposal, also) => accredit(context, proposal, also),
    accreditProvisionally: (parameters) => accreditProvisionally(context, parameters),
    enrolProvisionally: (slug) => enrolProvisionally(context, slug),
    readMembership: (slug) => readMembership(store.sql, slug),
    findIssued: (parameters) => findIssued(store.sql, parameters),
    readIssued: (id) => readIssued(store.sql, id),
    changeStatus: (parameters) => changeStatus(context, parameters),
    publishAll: (tx, issuer) => publishAll(context, tx, issuer),
    readStatusList: (id) => readList(store, id),
    listTypes: () => listTypes(store.sql),
    readType: (name) => readType(store.sql, name),
    defineType: (type, also) =>
      store.transaction(async (tx) => {
        const defined = await defineType(tx, type);
        await also(tx, type.name);
        return defined;
      }),
    findHeld: (parameters) => findHeld(store.sql, parameters),
    readHeld: (member, ids) => readHeld(store.sql, member, ids),
    async hold({ member, credential }, also) {
      const { did } = await dids.ensure(member);
      const report = await verify(credential, verifier());
      return holdCredential(store, { member, did, credential: credential.trim(), report }, also);
    },
    removeHeld: (parameters, also) => removeHeld(store, parameters, also),
    async present({ member, ids, challenge, domain, disclose }) {
      const held = await readHeld(store.sql, member, ids);
      const { did } = await dids.ensure(member);
      const credentials = held.map(({ credential }) => credential);
      return present({ credentials, challenge, domain, disclose, openSigner: signerOf(context, did) });
    },
    createChallenge: (domain) => createChallenge(store, domain),
    verify: async (input, expected = {}) => verify(input, verifier(), await useChallenge(store, expected)),
    run: (signal) => runFollowing(context, signal),
  };
}
