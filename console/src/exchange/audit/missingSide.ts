import { type ExchangeBundle, readJws } from '../../../../proof/index.ts';

/**
 * DID of the connector whose records a bundle does not hold; null when both sides are there. It is the counterparty that the
 * records name most often: others, such as the data authority, are in few of them.
 */
export function missingSide({ views }: ExchangeBundle): string | null {
  if (views.length !== 1) return null;
  const counts = new Map<string, number>();
  for (const { jws } of views[0]?.records ?? []) {
    const named = readJws(jws)?.payload.counterparty;
    if (typeof named === 'string') counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
