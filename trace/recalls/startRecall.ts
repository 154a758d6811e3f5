import { randomUUID } from 'node:crypto';
import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import type { Viewer } from '../access/viewer.ts';
import { kindOf } from '../graph/kindOf.ts';
import { toThingKey, tradeItemOf } from '../things.ts';
import { recallErrors } from './errors.ts';
import { announce, type RecallHouse, recordRecallAct } from './house.ts';
import { type Affected, traceAffected } from './traceAffected.ts';

export interface StartRecallParameters {
  /** Lots, items or logistic units, as EPC URIs or GS1 Digital Links. */
  things: readonly string[];
  reason: string;
  instructions: string;
  mock: boolean;
  viewer: Viewer;
  member: string;
}

/**
 * Starts a recall: finds everything affected, tells every holder and keeps it with its evidence in one transaction.
 * @throws RECALL_THING_INVALID, RECALL_NOTHING_KNOWN, RECALL_NOT_YOURS
 */
export async function startRecall(house: RecallHouse, parameters: StartRecallParameters): Promise<string> {
  const { reason, instructions, mock, viewer, member } = parameters;
  const { sql } = house.store;
  const started = Date.now();
  const things = [...new Set(parameters.things.map(readThing))];
  for (const thing of things) await requireRight(sql, thing, member, viewer);
  const affected = await traceAffected(sql, things);
  if (affected.items.length === 0) throw recallErrors.nothingKnown({ thing: things.join(', ').slice(0, 500) });
  const id = randomUUID();
  const time = new Date(started).toISOString();
  const holders = Map.groupBy(affected.items, ({ holder }) => holder);
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO trace.recalls (id, member, things, reason, instructions, mock, started_at, traced_ms, events, truncated)
      VALUES (${id}, ${member}, ${things}, ${reason}, ${instructions}, ${mock}, ${time}::timestamptz,
        ${Date.now() - started}, ${affected.events}, ${affected.truncated})`;
    await tx`
      INSERT INTO trace.recall_items (recall, position, thing, holder, place, quantity, uom, biz_step, first_time, last_time,
        event)
      SELECT ${id}, r.* FROM jsonb_to_recordset(${JSON.stringify(toRows(affected))}::text::jsonb) AS r(position int,
        thing text, holder text, place text, quantity double precision, uom text, biz_step text, first_time timestamptz,
        last_time timestamptz, event bigint)`;
    await tx`
      INSERT INTO trace.recall_notices (recall, holder, items, notified_at)
      SELECT ${id}, holder, count(*), now() FROM trace.recall_items WHERE recall = ${id} GROUP BY holder`;
    const detail = { things, reason, instructions, mock, holders: [...holders.keys()], items: affected.items.length };
    await recordRecallAct(tx, house, { recall: id, member, kind: 'started', time, detail });
    await announce(tx, house);
    for (const holder of holders.keys()) {
      if (holder === member) continue;
      const title = titleOf(mock, things);
      await house.network?.tell(tx, {
        recipient: holder,
        type: 'recall.started',
        member,
        title,
        path: `/recalls/${id}`,
      });
    }
  });
  return id;
}

function readThing(text: string): string {
  const key = toThingKey(text.trim());
  if (['lot', 'item', 'logisticUnit'].includes(kindOf(key))) return key;
  throw recallErrors.thingInvalid({ thing: JSON.stringify(text.slice(0, 200)) });
}

/**
 * Who made or commissioned the thing, its items or its lot may recall it; certifiers and authorities may recall any. Of
 * several who say that they made it, the one that said so first and the one that described the product first may: no rival
 * gets the right by recording goods of another.
 */
async function requireRight(sql: Sql, thing: string, member: string, viewer: Viewer): Promise<void> {
  if (viewer.authority || viewer.kinds.includes('certifier')) return;
  const [row] = await sql<{ known: boolean; makers: string[] | null; describer: string | null }[]>`
    SELECT coalesce(bool_or(${selectVisible(sql, viewer)}), false) AS known,
      array_agg(e.member ORDER BY e.sequence) FILTER (WHERE t.role IN ('output', 'parent')
        OR (t.role = 'epc' AND e.type = 'ObjectEvent' AND e.action = 'ADD')) AS makers,
      (SELECT member FROM trace.vocabulary WHERE key = ${tradeItemOf(thing)}) AS describer
    FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
    WHERE (t.key = ${thing} OR t.key IN (SELECT item FROM trace.lot_items WHERE lot = ${thing})
        OR t.key IN (SELECT lot FROM trace.lot_items WHERE item = ${thing}))
      AND (t.role <> 'parent' OR e.action = 'ADD') AND e.declaration = ''
      AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')`;
  if (!row?.known) throw recallErrors.nothingKnown({ thing });
  const { makers, describer } = row;
  if (makers?.[0] === member || (describer === member && makers?.includes(member))) return;
  throw recallErrors.notYours({ thing });
}

const toRows = ({ items }: Affected) =>
  items.map(({ first, last, bizStep, ...item }, position) => ({
    ...item,
    position,
    biz_step: bizStep,
    first_time: first.toISOString(),
    last_time: last.toISOString(),
  }));

function titleOf(mock: boolean, things: readonly string[]) {
  const lots = things.map((key) => decodeURIComponent(key.split('/').at(-1) ?? key)).join(', ');
  const short = lots.length > 80 ? `${lots.slice(0, 80)}…` : lots;
  return mock
    ? { zh: `召回演练：${short}`, en: `Recall exercise: ${short}` }
    : { zh: `产品召回：${short}，请查看并答复`, en: `Product recall: ${short}; please look and answer` };
}
