import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import type { Page, PageParameters } from '../answers/answers.ts';
import { answerErrors } from '../answers/errors.ts';
import type { IdentifierKind } from '../answers/identifiers.ts';
import { readTimeToken, toPage } from '../answers/page.ts';
import type { Words } from '../house.ts';
import type { CitizenLookup, CitizenUse, PersonUse } from './citizens.ts';
import { countAttempt } from './countAttempts.ts';
import { checkIdentifier, sha256 } from './makeCode.ts';
import type { CitizensParts } from './parts.ts';
import { pseudonymOf } from './recordUse.ts';

/** Looks that are shown with the uses. */
const shownLookups = 20;

interface UseRow {
  id: string;
  at: Date;
  consumer_name: Words;
  dataset_title: Words;
  kind: PersonUse['kind'];
  items: string[];
  question: Words | null;
  agreement: string;
  purpose: string;
  case_number: string | null;
  objection_state: 'open' | 'upheld' | 'rejected' | null;
  objection_at: Date | null;
  objection_answer: string | null;
}

export type PersonView = Page<CitizenUse> & { lookups: CitizenLookup[] };

const unknownBasis: Words = {
  zh: '本部门没有保存法律依据的文字',
  en: 'The words of the legal basis are not kept here',
};

async function toUse({ describeMatter }: CitizensParts, participant: string, row: UseRow): Promise<CitizenUse> {
  const { agreement, purpose } = row;
  const described = await describeMatter(participant, { agreement, purpose });
  return {
    id: row.id,
    at: row.at.toISOString(),
    department: row.consumer_name,
    dataset: row.dataset_title,
    kind: row.kind,
    items: row.items,
    question: row.question,
    matter: described?.matter ?? { zh: purpose, en: purpose },
    legalBasis: described?.legalBasis ?? unknownBasis,
    caseNumber: row.case_number,
    objection:
      row.objection_state === null || row.objection_at === null
        ? null
        : { state: row.objection_state, madeAt: row.objection_at.toISOString(), answer: row.objection_answer },
  };
}

/** Reads a page of a person's uses and records that somebody looked, in one transaction. */
export async function look(
  parts: CitizensParts,
  p: PageParameters & { participant: string; whom: Buffer; by: CitizenLookup['by']; officer: string | null },
): Promise<PersonView> {
  const { house, audit } = parts;
  const { participant, whom, by, officer } = p;
  const from = readTimeToken(p);
  const read = await house.store.transaction(async (tx: Tx) => {
    const lookups = await tx<{ at: Date; by: CitizenLookup['by'] }[]>`
      SELECT at, by FROM exchange.citizen_lookups WHERE participant = ${participant} AND pseudonym = ${whom}
      ORDER BY at DESC LIMIT ${shownLookups}`;
    await tx`
      INSERT INTO exchange.citizen_lookups (id, participant, pseudonym, by, officer, at)
      VALUES (${randomUUID()}, ${participant}, ${whom}, ${by}, ${officer}, ${house.now()})`;
    const rows = await tx<UseRow[]>`
      SELECT uses.id, subjects.at, consumer_name, dataset_title, kind, items, question, agreement, purpose, case_number,
        objections.state AS objection_state, objections.made_at AS objection_at, objections.answer AS objection_answer
      FROM exchange.citizen_use_subjects AS subjects
      JOIN exchange.citizen_uses AS uses ON uses.id = subjects.use_id
      LEFT JOIN exchange.citizen_objections AS objections
        ON objections.use_id = uses.id AND objections.pseudonym = subjects.pseudonym
      WHERE subjects.participant = ${participant} AND subjects.pseudonym = ${whom}
        AND (subjects.at, subjects.use_id) < (${from.at}, ${from.id})
      ORDER BY subjects.at DESC, subjects.use_id DESC LIMIT ${p.perPage + 1}`;
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      subjects: [whom.toString('hex')],
      detail: { act: 'citizen.look', by, ...(officer === null ? {} : { officer }) },
    });
    return { lookups, rows };
  });
  const page = toPage(read.rows, {
    perPage: p.perPage,
    keyOf: ({ at, id }) => [at.toISOString(), id],
    toItem: (row) => row,
  });
  return {
    items: await Promise.all(page.items.map((row) => toUse(parts, participant, row))),
    nextPageToken: page.nextPageToken,
    lookups: read.lookups.map(({ at, by: who }) => ({ at: at.toISOString(), by: who })),
  };
}

/** An open session, and the department that checked the person's identity for it. */
interface TakenSession {
  participant: string;
  whom: Buffer;
  expiresAt: Date;
  provedBy: string;
}

/** Whose session a token opens. @throws ANSWER_SESSION_OVER */
export async function takeSession({ house }: Pick<CitizensParts, 'house'>, token: string): Promise<TakenSession> {
  const [row] = await house.store.sql<
    { participant: string; pseudonym: Buffer; expires_at: Date; proved_by: string | null }[]
  >`
    SELECT participant, pseudonym, expires_at, proved_by FROM exchange.citizen_sessions
    WHERE token_digest = ${sha256(token)} AND expires_at > ${house.now()}`;
  if (!row) throw answerErrors.sessionOver();
  const { participant, pseudonym: whom, expires_at: expiresAt, proved_by: provedBy } = row;
  return { participant, whom, expiresAt, provedBy: provedBy ?? participant };
}

/** What a person sees of the uses of data about them, the newest first. @throws ANSWER_SESSION_OVER */
export async function listUses(parts: CitizensParts, session: string, page: PageParameters): Promise<PersonView> {
  const { participant, whom } = await takeSession(parts, session);
  return look(parts, { ...page, participant, whom, by: 'person', officer: null });
}

/**
 * The same at the counter, for the person who stands there; it is shown to them that an officer looked.
 * @throws ANSWER_IDENTIFIER_INVALID, ANSWER_TOO_MANY_LOOKUPS
 */
export async function lookAtCounter(
  parts: CitizensParts,
  p: PageParameters & { participant: string; identifier: string; kind: IdentifierKind; officer: string },
): Promise<PersonView> {
  const { participant, identifier, kind, officer } = p;
  checkIdentifier(kind, identifier);
  await countAttempt(parts.house.store.sql, {
    participant,
    what: 'looksByOfficer',
    whom: sha256(officer),
    now: parts.house.now(),
    told: 'this officer',
  });
  const whom = Buffer.from(await pseudonymOf(parts, participant, kind, identifier), 'hex');
  return look(parts, { perPage: p.perPage, pageToken: p.pageToken, participant, whom, by: 'officer', officer });
}
