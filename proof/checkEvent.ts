import type { BundleCheck } from './bundleCheck.ts';
import { hashEvents } from './epcis/hashEvents.ts';
import type { ProofBundle } from './proofBundle.ts';

/** The check 'event' of a bundle of kind `epcis.event`: its one event has the hash id that the statement is about. */
export function checkEvent({ statement, payload }: ProofBundle): BundleCheck {
  const found = (ok: boolean | null, detail: string): BundleCheck => ({ id: 'event', ok, detail });
  if (statement.kind !== 'epcis.event') return found(null, 'The statement is not about an EPCIS event.');
  if (!payload) return found(null, 'The bundle carries no event to identify.');
  try {
    const [hash, ...others] = hashEvents(payload.content);
    if (hash === undefined || others.length > 0) return found(false, 'The payload is not a document with one event.');
    return hash === statement.subject
      ? found(true, 'The event has the hash id (CBV 2.0) that the statement is about.')
      : found(false, `The event has the hash id ${hash}, the statement is about ${statement.subject}.`);
  } catch (error) {
    return found(false, error instanceof Error ? error.message : String(error));
  }
}
