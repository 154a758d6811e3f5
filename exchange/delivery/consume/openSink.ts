import type { DeliveryContext } from '../parts.ts';
import { openFileSink } from './fileSink.ts';
import type { IntakeRow, Manifest } from './intakeRow.ts';
import type { Sink } from './sink.ts';
import { openTableSink } from './tableSink.ts';

/** Opens where an intake goes, at the place where it stopped. */
export const openSink = (
  context: DeliveryContext,
  intake: IntakeRow,
  manifest: Pick<Manifest, 'columns'>,
): Promise<Sink> =>
  intake.destination.kind === 'file' ? openFileSink(context, intake) : openTableSink(context, intake, manifest.columns);
