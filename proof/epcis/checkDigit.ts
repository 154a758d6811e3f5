const ZERO = 48;

/** GS1 mod 10 check digit over the characters `[start, end)` of `digits` (GS1 General Specifications, 7.9.1). */
export function computeCheckDigit(digits: string, start = 0, end = digits.length): number {
  let sum = 0;
  let weight = 3;
  for (let i = end - 1; i >= start; i--) {
    sum += (digits.charCodeAt(i) - ZERO) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** True when the last of the first `length` characters of `key` is the check digit of those before it. */
export function hasCheckDigit(key: string, length: number = key.length): boolean {
  return computeCheckDigit(key, 0, length - 1) === key.charCodeAt(length - 1) - ZERO;
}

const MODEL_CHARACTERS = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const PAIR_CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

/** True when `model` ends in its pair of check characters (Global Model Number; General Specifications, 7.9.5). */
export function hasCheckPair(model: string): boolean {
  const bodyLength = model.length - 2;
  if (bodyLength < 1 || bodyLength > PRIMES.length) return false;
  let sum = 0;
  for (let i = 0; i < bodyLength; i++) {
    const weight = PRIMES[bodyLength - 1 - i] ?? 0;
    sum += MODEL_CHARACTERS.indexOf(model.charAt(i)) * weight;
  }
  const check = sum % 1021;
  return (
    model[bodyLength] === PAIR_CHARACTERS[Math.floor(check / 32)] &&
    model[bodyLength + 1] === PAIR_CHARACTERS[check % 32]
  );
}
