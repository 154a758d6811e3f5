import type { Ledger } from '../../ledger/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import type { DidDocument } from './didDocument.ts';
import { didErrors } from './errors.ts';
import { type DidRow, readCurrentDid, readDid } from './readDids.ts';
import { addDidKey, wholeSeconds, writeVersion } from './writeVersion.ts';

/** What changes a DID needs. */
export interface DidContext {
  store: Store;
  ledger: Pick<Ledger, 'identityKeys' | 'appendStatement'>;
}

/** One change of one member's DID at a time, so that versions and keys follow each other. */
export const lockDid = (tx: Tx, member: string | null) =>
  tx`select pg_advisory_xact_lock(hashtextextended(${`alliance.did:${member ?? ''}`}, 0))`;

/**
 * The DID that a member uses, making a hosted one when it has none: with a key, the first version of its document, and the
 * statement of that. @throws ALLIANCE_MEMBER_UNKNOWN
 */
export async function ensureDid({ store, ledger }: DidContext, member: string | null, hosted: string): Promise<DidRow> {
  const known = await readCurrentDid(store.sql, member);
  if (known && (known.kind === 'own' || known.did === hosted)) return known;
  return store.transaction(async (tx) => {
    await lockDid(tx, member);
    const there = await readCurrentDid(tx, member);
    if (there && (there.kind === 'own' || there.did === hosted)) return there;
    if (member !== null) {
      const [row] = await tx`select slug from alliance.member where slug = ${member}`;
      if (!row) throw allianceErrors.memberUnknown({ slug: member });
    }
    const now = new Date();
    // The platform's public address changed: the DID follows it, the old one stays with its history.
    await makeCurrent(tx, member, { did: hosted, kind: 'hosted' });
    const [present] = await tx`select from alliance.did_key where did = ${hosted} and valid_to is null`;
    if (!present) {
      await addDidKey(ledger, tx, hosted, now);
      await writeVersion(ledger, tx, { did: hosted, member, reason: 'created', now });
    }
    return (await readCurrentDid(tx, member)) as DidRow;
  });
}

async function makeCurrent(tx: Tx, member: string | null, { did, kind }: Pick<DidRow, 'did' | 'kind'>): Promise<void> {
  await tx`update alliance.did set current = false where coalesce(member, '') = ${member ?? ''} and current`;
  await tx`insert into alliance.did (did, member, kind) values (${did}, ${member}, ${kind})
    on conflict (did) do update set current = true`;
}

export interface RotateDidParameters {
  member: string | null;
  /** Why, for the history. */
  reason: string;
  /** True when others may know the key: then nothing that it signed counts any more. */
  compromised: boolean;
  /** What else belongs to the change, in the same SQL transaction. */
  also?: (tx: Tx, did: string) => Promise<void>;
}

/** Gives a hosted DID a new key. @throws DID_UNKNOWN, DID_NOT_HOSTED */
export async function rotateDid({ store, ledger }: DidContext, parameters: RotateDidParameters): Promise<DidDocument> {
  const { member, reason, compromised, also } = parameters;
  return store.transaction(async (tx) => {
    await lockDid(tx, member);
    const row = await readCurrentDid(tx, member);
    if (!row) throw didErrors.unknown({ did: member ?? 'the alliance' });
    if (row.kind === 'own') throw didErrors.notHosted({ did: row.did });
    const now = new Date();
    await tx`update alliance.did_key set valid_to = ${wholeSeconds(now)}, compromised = ${compromised}
      where did = ${row.did} and valid_to is null`;
    await addDidKey(ledger, tx, row.did, now);
    const document = await writeVersion(ledger, tx, { did: row.did, member, reason, now });
    await also?.(tx, row.did);
    return document;
  });
}

export interface UseOwnDidParameters {
  member: string;
  did: string;
  /** Where its document names the platform's DID of this member: who can write that owns the domain. */
  document: DidDocument;
  hosted: string;
  also?: (tx: Tx, did: string) => Promise<void>;
}

/** Lets a member use a did:web on its own domain instead of the hosted one. @throws DID_NOT_LINKED, DID_TAKEN */
export async function useOwnDid({ store }: DidContext, parameters: UseOwnDidParameters): Promise<DidRow> {
  const { member, did, document, hosted, also } = parameters;
  if (!document.alsoKnownAs?.includes(hosted)) throw didErrors.notLinked({ did, hosted });
  return store.transaction(async (tx) => {
    await lockDid(tx, member);
    const owner = await readDid(tx, did);
    if (owner && owner.member !== member) throw didErrors.taken({ did });
    await makeCurrent(tx, member, { did, kind: 'own' });
    await also?.(tx, did);
    return (await readCurrentDid(tx, member)) as DidRow;
  });
}
