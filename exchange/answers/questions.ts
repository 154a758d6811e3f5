import type { Store } from '../../store/index.ts';
import type { OpenQuestion, Page, PageParameters } from './answers.ts';
import { answerErrors } from './errors.ts';
import { readPageToken, toPage } from './page.ts';
import { parseQuestion } from './parseQuestion.ts';
import type { AnswersParts } from './parts.ts';
import type { Question } from './question.ts';
import { digestJson } from './questionMessage.ts';

interface QuestionRow {
  dataset: string;
  id: string;
  body: Question;
  state: Question['state'];
}

const toQuestion = ({ body, state }: QuestionRow): Question => ({ ...body, state });

/** A question of a dataset, closed ones too; null for an unknown one. */
export async function findQuestion(
  { sql }: Pick<Store, 'sql'>,
  participant: string,
  dataset: string,
  id: string,
): Promise<Question | null> {
  const [row] = await sql<QuestionRow[]>`
    SELECT dataset, id, body, state FROM exchange.questions
    WHERE participant = ${participant} AND dataset = ${dataset} AND id = ${id}`;
  return row ? toQuestion(row) : null;
}

/** A steward opens a question. Its text is stated in the records; it can be closed, not changed. */
export async function declareQuestion(
  { house, catalogue, audit }: Pick<AnswersParts, 'house' | 'catalogue' | 'audit'>,
  participant: string,
  given: unknown,
  by: string,
): Promise<Question> {
  const id = (given as { dataset?: unknown } | null)?.dataset;
  const dataset = typeof id === 'string' ? await catalogue.read(participant, id) : null;
  if (!dataset) throw answerErrors.questionInvalid({ path: '/dataset', problem: 'there is no such published dataset' });
  const question = parseQuestion(given, dataset, house.now());
  const digest = digestJson(JSON.parse(JSON.stringify(question)));
  await house.store.transaction(async (tx) => {
    const made = await tx`
      INSERT INTO exchange.questions (participant, dataset, id, body, digest, created_by, created_at)
      VALUES (${participant}, ${dataset.id}, ${question.id}, ${JSON.stringify(question)}::text::jsonb, ${digest}, ${by},
        ${house.now()})
      ON CONFLICT DO NOTHING RETURNING id`;
    if (made.length === 0) throw answerErrors.questionTaken({ id: question.id });
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      dataset: dataset.id,
      detail: { act: 'question.opened', question: question.id, questionKind: question.kind, digest, by },
    });
  });
  return question;
}

/** Nobody can ask it any more. @throws ANSWER_QUESTION_UNKNOWN */
export async function closeQuestion(
  { house, audit }: Pick<AnswersParts, 'house' | 'audit'>,
  { participant, dataset, id, by }: { participant: string; dataset: string; id: string; by: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const closed = await tx`
      UPDATE exchange.questions SET state = 'closed'
      WHERE participant = ${participant} AND dataset = ${dataset} AND id = ${id} AND state = 'open' RETURNING id`;
    if (closed.length === 0) throw answerErrors.questionUnknown({ id });
    const detail = { act: 'question.closed', question: id, by };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', dataset, detail });
  });
}

/** The questions of a department, of one dataset if named. */
export async function listQuestions(
  { sql }: Pick<Store, 'sql'>,
  participant: string,
  page: PageParameters & { dataset?: string | undefined },
): Promise<Page<Question>> {
  const after = readPageToken(page, ({ length }) => length === 2) ?? ['', ''];
  const rows = await sql<QuestionRow[]>`
    SELECT dataset, id, body, state FROM exchange.questions
    WHERE participant = ${participant} AND (dataset, id) > (${after[0] ?? ''}, ${after[1] ?? ''})
      ${page.dataset === undefined ? sql`` : sql`AND dataset = ${page.dataset}`}
    ORDER BY dataset, id LIMIT ${page.perPage + 1}`;
  return toPage(rows, { perPage: page.perPage, keyOf: (row) => [row.dataset, row.id], toItem: toQuestion });
}

/** The open questions of a dataset as other departments may see them: fixed conditions and bounds stay with the steward. */
export async function describeQuestions(
  { sql }: Pick<Store, 'sql'>,
  participant: string,
  dataset: string,
): Promise<OpenQuestion[]> {
  const rows = await sql<QuestionRow[]>`
    SELECT dataset, id, body, state FROM exchange.questions
    WHERE participant = ${participant} AND dataset = ${dataset} AND state = 'open' ORDER BY id LIMIT 500`;
  return rows.map(toQuestion).map(({ id, kind, words, parameters, limits, threshold, identifierKind, reveal }) => ({
    id,
    dataset,
    kind,
    words,
    parameters,
    smallestGroup: limits.smallestGroup,
    setSize: limits.setSize,
    threshold,
    identifierKind,
    reveal,
    perDay: limits.perDay,
  }));
}
