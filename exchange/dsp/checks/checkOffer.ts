import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import type { NegotiationRow } from '../store/rows.ts';

/**
 * An offer in a request must be one of the catalogue, for its dataset (2025-1, §Contract Request Message); what the caller
 * may not see there does not exist. @throws DSP_OFFER_UNKNOWN
 */
export async function checkCatalogOffer(
  context: DspContext,
  { participant, offer, caller }: { participant: string; offer: JsonObject; caller: { did: string; slug: string } },
): Promise<void> {
  const id = String(offer['@id']);
  const dataset = String(offer.target);
  if (context.knownOffer(dataset)) return;
  const found = await context.catalogue.offerOf(participant, id);
  const seen = found?.dataset.id === dataset && (await context.catalogue.datasetFor(participant, dataset, caller));
  if (!seen) throw dspErrors.offerUnknown({ offer: id, dataset });
}

/** A counter-offer stays with its dataset; a consumer's names an offer that was on the table or is in the catalogue. */
export async function checkOffer(
  context: DspContext,
  row: NegotiationRow,
  { step, message }: { step: 'request' | 'offer'; message: JsonObject },
): Promise<void> {
  const offer = message.offer as JsonObject;
  const id = String(offer['@id']);
  if (offer.target !== row.dataset) {
    throw dspErrors.messageInvalid({ problem: `/offer/target is not ${row.dataset}, which is negotiated` });
  }
  if (step === 'offer' || row.offer_ids.includes(id)) return;
  const caller = { did: row.counterparty_did, slug: row.counterparty_slug };
  await checkCatalogOffer(context, { participant: row.participant, offer, caller });
}
