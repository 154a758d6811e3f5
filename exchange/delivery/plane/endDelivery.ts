import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolFolder } from '../content/makeSpool.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { pidOf } from '../pid.ts';
import { digestOfChunks } from '../seal/chunkSeal.ts';
import { openSource } from '../sources/openSource.ts';
import { type DeliveryRow, readDelivery } from '../transfers/deliveryRow.ts';
import type { Admitted } from './admit.ts';

/** What the consumer says that it has. */
export interface EndMessage {
  /** See `digestOfChunks`. */
  digest: string;
  chunks: number;
}

/** The type of the provider's signed statement of what was delivered. */
export const receiptType = 'xy-delivery-receipt+jwt';

const digestsAtOnce = 50_000;

async function digestFile(context: DeliveryContext, delivery: DeliveryRow): Promise<{ digest: string; bytes: number }> {
  const { participant, transfer, chunks } = delivery;
  const all: Uint8Array[] = [];
  let bytes = 0;
  for (let from = 0; from < Number(chunks); from += digestsAtOnce) {
    const rows = await context.house.store.sql<{ digest: Uint8Array; bytes: number }[]>`
      SELECT digest, bytes FROM exchange.delivery_chunks
      WHERE participant = ${participant} AND transfer = ${transfer} AND number >= ${from} AND number < ${from + digestsAtOnce}
      ORDER BY number`;
    for (const row of rows) {
      all.push(row.digest);
      bytes += row.bytes;
    }
  }
  return { digest: digestOfChunks(all), bytes };
}

async function assertFileUnchanged(
  context: DeliveryContext,
  { participant, dataset, content }: DeliveryRow,
): Promise<void> {
  const found = await context.catalogue.read(participant, dataset, content?.datasetVersion);
  if (!found?.source) throw deliveryErrors.notFound();
  const source = await openSource(context, participant, found.source);
  try {
    const bytes = await source.openBytes();
    await bytes.close();
    if (bytes.version !== content?.version) throw deliveryErrors.sourceChanged({ name: content?.name ?? '' });
  } finally {
    await source.close();
  }
}

/**
 * The consumer has everything: both sides compare the digest of all chunks, and the provider records and signs it. Again, it gives
 * a receipt of the same facts. @throws DELIVERY_DIGEST_WRONG, DELIVERY_SOURCE_CHANGED
 */
export async function endDelivery(context: DeliveryContext, admitted: Admitted, message: EndMessage): Promise<string> {
  const { house, identity, audit, grants } = context;
  const { transfer, delivery, caller } = admitted;
  const { participant, id, agreementId: agreement } = transfer;
  const { content } = delivery;
  if (delivery.state === 'making' || delivery.state === 'prepared' || !content)
    throw deliveryErrors.notReady({ number: message.chunks });
  const isFile = content.spool === null;
  if (isFile && delivery.state !== 'ended') await assertFileUnchanged(context, delivery);
  const { digest, bytes } =
    isFile && delivery.digest === null
      ? await digestFile(context, delivery)
      : { digest: delivery.digest ?? '', bytes: Number(delivery.bytes) };
  if (message.digest !== digest) throw deliveryErrors.digestWrong({ given: message.digest, expected: digest });
  const receipt = await identity.sign(participant, receiptType, {
    transfer: pidOf(id),
    agreement,
    dataset: delivery.dataset,
    version: content.datasetVersion,
    consumer: caller.did,
    format: delivery.format,
    digest,
    chunks: message.chunks,
    bytes,
    rows: delivery.rows === null ? null : Number(delivery.rows),
    at: house.now().toISOString(),
  });
  const grant = await grants.readByAgreement(participant, agreement);
  await house.store.transaction(async (tx) => {
    const row = await readDelivery(tx, participant, id, true);
    if (row?.state !== 'ready') return;
    await tx`
      UPDATE exchange.deliveries SET ${tx({ state: 'ended', digest, bytes, sealed_key: '' })}
      WHERE participant = ${participant} AND transfer = ${id}`;
    // Without a key nothing is sealed any more, so that nothing has to be compared.
    await tx`DELETE FROM exchange.delivery_chunks WHERE participant = ${participant} AND transfer = ${id}`;
    await audit.record(tx, {
      participant,
      kind: 'delivery',
      outcome: 'ok',
      counterparty: caller.did,
      transfer: id,
      agreement,
      grant: grant?.id,
      dataset: delivery.dataset,
      purpose: delivery.purpose ?? undefined,
      caseNumber: delivery.case_number ?? undefined,
      bytes,
      rows: delivery.rows === null ? undefined : Number(delivery.rows),
      detail: { step: 'ended', digest, chunks: message.chunks },
      documents: { receipt },
    });
  });
  if (content.spool !== null) await rm(join(spoolFolder(context.folder, participant), content.spool), { force: true });
  context.keys.forget(participant, id);
  return receipt;
}
