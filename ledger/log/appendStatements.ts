import type { Tx } from '../../store/index.ts';
import { makeStatementIds } from './makeStatementIds.ts';
import { type AppendStatementParameters, prepareStatement } from './prepareStatement.ts';

/** The id to ask for the proof with, and the digest that went into the statement. */
export interface AppendStatementReturnType {
  statementId: string;
  digest: string;
}

/** A list as one text parameter: no item has a line feed, and the driver would take an array apart character by character. */
const lines = (items: readonly string[]) => items.join('\n');

/**
 * Records statements in the caller's SQL transaction and in one round trip: with its commit they are durable and will be in
 * the log, in this order unless others come between. Gives their ids in the order of the statements.
 * @throws LEDGER_STATEMENT_INVALID, PROOF_NOT_CANONICAL before anything is stored
 */
export async function appendStatements(
  tx: Tx,
  statements: readonly AppendStatementParameters[],
): Promise<AppendStatementReturnType[]> {
  if (statements.length === 0) return [];
  const prepared = statements.map(prepareStatement);
  const made = makeStatementIds(statements.length);
  const ids = statements.map(({ statementId }, at) => statementId ?? made[at] ?? '');
  const kept = prepared.flatMap((statement, at) =>
    statement.kept ? [{ id: ids[at] ?? '', salt: statement.kept.salt, content: statement.kept.content }] : [],
  );
  await tx`
    WITH recorded AS (
      INSERT INTO ledger.statement_rows (id, subject, kind, member, encoded)
      SELECT id::uuid, subject, kind, member, encoded
      FROM unnest(
        string_to_array(${lines(ids)}, E'\n'),
        string_to_array(${lines(statements.map(({ subject }) => subject))}, E'\n'),
        string_to_array(${lines(statements.map(({ kind }) => kind))}, E'\n'),
        string_to_array(${lines(statements.map(({ member }) => member))}, E'\n'),
        string_to_array(${lines(prepared.map(({ encoded }) => encoded))}, E'\n')
      ) WITH ORDINALITY AS given (id, subject, kind, member, encoded, place)
      ORDER BY place
      RETURNING seq, id
    ), queued AS (
      INSERT INTO ledger.pending (seqs) SELECT array_agg(seq ORDER BY seq) FROM recorded
    ), kept AS (
      INSERT INTO ledger.payloads (statement_seq, salt, content)
      SELECT seq, salt, content
      FROM unnest(
        string_to_array(${lines(kept.map(({ id }) => id))}, E'\n')::uuid[],
        string_to_array(${lines(kept.map(({ salt }) => salt))}, E'\n'),
        string_to_array(${lines(kept.map(({ content }) => content))}, E'\n')
      ) AS given (id, salt, content) JOIN recorded USING (id)
    )
    SELECT pg_notify('ledger_pending', '')`;
  return prepared.map(({ digest }, at) => ({ statementId: ids[at] ?? '', digest }));
}
