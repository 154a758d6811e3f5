import { randomUUID } from 'node:crypto';
import { findLinkProblems, inBoth, linkWords } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { publicViewer } from '../access/viewer.ts';
import type { WeighedReason } from '../certificates/checkCertificate.ts';
import { alertInspectors } from '../findings/alertInspectors.ts';
import { storeDoubts } from '../findings/storeDoubts.ts';
import type { TraceNetwork } from '../network.ts';
import { toThingKey } from '../things.ts';
import { reportErrors } from './errors.ts';

/** What a consumer may suspect. */
export const reportKinds = ['counterfeit', 'opened', 'spoiled', 'label', 'other'] as const;

/** One of `reportKinds`. */
export type ReportKind = (typeof reportKinds)[number];

const words: Readonly<Record<ReportKind, { zh: string; en: string }>> = {
  counterfeit: { zh: '疑似假冒', en: 'it may be a fake' },
  opened: { zh: '包装被打开或破损', en: 'the package was opened or damaged' },
  spoiled: { zh: '变质或有异物', en: 'it is spoiled or has something in it' },
  label: { zh: '标签与实物不符', en: 'the label does not match the product' },
  other: { zh: '其他疑点', en: 'something else is wrong' },
};

/** Reports of one thing in a day that are kept; more tell nothing new. */
const mostADay = 50;
const mostQuoted = 200;

export interface ReportSuspicionParameters {
  /** The code of the product: its Digital Link. */
  link: string;
  kind: ReportKind;
  /** What the person saw; may be empty. */
  text: string;
}

/** Lot or item of the link, and the public events about it. */
async function readThing(tx: Tx, link: string) {
  const { link: read, problems } = findLinkProblems(link);
  if (!read) throw reportErrors.wrongProduct(...inBoth({ problem: linkWords(problems[0]) }));
  const { key, qualifiers } = read;
  const lot = qualifiers.find(([ai]) => ai === '10')?.[1];
  const thing = toThingKey(read.canonical);
  const lotKey =
    lot === undefined ? null : toThingKey(`https://id.gs1.org/${key[0]}/${key[1]}/10/${encodeURIComponent(lot)}`);
  const events = await tx<{ hash: string; member: string }[]>`
    SELECT DISTINCT e.hash, e.member FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
    WHERE t.key = ANY(${[thing, ...(lotKey === null ? [] : [lotKey])]}::text[]) AND e.declaration = ''
      AND ${selectVisible(tx, publicViewer)} LIMIT 200`;
  if (events.length === 0) throw reportErrors.unknownProduct({ thing });
  return { thing, things: [...new Set([thing, ...(lotKey === null ? [] : [lotKey])])], events };
}

/** One reason a kind; the more people report, the weightier. */
function toReasons(rows: readonly { kind: ReportKind; count: number; latest: string }[]): WeighedReason[] {
  return rows.map(({ kind, count, latest }) => {
    const { zh, en } = words[kind];
    const quote = latest.slice(0, mostQuoted);
    return {
      code: `report.${kind}`,
      values: { count, latest: quote },
      weight: Math.min(0.5 + 0.1 * (count - 1), 0.9),
      zh: `${count} 位消费者举报：${zh}。${quote === '' ? '' : `最近一条：“${quote}”`}`,
      en: `${count} report(s) of consumers: ${en}.${quote === '' ? '' : ` The latest: “${quote}”`}`,
    };
  });
}

/**
 * Keeps a consumer's suspicion, without anything about the person, and makes it a finding that certifiers and authorities
 * are told of. Throws REPORT_WRONG_PRODUCT, REPORT_UNKNOWN_PRODUCT and REPORT_ENOUGH.
 */
export async function reportSuspicion(
  { store, network }: { store: Store; network: TraceNetwork | null },
  { link, kind, text }: ReportSuspicionParameters,
): Promise<{ reportId: string }> {
  const reportId = randomUUID();
  await store.transaction(async (tx) => {
    const { thing, things, events } = await readThing(tx, link);
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`trace.reports ${thing}`}, 0))`;
    const [today] = await tx<{ count: number }[]>`
      SELECT count(*)::int AS count FROM trace.reports WHERE thing = ${thing} AND reported_at > now() - interval '1 day'`;
    if (today && today.count >= mostADay) throw reportErrors.enough({});
    await tx`
      INSERT INTO trace.reports (report_id, thing, kind, text, reported_at)
      VALUES (${reportId}, ${thing}, ${kind}, ${text.trim()}, now())`;
    const rows = await tx<{ kind: ReportKind; count: number; latest: string }[]>`
      SELECT kind, count(*)::int AS count, coalesce((array_agg(text ORDER BY sequence DESC) FILTER (WHERE text <> ''))[1], '') AS latest
      FROM trace.reports WHERE thing = ${thing} GROUP BY kind ORDER BY kind`;
    const stored = await storeDoubts(tx, 'report', {
      doubts: [
        {
          subject: `thing ${thing}`,
          reasons: toReasons(rows),
          events: events.map(({ hash }) => hash),
          things,
          members: [...new Set(events.map(({ member }) => member))],
        },
      ],
      clear: [],
    });
    if (network) await alertInspectors(tx, network, stored);
  });
  return { reportId };
}
