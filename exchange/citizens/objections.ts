import { randomUUID } from 'node:crypto';
import type { Page, PageParameters } from '../answers/answers.ts';
import { answerErrors } from '../answers/errors.ts';
import { readTimeToken, toPage } from '../answers/page.ts';
import type { Objection } from './citizens.ts';
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

/** The objections to a department's uses, the newest first; they do not say who objects. */
export async function listObjections(
  { house }: Pick<CitizensParts, 'house'>,
  participant: string,
  page: PageParameters & { state?: Objection['state'] | undefined },
): Promise<Page<Objection>> {
  const { sql } = house.store;
  const { at, id } = readTimeToken(page);
  const rows = await sql<ObjectionRow[]>`
    SELECT id, use_id, words, state, answer, made_at, answered_at FROM exchange.citizen_objections
    WHERE participant = ${participant} AND (made_at, id) < (${at}, ${id})
      ${page.state === undefined ? sql`` : sql`AND state = ${page.state}`}
    ORDER BY made_at DESC, id DESC LIMIT ${page.perPage + 1}`;
  return toPage(rows, {
    perPage: page.perPage,
    keyOf: (row) => [row.made_at.toISOString(), row.id],
    toItem: (row) => ({
      id: row.id,
      use: row.use_id,
      words: row.words,
      state: row.state,
      answer: row.answer,
      madeAt: row.made_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
    }),
  });
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
