import type { Tx } from '../../../store/index.ts';
import type { Grant, GrantState } from '../../grants/grants.ts';
import { transferFormats } from '../delivery.ts';
import type { DeliveryContext } from '../parts.ts';
import { decideRequest } from './hooks.ts';

/** Requests that came before the chain had their grant are decided when it has. */
export async function beginWaiting(
  context: DeliveryContext,
  tx: Tx,
  grant: Grant,
  before: GrantState | null,
): Promise<void> {
  const { participant, agreement, role, state } = grant;
  if (role !== 'provider' || before !== 'pending' || state === 'pending') return;
  const { items } = await context.dsp.listTransfers({
    participant,
    role,
    state: 'REQUESTED',
    agreementId: agreement,
    perPage: 100,
  });
  for (const transfer of items) {
    if (!transferFormats.some((format) => format === transfer.format)) continue;
    const verdict = await decideRequest(context, tx, transfer);
    const step = { participant, id: transfer.id, tx };
    if (verdict.do === 'begin')
      await context.dsp.begin({ ...step, ...(verdict.dataAddress ? { dataAddress: verdict.dataAddress } : {}) });
    if (verdict.do === 'terminate')
      await context.dsp.terminateTransfer({ ...step, code: verdict.code, reason: verdict.reason });
  }
}
