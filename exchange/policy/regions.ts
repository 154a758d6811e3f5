/** Digits up to which a code of GB/T 2260 and its lower levels names a province, city, county, township, village. */
const levels = [2, 4, 6, 9, 12];

/** The significant digits of an administrative code: 430000, 43 and 430000000000 are one region; null for what is no such code. */
function significant(code: string): string | null {
  if (!/^[1-9]\d+$/.test(code) || !levels.includes(code.length)) return null;
  const whole = code.padEnd(12, '0');
  const level = levels.find((digits) => /^0*$/.test(whole.slice(digits))) ?? 12;
  return whole.slice(0, level);
}

/** Such codes as a pattern: 2, 4, 6, 9 or 12 digits. */
export const regionPattern = '^[1-9]\\d(?:\\d{2}){0,2}(?:(?<=\\d{6})\\d{3}){0,2}$';

/** One notation for a region; other names, such as IRIs, stand for themselves. */
export function canonicalRegion(name: string): string {
  return significant(name) ?? name;
}

/** Whether a place lies in a region or is that region. */
export function isWithin(place: string, region: string): boolean {
  const [inner, outer] = [significant(place), significant(region)];
  return inner !== null && outer !== null ? inner.startsWith(outer) : place === region;
}
