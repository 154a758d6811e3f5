import type { Ledger } from '../../ledger/index.ts';
import { recordStatementKind } from '../../proof/index.ts';
import type { House } from '../house.ts';
import { auditErrors } from './errors.ts';

/** A record as a standalone connector hands it in. */
export interface ReceivedRecord {
  id: string;
  time: string;
  digest: string;
}

/**
 * States the records of a standalone connector in the platform's evidence log, in the name of the department that its token
 * proved. A record that is known with the same digest is passed over; nothing of a batch is kept when one is known with another.
 * @throws AUDIT_RECORD_TAKEN
 */
export async function receiveRecords(
  { store, now }: Pick<House, 'store' | 'now'>,
  ledger: Pick<Ledger, 'appendStatements'>,
  { member, records }: { member: string; records: readonly ReceivedRecord[] },
): Promise<{ received: number; known: number }> {
  // In the order of the ids, so that two batches with the same records wait for each other and do not block each other.
  const given = [...new Map(records.map((record) => [record.id, record])).values()];
  const sorted = given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return store.transaction(async (tx) => {
    const added = await tx<{ id: string }[]>`
      INSERT INTO exchange.notarised (id, member, digest, at, received_at)
      SELECT id, ${member}, digest, time, ${now()}
      FROM jsonb_to_recordset(${JSON.stringify(sorted)}::text::jsonb) AS given (id uuid, time text, digest text)
      ON CONFLICT (id) DO NOTHING RETURNING id`;
    const fresh = new Set(added.map(({ id }) => id));
    const others = given.filter(({ id }) => !fresh.has(id));
    const taken = await tx<{ id: string }[]>`
      SELECT given.id FROM jsonb_to_recordset(${JSON.stringify(others)}::text::jsonb) AS given (id uuid, time text, digest text)
      JOIN exchange.notarised AS known USING (id)
      WHERE known.member <> ${member} OR known.digest <> given.digest OR known.at <> given.time LIMIT 1`;
    if (taken[0]) throw auditErrors.recordTaken({ id: taken[0].id });
    // In the order of the chain, which is that of the batch.
    await ledger.appendStatements(
      tx,
      given
        .filter(({ id }) => fresh.has(id))
        .map(({ id, time, digest }) => ({
          kind: recordStatementKind,
          subject: `urn:uuid:${id}`,
          member,
          time,
          digest,
          statementId: id,
        })),
    );
    return { received: fresh.size, known: others.length };
  });
}
