import { randomBytes } from 'node:crypto';
import { canonicalizeJson, digestPayload, encodeStatement, type JsonValue, type Statement } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';

/** What is stated; `payload` stays private to the platform, the log gets only its salted digest. */
export interface AppendStatementParameters {
  kind: string;
  subject: string;
  /** Slug of the member who states it. */
  member: string;
  /** ISO 8601 in UTC. */
  time: string;
  payload?: JsonValue;
}

/** The id to ask for the proof with, and the digest that went into the statement. */
export interface AppendStatementReturnType {
  statementId: string;
  digest: string;
}

/**
 * Records a statement in the caller's SQL transaction: with its commit the statement is durable and will be in the log.
 * A statement without a payload has the digest of JSON null under a salt that nobody keeps. @throws LEDGER_STATEMENT_INVALID
 */
export async function appendStatement(
  tx: Tx,
  { kind, subject, member, time, payload }: AppendStatementParameters,
): Promise<AppendStatementReturnType> {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(time)) {
    throw ledgerErrors.statementInvalid({ problem: `the time ${JSON.stringify(time)} is not ISO 8601 in UTC` });
  }
  for (const [name, text] of Object.entries({ kind, subject, member })) {
    if (text === '') throw ledgerErrors.statementInvalid({ problem: `its ${name} is empty` });
    if (text.includes('\0')) throw ledgerErrors.statementInvalid({ problem: `its ${name} has a zero character` });
  }
  const salt = randomBytes(32).toString('hex');
  const digest = digestPayload(salt, payload ?? null);
  const statement: Statement = { v: 1, kind, subject, digest, alg: 'sha-256-salted', member, time };
  const encoded = new TextDecoder().decode(encodeStatement(statement));
  const content = payload === undefined ? null : canonicalizeJson(payload);
  // One round trip: a capture of thousands of events appends a statement each.
  const [row] = await tx<{ id: string }[]>`
    WITH statement AS (
      INSERT INTO ledger.statements (subject, encoded) VALUES (${subject}, ${encoded}) RETURNING seq, id
    ), payload AS (
      INSERT INTO ledger.payloads (statement_seq, salt, content)
      SELECT seq, ${salt}, ${content}::text FROM statement WHERE ${content}::text IS NOT NULL
    )
    SELECT id, pg_notify('ledger_pending', '') FROM statement`;
  if (!row) throw ledgerErrors.statementInvalid({ problem: 'the database did not store it' });
  return { statementId: row.id, digest };
}
