import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import type { TransferState, TransferVerdict } from '../dsp.ts';
import { transferMachine, transferWire } from '../machines/transferMachine.ts';
import { type TransferRow, toTransfer } from '../store/rows.ts';
import type { Kind, Next } from './kind.ts';

/** What a verdict says, as a step. */
export function toTransferStep(verdict: TransferVerdict): Next {
  switch (verdict.do) {
    case 'wait':
      return { wait: verdict.for };
    case 'begin':
      return { step: 'start', payload: verdict.dataAddress ? { dataAddress: verdict.dataAddress } : {} };
    case 'complete':
      return { step: 'complete', payload: {} };
    default:
      return { step: verdict.do, payload: { code: verdict.code, reason: verdict.reason } };
  }
}

async function decideNext(
  context: DspContext,
  tx: Tx,
  { row, taken }: Parameters<Kind<TransferRow>['decideNext']>[2],
): Promise<Next | null> {
  const what = String(row.state).toLowerCase() as Lowercase<TransferState>;
  const event = { what, by: taken.by, message: taken.message };
  let decided: TransferVerdict | null = null;
  for (const hook of context.hooks) {
    const verdict = (await hook.onTransfer?.(tx, toTransfer(row), event)) ?? null;
    decided ??= verdict;
  }
  return decided && toTransferStep(decided);
}

/** Transfer processes. */
export const transferKind: Kind<TransferRow> = {
  name: 'transfer',
  machine: transferMachine,
  wire: transferWire,
  path: 'transfers',
  answerType: 'TransferProcess',
  errorType: 'TransferError',
  factsOf(row, { step, by, message }) {
    if (step === 'suspend') return { suspended_by: by };
    if (step !== 'start') return {};
    // Started again, the data are where they were unless the message says otherwise.
    const data_address = (message.dataAddress as JsonObject | undefined) ?? row.data_address;
    return { data_address, suspended_by: null, ending: null };
  },
  async checkContent() {},
  decideNext,
  restingAt: ({ role, state }) => (role === 'provider' && state === 'REQUESTED' ? 'person' : 'counterparty'),
};
