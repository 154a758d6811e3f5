/**
 * An amount that somebody typed, such as `1.5`, in the smallest unit as decimal text, without floating point. Returns null when
 * it is no amount or has more than `decimals` digits after the point.
 */
export function parseUnits(typed: string, decimals: number): string | null {
  const parts = /^(\d{1,60})(?:\.(\d+))?$/.exec(typed.trim());
  if (!parts) return null;
  const [, whole = '0', fraction = ''] = parts;
  if (fraction.length > decimals) return null;
  return BigInt(`${whole}${fraction.padEnd(decimals, '0')}`).toString();
}

/** The reverse: an amount of the smallest unit as it would be typed. */
export function writeUnits(amount: string, decimals: number): string {
  const digits = amount.padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${digits.slice(0, digits.length - decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
