import { XiangyuError } from '../../../errors.ts';
import type { Transfer } from '../../dsp/dsp.ts';
import type { JsonObject } from '../../house.ts';
import type { Caller, Message } from '../../identity/identity.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { type DeliveryRow, readDelivery } from '../transfers/deliveryRow.ts';

/** One HTTP message to the data plane of a department. */
export interface PlaneCall extends Message {
  participant: string;
  /** Id of the department's own row of the transfer, as its address names it. */
  transfer: string;
  authorization: string | undefined;
}

/** Who calls, under which transfer. */
export interface Admitted {
  caller: Caller;
  transfer: Transfer;
  delivery: DeliveryRow;
}

export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Lets a consumer in: records are anchored in time, the caller is a connector of the alliance, and it is the consumer of a started
 * transfer. Unknown and foreign transfers are one answer. @throws AUDIT_ANCHORING_LATE, CONNECTOR_…, DELIVERY_NOT_FOUND
 */
export async function admit(context: DeliveryContext, call: PlaneCall, facts: RefusalFacts = {}): Promise<Admitted> {
  const { audit, identity, dsp, house } = context;
  const { participant, method, path, body, authorization } = call;
  audit.assertAccepting(participant);
  const caller = await identity.checkToken({ slug: participant, authorization, method, path, body });
  facts.caller = caller;
  if (!uuidPattern.test(call.transfer)) throw deliveryErrors.notFound();
  const [transfer, delivery] = await Promise.all([
    dsp.readTransfer(participant, call.transfer),
    readDelivery(house.store.sql, participant, call.transfer),
  ]);
  if (transfer?.role !== 'provider' || transfer.counterparty.slug !== caller.slug || !delivery)
    throw deliveryErrors.notFound();
  facts.transfer = transfer;
  // The consumer may use the address of a start message before its acknowledgement has come back here.
  const started = transfer.state === 'STARTED' || (transfer.state === 'REQUESTED' && transfer.inner === 'sending');
  if (!started || delivery.stopped !== null) throw deliveryErrors.notFound();
  return { caller, transfer, delivery };
}

/** What is known about a request when it is refused; filled as it becomes known. */
export interface RefusalFacts {
  caller?: Caller;
  transfer?: Transfer;
  detail?: JsonObject;
  purpose?: string;
  caseNumber?: string | null;
}

/** Records a refusal or a failure by itself, and passes the error on. */
export async function recordRefusal(
  { audit }: DeliveryContext,
  call: Pick<PlaneCall, 'participant' | 'transfer'>,
  error: unknown,
  facts: {
    caller?: Caller;
    transfer?: Transfer;
    detail?: JsonObject;
    purpose?: string;
    caseNumber?: string | null;
  } = {},
): Promise<never> {
  const { caller, transfer, detail, purpose, caseNumber } = facts;
  const known = error instanceof XiangyuError ? error : null;
  // What only asks the caller to wait is neither; a limit of the agreement is one, though it passes.
  if (!known?.retryable || known.status >= 500 || known.code === 'GRANT_TOO_OFTEN') {
    await audit.recordAlone({
      participant: call.participant,
      kind: 'refusal',
      outcome: known && known.status < 500 ? 'refused' : 'failed',
      counterparty: caller?.did,
      transfer: transfer?.id,
      agreement: transfer?.agreementId,
      dataset: transfer?.dataset,
      purpose,
      caseNumber: caseNumber ?? undefined,
      detail: { code: known?.code ?? 'INTERNAL', ...detail },
    });
  }
  throw error;
}
