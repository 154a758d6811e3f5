import type { Store } from '../../../store/index.ts';
import { sayInChinese } from '../../sayInChinese.ts';
import type { Match, Page, PageParameters } from '../answers.ts';
import { answerErrors } from '../errors.ts';
import { readPageToken, readTimeToken, toPage } from '../page.ts';

/** A match as its consumer keeps it. */
export interface MatchRow {
  id: string;
  participant: string;
  transfer: string;
  agreement: string;
  provider: string;
  question: string;
  purpose: string;
  case_number: string | null;
  mode: Match['mode'];
  state: Match['state'];
  own_size: number;
  identifiers: string[] | null;
  sealed_key: string | null;
  request: Buffer | null;
  parts: number | null;
  confirmation: string | null;
  size: number | null;
  intersection: string[] | null;
  problem: string | null;
  started_at: Date;
  ended_at: Date | null;
}

/** A match without its sets. */
export const toMatch = (row: MatchRow): Match => ({
  id: row.id,
  participant: row.participant,
  transfer: row.transfer,
  question: row.question,
  provider: row.provider,
  mode: row.mode,
  state: row.state,
  ownSize: row.own_size,
  size: row.size,
  problem: row.problem,
  problemZh: sayInChinese(row.problem),
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** One of the department's matches, with its sets. @throws ANSWER_MATCH_UNKNOWN */
export async function takeMatch({ sql }: Pick<Store, 'sql'>, participant: string, id: string): Promise<MatchRow> {
  const [row] = await sql<MatchRow[]>`
    SELECT * FROM exchange.matches WHERE participant = ${participant} AND id = ${id}`;
  if (!row) throw answerErrors.matchUnknown({ id });
  return row;
}

/** The department's matches, the newest first. */
export async function listMatches(
  { sql }: Pick<Store, 'sql'>,
  participant: string,
  page: PageParameters,
): Promise<Page<Match>> {
  const { at, id } = readTimeToken(page);
  const rows = await sql<MatchRow[]>`
    SELECT id, participant, transfer, agreement, provider, question, mode, state, own_size, size, problem, started_at,
      ended_at
    FROM exchange.matches WHERE participant = ${participant} AND (started_at, id) < (${at}, ${id})
    ORDER BY started_at DESC, id DESC LIMIT ${page.perPage + 1}`;
  const keyOf = (row: MatchRow) => [row.started_at.toISOString(), row.id];
  return toPage(rows, { perPage: page.perPage, keyOf, toItem: toMatch });
}

/** The department's own identifiers that are in both sets. @throws ANSWER_MATCH_UNKNOWN, ANSWER_MATCH_NOT_READY */
export async function readIntersection(
  store: Pick<Store, 'sql'>,
  participant: string,
  id: string,
  page: PageParameters,
): Promise<Page<string>> {
  const row = await takeMatch(store, participant, id);
  if (row.state !== 'done') throw answerErrors.matchNotReady({ id, state: row.state });
  const [key = '0'] = readPageToken(page, ([at = '', ...more]) => more.length === 0 && /^\d{1,7}$/.test(at)) ?? [];
  const from = Number(key);
  const numbered = (row.intersection ?? []).map((identifier, at) => ({ identifier, at }));
  return toPage(numbered.slice(from, from + page.perPage + 1), {
    perPage: page.perPage,
    keyOf: ({ at }) => [String(at + 1)],
    toItem: ({ identifier }) => identifier,
  });
}
