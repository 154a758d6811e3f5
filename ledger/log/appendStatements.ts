import type { Tx } from '../../store/index.ts';
import { makeStatementIds } from './makeStatementIds.ts';
import { type AppendStatementParameters, type PreparedStatement, prepareStatement } from './prepareStatement.ts';

/** The id to ask for the proof with, and the digest that went into the statement. */
export interface AppendStatementReturnType {
  statementId: string;
  digest: string;
}

/** A list as one text parameter: no item has a line feed, and the driver would take an array apart character by character. */
const lines = (items: readonly string[]) => items.join('\n');

/** A list without the repetitions of its last item, and that item, for what mostly is the same in all statements. */
function shorten(items: readonly string[]): { list: string; last: string } {
  const last = items.at(-1) ?? '';
  const end = items.findLastIndex((item) => item !== last);
  return { list: lines(items.slice(0, end + 1)), last };
}

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
  const kinds = shorten(statements.map(({ kind }) => kind));
  const members = shorten(statements.map(({ member }) => member));
  // Their numbers are taken first, so that nothing has to be read back from what was inserted.
  await tx`
    WITH numbers AS MATERIALIZED (
      SELECT array_agg(nextval('ledger.statements_seq_seq')) AS seqs FROM generate_series(1, ${statements.length}::int)
    ), recorded AS (
      INSERT INTO ledger.statement_rows (seq, id, subject, kind, member, encoded) OVERRIDING SYSTEM VALUE
      SELECT seq, id::uuid, subject, coalesce(kind, ${kinds.last}), coalesce(member, ${members.last}), encoded
      FROM numbers, unnest(
        seqs,
        string_to_array(${lines(ids)}, E'\n'),
        string_to_array(${lines(statements.map(({ subject }) => subject))}, E'\n'),
        string_to_array(${kinds.list}, E'\n'),
        string_to_array(${members.list}, E'\n'),
        string_to_array(${lines(prepared.map(({ encoded }) => encoded))}, E'\n')
      ) AS given (seq, id, subject, kind, member, encoded)
    ), queued AS (
      INSERT INTO ledger.pending (seqs) SELECT seqs FROM numbers
    )${keep(tx, prepared)}
    SELECT pg_notify('ledger_pending', '')`;
  return prepared.map(({ digest }, at) => ({ statementId: ids[at] ?? '', digest }));
}

/** The part of the query that keeps payloads, where there are any. */
function keep(tx: Tx, prepared: readonly PreparedStatement[]) {
  const kept = prepared.flatMap(({ kept: payload }, at) => (payload ? [{ place: String(at + 1), ...payload }] : []));
  if (kept.length === 0) return tx``;
  return tx`, kept AS (
      INSERT INTO ledger.payloads (statement_seq, salt, content)
      SELECT seqs[place], salt, content
      FROM numbers, unnest(
        string_to_array(${lines(kept.map(({ place }) => place))}, E'\n')::int[],
        string_to_array(${lines(kept.map(({ salt }) => salt))}, E'\n'),
        string_to_array(${lines(kept.map(({ content }) => content))}, E'\n')
      ) AS given (place, salt, content)
    )`;
}
