import { epcUrnToDigitalLink } from './epcUrnToDigitalLink.ts';
import { type LinkPart, readDigitalLink, writeDigitalLink } from './readDigitalLink.ts';

/**
 * The canonical GS1 Digital Link `https://id.gs1.org/…` of an EPC URN (also class and pattern) or of a Digital Link on
 * any domain, at its finest level of identity: `01` with `21`, `10` or `235`, `414` with `254`, and so on, without
 * query string and attributes (CBV 2.0, event hash rules on EPC URIs and Digital Links). Check digits of a given link
 * are taken as they are. Null when the text is neither.
 */
export function toDigitalLink(uri: string): string | null {
  if (uri.startsWith('urn:')) return epcUrnToDigitalLink(uri);
  if (!uri.startsWith('http://') && !uri.startsWith('https://')) return null;
  const parts = readDigitalLink(uri);
  if (!parts) return null;
  const { key, qualifiers } = parts;
  if (qualifiers.length === 0) return writeDigitalLink(key, qualifiers);
  for (const level of key.rule.levels) {
    const finest: LinkPart | undefined = qualifiers.find((part) => part.rule.ai === level);
    if (finest) return writeDigitalLink(key, [finest]);
  }
  return writeDigitalLink(key, []);
}
