import type { Transfer, TransferState } from '../dsp/dsp.ts';
import { sayInChinese } from '../sayInChinese.ts';
import { type IntakeRow, toIntake } from './consume/intakeRow.ts';
import type { Intake } from './delivery.ts';
import { deliveryErrors } from './errors.ts';
import type { DeliveryContext } from './parts.ts';
import type { DeliveryRow } from './transfers/deliveryRow.ts';

/** A transfer with how far its data are, on either side. */
export interface ShownTransfer {
  id: string;
  role: 'provider' | 'consumer';
  counterparty: string;
  agreement: string;
  dataset: string;
  format: string;
  state: TransferState | null;
  inner: string;
  ending: { code: string; reason: string[]; reasonZh: string[]; by: 'provider' | 'consumer' } | null;
  /** Of the provider: how far the making and, for a push, the sending is. */
  delivery: {
    state: string;
    chunks: number | null;
    pushed: number;
    rows: number | null;
    problem: string | null;
    problemZh: string | null;
  } | null;
  /** Of the consumer. */
  intake: Intake | null;
  createdAt: string;
  updatedAt: string;
}

export interface ListTransfersOptions {
  participant: string;
  role?: 'provider' | 'consumer' | undefined;
  state?: TransferState | undefined;
  agreement?: string | undefined;
  perPage: number;
  pageToken?: string | undefined;
}

const numberOrNull = (text: string | null) => (text === null ? null : Number(text));

function show(transfer: Transfer, delivery: DeliveryRow | undefined, intake: IntakeRow | undefined): ShownTransfer {
  return {
    id: transfer.id,
    role: transfer.role,
    counterparty: transfer.counterparty.slug,
    agreement: transfer.agreementId,
    dataset: transfer.dataset,
    format: transfer.format,
    state: transfer.state,
    inner: transfer.inner,
    ending: transfer.ending && {
      ...transfer.ending,
      reasonZh: transfer.ending.reason.map((reason) => sayInChinese(reason) ?? reason),
    },
    delivery: delivery
      ? {
          state: delivery.state,
          chunks: numberOrNull(delivery.chunks),
          pushed: Number(delivery.pushed),
          rows: numberOrNull(delivery.rows),
          problem: delivery.problem,
          problemZh: sayInChinese(delivery.problem),
        }
      : null,
    intake: intake ? toIntake(intake) : null,
    createdAt: transfer.createdAt.toISOString(),
    updatedAt: transfer.updatedAt.toISOString(),
  };
}

async function join(
  { house }: DeliveryContext,
  participant: string,
  transfers: readonly Transfer[],
): Promise<ShownTransfer[]> {
  const { sql } = house.store;
  const ids = transfers.map(({ id }) => id);
  const [deliveries, intakes] = await Promise.all([
    sql<DeliveryRow[]>`
      SELECT transfer, state, chunks, pushed, rows, problem FROM exchange.deliveries
      WHERE participant = ${participant} AND transfer = ANY (${ids}::uuid[])`,
    sql<IntakeRow[]>`
      SELECT * FROM exchange.intakes WHERE participant = ${participant} AND transfer = ANY (${ids}::uuid[])`,
  ]);
  return transfers.map((transfer) =>
    show(
      transfer,
      deliveries.find((one) => one.transfer === transfer.id),
      intakes.find((one) => one.transfer === transfer.id),
    ),
  );
}

/** A department's transfers, as provider and consumer, the newest first. */
export async function listTransfers(
  context: DeliveryContext,
  p: ListTransfersOptions,
): Promise<{ items: ShownTransfer[]; nextPageToken: string | null }> {
  const { participant, role, state, agreement, perPage, pageToken } = p;
  const { items, nextPageToken } = await context.dsp.listTransfers({
    participant,
    perPage,
    ...(role ? { role } : {}),
    ...(state ? { state } : {}),
    ...(agreement ? { agreementId: agreement } : {}),
    ...(pageToken ? { pageToken } : {}),
  });
  return { items: await join(context, participant, items), nextPageToken };
}

/** One of them. @throws DELIVERY_TRANSFER_UNKNOWN */
export async function showTransfer(context: DeliveryContext, participant: string, id: string): Promise<ShownTransfer> {
  const transfer = await context.dsp.readTransfer(participant, id);
  const [shown] = transfer ? await join(context, participant, [transfer]) : [];
  if (!shown) throw deliveryErrors.transferUnknown({ id: id.slice(0, 100) });
  return shown;
}
