import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionError } from '../../store/index.ts';
import type { House } from '../house.ts';

const everyMs = 600_000;
/** As long as groups are held against each other. */
const groupsMs = 31 * 86_400_000;
/** As long as an asker may repeat a question. */
const answersMs = 7 * 86_400_000;

/** Removes what a provider needs no more: answers for repetition, groups, answers of matches. Gives when nothing is left. */
export async function forgetOnce({ store, now }: Pick<House, 'store' | 'now'>): Promise<void> {
  const at = now().getTime();
  await store.sql`DELETE FROM exchange.answers_given WHERE at < ${new Date(at - answersMs)}`;
  await store.sql`DELETE FROM exchange.answer_groups WHERE at < ${new Date(at - groupsMs)}`;
  await store.sql`DELETE FROM exchange.answer_budgets WHERE day < ${new Date(at - groupsMs)}`;
  await store.transaction(async (tx) => {
    const over = await tx<{ participant: string; consumer: string; id: string }[]>`
      DELETE FROM exchange.match_sessions WHERE until < ${now()} RETURNING participant, consumer, id`;
    for (const { participant, consumer, id } of over)
      await tx`
        DELETE FROM exchange.match_parts
        WHERE participant = ${participant} AND side = 'provider' AND counterparty = ${consumer} AND match = ${id}`;
  });
}

/** Does it every ten minutes, until the signal aborts. */
export async function forgetOld(house: House, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await forgetOnce(house).catch((error: unknown) => {
      if (!isConnectionError(error)) house.context.logger.error({ err: error }, 'old answers could not be removed');
    });
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
