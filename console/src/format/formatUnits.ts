import type { Language } from '../i18n/language.ts';

/**
 * A whole number of the smallest unit (decimal text) in units of 10^`decimals`, rounded towards zero after `digits` digits and
 * without floating point. What is not zero but smaller than the last digit is shown as `<0.000001`.
 */
export function formatUnits(amount: string, decimals: number, language: Language, digits: number): string {
  if (!/^-?\d+$/.test(amount)) return amount;
  const value = BigInt(amount);
  const size = value < 0n ? -value : value;
  const unit = 10n ** BigInt(decimals);
  const fraction = (size % unit).toString().padStart(decimals, '0').slice(0, digits).replace(/0+$/, '');
  const whole = new Intl.NumberFormat(language).format(size / unit);
  const sign = value < 0n ? '−' : '';
  if (size !== 0n && size < unit && fraction === '' && digits > 0) return `${sign}<0.${'0'.repeat(digits - 1)}1`;
  return `${sign}${whole}${fraction === '' || decimals === 0 ? '' : `.${fraction}`}`;
}
