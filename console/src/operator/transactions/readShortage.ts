/**
 * Reads what an account lacks, in wei, out of what a node or the platform says of a transaction that cannot be paid: null when it
 * says something else.
 */
export function readShortage(text: string | null): string | null {
  const missing = /insufficient funds: (\d+) wei are missing/.exec(text ?? '')?.[1];
  if (missing !== undefined) return missing;
  const [, expected, got] = /NotEnoughBalance \{ expected: (\d+), got: (\d+)/.exec(text ?? '') ?? [];
  if (expected === undefined || got === undefined) return null;
  const lack = BigInt(expected) - BigInt(got);
  return lack > 0n ? lack.toString() : null;
}
