import type { DspContext } from '../context.ts';
import { nextState } from '../machines/machine.ts';
import { endHere } from '../process/advance.ts';
import type { Kind } from '../process/kind.ts';
import { negotiationKind } from '../process/negotiationKind.ts';
import { queueStep } from '../process/queueStep.ts';
import { transferKind } from '../process/transferKind.ts';
import { lockProcess } from '../store/processes.ts';
import type { ProcessRow } from '../store/rows.ts';

const batch = 100;

async function endOne<Row extends ProcessRow>(
  context: DspContext,
  { kind, id, state }: { kind: Kind<Row>; id: string; state: string },
): Promise<void> {
  await context.house.store.transaction(async (tx) => {
    const row = await lockProcess<Row>(tx, kind.name, id);
    if (row?.state !== state || row.inner_state === 'sending') return;
    const payload = { code: 'timeout', reason: [`Nothing happened in ${state} for too long.`] };
    const canEnd = nextState(kind.machine, { state, step: 'terminate', by: row.role }) !== null;
    // Where the protocol lets only the other side terminate, this one just stops waiting.
    if (canEnd) await queueStep(context, tx, { kind, row, step: 'terminate', payload });
    else await endHere(context, tx, { kind, row, ...payload });
  });
}

/** Terminates processes that made no progress for longer than their state allows; gives how many. */
export async function endOverdue(context: DspContext): Promise<number> {
  const { house, timings } = context;
  const { transferRequested, SUSPENDED, ...negotiation } = timings.stateMs;
  const limits: [Kind, string, number | null][] = [
    ...Object.entries(negotiation).map(([state, limit]): [Kind, string, number | null] => [
      negotiationKind as unknown as Kind,
      state,
      limit,
    ]),
    [transferKind as unknown as Kind, 'REQUESTED', transferRequested],
    [transferKind as unknown as Kind, 'SUSPENDED', SUSPENDED],
  ];
  let count = 0;
  for (const [kind, state, limit] of limits) {
    if (limit === null) continue;
    const before = new Date(house.now().getTime() - limit);
    const table =
      kind.name === 'negotiation' ? house.store.sql`exchange.negotiations` : house.store.sql`exchange.transfers`;
    const rows = await house.store.sql<{ id: string }[]>`
      SELECT id FROM ${table} WHERE state = ${state} AND inner_state NOT IN ('done', 'sending') AND updated_at < ${before}
      LIMIT ${batch}`;
    for (const { id } of rows) await endOne(context, { kind, id, state });
    count += rows.length;
  }
  return count;
}
