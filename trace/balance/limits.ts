import type { Sql, Tx } from '../../store/index.ts';

/** What a hectare of a crop can plausibly bear in a region. */
export interface PlausibleYield {
  crop: string;
  /** ISO 3166-2 code, or * for every other. */
  region: string;
  typicalKgPerHectare: number;
  mostKgPerHectare: number;
  /** 1 to 12. */
  seasonStartsMonth: number;
}

/** The tables of what is plausible. */
export interface Limits {
  yields: PlausibleYield[];
  /** The greatest part of the weight of all inputs that can come out of a step. */
  ratios: { step: string; crop: string; mostRatio: number }[];
}

/** Reads what is plausible; a few dozen rows. */
export async function readLimits(sql: Sql | Tx): Promise<Limits> {
  const [yields, ratios] = await Promise.all([
    sql<PlausibleYield[]>`
      SELECT crop, region, typical_kg_per_hectare AS "typicalKgPerHectare", most_kg_per_hectare AS "mostKgPerHectare",
        season_starts_month AS "seasonStartsMonth"
      FROM trace.plausible_yields ORDER BY crop, region`,
    sql<Limits['ratios']>`SELECT step, crop, most_ratio AS "mostRatio" FROM trace.plausible_ratios`,
  ]);
  return { yields: [...yields], ratios: [...ratios] };
}

/** The yield of a crop in a region, or of the crop anywhere; null for a crop that the table does not have. */
export function yieldOf({ yields }: Limits, crop: string, region: string | null): PlausibleYield | null {
  const of = (name: string | null) => yields.find((one) => one.crop === crop && one.region === name);
  return of(region) ?? of('*') ?? null;
}

/** The greatest part of the inputs' weight that can come out of a step on a crop. */
export function ratioOf({ ratios }: Limits, step: string | null, crop: string | null): number {
  const of = (one: string, other: string) => ratios.find((ratio) => ratio.step === one && ratio.crop === other);
  const found = of(step ?? '', crop ?? '') ?? of(step ?? '', '*') ?? of('*', crop ?? '') ?? of('*', '*');
  return found?.mostRatio ?? 1;
}

/** The season of a harvest: the year in which the crop's season began, by the calendar of the place. */
export function seasonOf(limits: Limits, crop: string | null, time: number, offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const local = new Date(time + offsetMs);
  const starts = crop === null ? 1 : (yieldOf(limits, crop, null)?.seasonStartsMonth ?? 1);
  return local.getUTCFullYear() - (local.getUTCMonth() + 1 < starts ? 1 : 0);
}
