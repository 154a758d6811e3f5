import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Destination, Intake, StartIntakeParameters } from '../delivery.ts';
import { deliveryErrors } from '../errors.ts';
import { needSpace } from '../needSpace.ts';
import type { DeliveryContext } from '../parts.ts';
import { dataAddress } from '../transfers/prepare.ts';
import { filePaths } from './fileSink.ts';
import { readIntakeRow, toIntake } from './intakeRow.ts';
import { connectDestination, readManaged } from './tableSink.ts';

const mostNameBytes = 200;

/** A file's name without folders, that a listing shows as it is. */
function checkName(name: string): void {
  const fine =
    Buffer.byteLength(name) <= mostNameBytes &&
    /^[^\p{C}/\\]+$/u.test(name) &&
    name.trim() === name &&
    !name.startsWith('.');
  if (!fine)
    throw deliveryErrors.destinationInvalid({
      problem: `the name has folders, hidden characters or more than ${mostNameBytes} bytes, or begins with a dot`,
    });
}

async function checkDestination(context: DeliveryContext, p: StartIntakeParameters): Promise<void> {
  const { participant, destination, format } = p;
  if (destination.kind === 'file') {
    checkName(destination.name);
    const { received } = filePaths(context.folder, { participant, id: '', destination });
    if (await stat(received).catch(() => null))
      throw deliveryErrors.destinationInvalid({ problem: `there is a file ${destination.name} already` });
    return;
  }
  if (format === 'xy:pull-file' || format === 'xy:pull-parquet')
    throw deliveryErrors.destinationInvalid({ problem: `what comes as ${format} is a file, not rows` });
  if (!/^(?:[^\p{C}."]{1,63}\.)?[^\p{C}."]{1,63}$/u.test(destination.table))
    throw deliveryErrors.destinationInvalid({ problem: 'the table is named as table or schema.table' });
  const sql = await connectDestination(context, participant, destination.source);
  try {
    const there = await readManaged(sql, destination.table);
    if (there && !there.managed)
      throw deliveryErrors.destinationInvalid({
        problem: `${destination.table} is there and was not made by a delivery`,
      });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The address of a push: the consumer's own data plane. */
const pushAddress = (base: string, intake: string, destination: Destination) => ({
  ...dataAddress(base, intake),
  endpointProperties: [{ '@type': 'EndpointProperty', name: 'destination', value: destination.kind }],
});

/**
 * Requests a transfer and everything that it will need, in one transaction; the background takes it from there.
 * @throws DELIVERY_DESTINATION_INVALID, DELIVERY_DISK_FULL, DELIVERY_FORMAT_UNKNOWN, DSP_AGREEMENT_UNKNOWN
 */
export async function receive(context: DeliveryContext, p: StartIntakeParameters): Promise<Intake> {
  const { house, dsp } = context;
  const { participant, agreement, format, purpose, caseNumber, place, destination } = p;
  if (format === 'xy:query') throw deliveryErrors.formatUnknown({ format });
  await checkDestination(context, p);
  if (destination.kind === 'file') await needSpace(context, null);
  const id = randomUUID();
  const at = house.now();
  await house.store.transaction(async (tx) => {
    const [made] = await tx`
      INSERT INTO exchange.intakes ${tx({
        id,
        participant,
        agreement,
        format,
        purpose,
        case_number: caseNumber,
        destination: destination as never,
        state: 'running',
        started_at: at,
        changed_at: at,
      })}
      ON CONFLICT DO NOTHING RETURNING id`;
    if (!made) throw deliveryErrors.destinationInvalid({ problem: 'another delivery already has this file name' });
    const transfer = await dsp.startTransfer({
      participant,
      agreementId: agreement,
      format,
      extension: { 'xy:purpose': purpose, 'xy:caseNumber': caseNumber, ...(place ? { 'xy:place': place } : {}) },
      key: `intake ${id}`,
      ...(format === 'xy:push' ? { dataAddress: pushAddress(house.addressOf(participant), id, destination) } : {}),
      tx,
    });
    await tx`UPDATE exchange.intakes SET transfer = ${transfer.id} WHERE id = ${id}`;
  });
  context.wake();
  return toIntake(await readIntakeRow(house.store.sql, participant, id));
}
