import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { idOf } from '../messages/context.ts';
import type { Kind } from '../process/kind.ts';
import type { ProcessRow } from '../store/rows.ts';
import { type Answer, processBody } from './answer.ts';
import { isParty } from './receiveStep.ts';

/** `GET /negotiations/:pid` and `GET /transfers/:pid`: the state, for the other side only. @throws DSP_NOT_FOUND */
export async function readState<Row extends ProcessRow>(
  { house }: DspContext,
  { kind, participant, pid, caller }: { kind: Kind<Row>; participant: string; pid: string; caller: Caller },
): Promise<Answer> {
  const { sql } = house.store;
  const id = idOf(pid);
  const table = kind.name === 'negotiation' ? sql`exchange.negotiations` : sql`exchange.transfers`;
  const [row] =
    id === null ? [] : await sql<Row[]>`SELECT * FROM ${table} WHERE id = ${id} AND participant = ${participant}`;
  if (!row || (row as ProcessRow).state === null || !isParty(row as ProcessRow, caller)) throw dspErrors.notFound();
  return { status: 200, body: JSON.stringify(processBody(kind.answerType, row as ProcessRow)) };
}
