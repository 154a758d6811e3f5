import type { Tx } from '../../../store/index.ts';
import { type DidSigner, openSigner } from '../../dids/openSigner.ts';
import { digestJson } from '../../dids/writeVersion.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { signDataIntegrity } from '../formats/dataIntegrity.ts';
import { signCredentialJwt } from '../formats/jose.ts';
import { type Credential, toStamp } from '../model.ts';
import { packStatusList } from './bits.ts';

/** What a status list is about. */
export type StatusPurpose = 'revocation' | 'suspension';

export const statusPurposes: readonly StatusPurpose[] = ['revocation', 'suspension'];

interface PublishListParameters {
  list: { id: string; pair: string; purpose: StatusPurpose; url: string };
  signer: DidSigner;
  /** Slug of the issuer; null for the alliance. */
  member: string | null;
  now: Date;
}

/** Verifiers may use a list this long before they ask again, in milliseconds. */
export const listAgeMs = 60_000;

/** Signs a list anew, in both ways, with its statement in the evidence log, in the caller's SQL transaction. */
async function publishList(
  { ledger }: Pick<CredentialsContext, 'ledger'>,
  tx: Tx,
  { list, signer, member, now }: PublishListParameters,
): Promise<void> {
  const { id, pair, purpose, url } = list;
  const rows = await tx<{ place: number }[]>`
    select place from alliance.credential
    where pair = ${pair} and ${purpose === 'revocation' ? tx`revoked_at` : tx`suspended_at`} is not null`;
  const bare = (await packStatusList(
    url,
    purpose,
    rows.map(({ place }) => place),
  )) as Credential;
  bare.credentialSubject.ttl = listAgeMs;
  const credential = { ...bare, issuer: signer.did, validFrom: toStamp(now) };
  const document = await signDataIntegrity(credential, signer, now);
  const jwt = await signCredentialJwt(credential, signer, now);
  const digest = digestJson(document);
  const { statementId } = await ledger.appendStatement(tx, {
    kind: 'credential.status',
    subject: url,
    member: member ?? 'ledger',
    time: now.toISOString(),
    digest,
  });
  const [row] = await tx<{ version: number }[]>`
    insert into alliance.status_list (id, pair, purpose, url, version, json, jwt, published_at)
    values (${id}, ${pair}, ${purpose}, ${url}, 1, ${JSON.stringify(document)}, ${jwt}, ${now})
    on conflict (id) do update set version = status_list.version + 1, json = excluded.json, jwt = excluded.jwt,
      published_at = excluded.published_at
    returning version`;
  await tx`insert into alliance.status_version (list, version, digest, statement_id, published_at)
    values (${id}, ${row?.version ?? 1}, ${digest}, ${statementId}, ${now})`;
}

/** Publishes the lists of a pair anew; those that are given, or both. */
export async function publishPair(
  { ledger }: Pick<CredentialsContext, 'ledger'>,
  tx: Tx,
  pair: { id: string; issuer: string },
  purposes: readonly StatusPurpose[] = statusPurposes,
): Promise<void> {
  // One change of a pair at a time, so that no list is published over a newer one.
  const lists = await tx<PublishListParameters['list'][]>`
    select id, pair, purpose, url from alliance.status_list where pair = ${pair.id} order by purpose for update`;
  const [owner] = await tx<{ member: string | null }[]>`select member from alliance.did where did = ${pair.issuer}`;
  const signer = await openSigner({ sql: tx, ledger, did: pair.issuer, tx });
  const now = new Date();
  for (const list of lists.filter(({ purpose }) => purposes.includes(purpose))) {
    await publishList({ ledger }, tx, { list, signer, member: owner?.member ?? null, now });
  }
}

/** Publishes the first version of both lists of a new pair. */
export async function publishFirst(
  { ledger }: Pick<CredentialsContext, 'ledger'>,
  tx: Tx,
  {
    pair,
    lists,
    signer,
    member,
  }: { pair: string; lists: { id: string; url: string; purpose: StatusPurpose }[] } & Pick<
    PublishListParameters,
    'signer' | 'member'
  >,
): Promise<void> {
  const now = new Date();
  for (const list of lists) await publishList({ ledger }, tx, { list: { ...list, pair }, signer, member, now });
}

/** Publishes all lists of an issuer anew, such as with a new key. */
export async function publishAll(context: Pick<CredentialsContext, 'ledger'>, tx: Tx, issuer: string): Promise<void> {
  const pairs = await tx<{ id: string; issuer: string }[]>`
    select id, issuer from alliance.status_pair where issuer = ${issuer} order by id for update`;
  for (const pair of pairs) await publishPair(context, tx, pair);
}
