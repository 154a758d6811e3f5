import { createHash } from 'node:crypto';
import type { Ledger } from '../../ledger/index.ts';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { type DidDocument, type DidKey, makeDidDocument } from './didDocument.ts';
import { readKeys, readServices } from './readDids.ts';

/** SHA-256 of a document's RFC 8785 form, in hexadecimal. */
export function digestJson(value: object): string {
  return createHash('sha256')
    .update(canonicalizeJson(value as JsonValue))
    .digest('hex');
}

/** Times in proofs are whole seconds, so that the times of keys are too. */
export function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1_000) * 1_000);
}

/** Makes a key and the time from which it signs. */
export async function addDidKey(ledger: Pick<Ledger, 'identityKeys'>, tx: Tx, did: string, now: Date): Promise<DidKey> {
  const publicKey = await ledger.identityKeys.create(tx, { tenant: did });
  const validFrom = wholeSeconds(now);
  await tx`insert into alliance.did_key (public_key, did, valid_from)
    values (${Buffer.from(publicKey)}, ${did}, ${validFrom})`;
  return { publicKey, validFrom, validTo: null, compromised: false };
}

export interface WriteVersionParameters {
  did: string;
  /** Null for the alliance, for which the platform speaks. */
  member: string | null;
  reason: string;
  now: Date;
}

/** Publishes a new version of a hosted document, with its statement in the evidence log, in the caller's SQL transaction. */
export async function writeVersion(
  ledger: Pick<Ledger, 'appendStatement'>,
  tx: Tx,
  { did, member, reason, now }: WriteVersionParameters,
): Promise<DidDocument> {
  const [keys, services] = [await readKeys(tx, did), await readServices(tx, did)];
  const document = makeDidDocument({ did, keys, services });
  const digest = digestJson(document);
  const { statementId } = await ledger.appendStatement(tx, {
    kind: 'did.update',
    subject: did,
    // Under this name the platform keeps what is its own.
    member: member ?? 'ledger',
    time: now.toISOString(),
    digest,
  });
  await tx`update alliance.did_version set valid_to = ${now} where did = ${did} and valid_to is null`;
  await tx`
    insert into alliance.did_version (did, version, document, digest, reason, statement_id, valid_from)
    select ${did}, coalesce(max(version), 0) + 1, ${JSON.stringify(document)}, ${digest}, ${reason}, ${statementId}, ${now}
    from alliance.did_version where did = ${did}`;
  return document;
}
