import { createHash } from 'node:crypto';
import { canonicalizeJson, digestLink, exchangeTypes } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { JsonObject } from '../house.ts';
import type { RecordSigner } from './auditEntry.ts';
import { auditErrors } from './errors.ts';
import type { Notary } from './notary.ts';

/** What chaining needs. */
export interface ChainRecordsParameters {
  store: Store;
  signer: RecordSigner;
  notary: Pick<Notary, 'append'>;
  /** Most records of one transaction. */
  mostRecords?: number;
}

interface WaitingRow {
  id: string;
  content: string;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Gives the records that wait their places in their participants' chains, signs them and hands them to the notary, up to
 * `mostRecords` of each participant in one transaction. Gives how many there were. Only this takes the lock on a chain's end,
 * so that the transactions that write records never wait for each other.
 */
export async function chainRecords(parameters: ChainRecordsParameters): Promise<number> {
  const { store } = parameters;
  const waiting = await store.sql<{ participant: string }[]>`
    SELECT DISTINCT participant FROM exchange.records WHERE sequence IS NULL`;
  let chained = 0;
  for (const { participant } of waiting) {
    chained += await store.transaction((tx) => chainParticipant(tx, participant, parameters));
  }
  return chained;
}

async function chainParticipant(
  tx: Tx,
  participant: string,
  { signer, notary, mostRecords = 500 }: ChainRecordsParameters,
): Promise<number> {
  await tx`INSERT INTO exchange.record_heads (participant) VALUES (${participant}) ON CONFLICT DO NOTHING`;
  const [head] = await tx<{ sequence: string; digest: string | null }[]>`
    SELECT sequence, digest FROM exchange.record_heads WHERE participant = ${participant} FOR UPDATE`;
  const rows = await tx<WaitingRow[]>`
    SELECT id, content FROM exchange.records WHERE sequence IS NULL AND participant = ${participant}
    ORDER BY place LIMIT ${mostRecords}`;
  if (!head || rows.length === 0) return 0;
  const { did } = await signer.ensure(participant);
  let sequence = Number(head.sequence);
  let previous = head.digest;
  const records = rows.map(({ id, content }) => {
    sequence += 1;
    const made = JSON.parse(content) as JsonObject;
    const text = canonicalizeJson({ ...made, sequence, previous, signer: did });
    previous = digestLink({ participant, sequence, previous, content: sha256(content), signer: did });
    // Its members in the canonical order, as the signed bytes have to be.
    return { id, sequence, digest: previous, text, time: String(made.time), record: JSON.parse(text) as JsonObject };
  });
  const signed = await Promise.all(
    records.map(async (record) => {
      const jws = await signer.sign(participant, exchangeTypes.record, record.record);
      const [head = '', payload = ''] = jws.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
      // The keys may have been changed in between: it is tried again with the new one.
      const isBySigner = JSON.parse(head).kid?.startsWith(`${did}#`) === true;
      if (payload !== record.text || !isBySigner) throw auditErrors.signedOtherwise({ id: record.id });
      return { id: record.id, sequence: record.sequence, digest: record.digest, jws };
    }),
  );
  await tx`
    UPDATE exchange.records AS records
    SET sequence = given.sequence, digest = given.digest, jws = given.jws, content = NULL
    FROM jsonb_to_recordset(${JSON.stringify(signed)}::text::jsonb)
      AS given (id uuid, sequence bigint, digest text, jws text)
    WHERE records.id = given.id`;
  await tx`
    UPDATE exchange.record_heads SET sequence = ${sequence}, digest = ${previous} WHERE participant = ${participant}`;
  await notary.append(
    tx,
    records.map(({ id, time, digest }) => ({ id, member: participant, time, digest })),
  );
  return records.length;
}
