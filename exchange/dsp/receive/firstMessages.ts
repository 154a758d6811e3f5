import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { ownMembers } from '../messages/ownMembers.ts';
import { negotiationKind } from '../process/negotiationKind.ts';
import { transferKind } from '../process/transferKind.ts';
import type { NegotiationRow, TransferRow } from '../store/rows.ts';
import type { Answer, Request } from './answer.ts';
import { receiveFirst } from './receiveFirst.ts';
import { findOffered } from './receiveStep.ts';

interface First {
  participant: string;
  request: Request;
  caller: Caller;
}

/** The purpose that an application names; kept apart so that an agreement can be found again. */
export function purposeOf(extension: JsonObject): string | null {
  const application = extension['xy:application'];
  if (application === null || typeof application !== 'object' || Array.isArray(application)) return null;
  const purpose = application.purpose ?? application.matter;
  return typeof purpose === 'string' && purpose !== '' ? purpose : null;
}

function negotiationColumns(message: JsonObject, offered_by: NegotiationRow['offered_by']): Partial<NegotiationRow> {
  const offer = message.offer as JsonObject;
  const extension = ownMembers(message);
  return {
    offer,
    offered_by,
    offer_ids: [String(offer['@id'])],
    dataset: String(offer.target),
    purpose: purposeOf(extension),
    extension,
  };
}

/** `POST /negotiations/request`: a consumer asks for an agreement. */
export async function receiveRequest(context: DspContext, first: First): Promise<Answer> {
  const offered = await findOffered(context, { ...first, type: 'ContractRequestMessage' });
  return receiveFirst(context, {
    ...first,
    kind: negotiationKind,
    role: 'provider',
    type: 'ContractRequestMessage',
    step: 'request',
    async makeRow(_tx, message) {
      const offer = message.offer as JsonObject;
      if (!offered) throw dspErrors.offerUnknown({ offer: String(offer['@id']), dataset: String(offer.target) });
      return negotiationColumns(message, 'consumer');
    },
  });
}

/** `POST /negotiations/offers`: a provider makes an offer on its own. */
export function receiveOffer(context: DspContext, first: First): Promise<Answer> {
  return receiveFirst(context, {
    ...first,
    kind: negotiationKind,
    role: 'consumer',
    type: 'ContractOfferMessage',
    step: 'offer',
    makeRow: async (_tx, message) => negotiationColumns(message, 'provider'),
  });
}

/** A finalized agreement in which the caller is the consumer. @throws DSP_AGREEMENT_UNKNOWN, DSP_AGREEMENT_RETIRED */
async function findAgreement(
  context: DspContext,
  tx: Tx,
  { participant, caller, agreement }: { participant: string; caller: Caller; agreement: string },
): Promise<{ dataset: string }> {
  const known = context.knownAgreement(agreement);
  if (known) return known;
  const [row] = await tx<{ dataset: string; retired_at: Date | null }[]>`
    SELECT dataset, retired_at FROM exchange.negotiations
    WHERE participant = ${participant} AND agreement_id = ${agreement} AND role = 'provider' AND state = 'FINALIZED'
      AND CASE WHEN counterparty_slug = '' THEN counterparty_did = ${caller.did} ELSE counterparty_slug = ${caller.slug} END`;
  if (!row) throw dspErrors.agreementUnknown({ agreement });
  if (row.retired_at) throw dspErrors.agreementRetired({ agreement });
  return row;
}

/** `POST /transfers/request`: a consumer asks for the data of an agreement. */
export function receiveTransfer(context: DspContext, first: First): Promise<Answer> {
  const { participant, caller } = first;
  return receiveFirst(context, {
    ...first,
    kind: transferKind,
    role: 'provider',
    type: 'TransferRequestMessage',
    step: 'request',
    async makeRow(tx, message): Promise<Partial<TransferRow>> {
      const agreement = String(message.agreementId);
      const { dataset } = await findAgreement(context, tx, { participant, caller, agreement });
      return {
        agreement_id: agreement,
        dataset,
        format: String(message.format),
        data_address: (message.dataAddress as JsonObject | undefined) ?? null,
        extension: ownMembers(message),
      };
    },
  });
}
