import type { Tx } from '../../store/index.ts';
import { conclude, type Examination } from '../findings/detector.ts';
import type { ExaminedEvent } from '../findings/examined.ts';
import { type Limits, ratioOf } from './limits.ts';
import { hashesOf, kilograms, tolerance, weightOf } from './parts.ts';
import type { BalanceEntry } from './recordEntries.ts';

/** The events that are one transformation: one, or all that share a transformationID. */
async function readParts(tx: Tx, { transformation, sequence }: ExaminedEvent): Promise<string[]> {
  if (transformation === null) return [sequence];
  const rows = await tx<{ sequence: string }[]>`
    SELECT sequence::text FROM trace.events e WHERE transformation_id = ${transformation} AND declaration = ''
      AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '') LIMIT 1000`;
  return rows.map((row) => row.sequence);
}

/** Doubts transformations that make more, by weight, than the step can give from what went in. */
export async function checkTransformations({
  tx,
  limits,
  entries,
  events,
  examination,
}: {
  tx: Tx;
  limits: Limits;
  entries: readonly BalanceEntry[];
  events: readonly ExaminedEvent[];
  examination: Examination;
}): Promise<void> {
  const touched = new Set(entries.filter(({ kind }) => kind === 'output').map(({ event }) => event));
  for (const event of events) {
    const concerned = touched.has(event.sequence) || event.transformation !== null || event.withdrawn;
    if (event.type !== 'TransformationEvent' || !concerned) continue;
    const parts = await readParts(tx, event);
    const amounts = await tx<{ kind: string; lot: string; crop: string | null; kilograms: number | null }[]>`
      SELECT kind, lot, crop, kilograms FROM trace.balance_entries
      WHERE event = ANY(${parts}::bigint[]) AND kind IN ('input', 'output')`;
    const [inputs, outputs] = [
      amounts.filter(({ kind }) => kind === 'input'),
      amounts.filter(({ kind }) => kind === 'output'),
    ];
    const sum = (list: typeof inputs) => list.reduce((total, one) => total + (one.kilograms ?? 0), 0);
    const [given, made] = [sum(inputs), sum(outputs)];
    const known = inputs.length > 0 && inputs.every((one) => one.kilograms !== null);
    const ratio = ratioOf(limits, event.step, outputs.find(({ crop }) => crop !== null)?.crop ?? null);
    const most = given * ratio;
    const subject = `transformation ${event.transformation ?? event.hash}`;
    const excess = known && made > most * (1 + tolerance);
    conclude(examination, {
      subject,
      reasons: excess
        ? [
            {
              weight: weightOf(made / most),
              code: 'balance.transformation',
              values: {
                madeKilograms: kilograms(made),
                plausibleKilograms: kilograms(most),
                givenKilograms: kilograms(given),
                mostRatio: ratio,
                step: event.step ?? '',
              },
              zh: `制成 ${kilograms(made)} 千克，而投入 ${kilograms(given)} 千克 × 最高得率 ${ratio} = ${kilograms(most)} 千克。`,
              en: `Made ${kilograms(made)} kg; ${kilograms(given)} kg went in × at most ${ratio} comes out is ${kilograms(most)} kg.`,
            },
          ]
        : [],
      events: excess ? await hashesOf(tx, parts) : [],
      things: [...new Set(amounts.map(({ lot }) => lot))],
      members: [event.member],
    });
  }
}
