/** The two ends of a long hash or address, which is what people compare: `0x1a2b3c…9f8e7d`. */
export function shorten(text: string, head = 8, tail = 6): string {
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`;
}

/** The hexadecimal part of an event hash id `ni:///sha-256;<hex>?ver=CBV2.0`, or the text itself. */
export function hashHex(eventHash: string): string {
  return /^ni:\/\/\/sha-256;([0-9a-f]{64})/.exec(eventHash)?.[1] ?? eventHash;
}

/** A short, readable form of an EPC, Digital Link or URN: its keys without the domain. */
export function shortenIdentifier(id: string): string {
  const link = /^https?:\/\/[^/]+\/(.+)$/.exec(id)?.[1];
  if (link !== undefined) return decodeURIComponent(link.replace(/\?.*$/, ''));
  return id.replace(/^urn:epc:(id|class|idpat):/, '');
}
