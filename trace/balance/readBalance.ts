import type { Sql } from '../../store/index.ts';
import { readCertifiedArea } from './certifiedArea.ts';
import { readLimits, yieldOf } from './limits.ts';

/** What an operator harvested, took in, made and passed on of a crop in a season; kilograms. */
export interface BalanceRow {
  member: string;
  crop: string;
  season: number;
  /** Certified; null for who does not grow, or when no certificate names an area. */
  hectares: number | null;
  /** What the certified area can plausibly bear at most. */
  plausibleKilograms: number | null;
  harvestedKilograms: number;
  receivedKilograms: number;
  inputKilograms: number;
  outputKilograms: number;
  leftKilograms: number;
  /** Events whose weight cannot be known: a unit without weight, a product without a weight a piece. */
  unknown: number;
  verdict: 'balanced' | 'over' | 'unknown';
}

export interface ReadBalanceParameters {
  operator?: string | undefined;
  crop?: string | undefined;
  season?: number | undefined;
}

type Sums = Omit<BalanceRow, 'hectares' | 'plausibleKilograms' | 'verdict'> & { places: (string | null)[] };

const slack = 1.03;

/** The balance of each operator, crop and season, the latest season first; at most 500 rows. */
export async function readBalance(sql: Sql, { operator, crop, season }: ReadBalanceParameters): Promise<BalanceRow[]> {
  const rows = await sql<Sums[]>`
    SELECT member, crop, season,
      coalesce(sum(kilograms) FILTER (WHERE kind = 'harvest'), 0)::float8 AS "harvestedKilograms",
      coalesce(sum(kilograms) FILTER (WHERE kind = 'received'), 0)::float8 AS "receivedKilograms",
      coalesce(sum(kilograms) FILTER (WHERE kind = 'input'), 0)::float8 AS "inputKilograms",
      coalesce(sum(kilograms) FILTER (WHERE kind = 'output'), 0)::float8 AS "outputKilograms",
      greatest(coalesce(sum(kilograms) FILTER (WHERE kind = 'packed'), 0),
        coalesce(sum(kilograms) FILTER (WHERE kind = 'shipped'), 0),
        coalesce(sum(kilograms) FILTER (WHERE kind = 'sold'), 0))::float8 AS "leftKilograms",
      count(*) FILTER (WHERE kilograms IS NULL AND quantity IS NOT NULL)::int AS unknown,
      array_agg(DISTINCT place) FILTER (WHERE kind = 'harvest') AS places
    FROM trace.balance_entries
    WHERE crop IS NOT NULL AND (${operator ?? null}::text IS NULL OR member = ${operator ?? null})
      AND (${crop ?? null}::text IS NULL OR crop = ${crop ?? null})
      AND (${season ?? null}::int IS NULL OR season = ${season ?? null})
    GROUP BY member, crop, season ORDER BY season DESC, member, crop LIMIT 500`;
  const limits = await readLimits(sql);
  const regions = await readRegions(
    sql,
    rows.flatMap(({ places }) => places ?? []),
  );
  return Promise.all(
    rows.map(async ({ places, ...row }) => {
      let hectares: number | null = null;
      let plausibleKilograms: number | null = null;
      for (const place of places ?? []) {
        if (place === null) continue;
        const area = await readCertifiedArea(sql, { place, members: [row.member], crop: row.crop, season: row.season });
        const plausible = yieldOf(limits, row.crop, regions.get(place) ?? null);
        if (!area || !plausible) continue;
        hectares = (hectares ?? 0) + area.hectares;
        plausibleKilograms = (plausibleKilograms ?? 0) + area.hectares * plausible.mostKgPerHectare;
      }
      const over =
        (plausibleKilograms !== null && row.harvestedKilograms > plausibleKilograms * slack) ||
        (row.inputKilograms > 0 && row.outputKilograms > row.inputKilograms * slack);
      const known = row.unknown === 0 && (row.harvestedKilograms === 0 || plausibleKilograms !== null);
      const verdict = over ? 'over' : known ? 'balanced' : 'unknown';
      return { ...row, hectares, plausibleKilograms, verdict } satisfies BalanceRow;
    }),
  );
}

/** Regions of places, by master data of the place or of the site that it is a part of. */
async function readRegions(sql: Sql, places: readonly (string | null)[]): Promise<Map<string, string>> {
  const given = [...new Set(places.filter((place) => place !== null))];
  const rows = await sql<{ place: string; region: string }[]>`
    SELECT p.place, v.attributes->>'https://ns.xiangyu.example/mda#region' AS region
    FROM unnest(${given}::text[]) AS p(place)
    JOIN trace.vocabulary v ON v.key IN (p.place, substring(p.place from '^https://id.gs1.org/414/[0-9]{13}'))
    WHERE v.attributes ? 'https://ns.xiangyu.example/mda#region'`;
  return new Map(rows.map(({ place, region }) => [place, region]));
}
