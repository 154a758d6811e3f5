import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { DspContext } from '../context.ts';
import type { Counterparty, StartTransferParameters, Transfer } from '../dsp.ts';
import { dspErrors } from '../errors.ts';
import { findProblems } from '../messages/checkMessage.ts';
import { messageContext, pidOf } from '../messages/context.ts';
import { queueStep } from '../process/queueStep.ts';
import { transferKind } from '../process/transferKind.ts';
import { insertProcess } from '../store/processes.ts';
import { type NegotiationRow, type TransferRow, toTransfer } from '../store/rows.ts';
import { within } from './takeStep.ts';

function checkRequest({ agreementId, format, dataAddress }: StartTransferParameters): void {
  const draft = {
    '@context': messageContext,
    '@type': 'TransferRequestMessage',
    consumerPid: 'urn:own',
    callbackAddress: 'https://a.example',
    agreementId,
    format,
    ...(dataAddress ? { dataAddress } : {}),
  };
  const problems = findProblems('TransferRequestMessage', draft);
  if (problems.length > 0) throw dspErrors.messageInvalid({ problem: problems.join('; ') });
}

async function findTwin(tx: Tx, participant: string, key: string): Promise<TransferRow | null> {
  const [row] = await tx<TransferRow[]>`
    SELECT * FROM exchange.transfers WHERE participant = ${participant} AND key = ${key}`;
  return row ?? null;
}

/** Asks a connector whose address is known for the data of an agreement. */
export async function beginTransfer(
  context: DspContext,
  tx: Tx,
  p: { parameters: StartTransferParameters; counterparty: Counterparty; dataset: string },
): Promise<Transfer> {
  const { participant, agreementId, format, dataAddress, extension = {}, key = null } = p.parameters;
  const known = key === null ? null : await findTwin(tx, participant, key);
  if (known) return toTransfer(known);
  const id = randomUUID();
  const at = context.house.now();
  const row = await insertProcess<TransferRow>(tx, 'transfer', {
    id,
    participant,
    role: 'consumer',
    initiator: 'consumer',
    provider_pid: null,
    consumer_pid: pidOf(id),
    counterparty_did: p.counterparty.did,
    counterparty_slug: p.counterparty.slug,
    counterparty_address: p.counterparty.address,
    state: null,
    inner_state: 'sending',
    agreement_id: agreementId,
    dataset: p.dataset,
    format,
    data_address: dataAddress ?? null,
    extension,
    suspended_by: null,
    key,
    created_at: at,
    updated_at: at,
  });
  if (!row) {
    const twin = key === null ? null : await findTwin(tx, participant, key);
    if (!twin) throw dspErrors.busy();
    return toTransfer(twin);
  }
  const payload = { agreementId, format, ...(dataAddress ? { dataAddress } : {}), ...extension };
  return toTransfer(await queueStep(context, tx, { kind: transferKind, row, step: 'request', payload }));
}

/** Asks for the data of a finalized agreement. @throws DSP_AGREEMENT_UNKNOWN, DSP_AGREEMENT_RETIRED, DSP_MESSAGE_INVALID */
export async function startTransfer(context: DspContext, parameters: StartTransferParameters): Promise<Transfer> {
  checkRequest(parameters);
  const { participant, agreementId } = parameters;
  return within(context, parameters.tx, async (tx) => {
    const [agreed] = await tx<NegotiationRow[]>`
      SELECT * FROM exchange.negotiations
      WHERE participant = ${participant} AND agreement_id = ${agreementId} AND role = 'consumer' AND state = 'FINALIZED'`;
    if (!agreed) throw dspErrors.agreementUnknown({ agreement: agreementId });
    if (agreed.retired_at) throw dspErrors.agreementRetired({ agreement: agreementId });
    const counterparty = {
      did: agreed.counterparty_did,
      slug: agreed.counterparty_slug,
      address: agreed.counterparty_address,
    };
    return beginTransfer(context, tx, { parameters, counterparty, dataset: agreed.dataset });
  });
}
