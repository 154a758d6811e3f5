import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../../errors.ts';
import type { Tx } from '../../../store/index.ts';
import type { DeliveryContext } from '../parts.ts';
import { pidOf } from '../pid.ts';
import { givenByGrant } from '../plane/given.ts';
import { judge } from '../plane/judge.ts';
import { openSourceRow } from '../sources/openSource.ts';
import { readSource } from '../sources/sourceRow.ts';
import { readDelivery } from '../transfers/deliveryRow.ts';
import { makeSpool, spoolFolder } from './makeSpool.ts';

const mostAttempts = 8;
const retryMs = 1_000;
const mostRetryMs = 60_000;

/** Makes the spool of a delivery that is locked by the transaction. */
async function make(
  context: DeliveryContext,
  tx: Tx,
  participant: string,
  transfer: string,
  signal: AbortSignal,
): Promise<void> {
  const delivery = await readDelivery(tx, participant, transfer);
  if (!delivery) return;
  const { purpose, case_number: caseNumber, agreement } = delivery;
  const grant = await judge(context, { participant, agreement, stage: 'request', purpose, caseNumber, counts: false });
  const given = await givenByGrant(context, grant);
  const row = await readSource(tx, participant, given.reference.source);
  const source = await openSourceRow(context, row, given.reference.table);
  try {
    await makeSpool(context, tx, {
      delivery,
      given,
      source,
      pid: pidOf(transfer),
      typesAreExact: row.kind === 'postgres' || row.kind === 'parquet',
      signal,
      async onPersons(identifiers) {
        await context.citizens?.recordUse(
          tx,
          {
            participant,
            consumer: { did: grant.consumer, name: { zh: grant.consumerSlug, en: grant.consumerSlug } },
            dataset: grant.dataset,
            datasetTitle: given.dataset.title,
            kind: 'delivery',
            items: given.items.map(({ name }) => name),
            question: null,
            grant: grant.id,
            agreement,
            transfer,
            purpose: grant.purpose,
            caseNumber,
            at: context.house.now(),
          },
          identifiers,
        );
      },
    });
  } finally {
    await source.close();
  }
}

/** Fails for good what cannot get better by itself; else tries again later. */
async function postpone(
  context: DeliveryContext,
  participant: string,
  transfer: string,
  error: unknown,
): Promise<void> {
  const { store } = context.house;
  const known = error instanceof XiangyuError ? error : null;
  const problem = known?.message ?? 'The rows could not be read; the log of the provider says why.';
  const [row] = await store.sql<{ state: string; agreement: string; dataset: string }[]>`
    UPDATE exchange.deliveries
    SET attempts = attempts + 1, problem = ${problem},
      state = CASE WHEN attempts + 1 >= ${known && !known.retryable ? 1 : mostAttempts} THEN 'failed' ELSE state END,
      lease_until = now() + least(${mostRetryMs}, ${retryMs} * 2 ^ attempts) * interval '1 millisecond'
    WHERE participant = ${participant} AND transfer = ${transfer} AND state = 'making'
    RETURNING state, agreement, dataset`;
  if (!known) context.house.context.logger.error({ err: error, transfer }, 'a delivery could not be made');
  if (row?.state !== 'failed') return;
  await context.audit.recordAlone({
    participant,
    kind: 'delivery',
    outcome: 'failed',
    transfer,
    agreement: row.agreement,
    dataset: row.dataset,
    detail: { step: 'make', code: known?.code ?? 'INTERNAL' },
  });
  await context.dsp
    .terminateTransfer({ participant, id: transfer, code: known?.code ?? 'DELIVERY_SOURCE_FAILED', reason: [problem] })
    .catch(() => {});
}

/**
 * Makes the next spool that is asked for; the row is locked as long as it takes, so that no other process makes the same, and
 * the lock is gone with the process. Gives whether there was one.
 */
export async function makeNext(context: DeliveryContext, signal: AbortSignal): Promise<boolean> {
  const { store } = context.house;
  let claimed: { participant: string; transfer: string } | null = null;
  try {
    await store.transaction(async (tx) => {
      const [next] = await tx<{ participant: string; transfer: string }[]>`
        SELECT participant, transfer FROM exchange.deliveries
        WHERE state = 'making' AND stopped IS NULL AND lease_until <= now()
        ORDER BY lease_until, opened_at LIMIT 1
        FOR UPDATE SKIP LOCKED`;
      if (!next) return;
      claimed = next;
      const watch = context.stops.watch(next.participant, next.transfer);
      try {
        await make(context, tx, next.participant, next.transfer, AbortSignal.any([signal, watch.signal]));
      } finally {
        watch.release();
      }
    });
  } catch (error) {
    const known = claimed as { participant: string; transfer: string } | null;
    if (!known) throw error;
    if (!signal.aborted) await postpone(context, known.participant, known.transfer, error);
    else await pause(0);
  }
  return claimed !== null;
}

/** Removes spools that no delivery names any more, and those of transfers that are over whether or not everything was fetched. */
export async function sweepSpools({ house, folder }: DeliveryContext): Promise<void> {
  const { sql } = house.store;
  const slugs = await sql<{ slug: string }[]>`SELECT slug FROM exchange.participants`;
  for (const { slug } of slugs) {
    const spools = spoolFolder(folder, slug);
    for (const name of await readdir(spools).catch(() => [])) {
      const [used] = await sql`
        SELECT 1 FROM exchange.deliveries
        WHERE participant = ${slug} AND sealed_key <> '' AND (content ->> 'spool' = ${name} OR
          (state = 'making' AND transfer::text = ${name.split('.')[0] ?? ''}))
          AND NOT EXISTS (
            SELECT FROM exchange.transfers
            WHERE transfers.id = deliveries.transfer AND transfers.state IN ('COMPLETED', 'TERMINATED'))`;
      if (used) continue;
      const path = join(spools, name);
      // One that is being made is named only when it is done.
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (Date.now() - mtimeMs > 3_600_000) await rm(path, { force: true });
    }
  }
}
