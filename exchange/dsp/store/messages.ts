import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import { outboxChannel } from '../context.ts';
import type { KindName } from './processes.ts';

/** A row of exchange.dsp_messages that is on its way out. */
export interface OutgoingRow {
  id: string;
  seq: string;
  participant: string;
  kind: KindName;
  process: string;
  step: string;
  type: string;
  payload: JsonObject;
  body: string | null;
  token: string | null;
  path: string | null;
  attempts: number;
  leased_until: Date | null;
  created_at: Date;
}

/** The messages of a process that were not answered yet, in their order. */
export function readWaiting(tx: Tx, process: string): Promise<OutgoingRow[]> {
  return tx<OutgoingRow[]>`
    SELECT id, seq, participant, kind, process, step, type, payload, body, token, path, attempts, leased_until, created_at
    FROM exchange.dsp_messages WHERE process = ${process} AND direction = 'out' AND state = 'waiting' ORDER BY seq`;
}

/** Puts a message on its way, in the transaction that decides it. */
export async function insertOutgoing(
  tx: Tx,
  message: {
    id: string;
    participant: string;
    kind: KindName;
    process: string;
    step: string;
    type: string;
    payload: JsonObject;
    at: Date;
  },
): Promise<void> {
  const { id, participant, kind, process, step, type, payload, at } = message;
  await tx`
    INSERT INTO exchange.dsp_messages
      (id, participant, kind, process, direction, step, type, payload, state, due_at, created_at)
    VALUES (${id}, ${participant}, ${kind}, ${process}, 'out', ${step}, ${type}, ${tx.json(payload)}, 'waiting', ${at}, ${at})`;
  await tx`SELECT pg_notify(${outboxChannel}, '')`;
}

/** Ends messages that are not to be sent (any more). */
export async function settleMessages(
  tx: Tx,
  ids: readonly string[],
  {
    state,
    at,
    status = null,
    error = null,
  }: {
    state: 'done' | 'refused' | 'cancelled' | 'gaveUp';
    at: Date;
    status?: number | null;
    error?: string | null;
  },
): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    UPDATE exchange.dsp_messages
    SET state = ${state}, done_at = ${at}, status = ${status}, last_error = coalesce(${error}, last_error), leased_until = NULL
    WHERE id = ANY(${ids}::uuid[]) AND state = 'waiting'`;
}

/** A message of the other side that was accepted, with the answer it got. */
export async function insertIncoming(
  tx: Tx,
  message: {
    id: string;
    participant: string;
    kind: KindName;
    process: string;
    step: string;
    type: string;
    name: string | null;
    body: string;
    token: string;
    path: string;
    status: number;
    answer: string;
    at: Date;
  },
): Promise<void> {
  const { id, participant, kind, process, step, type, name, body, token, path, status, answer, at } = message;
  await tx`
    INSERT INTO exchange.dsp_messages
      (id, participant, kind, process, direction, step, type, name, body, token, path, status, answer, state, due_at, created_at, done_at)
    VALUES (${id}, ${participant}, ${kind}, ${process}, 'in', ${step}, ${type}, ${name}, ${body}, ${token}, ${path}, ${status},
      ${answer}, 'done', ${at}, ${at}, ${at})`;
}

/** A message that was accepted before, by its name or, for the first one of a process, by being first. */
export async function findIncoming(
  tx: Tx,
  { process, name }: { process: string; name: string | null },
): Promise<{ body: string; status: number; answer: string } | null> {
  const [found] = await tx<{ body: string; status: number; answer: string }[]>`
    SELECT body, status, answer FROM exchange.dsp_messages
    WHERE process = ${process} AND direction = 'in' AND ${name === null ? tx`true` : tx`name = ${name}`}
    ORDER BY seq LIMIT 1`;
  return found ?? null;
}
