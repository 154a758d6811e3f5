const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const citizenChecks = '10X98765432';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const weigh = (values: readonly number[], weights: readonly number[]) =>
  weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);

/**
 * A resident's number with its check character (GB 11643-1999). `region` must be one that was never given to a place, so that
 * the number is nobody's; `birthDate` is YYYY-MM-DD, `sequence` 0 to 999.
 */
export function citizenNumber(region: string, birthDate: string, sequence: number): string {
  const first17 = `${region}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return `${first17}${citizenChecks[weigh([...first17].map(Number), citizenWeights) % 11]}`;
}

/** The check character of an organisation code (GB 11714-1997). */
function organisationCheck(first8: string): string {
  const check = 11 - (weigh([...first8].map(Number), organisationWeights) % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/**
 * A unified social credit code with both of its check characters (GB 32100-2015, GB 11714-1997). `kind` are its first two
 * characters: who registered it, and as what.
 */
export function creditCode(kind: string, region: string, sequence: number): string {
  const first8 = String(90_000_000 + sequence);
  const first17 = `${kind}${region}${first8}${organisationCheck(first8)}`;
  const values = [...first17].map((character) => creditCharacters.indexOf(character));
  return `${first17}${creditCharacters[(31 - (weigh(values, creditWeights) % 31)) % 31]}`;
}
