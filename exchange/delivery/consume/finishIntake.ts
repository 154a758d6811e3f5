import type { Transfer } from '../../dsp/dsp.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { receiptType } from '../plane/endDelivery.ts';
import { digestOfChunks } from '../seal/chunkSeal.ts';
import { callPlane } from './callPlane.ts';
import type { IntakeRow, Manifest } from './intakeRow.ts';
import type { Sink } from './sink.ts';

const digestsAtOnce = 50_000;

/** The digest of all chunks that were kept. */
async function digestIntake({ house }: DeliveryContext, intake: string, chunks: number): Promise<string> {
  const all: Uint8Array[] = [];
  for (let from = 0; from < chunks; from += digestsAtOnce) {
    const rows = await house.store.sql<{ digest: Uint8Array }[]>`
      SELECT digest FROM exchange.intake_chunks
      WHERE intake = ${intake} AND number >= ${from} AND number < ${from + digestsAtOnce} ORDER BY number`;
    for (const { digest } of rows) all.push(digest);
  }
  if (all.length !== chunks)
    throw deliveryErrors.digestWrong({ given: `of ${all.length} chunks`, expected: `of ${chunks}` });
  return digestOfChunks(all);
}

/**
 * All chunks are there: tells the provider, checks its receipt, hands the data on, and completes the transfer by the protocol.
 * Every step may be repeated after a crash. @throws DELIVERY_DIGEST_WRONG
 */
export async function finishIntake(
  context: DeliveryContext,
  p: { intake: IntakeRow; transfer: Transfer; manifest: Manifest; sink: Sink; signal: AbortSignal },
): Promise<void> {
  const { house, identity, audit, dsp } = context;
  const { intake, transfer, manifest, sink, signal } = p;
  const { participant, id } = intake;
  await sink.flush();
  const chunks = sink.next;
  const digest = await digestIntake(context, id, chunks);
  if (manifest.digest !== null && manifest.digest !== digest)
    throw deliveryErrors.digestWrong({ given: digest, expected: manifest.digest });
  await house.store.sql`
    UPDATE exchange.intakes SET state = 'finishing', digest = ${digest}, changed_at = ${house.now()}
    WHERE id = ${id} AND state IN ('running', 'finishing')`;
  let { receipt } = intake;
  if (receipt === null) {
    const answer = await callPlane(context, {
      transfer,
      method: 'POST',
      path: '/end',
      message: { digest, chunks },
      signal,
    });
    if (typeof answer.receipt !== 'string')
      throw deliveryErrors.messageInvalid({ path: 'receipt', problem: 'it is missing' });
    receipt = answer.receipt;
    const { payload } = await identity.verify(receipt, { did: transfer.counterparty.did, type: receiptType });
    if (payload.digest !== digest)
      throw deliveryErrors.digestWrong({ given: String(payload.digest), expected: digest });
    await house.store.sql`UPDATE exchange.intakes SET receipt = ${receipt} WHERE id = ${id}`;
  }
  await sink.finish();
  await house.store.transaction(async (tx) => {
    const [done] = await tx<{ bytes: string; rows: string | null }[]>`
      UPDATE exchange.intakes
      SET state = 'done', rows = coalesce(${manifest.rows}::bigint, rows), problem = NULL, changed_at = ${house.now()}
      WHERE id = ${id} AND state = 'finishing' RETURNING bytes, rows`;
    if (!done) return;
    await tx`DELETE FROM exchange.intake_chunks WHERE intake = ${id}`;
    await audit.record(tx, {
      participant,
      kind: 'delivery',
      outcome: 'ok',
      counterparty: transfer.counterparty.did,
      transfer: transfer.id,
      agreement: transfer.agreementId,
      dataset: transfer.dataset,
      purpose: intake.purpose,
      caseNumber: intake.case_number ?? undefined,
      bytes: Number(done.bytes),
      rows: done.rows === null ? undefined : Number(done.rows),
      detail: { step: 'received', digest, chunks, destination: intake.destination.kind },
      documents: { receipt },
    });
    const now = await dsp.readTransfer(participant, transfer.id);
    if (now?.state === 'STARTED') await dsp.complete({ participant, id: transfer.id, tx });
  });
}
