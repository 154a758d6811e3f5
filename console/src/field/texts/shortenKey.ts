/** What a person reads of a key: the number of a place, a product with its lot, a case; the end of anything else. */
export function shortenKey(id: string): string {
  if (id.startsWith('geo:')) return id.slice(4).split(';')[0] ?? id;
  if (id.startsWith('urn:uuid:')) return `…${id.slice(-8)}`;
  const values = [...id.matchAll(/\/(00|01|10|21|254|253|414|417|8003|8004)\/([^/?#]+)/g)].map(([, , value = '']) =>
    decodeURIComponent(value),
  );
  return values.length > 0 ? values.join(' · ') : id.slice(-32);
}
