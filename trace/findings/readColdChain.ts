import type { Store } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { publicViewer } from '../access/viewer.ts';
import { readExamined, readMasterData } from './examined.ts';
import { type Breach, findBreaches } from './findBreaches.ts';
import { readSeries, type Series } from './readSeries.ts';
import { readSensorLimits, type SensorLimits } from './sensorLimits.ts';

/** What was measured on the way of a lot, against its limits. */
export interface ColdChain {
  limits: SensorLimits | null;
  series: {
    /** Hash. */
    event: string;
    kind: Series['kind'];
    device: string;
    /** In the order of time; thinned out to 300. */
    points: { time: string; value: number }[];
    breaches: (Pick<Breach, 'side' | 'limit' | 'peak' | 'minutes'> & { from: string | null; until: string | null })[];
  }[];
}

const mostPoints = 300;
const toText = (time: number | null) => (time === null ? null : new Date(time).toISOString());
const hundredth = (value: number) => Math.round(value * 100) / 100;

/** The readings for everybody in the history of a lot, with the times outside its limits; for the timeline of its page. */
export async function readColdChain(
  { store, readHistory }: { store: Store; readHistory(epc: string): Promise<string[]> },
  lot: string,
): Promise<ColdChain> {
  const hashes = await readHistory(lot);
  return store.transaction(async (tx) => {
    const rows = await tx<{ sequence: string }[]>`
      SELECT sequence::text FROM trace.events e
      WHERE hash = ANY(${hashes}::text[]) AND declaration = '' AND document ? 'sensorElementList'
        AND ${selectVisible(tx, publicViewer)}
      ORDER BY event_time LIMIT 100`;
    const events = await readExamined(
      tx,
      rows.map(({ sequence }) => sequence),
    );
    const limited = await readSensorLimits(tx, await readMasterData(tx, [lot]), [lot]);
    const limits = limited?.limits ?? null;
    const series = events
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap((event) =>
        readSeries(event.document.sensorElementList ?? [], event.prefixes, event.document.eventTime).map((one) => {
          const step = Math.max(1, Math.ceil(one.points.length / mostPoints));
          return {
            event: event.hash,
            kind: one.kind,
            device: one.device,
            points: one.points
              .filter((_, at) => at % step === 0)
              .map(({ time, value }) => ({ time: new Date(time).toISOString(), value: hundredth(value) })),
            breaches: (limits ? findBreaches(one, limits) : []).map(({ side, limit, peak, from, until, minutes }) => ({
              side,
              limit,
              peak: hundredth(peak),
              from: toText(from),
              until: toText(until),
              minutes: minutes === null ? null : Math.round(minutes),
            })),
          };
        }),
      );
    return { limits, series };
  });
}
