import type { JsonValue } from '../proof/index.ts';
import type { Tx } from '../store/index.ts';
import type { CooperationHouse } from './house.ts';

/** A file's record in the evidence log is of this kind, whoever makes it, so that everybody who has the file finds it. */
const fileRecordKind = 'evidence.record';
/** Everything else that this room states. It does not tell what it is: who applies for what is nobody's business yet. */
const entryKind = 'cooperation.entry';

/** Puts the SHA-256 of a file into the evidence log, in the caller's transaction; gives the statement's id. */
export async function stateDigest(
  { ledger }: Pick<CooperationHouse, 'ledger'>,
  tx: Tx,
  { member, digest }: { member: string; digest: string },
): Promise<string> {
  // The URI of the bytes that have this digest, RFC 6920 section 3.
  const subject = `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`;
  const time = new Date().toISOString();
  return (await ledger.appendStatement(tx, { kind: fileRecordKind, subject, member, time, digest })).statementId;
}

/** Puts the salted digest of an entry into the evidence log; the entry itself stays private. Gives the statement's id. */
export async function stateEntry(
  { ledger }: Pick<CooperationHouse, 'ledger'>,
  tx: Tx,
  { member, id, entry }: { member: string; id: string; entry: JsonValue },
): Promise<string> {
  const time = new Date().toISOString();
  const statement = { kind: entryKind, subject: `urn:uuid:${id}`, member, time, payload: entry };
  return (await ledger.appendStatement(tx, statement)).statementId;
}
