/** A random UUID (RFC 9562, version 4) as a URN; also where a page without https has no crypto.randomUUID. */
export function makeUuidUrn(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Characters that are hard to confuse when somebody reads them from a label. */
const alphabet = '23456789ACDEFGHJKLMNPQRTUVWXY';

/** A lot number for today that another phone of the same farm does not choose too: `261012-K7QF`. */
export function proposeLot(now: Date): string {
  const day = [now.getFullYear() % 100, now.getMonth() + 1, now.getDate()];
  const random = crypto.getRandomValues(new Uint8Array(4));
  const letters = [...random].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${day.map((part) => String(part).padStart(2, '0')).join('')}-${letters}`;
}

/** Whether a key names one thing (a serial number, a pallet, an asset) and not a quantity of a lot. */
export function isInstance(id: string): boolean {
  return /\/(21|00|8003|8004|253)\//.test(id) || /^urn:uuid:/.test(id);
}

/** GTIN and lot of a key that has both. */
export function lotOf(id: string): { gtin: string; lot: string } | null {
  const [, gtin, lot] = /\/01\/(\d{14})(?:\/22\/[^/]+)?\/10\/([^/?#]+)/.exec(id) ?? [];
  return gtin === undefined || lot === undefined ? null : { gtin, lot: decodeURIComponent(lot) };
}

/** The key of a lot of a product. */
export function lotKey(product: string, lot: string): string {
  return `${product}/10/${encodeURIComponent(lot)}`;
}

/** A lot number may have 20 characters of this set (AI 10, GS1 General Specifications, figure 7.11-1). */
export function isLotNumber(text: string): boolean {
  return /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/.test(text);
}
