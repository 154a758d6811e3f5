import type { Tx } from '../../store/index.ts';
import { tradeItemOf } from '../things.ts';
import { conclude, type Detector, type Examination } from './detector.ts';
import type { ExaminedEvent, ExaminedThing } from './examined.ts';

/** What somebody made under the number of another's product. */
interface Making {
  item: string;
  member: string;
  owner: string;
  /** The first events that say so, and how many there are of those looked at. */
  hashes: string[];
  keys: string[];
}

const mostEvents = 50;
const subjectOf = (item: string, member: string) => `product ${item} ${member}`;
const isMade = ({ type, action }: ExaminedEvent, { role }: ExaminedThing) =>
  role === 'output' || (role === 'epc' && type === 'ObjectEvent' && action === 'ADD');

/** Pairs of trade item and maker that these events say something new about. */
async function findPairs(tx: Tx, events: readonly ExaminedEvent[]): Promise<{ item: string; member: string }[]> {
  const named = events.flatMap((event) =>
    event.things.flatMap((thing) => {
      const item = tradeItemOf(thing.key);
      return item === null ? [] : [{ item, member: event.member, made: isMade(event, thing) }];
    }),
  );
  // What others record may explain an earlier doubt: the owner takes the goods over, or they had come from somewhere.
  const doubted = await tx<{ things: string[]; subject: string }[]>`
    SELECT things, subject FROM trace.findings WHERE detector = 'foreign-product' AND state = 'open'
      AND things && ${[...new Set(named.map(({ item }) => item))]}::text[]`;
  const known = doubted.flatMap(({ subject }) => {
    const [, item = '', member = ''] = subject.split(' ');
    return [{ item, member }];
  });
  const pairs = [...named.filter(({ made }) => made), ...known];
  return [...new Map(pairs.map(({ item, member }) => [subjectOf(item, member), { item, member }])).values()];
}

/**
 * What pairs made of products that are another's: the product is of the member that described it first, or else that first
 * recorded lots of it. Goods that the owner too has recorded are made for it; whoever recorded such goods after another
 * member had got them from there, and may pack them anew.
 */
async function readMakings(tx: Tx, pairs: readonly { item: string; member: string }[]): Promise<Making[]> {
  if (pairs.length === 0) return [];
  return tx<Making[]>`
    WITH pair AS (
      SELECT p.item COLLATE "C" AS item, p.member, coalesce(
        (SELECT v.member FROM trace.vocabulary v WHERE v.key = p.item),
        (SELECT e.member FROM trace.lots l JOIN trace.events e ON e.sequence = l.first_event
          WHERE l.key > p.item || '/10/' AND l.key < p.item || '/100' ORDER BY l.first_event LIMIT 1)) AS owner
      FROM unnest(${pairs.map(({ item }) => item)}::text[], ${pairs.map(({ member }) => member)}::text[])
        AS p(item, member)
    )
    SELECT p.item, p.member, p.owner, m.hashes, m.keys
    FROM pair p CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT e.hash) AS hashes, array_agg(DISTINCT e.key) AS keys FROM (
        SELECT e.hash, t.key
        FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
        WHERE (t.key = p.item OR (t.key > p.item || '/' AND t.key < p.item || '0')) AND e.member = p.member
          AND (t.role = 'output' OR (t.role = 'epc' AND e.type = 'ObjectEvent' AND e.action = 'ADD'))
          AND e.declaration = ''
          AND NOT EXISTS (
            SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')
          AND NOT EXISTS (
            SELECT FROM trace.event_things o JOIN trace.events w ON w.sequence = o.event
            WHERE o.key = t.key AND t.key <> p.item AND w.member = p.owner)
        ORDER BY t.event LIMIT ${mostEvents}) AS e) AS m
    WHERE p.owner <> p.member AND m.hashes IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
        WHERE (t.key = p.item OR (t.key > p.item || '/' AND t.key < p.item || '0')) AND e.member = p.member
          AND (t.role IN ('input', 'child') OR e.biz_step IN ('receiving', 'accepting', 'arriving'))
          AND EXISTS (
            SELECT FROM trace.event_things o JOIN trace.events w ON w.sequence = o.event
            WHERE o.key = t.key AND w.sequence < e.sequence AND w.member <> p.member))`;
}

/** Somebody makes goods under the number of a product that is another's, and never received any of it. */
export const examineForeignProducts: Detector = {
  name: 'foreign-product',
  async examine({ tx }, events) {
    const pairs = await findPairs(tx, events);
    const makings = new Map((await readMakings(tx, pairs)).map((one) => [subjectOf(one.item, one.member), one]));
    const examination: Examination = { doubts: [], clear: [] };
    for (const { item, member } of pairs) {
      const { owner, hashes = [], keys = [] } = makings.get(subjectOf(item, member)) ?? {};
      const gtin = item.slice(-14);
      conclude(examination, {
        subject: subjectOf(item, member),
        reasons:
          owner === undefined
            ? []
            : [
                {
                  weight: 0.6,
                  code: 'product.foreign',
                  values: { item, member, owner, events: hashes.length },
                  zh: `产品 ${gtin} 属于 ${owner}，而 ${member} 登记为自己生产了这种产品，且从未收到过 ${owner} 的这种产品。`,
                  en: `The product ${gtin} is of ${owner}; ${member} records that it made some, and never received any.`,
                },
              ],
        events: hashes,
        things: [item, ...keys.filter((key) => key !== item)],
        members: [member, ...(owner === undefined ? [] : [owner])],
      });
    }
    return examination;
  },
};
