import type { DedicatedConnection } from '../../../store/index.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import type { IntakeRow } from './intakeRow.ts';
import { runIntake, settle } from './runIntake.ts';

/** Streams go on for months: they have places of their own, or a few of them would keep everything else from coming in. */
const places = [
  { endless: false, most: 4 },
  { endless: true, most: 64 },
] as const;
const notStartedMs = 300;

/** Intakes that this process works on. */
export interface IntakeWork {
  /** Takes what is due up to the limit. */
  take(): Promise<void>;
  /** Resolves when all have stopped. */
  drain(): Promise<void>;
}

/** Takes an intake for this process, for as long as the connection lives. */
async function claim({ sql }: DedicatedConnection, id: string): Promise<boolean> {
  const [row] = await sql<{ held: boolean }[]>`
    SELECT pg_try_advisory_lock(hashtextextended(${`xiangyu:intake:${id}`}, 0)) AS held`;
  return row?.held === true;
}

const letGo = ({ sql }: DedicatedConnection, id: string) =>
  sql`SELECT pg_advisory_unlock(hashtextextended(${`xiangyu:intake:${id}`}, 0))`;

/** Works on intakes that are due; a lock of the connection keeps one from being worked on twice, and is gone with the process. */
export function workIntakes(
  context: DeliveryContext,
  connection: DedicatedConnection,
  signal: AbortSignal,
): IntakeWork {
  const { store } = context.house;
  const active = new Map<string, { endless: boolean; over: Promise<void> }>();
  const leading = AbortSignal.any([signal, connection.lost]);

  async function work(id: string): Promise<void> {
    // Read again under the lock: another process may just have finished it.
    const [intake] = await store.sql<IntakeRow[]>`
      SELECT * FROM exchange.intakes WHERE id = ${id} AND state IN ('running', 'finishing') AND next_attempt_at <= now()`;
    if (!intake) return;
    const transfer =
      intake.transfer === null ? null : await context.dsp.readTransfer(intake.participant, intake.transfer);
    if (!transfer) return;
    const finishing = intake.state === 'finishing' && intake.receipt !== null;
    if (transfer.state === 'TERMINATED' && !finishing) {
      const reason = transfer.ending?.reason.join(' ') || 'terminated';
      await settle(
        context,
        intake,
        deliveryErrors.intakeOver({ state: `over: the transfer was terminated (${reason})` }),
      );
      return;
    }
    if (transfer.state === 'COMPLETED' && intake.format === 'xy:stream') {
      await store.sql`UPDATE exchange.intakes SET state = 'done' WHERE id = ${id} AND state = 'running'`;
      return;
    }
    if (transfer.state === 'SUSPENDED') {
      await store.sql`UPDATE exchange.intakes SET state = 'suspended' WHERE id = ${id} AND state = 'running'`;
      return;
    }
    if (transfer.state !== 'STARTED' && !finishing) {
      await store.sql`
        UPDATE exchange.intakes SET next_attempt_at = now() + ${notStartedMs} * interval '1 millisecond' WHERE id = ${id}`;
      return;
    }
    const watch = context.stops.watch(intake.participant, transfer.id);
    const stopped = AbortSignal.any([leading, watch.signal]);
    try {
      await runIntake(context, intake, transfer, stopped);
    } catch (error) {
      // What was stopped says so by its state already.
      if (!stopped.aborted) await settle(context, intake, error);
    } finally {
      watch.release();
    }
  }

  async function runOne(id: string): Promise<void> {
    try {
      await work(id);
    } finally {
      if (!connection.lost.aborted) await letGo(connection, id).catch(() => {});
    }
  }

  return {
    async take() {
      for (const { endless, most } of places) {
        const isFull = () => [...active.values()].filter((one) => one.endless === endless).length >= most;
        if (isFull()) continue;
        const due = await store.sql<{ id: string }[]>`
          SELECT id FROM exchange.intakes
          WHERE (state = 'running' AND format <> 'xy:push' OR state = 'finishing') AND next_attempt_at <= now()
            AND (format = 'xy:stream') = ${endless} AND id <> ALL (${[...active.keys()]}::uuid[])
          ORDER BY next_attempt_at LIMIT ${most * 4}`;
        for (const { id } of due) {
          if (leading.aborted) return;
          if (isFull()) break;
          if (active.has(id) || !(await claim(connection, id))) continue;
          const over = runOne(id)
            .catch((error: unknown) =>
              context.house.context.logger.error({ err: error, intake: id }, 'an intake could not be worked on'),
            )
            .finally(() => {
              active.delete(id);
              context.wake();
            });
          active.set(id, { endless, over });
        }
      }
    },
    async drain() {
      await Promise.all([...active.values()].map(({ over }) => over));
    },
  };
}
