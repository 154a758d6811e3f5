import { randomBytes } from 'node:crypto';
import { bytesToHex, type Hex } from 'viem';
import type { Tx } from '../../store/index.ts';
import type { CallRow } from './callRow.ts';
import { type GrantsContext, wakeChannel } from './grantsContext.ts';
import { signCall } from './signCall.ts';
import type { CallKind } from './typedData.ts';

export interface InsertCallParameters {
  participant: string;
  grant: Hex;
  kind: CallKind;
  reason?: string;
  actor?: string | undefined;
}

/**
 * Writes a message to the contract into the outbox, in the caller's transaction, signed as soon as the contract is known. Gives its
 * number among the party's messages to the grant.
 */
export async function insertCall(context: GrantsContext, tx: Tx, parameters: InsertCallParameters): Promise<CallRow> {
  const { participant, grant, kind, reason = null, actor = null } = parameters;
  const { house, chain } = context;
  await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange:grant-calls:${participant}:${grant}`}, 0))`;
  const now = house.now();
  const salt = reason === null ? null : bytesToHex(randomBytes(32));
  const [row] = await tx<CallRow[]>`
    INSERT INTO exchange.grant_calls
      (participant, grant_id, kind, sequence, reason, reason_salt, actor, due_at, created_at)
    SELECT ${participant}, ${grant}, ${kind},
      CASE WHEN ${kind} = 'issue' THEN 0 ELSE coalesce(max(sequence), 0) + 1 END,
      ${reason}, ${salt}, ${actor}, ${now}, ${now}
    FROM exchange.grant_calls WHERE participant = ${participant} AND grant_id = ${grant}
    RETURNING *`;
  if (!row) throw new Error('A message to the chain was not written.');
  await tx`SELECT pg_notify(${wakeChannel}, '')`;
  if (!chain.known) return row;
  const signed = await signCall(context, tx, { call: row, contract: chain.known });
  await tx`UPDATE exchange.grant_calls SET ${tx({ ...signed })} WHERE number = ${row.number}`;
  return { ...row, ...signed };
}
