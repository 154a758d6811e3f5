import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../../errors.ts';
import type { Transfer } from '../../dsp/dsp.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { callPlane } from './callPlane.ts';
import { fetchKey } from './fetchKey.ts';
import { finishIntake } from './finishIntake.ts';
import { type IntakeRow, type Manifest, readManifest } from './intakeRow.ts';
import { makeOpener } from './openChunks.ts';
import { openSink } from './openSink.ts';
import { pullChunks } from './pullChunks.ts';
import { streamRows } from './streamRows.ts';

const waitMs = 200;
const mostWaitMs = 2_000;

/** Opens the delivery at the provider and waits until its chunks can be had. */
async function openManifest(
  context: DeliveryContext,
  intake: IntakeRow,
  transfer: Transfer,
  signal: AbortSignal,
): Promise<Manifest> {
  const { purpose, case_number: caseNumber } = intake;
  const message = { purpose, caseNumber };
  let manifest = readManifest(await callPlane(context, { transfer, method: 'POST', path: '/open', message, signal }));
  for (let wait = waitMs; manifest.state === 'making'; wait = Math.min(mostWaitMs, wait * 2)) {
    await pause(wait, undefined, { signal });
    manifest = readManifest(await callPlane(context, { transfer, method: 'GET', path: '/manifest', signal }));
  }
  if (manifest.state === 'failed')
    throw deliveryErrors.otherAnswered({
      slug: transfer.counterparty.slug,
      status: 200,
      problem: manifest.problem ?? 'it failed',
    });
  return manifest;
}

/** Takes one intake as far as it goes. A crash at any place is made up for by running it again. */
export async function runIntake(
  context: DeliveryContext,
  intake: IntakeRow,
  transfer: Transfer,
  signal: AbortSignal,
): Promise<void> {
  const { sql } = context.house.store;
  if (intake.format === 'xy:stream') {
    const { purpose, case_number: caseNumber } = intake;
    const message = { purpose, caseNumber };
    const manifest =
      intake.manifest ??
      readManifest(await callPlane(context, { transfer, method: 'POST', path: '/open', message, signal }));
    const key = await fetchKey(context, transfer, signal);
    await streamRows(context, { intake, transfer, manifest, key, signal });
    return;
  }
  const manifest =
    intake.state === 'finishing' && intake.manifest
      ? intake.manifest
      : await openManifest(context, intake, transfer, signal);
  if (manifest.chunks === null)
    throw deliveryErrors.messageInvalid({ path: 'manifest/chunks', problem: 'it is missing' });
  await sql`
    UPDATE exchange.intakes SET manifest = ${sql.json(manifest as never)}, chunks_in_all = ${manifest.chunks}
    WHERE id = ${intake.id}`;
  const sink = await openSink(context, intake, manifest);
  try {
    if (sink.next < manifest.chunks) {
      const key = await fetchKey(context, transfer, signal);
      await pullChunks(context, {
        transfer,
        chunks: manifest.chunks,
        opener: makeOpener(transfer, manifest, key),
        sink,
        signal,
      });
    }
    await finishIntake(context, { intake, transfer, manifest, sink, signal });
  } finally {
    await sink.close();
  }
}

const retryMs = 500;
const mostRetryMs = 60_000;
/** A chunk whose seal is broken is asked for again, a few times. */
const mostBroken = 3;

/** What the provider answers while it only has to be waited for. */
const waitingCodes = new Set([
  'DELIVERY_NOT_READY',
  'GRANT_PENDING',
  'GRANT_NOT_YET',
  'GRANT_SUSPENDED',
  'GRANT_CHAIN_SILENT',
  'GRANT_TOO_OFTEN',
]);

/** Whether trying again can help: the network, the other side's own trouble, a grant that waits for the chain. */
function isPassing(error: unknown, attempts: number): boolean {
  if (!(error instanceof XiangyuError)) return attempts < mostBroken;
  if (error.code === 'DELIVERY_CHUNK_WRONG') return attempts < mostBroken;
  if (error.code !== 'DELIVERY_OTHER_ANSWERED') return error.retryable;
  const status = Number(error.details.status ?? 0);
  // 404 is also what a transfer looks like that the other side has not started yet, or has just ended.
  return (
    status >= 500 || status === 429 || (status === 404 && attempts < 20) || waitingCodes.has(String(error.details.code))
  );
}

/** Writes down why an intake stopped: to be tried again, or for good. */
export async function settle(context: DeliveryContext, intake: IntakeRow, error: unknown): Promise<void> {
  const { house, audit } = context;
  const known = error instanceof XiangyuError ? error : null;
  if (!known) house.context.logger.error({ err: error, intake: intake.id }, 'an intake was interrupted');
  const problem = known?.message ?? 'It was interrupted; the log says why.';
  const passing = isPassing(error, intake.attempts);
  const delayMs = Math.min(mostRetryMs, retryMs * 2 ** Math.min(intake.attempts, 10));
  const [row] = await house.store.sql<{ state: string }[]>`
    UPDATE exchange.intakes
    SET attempts = attempts + 1, problem = ${problem}, changed_at = ${house.now()},
      next_attempt_at = now() + ${delayMs} * interval '1 millisecond',
      state = CASE WHEN ${passing} THEN state ELSE 'failed' END
    WHERE id = ${intake.id} AND state IN ('running', 'finishing')
    RETURNING state`;
  if (row?.state !== 'failed') return;
  await audit.recordAlone({
    participant: intake.participant,
    kind: 'delivery',
    outcome: 'failed',
    transfer: intake.transfer ?? undefined,
    agreement: intake.agreement,
    purpose: intake.purpose,
    caseNumber: intake.case_number ?? undefined,
    detail: { step: 'receive', code: known?.code ?? 'INTERNAL' },
  });
  if (intake.transfer === null) return;
  await context.dsp
    .terminateTransfer({
      participant: intake.participant,
      id: intake.transfer,
      code: known?.code ?? 'INTERNAL',
      reason: [problem],
    })
    .catch(() => {});
}
