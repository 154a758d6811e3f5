import type { Tx } from '../../store/index.ts';
import type { Transfer, TransferVerdict } from '../dsp/dsp.ts';
import type { Grant, GrantState } from '../grants/grants.ts';
import { evaluatePolicy, placeOfUse } from '../policy/policy.ts';
import { type AnswersParts, answerFormats } from './parts.ts';

type HookParts = Pick<AnswersParts, 'house' | 'grants' | 'dsp'>;

const isOurs = ({ format }: Transfer) => answerFormats.some((one) => one === format);

/**
 * Provider: whether a transfer of format `xy:answer` or `xy:match` begins: its grant is active and its policy may still be
 * satisfied. The data address is the data plane below the department's own address; the message tokens are the credentials, so
 * that no secret travels in it.
 */
async function decideRequest({ house, grants }: HookParts, tx: Tx, transfer: Transfer): Promise<TransferVerdict> {
  const grant = await grants.readByAgreement(transfer.participant, transfer.agreementId, tx);
  if (grant?.state === 'pending') return { do: 'wait', for: 'chain' };
  if (grant?.state !== 'active')
    return { do: 'terminate', code: 'GRANT_NOT_ACTIVE', reason: [`The grant is ${grant?.state ?? 'not there'}.`] };
  const { allowed, reasons } = evaluatePolicy(grant.policy, {
    stage: 'start',
    action: transfer.format,
    target: grant.dataset,
    assignee: grant.consumer,
    purpose: grant.purpose,
    caseNumber: null,
    at: house.now(),
    count: grant.used + 1,
    recipient: grant.consumerSlug,
    place: placeOfUse(grant.policy),
    items: null,
    since: grant.notBefore,
  });
  if (!allowed) {
    const reason = reasons.filter(({ ok }) => !ok).map(({ words }) => words.en);
    return { do: 'terminate', code: 'POLICY_REFUSES', reason: reason.slice(0, 5) };
  }
  return {
    do: 'begin',
    dataAddress: {
      '@type': 'DataAddress',
      endpointType: 'https://ns.xiangyu.example/exchange/answers',
      endpoint: `${house.addressOf(transfer.participant)}/data/${transfer.id}`,
    },
  };
}

/** Requests that came before the chain had their grant are decided when it has. */
async function beginWaiting(parts: HookParts, tx: Tx, grant: Grant, before: GrantState | null): Promise<void> {
  const { participant, agreement: agreementId, role, state } = grant;
  if (role !== 'provider' || before !== 'pending' || state === 'pending') return;
  const { items } = await parts.dsp.listTransfers({ participant, role, state: 'REQUESTED', agreementId, perPage: 100 });
  for (const transfer of items.filter(isOurs)) {
    const verdict = await decideRequest(parts, tx, transfer);
    const step = { participant, id: transfer.id, tx };
    if (verdict.do === 'begin')
      await parts.dsp.begin({ ...step, ...(verdict.dataAddress ? { dataAddress: verdict.dataAddress } : {}) });
    if (verdict.do === 'terminate')
      await parts.dsp.terminateTransfer({ ...step, code: verdict.code, reason: verdict.reason });
  }
}

/** Says to the control plane when transfers for answers and matches begin. */
export function followTransfers(parts: HookParts): void {
  parts.dsp.use({
    async onTransfer(tx, transfer, { what }) {
      const asked = isOurs(transfer) && transfer.role === 'provider' && what === 'requested';
      return asked ? decideRequest(parts, tx, transfer) : null;
    },
  });
  parts.grants.onChange((tx, grant, before) => beginWaiting(parts, tx, grant, before));
}
