import { randomUUID } from 'node:crypto';
import type { Page, PageParameters } from '../answers/answers.ts';
import { answerErrors } from '../answers/errors.ts';
import { readTimeToken, toPage } from '../answers/page.ts';
import type { Words } from '../house.ts';
import type { Objection, PersonUse } from './citizens.ts';
import { takeSession } from './listUses.ts';
import type { CitizensParts } from './parts.ts';

interface ObjectionRow {
  id: string;
  use_id: string;
  words: string;
  state: Objection['state'];
  answer: string | null;
  made_at: Date;
  answered_at: Date | null;
}

/** An objection with the use that it is about. */
interface ListedRow extends ObjectionRow {
  at: Date;
  consumer_name: Words;
  dataset_title: Words;
  kind: PersonUse['kind'];
  items: string[];
  question: Words | null;
  agreement: string;
  purpose: string;
}

/**
 * A person objects to one use; it goes to the department that holds the data. One objection a use: a second one replaces the
 * words of an open one. @throws ANSWER_SESSION_OVER, ANSWER_USE_UNKNOWN
 */
export async function object(
  parts: CitizensParts,
  session: string,
  { use, words }: { use: string; words: string },
): Promise<{ id: string }> {
  const { house, audit } = parts;
  const { participant, whom } = await takeSession(parts, session);
  return house.store.transaction(async (tx) => {
    const [made] = await tx<{ id: string }[]>`
      INSERT INTO exchange.citizen_objections AS objections (id, participant, use_id, pseudonym, words, made_at)
      SELECT ${randomUUID()}, participant, use_id, pseudonym, ${words}, ${house.now()}
      FROM exchange.citizen_use_subjects
      WHERE participant = ${participant} AND pseudonym = ${whom} AND use_id = ${use}
      ON CONFLICT (use_id, pseudonym) DO UPDATE SET words = excluded.words WHERE objections.state = 'open'
      RETURNING id`;
    if (!made) throw answerErrors.useUnknown({ id: use });
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      subjects: [whom.toString('hex')],
      detail: { act: 'citizen.objection', objection: made.id, use },
    });
    return made;
  });
}

async function toObjection(
  { describeMatter }: Pick<CitizensParts, 'describeMatter'>,
  participant: string,
  row: ListedRow,
): Promise<Objection> {
  const { agreement, purpose } = row;
  const described = await describeMatter(participant, { agreement, purpose });
  return {
    id: row.id,
    use: row.use_id,
    about: {
      at: row.at.toISOString(),
      department: row.consumer_name,
      dataset: row.dataset_title,
      kind: row.kind,
      items: row.items,
      question: row.question,
      purpose,
      matter: described?.matter ?? { zh: purpose, en: purpose },
    },
    words: row.words,
    state: row.state,
    answer: row.answer,
    madeAt: row.made_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}

/** The objections to a department's uses, the newest first; they do not say who objects. */
export async function listObjections(
  parts: Pick<CitizensParts, 'house' | 'describeMatter'>,
  participant: string,
  page: PageParameters & { state?: Objection['state'] | undefined },
): Promise<Page<Objection>> {
  const { sql } = parts.house.store;
  const { at, id } = readTimeToken(page);
  const rows = await sql<ListedRow[]>`
    SELECT objections.id, use_id, words, state, answer, made_at, answered_at,
      uses.at, consumer_name, dataset_title, kind, items, question, agreement, purpose
    FROM exchange.citizen_objections AS objections JOIN exchange.citizen_uses AS uses ON uses.id = use_id
    WHERE objections.participant = ${participant} AND (made_at, objections.id) < (${at}, ${id})
      ${page.state === undefined ? sql`` : sql`AND state = ${page.state}`}
    ORDER BY made_at DESC, objections.id DESC LIMIT ${page.perPage + 1}`;
  const { items, nextPageToken } = toPage(rows, {
    perPage: page.perPage,
    keyOf: (row) => [row.made_at.toISOString(), row.id],
    toItem: (row) => row,
  });
  return { items: await Promise.all(items.map((row) => toObjection(parts, participant, row))), nextPageToken };
}

/** The department answers an open objection; the person reads it in their view. @throws ANSWER_OBJECTION_UNKNOWN */
export async function answerObjection(
  { house, audit }: Pick<CitizensParts, 'house' | 'audit'>,
  p: { participant: string; id: string; decision: 'upheld' | 'rejected'; words: string; officer: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const [changed] = await tx<{ pseudonym: Buffer }[]>`
      UPDATE exchange.citizen_objections
      SET state = ${p.decision}, answer = ${p.words}, officer = ${p.officer}, answered_at = ${house.now()}
      WHERE participant = ${p.participant} AND id = ${p.id} AND state = 'open' RETURNING pseudonym`;
    if (!changed) throw answerErrors.objectionUnknown({ id: p.id });
    await audit.record(tx, {
      participant: p.participant,
      kind: 'decision',
      outcome: 'ok',
      subjects: [changed.pseudonym.toString('hex')],
      detail: { act: 'citizen.objection-answered', objection: p.id, decision: p.decision, officer: p.officer },
    });
  });
}
