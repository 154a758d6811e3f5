import { needSpace } from '../needSpace.ts';
import type { DeliveryContext } from '../parts.ts';
import { chunkBytes } from '../seal/chunkSeal.ts';
import { openFileSink } from './fileSink.ts';
import type { IntakeRow, Manifest } from './intakeRow.ts';
import type { Sink } from './sink.ts';
import { openTableSink } from './tableSink.ts';

/** Bytes that are still to come, as far as the provider knows; null for a stream. */
export function bytesToCome({ bytes }: Pick<IntakeRow, 'bytes'>, { size, chunks }: Partial<Manifest>): number | null {
  const known = Number.isSafeInteger(size) ? Number(size) : chunks == null ? null : chunks * chunkBytes;
  return known === null ? null : Math.max(0, known - Number(bytes));
}

/** Opens where an intake goes, at the place where it stopped. @throws DELIVERY_DISK_FULL */
export async function openSink(
  context: DeliveryContext,
  intake: IntakeRow,
  manifest: Pick<Manifest, 'columns'> & Partial<Manifest>,
): Promise<Sink> {
  if (intake.destination.kind === 'table') return openTableSink(context, intake, manifest.columns);
  if (intake.state !== 'finishing') await needSpace(context, bytesToCome(intake, manifest));
  return openFileSink(context, intake);
}
