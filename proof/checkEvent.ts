import type { BundleCheck } from './bundleCheck.ts';
import type { JsonValue } from './canonicalizeJson.ts';
import { hashDeclaration } from './epcis/hashDeclaration.ts';
import { hashEvents } from './epcis/hashEvents.ts';
import type { ProofBundle } from './proofBundle.ts';

const kinds = ['epcis.event', 'epcis.errorDeclaration'];

/**
 * The check 'event' of a bundle about an EPCIS event or an error declaration: the one event of the payload, or its
 * declaration, has the hash id that the statement is about.
 */
export function checkEvent({ statement, payload }: ProofBundle): BundleCheck {
  const found = (ok: boolean | null, detail: string): BundleCheck => ({ id: 'event', ok, detail });
  if (!kinds.includes(statement.kind)) return found(null, 'The statement is not about an EPCIS event.');
  if (!payload) return found(null, 'The bundle carries no event to identify.');
  const declares = statement.kind === 'epcis.errorDeclaration';
  const noun = declares ? 'error declaration' : 'event';
  try {
    const [event, ...others] = hashEvents(payload.content);
    if (event === undefined || others.length > 0) return found(false, 'The payload is not a document with one event.');
    const hash = declares ? hashDeclaration(event, readDeclaration(payload.content)) : event;
    return hash === statement.subject
      ? found(true, `The ${noun} has the hash id${declares ? '' : ' (CBV 2.0)'} that the statement is about.`)
      : found(false, `The ${noun} has the hash id ${hash}, the statement is about ${statement.subject}.`);
  } catch (error) {
    return found(false, error instanceof Error ? error.message : String(error));
  }
}

/** The error declaration of the one event of a document; null when it has none. */
function readDeclaration(content: JsonValue): JsonValue {
  const { epcisBody } = content as { epcisBody?: { eventList?: { errorDeclaration?: JsonValue }[] } };
  return epcisBody?.eventList?.[0]?.errorDeclaration ?? null;
}
