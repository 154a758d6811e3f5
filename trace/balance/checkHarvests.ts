import type { Tx } from '../../store/index.ts';
import type { WeighedReason } from '../certificates/checkCertificate.ts';
import { conclude, type Examination } from '../findings/detector.ts';
import { readMasterData } from '../findings/examined.ts';
import { readCertifiedArea } from './certifiedArea.ts';
import { followProducts } from './followProducts.ts';
import { type Limits, yieldOf } from './limits.ts';
import { hashesOf, kilograms, tolerance, weightOf } from './parts.ts';
import type { BalanceEntry } from './recordEntries.ts';

/** A harvest of a place, a crop and a season. */
interface HarvestBalance {
  place: string;
  crop: string;
  season: number;
  hectares: number;
  mostKgPerHectare: number;
  /** What the certified area can plausibly bear at most. */
  plausibleKilograms: number;
  harvestedKilograms: number;
  lots: string[];
  events: string[];
  members: string[];
  certificates: string[];
}

/** Compares a season's harvests of a place with its certified area; null when no area or no yield is known. */
async function readHarvest(
  tx: Tx,
  { place, crop, season }: { place: string; crop: string; season: number },
  { limits, region }: { limits: Limits; region: string | null },
): Promise<HarvestBalance | null> {
  const plausible = yieldOf(limits, crop, region);
  const rows = await tx<{ lot: string; event: string; member: string; kilograms: number | null }[]>`
    SELECT lot, event::text, member, kilograms FROM trace.balance_entries
    WHERE place = ${place} AND crop = ${crop} AND season = ${season} AND kind = 'harvest'
    ORDER BY event LIMIT 20000`;
  const members = [...new Set(rows.map(({ member }) => member))];
  const area = plausible && (await readCertifiedArea(tx, { place, crop, members, season }));
  if (!plausible || !area) return null;
  return {
    place,
    crop,
    season,
    hectares: area.hectares,
    mostKgPerHectare: plausible.mostKgPerHectare,
    plausibleKilograms: area.hectares * plausible.mostKgPerHectare,
    harvestedKilograms: rows.reduce((sum, row) => sum + (row.kilograms ?? 0), 0),
    lots: [...new Set(rows.map(({ lot }) => lot))],
    events: rows.map(({ event }) => event),
    members,
    certificates: area.certificates.map(({ number }) => number),
  };
}

/** Doubts harvests that are more than the certified area can bear, and says what was made and sold of them. */
export async function checkHarvests({
  tx,
  limits,
  entries,
  examination,
}: {
  tx: Tx;
  limits: Limits;
  entries: readonly BalanceEntry[];
  examination: Examination;
}): Promise<void> {
  // A harvest that was examined before is looked at again when something is made or sold of it: that is told with it.
  const moved = entries.filter(({ kind }) => kind !== 'harvest').map(({ lot }) => lot);
  const doubted = await tx<{ subject: string }[]>`
    SELECT subject FROM trace.findings
    WHERE detector = 'mass-balance' AND state = 'open' AND subject LIKE 'harvest %' AND things && ${moved}::text[]`;
  const subjects = new Map<string, { place: string; crop: string; season: number }>(
    entries.flatMap(({ kind, place, crop, season }) =>
      kind === 'harvest' && place !== null && crop !== null
        ? [[`harvest ${place} ${crop} ${season}`, { place, crop, season }] as const]
        : [],
    ),
  );
  for (const { subject } of doubted) {
    const [, place = '', crop = '', season = ''] = subject.split(' ');
    subjects.set(subject, { place, crop, season: Number(season) });
  }
  const masterData = await readMasterData(
    tx,
    [...subjects.values()].map(({ place }) => place),
  );
  for (const [subject, which] of subjects) {
    const region = masterData.read(which.place, 'region');
    const harvest = await readHarvest(tx, which, { limits, region });
    if (!harvest) continue;
    const { harvestedKilograms, plausibleKilograms } = harvest;
    const doubt = { subject, reasons: [] as WeighedReason[], events: [], things: [], members: harvest.members };
    if (harvestedKilograms <= plausibleKilograms * (1 + tolerance)) {
      conclude(examination, doubt);
      continue;
    }
    const products = await Promise.all(harvest.lots.slice(0, 50).map((lot) => followProducts(tx, lot)));
    const sum = (part: 'madeKilograms' | 'leftKilograms') => products.reduce((total, one) => total + one[part], 0);
    const sequences = [...harvest.events, ...products.flatMap(({ events }) => events)];
    conclude(examination, {
      ...doubt,
      reasons: explain(harvest, sum('madeKilograms'), sum('leftKilograms')),
      events: await hashesOf(tx, sequences),
      things: [...new Set([...harvest.lots, ...products.flatMap(({ lots }) => lots)])].slice(0, 1000),
    });
  }
}

function explain(harvest: HarvestBalance, made: number, left: number): WeighedReason[] {
  const { harvestedKilograms: harvested, plausibleKilograms: plausible, hectares, mostKgPerHectare, crop } = harvest;
  const values = {
    harvestedKilograms: kilograms(harvested),
    plausibleKilograms: kilograms(plausible),
    hectares,
    mostKgPerHectare,
    crop,
    season: harvest.season,
    place: harvest.place,
    certificates: harvest.certificates.join(', '),
  };
  const weight = weightOf(harvested / plausible);
  const land = {
    weight,
    code: 'balance.harvest',
    values,
    zh: `登记采收 ${values.harvestedKilograms} 千克，而认证面积 ${hectares} 公顷 × 每公顷最多 ${mostKgPerHectare} 千克 = ${values.plausibleKilograms} 千克。`,
    en: `${values.harvestedKilograms} kg were recorded as harvested; ${hectares} ha certified × at most ${mostKgPerHectare} kg/ha is ${values.plausibleKilograms} kg.`,
  };
  if (made === 0) return [land];
  const plausibleMade = kilograms((plausible / harvested) * made);
  const sold = left > 0;
  const amount = kilograms(sold ? left : made);
  return [
    {
      weight: 0.3,
      code: sold ? 'balance.sold' : 'balance.made',
      values: { kilograms: amount, plausibleKilograms: plausibleMade, madeKilograms: kilograms(made) },
      zh: `${sold ? '售出' : '制成'} ${amount} 千克，按此面积最多只可能有 ${plausibleMade} 千克。`,
      en: `${sold ? 'Sold' : 'Made'} ${amount} kg; at most ${plausibleMade} kg are plausible from this land.`,
    },
    land,
  ];
}
