import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../../errors.ts';
import type { DedicatedConnection } from '../../../store/index.ts';
import type { Transfer } from '../../dsp/dsp.ts';
import { callPlane, openPlane } from '../consume/callPlane.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { beginDelivery } from '../plane/beginDelivery.ts';
import { judge } from '../plane/judge.ts';
import { serveFrames } from '../plane/serveChunks.ts';
import { encodeFrameHeader } from '../seal/frames.ts';
import { type DeliveryRow, readDelivery } from './deliveryRow.ts';

/** Chunks of one message. */
const chunksAtOnce = 8;
const messageTimeoutMs = 120_000;
const mostRetryMs = 60_000;
const retryMs = 500;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

async function post(
  context: DeliveryContext,
  transfer: Transfer,
  delivery: DeliveryRow,
  first: number,
  signal: AbortSignal,
): Promise<number> {
  const parts: Uint8Array[] = [];
  for await (const frame of serveFrames(context, { delivery, first, count: chunksAtOnce, signal }))
    parts.push(encodeFrameHeader(frame), frame.sealed);
  const answer = await openPlane(context, {
    transfer,
    method: 'POST',
    path: '/push',
    body: Buffer.concat(parts),
    mediaType: 'application/octet-stream',
    timeoutMs: messageTimeoutMs,
    signal,
  });
  const pieces: Buffer[] = [];
  for await (const piece of answer.body as AsyncIterable<Buffer>) pieces.push(piece);
  const { next } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { next?: unknown };
  if (typeof next !== 'number' || next <= first)
    throw deliveryErrors.messageInvalid({ path: 'next', problem: 'it does not go on' });
  return next;
}

/** Sends what the consumer lacks; it says itself how far it is, so that nothing is sent for nothing after a crash. */
async function push(context: DeliveryContext, transfer: Transfer, signal: AbortSignal): Promise<void> {
  const { participant, id, agreementId: agreement, extension } = transfer;
  const { sql } = context.house.store;
  const purpose = textOf(extension['xy:purpose']);
  const caseNumber = textOf(extension['xy:caseNumber']);
  if (purpose === null) throw deliveryErrors.purposeWrong({ reason: 'the request names no purpose (xy:purpose)' });
  let delivery = await beginDelivery(context, { transfer, caller: null, purpose, caseNumber });
  while (delivery.state === 'making') {
    await pause(200, undefined, { signal });
    delivery = (await readDelivery(sql, participant, id)) ?? delivery;
  }
  const chunks = Number(delivery.chunks);
  const { next: asked } = await callPlane(context, { transfer, method: 'GET', path: '/push', signal });
  let next = Number(asked);
  while (next < chunks) {
    await judge(context, { participant, agreement, stage: 'running', purpose, caseNumber, counts: false });
    next = await post(context, transfer, delivery, next, signal);
    await sql`UPDATE exchange.deliveries SET pushed = ${next}, attempts = 0 WHERE participant = ${participant} AND transfer = ${id}`;
  }
}

/** Pushes what is due, one delivery after the other; a lock of the connection keeps two processes from sending the same. */
export async function pushNext(
  context: DeliveryContext,
  { sql: own }: DedicatedConnection,
  signal: AbortSignal,
): Promise<boolean> {
  const { sql } = context.house.store;
  const due = await sql<{ participant: string; transfer: string }[]>`
    SELECT participant, transfer FROM exchange.deliveries
    WHERE format = 'xy:push' AND state IN ('prepared', 'ready') AND stopped IS NULL AND lease_until <= now()
      AND (chunks IS NULL OR pushed < chunks)
    ORDER BY lease_until LIMIT 10`;
  for (const { participant, transfer: id } of due) {
    const name = `xiangyu:push:${participant}:${id}`;
    const [lock] = await own<{ held: boolean }[]>`SELECT pg_try_advisory_lock(hashtextextended(${name}, 0)) AS held`;
    if (!lock?.held) continue;
    const watch = context.stops.watch(participant, id);
    try {
      const transfer = await context.dsp.readTransfer(participant, id);
      if (transfer?.state !== 'STARTED') {
        await sql`
          UPDATE exchange.deliveries SET lease_until = now() + interval '300 milliseconds'
          WHERE participant = ${participant} AND transfer = ${id}`;
        continue;
      }
      await push(context, transfer, AbortSignal.any([signal, watch.signal]));
      return true;
    } catch (error) {
      if (!signal.aborted && !watch.signal.aborted) await postpone(context, participant, id, error);
    } finally {
      watch.release();
      await own`SELECT pg_advisory_unlock(hashtextextended(${name}, 0))`.catch(() => {});
    }
  }
  return false;
}

async function postpone(
  context: DeliveryContext,
  participant: string,
  transfer: string,
  error: unknown,
): Promise<void> {
  const known = error instanceof XiangyuError ? error : null;
  if (!known) context.house.context.logger.error({ err: error, transfer }, 'a push was interrupted');
  const problem = known?.message ?? 'It was interrupted; the log says why.';
  const final = known !== null && !known.retryable && known.code !== 'DELIVERY_OTHER_ANSWERED';
  await context.house.store.sql`
    UPDATE exchange.deliveries SET attempts = attempts + 1, problem = ${problem},
      state = CASE WHEN ${final} THEN 'failed' ELSE state END,
      lease_until = now() + least(${mostRetryMs}, ${retryMs} * 2 ^ least(attempts, 10)) * interval '1 millisecond'
    WHERE participant = ${participant} AND transfer = ${transfer} AND state <> 'ended'`;
  if (!final) return;
  await context.dsp
    .terminateTransfer({ participant, id: transfer, code: known.code, reason: [problem] })
    .catch(() => {});
}
