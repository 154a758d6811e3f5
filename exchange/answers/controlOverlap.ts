import type { Tx } from '../../store/index.ts';
import type { DataSource } from '../delivery/sources/source.ts';
import type { AnswerContent } from './answers.ts';
import { areDisjoint, type Clause, differenceOf } from './buildFilter.ts';
import { answerErrors } from './errors.ts';

/** How long a group is remembered, so that none is asked for that hardly differs from it. */
const rememberedDays = 30;
/** How long a repeated group gets its first answer again, so that changes of a day are not seen as differences. */
const frozenMs = 24 * 3_600_000;
/** Different groups that one consumer may ask for of one dataset while they are remembered. */
const maxGroups = 200;

/** Whose groups are held against each other: all of one consumer about one dataset, whatever the question and the grant. */
export interface GroupKey {
  participant: string;
  /** Member slug of the consumer. */
  consumer: string;
  dataset: string;
}

/** One asks for groups of a dataset at a time, until the transaction ends. */
export async function lockGroups(tx: Tx, { participant, consumer, dataset }: GroupKey): Promise<void> {
  const key = `exchange:groups:${participant}:${consumer}:${dataset}`;
  await tx`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** The answer that the same question about the same group had within a day; null for none. */
export async function findFrozen(
  tx: Tx,
  { participant, consumer, dataset }: GroupKey,
  p: { question: string; fingerprint: string; now: Date },
): Promise<AnswerContent | null> {
  const [row] = await tx<{ answer: AnswerContent }[]>`
    SELECT answer FROM exchange.answer_groups
    WHERE participant = ${participant} AND consumer = ${consumer} AND dataset = ${dataset}
      AND question = ${p.question} AND fingerprint = ${p.fingerprint} AND until > ${p.now}`;
  return row?.answer ?? null;
}

/** Remembers a group with its answer. */
export async function rememberGroup(
  tx: Tx,
  { participant, consumer, dataset }: GroupKey,
  p: {
    question: string;
    fingerprint: string;
    clauses: readonly Clause[] | null;
    members: Buffer | null;
    answer: AnswerContent;
    now: Date;
  },
): Promise<void> {
  const until = new Date(p.now.getTime() + frozenMs);
  const conditions = p.clauses === null ? null : JSON.stringify(p.clauses);
  await tx`
    INSERT INTO exchange.answer_groups
      (participant, consumer, dataset, question, fingerprint, conditions, members, answer, at, until)
    VALUES (${participant}, ${consumer}, ${dataset}, ${p.question}, ${p.fingerprint}, ${conditions}::text::jsonb,
      ${p.members}, ${JSON.stringify(p.answer)}::text::jsonb, ${p.now}, ${until})
    ON CONFLICT (participant, consumer, dataset, question, fingerprint)
      DO UPDATE SET answer = excluded.answer, at = excluded.at, until = excluded.until`;
}

interface RowGroupParameters {
  key: GroupKey;
  source: DataSource;
  subject: string;
  clauses: readonly Clause[];
  smallest: number;
  now: Date;
  signal: AbortSignal;
}

/**
 * Refuses a group that differs from a remembered one by some, but fewer than the smallest number of, persons: the
 * difference of two such answers would be an answer about them. @throws ANSWER_OVERLAP_REFUSED
 */
export async function refuseOverlap(tx: Tx, p: RowGroupParameters): Promise<void> {
  const { key, source, subject, clauses, smallest, now, signal } = p;
  const since = new Date(now.getTime() - rememberedDays * 86_400_000);
  const earlier = await tx<{ conditions: Clause[] }[]>`
    SELECT DISTINCT conditions FROM exchange.answer_groups
    WHERE participant = ${key.participant} AND consumer = ${key.consumer} AND dataset = ${key.dataset}
      AND conditions IS NOT NULL AND at > ${since}`;
  if (earlier.length >= maxGroups)
    throw answerErrors.budgetSpent({ limit: maxGroups, period: `${rememberedDays} days` });
  for (const { conditions } of earlier) {
    if (areDisjoint(clauses, conditions) || JSON.stringify(conditions) === JSON.stringify(clauses)) continue;
    const [row] = await source.aggregate({
      measures: [
        { name: 'rows', take: 'count' },
        { name: 'persons', take: 'countDistinct', column: subject },
      ],
      filter: differenceOf(clauses, conditions),
      signal,
    });
    if (Number(row?.rows ?? 0) > 0 && Number(row?.persons ?? 0) < smallest)
      throw answerErrors.overlapRefused({ smallest });
  }
}

const memberBytes = 8;

/** How many members two sorted lists of keyed digests do not share. */
function countDifferent(one: Buffer, other: Buffer): number {
  let [a, b, different] = [0, 0, 0];
  while (a < one.length && b < other.length) {
    const order = one.compare(other, b, b + memberBytes, a, a + memberBytes);
    if (order !== 0) different += 1;
    if (order <= 0) a += memberBytes;
    if (order >= 0) b += memberBytes;
  }
  return different + (one.length - a + other.length - b) / memberBytes;
}

/** Packs pseudonyms of a list's members, so that two lists can be compared without keeping whom they name. */
export function packMembers(pseudonyms: readonly string[]): Buffer {
  return Buffer.concat(
    pseudonyms.map((pseudonym) => Buffer.from(pseudonym, 'hex').subarray(0, memberBytes)).sort(Buffer.compare),
  );
}

/** As `refuseOverlap`, for lists. @throws ANSWER_OVERLAP_REFUSED */
export async function refuseListOverlap(
  tx: Tx,
  p: { key: GroupKey; members: Buffer; smallest: number; now: Date },
): Promise<void> {
  const { key, members, smallest, now } = p;
  const since = new Date(now.getTime() - rememberedDays * 86_400_000);
  const earlier = await tx<{ members: Buffer }[]>`
    SELECT members FROM exchange.answer_groups
    WHERE participant = ${key.participant} AND consumer = ${key.consumer} AND dataset = ${key.dataset}
      AND members IS NOT NULL AND at > ${since}
    ORDER BY at DESC LIMIT ${maxGroups + 1}`;
  if (earlier.length > maxGroups)
    throw answerErrors.budgetSpent({ limit: maxGroups, period: `${rememberedDays} days` });
  for (const one of earlier) {
    const different = countDifferent(members, one.members);
    if (different > 0 && different < smallest) throw answerErrors.overlapRefused({ smallest });
  }
}
