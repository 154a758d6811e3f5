import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import { readCertificates } from '../certificates/findCertificates.ts';
import type { Examination } from './detector.ts';
import { type DetectorName, type Doubt, type FindingRow, scoreOf } from './finding.ts';

/** How a finding changed: `opened` is news, the rest only for the record. */
export interface StoredFinding extends FindingRow {
  opened: boolean;
}

const most = 200;

/** The reasons without their weights, the weightiest first. */
function toReasons({ reasons }: Doubt) {
  return [...reasons]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 20)
    .map(({ weight: _, ...reason }) => reason);
}

/** Organisations that certify those concerned, or issued the certificates that are cited. */
async function readCertifiers(tx: Tx, doubts: readonly Doubt[]): Promise<(doubt: Doubt) => string[]> {
  const known = await readCertificates(tx, {
    uris: [...new Set(doubts.flatMap(({ things }) => things))],
    operators: [...new Set(doubts.flatMap(({ members }) => members))],
  });
  return ({ things, members }) => [
    ...new Set(
      known
        .filter(({ uri, operator }) => things.includes(uri) || members.includes(operator))
        .map(({ issuer }) => issuer),
    ),
  ];
}

/**
 * Writes down what a detector found, one finding a subject. A finding that was decided stays as it was decided, unless
 * the same subject becomes more doubtful than it was then. An open finding whose ground is gone is dismissed by the
 * platform, which says so.
 */
export async function storeDoubts(
  tx: Tx,
  detector: DetectorName,
  { doubts, clear }: Examination,
): Promise<StoredFinding[]> {
  const now = new Date();
  const stored: StoredFinding[] = [];
  const certifiersOf = doubts.length > 0 ? await readCertifiers(tx, doubts) : () => [];
  for (const doubt of new Map(doubts.map((one) => [one.subject, one])).values()) {
    const { score, severity } = scoreOf(doubt.reasons);
    const lists = [doubt.events, doubt.things, doubt.members].map((list) => list.slice(0, most * 5));
    const [row] = await tx<StoredFinding[]>`
      INSERT INTO trace.findings AS f (id, detector, subject, score, severity, reasons, events, things, members,
        certifiers, created_at, changed_at)
      VALUES (${randomUUID()}, ${detector}, ${doubt.subject}, ${score}, ${severity},
        ${JSON.stringify(toReasons(doubt))}::text::jsonb, ${lists[0] ?? []}::text[], ${lists[1] ?? []}::text[],
        ${lists[2] ?? []}::text[], ${certifiersOf(doubt)}::text[], ${now}, ${now})
      ON CONFLICT (detector, subject) DO UPDATE SET
        state = CASE WHEN f.state = 'dismissed' AND excluded.score > f.score THEN 'open' ELSE f.state END,
        score = excluded.score, severity = excluded.severity, reasons = excluded.reasons, events = excluded.events,
        things = excluded.things, members = excluded.members, certifiers = excluded.certifiers, changed_at = ${now}
        WHERE f.reasons <> excluded.reasons OR f.events <> excluded.events OR f.score <> excluded.score
      RETURNING *, (xmax = 0) AS opened`;
    if (row) stored.push(row);
  }
  if (clear.length > 0) {
    const gone = await tx<{ id: string }[]>`
      UPDATE trace.findings SET state = 'dismissed', score = 0, changed_at = ${now}
      WHERE detector = ${detector} AND subject = ANY(${clear}::text[]) AND state = 'open' RETURNING id`;
    for (const { id } of gone) {
      await tx`
        INSERT INTO trace.finding_decisions (finding, state, note, decided_at)
        VALUES (${id}, 'dismissed', 'What is recorded now no longer gives reason for this finding.', ${now})`;
    }
  }
  return stored;
}
