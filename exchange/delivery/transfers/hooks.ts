import { XiangyuError } from '../../../errors.ts';
import type { Tx } from '../../../store/index.ts';
import type { DspHooks, Transfer, TransferEvent, TransferVerdict } from '../../dsp/dsp.ts';
import { type TransferFormat, transferFormats } from '../delivery.ts';
import type { DeliveryContext } from '../parts.ts';
import { judge } from '../plane/judge.ts';
import { prepare } from './prepare.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Whether a transfer is one of this part. */
const isOurs = (format: string): format is TransferFormat => transferFormats.some((one) => one === format);

/** A request for data under an agreement: begun at once when the grant allows it, later when it waits for the chain. */
export async function decideRequest(context: DeliveryContext, tx: Tx, transfer: Transfer): Promise<TransferVerdict> {
  const { participant, agreementId: agreement, extension, format } = transfer;
  const grant = await context.grants.readByAgreement(participant, agreement, tx);
  if (grant?.state === 'pending') return { do: 'wait', for: 'chain' };
  try {
    await judge(context, {
      participant,
      agreement,
      stage: 'start',
      purpose: textOf(extension['xy:purpose']),
      caseNumber: textOf(extension['xy:caseNumber']),
      place: textOf(extension['xy:place']) ?? undefined,
      counts: true,
      tx,
    });
    const dataAddress = await prepare(context, tx, transfer);
    return format === 'xy:push' ? { do: 'begin' } : { do: 'begin', dataAddress };
  } catch (error) {
    if (!(error instanceof XiangyuError) || error.status >= 500) throw error;
    return { do: 'terminate', code: error.code, reason: [error.reason] };
  }
}

async function followAsProvider(
  { stops, keys }: DeliveryContext,
  tx: Tx,
  { participant, id }: Transfer,
  what: string,
): Promise<void> {
  if (what === 'started') {
    await tx`UPDATE exchange.deliveries SET stopped = NULL WHERE participant = ${participant} AND transfer = ${id}`;
    return;
  }
  // What runs holds the row; it lets go within a second of being told.
  await stops.stop(participant, id);
  keys.forget(participant, id);
  // What is over needs its key no more; what is left of its spool is then nothing.
  await tx`
    UPDATE exchange.deliveries
    SET stopped = ${what}, sealed_key = CASE WHEN ${what === 'suspended'} THEN sealed_key ELSE '' END
    WHERE participant = ${participant} AND transfer = ${id}`;
}

async function followAsConsumer(context: DeliveryContext, tx: Tx, transfer: Transfer, what: string): Promise<void> {
  const { participant, id, ending } = transfer;
  const at = context.house.now();
  if (what === 'started') {
    await tx`
      UPDATE exchange.intakes SET state = 'running', next_attempt_at = now(), changed_at = ${at}
      WHERE participant = ${participant} AND transfer = ${id} AND state IN ('running', 'suspended')`;
    return;
  }
  context.consumerKeys.forget(id);
  await context.stops.stop(participant, id);
  if (what === 'suspended') {
    await tx`
      UPDATE exchange.intakes SET state = 'suspended', changed_at = ${at}
      WHERE participant = ${participant} AND transfer = ${id} AND state = 'running'`;
    return;
  }
  // A stream has no other end than this; what came is there.
  await tx`
    UPDATE exchange.intakes SET changed_at = ${at}, problem = ${ending?.reason.join(' ') ?? null},
      state = CASE WHEN format = 'xy:stream' THEN 'done' ELSE 'failed' END
    WHERE participant = ${participant} AND transfer = ${id} AND state IN ('running', 'suspended')`;
}

/** What the delivery does at every step of a transfer process. */
export function transferHooks(context: DeliveryContext): DspHooks {
  return {
    async onTransfer(tx: Tx, transfer: Transfer, { what }: TransferEvent): Promise<TransferVerdict | null> {
      if (!isOurs(transfer.format)) return null;
      if (transfer.role === 'provider' && what === 'requested') return decideRequest(context, tx, transfer);
      if (what === 'requested') return null;
      if (transfer.role === 'provider') await followAsProvider(context, tx, transfer, what);
      else await followAsConsumer(context, tx, transfer, what);
      await context.wakeWith(tx);
      return null;
    },
  };
}
