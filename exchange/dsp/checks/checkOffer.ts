import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import type { NegotiationRow } from '../store/rows.ts';

/**
 * Whether an offer is one of the catalogue, for its dataset, that the caller may see there. Not within a transaction: the
 * catalogue reads with a connection of its own.
 */
export async function isOffered(
  context: DspContext,
  { participant, offer, caller }: { participant: string; offer: JsonObject; caller: { did: string; slug: string } },
): Promise<boolean> {
  const dataset = String(offer.target);
  if (context.knownOffer(dataset)) return true;
  const found = await context.catalogue.offerOf(participant, String(offer['@id']));
  if (found?.dataset.id !== dataset) return false;
  return (await context.catalogue.datasetFor(participant, dataset, caller)) !== null;
}

/**
 * A counter-offer stays with its dataset; a consumer's names an offer that was on the table or is in the catalogue
 * (2025-1, §Contract Request Message). @throws DSP_OFFER_UNKNOWN, DSP_MESSAGE_INVALID
 */
export function checkOffer(
  row: NegotiationRow,
  { step, message, offered }: { step: 'request' | 'offer'; message: JsonObject; offered: boolean },
): void {
  const offer = message.offer as JsonObject;
  const id = String(offer['@id']);
  if (offer.target !== row.dataset) {
    throw dspErrors.messageInvalid({ problem: `/offer/target is not ${row.dataset}, which is negotiated` });
  }
  if (step === 'offer' || offered || row.offer_ids.includes(id)) return;
  throw dspErrors.offerUnknown({ offer: id, dataset: row.dataset });
}
