import type { Tx } from '../../store/index.ts';
import type { WeighedReason } from '../certificates/checkCertificate.ts';
import { conclude, type Detector, type Examination } from './detector.ts';
import { readMasterData } from './examined.ts';
import { type Breach, findBreaches } from './findBreaches.ts';
import { readContents } from './readContents.ts';
import { readSeries } from './readSeries.ts';
import { readSensorLimits } from './sensorLimits.ts';

const tenth = (value: number) => Math.round(value * 10) / 10;

/** A degree above the limit for an hour is half a doubt; five degrees or a day are hardly one any more. */
function weigh({ peak, limit, minutes, kind }: Breach): number {
  const degrees = Math.abs(peak - limit) / (kind === 'Temperature' ? 1 : 5);
  return Math.min(0.95, 0.35 + degrees * 0.08 + ((minutes ?? 30) / 60) * 0.04);
}

function explain(breach: Breach): WeighedReason {
  const { kind, side, limit, peak, from, until, minutes } = breach;
  const [unit, zhKind, enKind] =
    kind === 'Temperature' ? (['°C', '温度', 'temperature'] as const) : (['%', '相对湿度', 'humidity'] as const);
  const values = {
    limit,
    peak: tenth(peak),
    unit,
    side,
    ...(minutes === null ? {} : { minutes: Math.round(minutes) }),
    ...(from === null ? {} : { from: new Date(from).toISOString() }),
    ...(until === null ? {} : { until: new Date(until).toISOString() }),
    device: breach.device,
  };
  const [zhSide, enSide] = side === 'above' ? ['高于', 'above'] : ['低于', 'below'];
  const [zhTime, enTime] =
    minutes === null
      ? ['（时长未知）', ' (for an unknown time)']
      : [`，持续 ${Math.round(minutes)} 分钟`, ` for ${Math.round(minutes)} minutes`];
  return {
    weight: weigh(breach),
    code: kind === 'Temperature' ? 'cold-chain.temperature' : 'cold-chain.humidity',
    values,
    zh: `${zhKind}${zhSide}限值 ${limit} ${unit}${zhTime}，极值 ${tenth(peak)} ${unit}。`,
    en: `The ${enKind} was ${enSide} the limit of ${limit} ${unit}${enTime}; the extreme was ${tenth(peak)} ${unit}.`,
  };
}

/** Whose goods they are: who harvested, made or opened the lots. */
async function readMakers(tx: Tx, lots: readonly string[]): Promise<string[]> {
  const rows = await tx<{ member: string }[]>`
    SELECT DISTINCT member FROM trace.balance_entries
    WHERE lot = ANY(${[...lots]}::text[]) AND kind IN ('harvest', 'output', 'opened') LIMIT 50`;
  return rows.map(({ member }) => member);
}

/** Readings outside what the goods bear that were there, in containers too, for longer than is tolerated. */
export const examineColdChain: Detector = {
  name: 'cold-chain',
  async examine({ tx }, events) {
    const examination: Examination = { doubts: [], clear: [] };
    for (const event of events) {
      const series = readSeries(event.document.sensorElementList ?? [], event.prefixes, event.document.eventTime);
      if (series.length === 0) continue;
      const own = event.things.map(({ key }) => key);
      const contents = await readContents(tx, own, event.time);
      const limited = await readSensorLimits(tx, await readMasterData(tx, contents), contents);
      const breaches = limited && !event.withdrawn ? series.flatMap((one) => findBreaches(one, limited.limits)) : [];
      conclude(examination, {
        subject: `event ${event.hash}`,
        reasons: breaches.map(explain),
        events: [event.hash],
        things: [...new Set([...own, ...(limited?.things ?? [])])].slice(0, 1000),
        members:
          breaches.length > 0 ? [...new Set([event.member, ...(await readMakers(tx, limited?.things ?? []))])] : [],
      });
    }
    return examination;
  },
};
