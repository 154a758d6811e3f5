/** What a key names: an item, a lot, a trade item without either, a logistic unit, an asset. */
export function kindOf(key: string): 'item' | 'lot' | 'tradeItem' | 'logisticUnit' | 'asset' | 'other' {
  const [, ai, qualifier] = /^https:\/\/id\.gs1\.org\/(\d+)\/[^/]+(?:\/(\d+)\/)?/.exec(key) ?? [];
  if (ai === '01') return qualifier === '10' ? 'lot' : qualifier === undefined ? 'tradeItem' : 'item';
  if (ai === '00') return 'logisticUnit';
  return ai === '8003' || ai === '8004' ? 'asset' : 'other';
}
