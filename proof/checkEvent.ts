import type { ProofBundle } from './proofBundle.ts';
import type { BundleCheck } from './verifyBundle.ts';

/** The check 'event' of a bundle of kind `epcis.event`: its one event has the identity that the statement is about. */
export function checkEvent({ statement, payload }: ProofBundle): BundleCheck {
  if (statement.kind !== 'epcis.event')
    return { id: 'event', ok: null, detail: 'The statement is not about an event.' };
  if (!payload) return { id: 'event', ok: null, detail: 'The bundle carries no event to identify.' };
  return { id: 'event', ok: null, detail: 'Not checked.' };
}
