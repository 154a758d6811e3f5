import { toDigitalLink } from '../../../proof/index.ts';

/** EPC URNs and Digital Links of one thing compare equal; other identifiers stay as they are. */
export function canonicalId(id: string): string {
  return toDigitalLink(id) ?? id;
}
