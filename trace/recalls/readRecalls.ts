import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import type { Viewer } from '../access/viewer.ts';
import { kindOf } from '../graph/kindOf.ts';
import { nameMember } from '../graph/lineage/seal.ts';
import { type LocalText, readDescriptions } from '../names.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { recallErrors } from './errors.ts';
import type { RecallHouse } from './house.ts';
import type { Answer, Recall, RecallAct, RecallItem, RecallSummary } from './model.ts';

interface RecallRow {
  id: string;
  sequence: string;
  member: string;
  things: string[];
  reason: string;
  instructions: string;
  mock: boolean;
  state: 'open' | 'closed';
  started_at: Date;
  traced_ms: number;
  events: number;
  truncated: boolean;
  answered_at: Date | null;
  closed_at: Date | null;
  outcome: string | null;
  holders: number;
  answered: number;
  items: number;
}

interface NoticeRow {
  recall: string;
  holder: string;
  items: number;
  notified_at: Date;
  seen_at: Date | null;
  answered_at: Date | null;
  answer: Answer | null;
  amount: string | null;
  note: string | null;
}

/** Recalls that concern the viewer: its own, those that it holds something of, all for an authority. */
const selectConcerned = (sql: Sql, { member, authority }: Viewer) =>
  authority
    ? sql`true`
    : sql`(r.member = ${member} OR EXISTS (
        SELECT FROM trace.recall_notices n WHERE n.recall = r.id AND n.holder = ${member}))`;

const selectRecalls = (sql: Sql) => sql`
  SELECT r.*, n.holders, n.answered, n.items FROM trace.recalls r CROSS JOIN LATERAL (
    SELECT count(*)::int AS holders, count(answered_at)::int AS answered, coalesce(sum(items), 0)::int AS items
    FROM trace.recall_notices WHERE recall = r.id) n`;

/** Pages of recalls, the newest first. Throws TRACE_INVALID_PARAMETER. */
export async function listRecalls(
  house: RecallHouse,
  { viewer, perPage, nextPageToken }: { viewer: Viewer; perPage: number; nextPageToken: string | null },
): Promise<{ recalls: RecallSummary[]; nextPageToken: string | null }> {
  const { sql } = house.store;
  const [before = null] = nextPageToken === null ? [] : decodePageToken(nextPageToken, 'recalls', [/^\d{1,18}$/]);
  const rows = await sql<RecallRow[]>`
    ${selectRecalls(sql)}
    WHERE ${selectConcerned(sql, viewer)} AND (${before}::bigint IS NULL OR r.sequence < ${before}::bigint)
    ORDER BY r.sequence DESC LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  return {
    recalls: await toSummaries(house, page, viewer.member),
    nextPageToken: last ? encodePageToken('recalls', [last.sequence]) : null,
  };
}

/** How many open recalls wait for the answer of a member. */
export async function countWaiting(sql: Sql, member: string): Promise<number> {
  const [row] = await sql<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM trace.recall_notices n JOIN trace.recalls r ON r.id = n.recall
    WHERE n.holder = ${member} AND n.answered_at IS NULL AND r.state = 'open'`;
  return row?.waiting ?? 0;
}

async function toSummaries(
  { store, readMembers }: RecallHouse,
  rows: readonly RecallRow[],
  member: string | null,
): Promise<RecallSummary[]> {
  const { sql } = store;
  const [own, members, descriptions] = await Promise.all([
    sql<NoticeRow[]>`
      SELECT * FROM trace.recall_notices WHERE holder = ${member} AND recall = ANY(${rows.map(({ id }) => id)}::uuid[])`,
    readMembers([...new Set(rows.map((row) => row.member))]),
    readDescriptions(sql, [...new Set(rows.flatMap(({ things }) => things))]),
  ]);
  const names = new Map(members.map(({ slug, name }) => [slug, name]));
  return rows.map((row) => {
    const notice = own.find(({ recall }) => recall === row.id);
    return {
      id: row.id,
      member: nameMember(names, row.member),
      things: row.things.map((id) => ({ id, name: descriptions.get(id)?.name ?? null })),
      reason: row.reason,
      instructions: row.instructions,
      mock: row.mock,
      state: row.state,
      startedAt: row.started_at.toISOString(),
      tracedMs: row.traced_ms,
      completedMs: row.answered_at ? row.answered_at.getTime() - row.started_at.getTime() : null,
      closedAt: row.closed_at?.toISOString() ?? null,
      outcome: row.outcome,
      holders: row.holders,
      answered: row.answered,
      items: row.items,
      events: row.events,
      truncated: row.truncated,
      own: notice ? toNotice(notice) : null,
    };
  });
}

const toNotice = ({ items, notified_at, seen_at, answered_at, answer, amount, note }: NoticeRow) => ({
  items,
  notifiedAt: notified_at.toISOString(),
  seenAt: seen_at?.toISOString() ?? null,
  answeredAt: answered_at?.toISOString() ?? null,
  answer,
  amount,
  note,
});

/** Whether the viewer leads a recall, so that it sees all holders. */
const leads = (row: RecallRow, { member, authority }: Viewer) => authority || row.member === member;

async function readRow(sql: Sql, id: string, viewer: Viewer): Promise<RecallRow> {
  const [row] = await sql<RecallRow[]>`
    ${selectRecalls(sql)} WHERE r.id::text = ${id} AND ${selectConcerned(sql, viewer)}`;
  if (!row) throw recallErrors.unknown({ id });
  return row;
}

/**
 * A recall as the viewer may see it: who started it and authorities see all holders, a holder sees its own part. That a
 * holder looked is kept. Throws RECALL_UNKNOWN.
 */
export async function readRecall(house: RecallHouse, id: string, viewer: Viewer): Promise<Recall> {
  const { sql } = house.store;
  const row = await readRow(sql, id, viewer);
  await sql`
    UPDATE trace.recall_notices SET seen_at = now() WHERE recall = ${id} AND holder = ${viewer.member} AND seen_at IS NULL`;
  const all = leads(row, viewer);
  const [[summary], notices, acts] = await Promise.all([
    toSummaries(house, [row], viewer.member),
    sql<NoticeRow[]>`
      SELECT * FROM trace.recall_notices WHERE recall = ${id} AND (${all} OR holder = ${viewer.member})
      ORDER BY answered_at IS NOT NULL, holder`,
    sql<{ kind: RecallAct['kind']; member: string; time: Date; statement_id: string }[]>`
      SELECT * FROM trace.recall_acts WHERE recall = ${id} AND (${all} OR member IN (${viewer.member}, ${row.member}))
      ORDER BY sequence`,
  ]);
  if (!summary) throw recallErrors.unknown({ id });
  const names = await readNames(house, [...notices.map(({ holder }) => holder), ...acts.map(({ member }) => member)]);
  return {
    ...summary,
    notices: notices.map((notice) => ({ holder: nameMember(names, notice.holder), ...toNotice(notice) })),
    acts: acts.map(({ kind, member, time, statement_id }) => ({
      kind,
      member: nameMember(names, member),
      time: time.toISOString(),
      statementId: statement_id,
    })),
    mayClose: all && row.state === 'open',
  };
}

async function readNames({ readMembers }: RecallHouse, slugs: readonly string[]): Promise<Map<string, LocalText>> {
  const members = await readMembers([...new Set(slugs)]);
  return new Map(members.map(({ slug, name }) => [slug, name]));
}

interface ItemRow {
  position: number;
  thing: string;
  holder: string;
  place: string | null;
  quantity: number | null;
  uom: string | null;
  biz_step: string | null;
  first_time: Date;
  last_time: Date;
  visible: boolean;
}

/** The list of what is affected, a page at a time; rows of others are for whom leads the recall. Throws RECALL_UNKNOWN. */
export async function listRecallItems(
  house: RecallHouse,
  { id, viewer, perPage, nextPageToken }: { id: string; viewer: Viewer; perPage: number; nextPageToken: string | null },
): Promise<{ items: RecallItem[]; nextPageToken: string | null }> {
  const { sql } = house.store;
  const row = await readRow(sql, id, viewer);
  const [after = null] = nextPageToken === null ? [] : decodePageToken(nextPageToken, `recall ${id}`, [/^\d{1,9}$/]);
  const rows = await sql<ItemRow[]>`
    SELECT i.*, ${selectVisible(sql, viewer)} AS visible
    FROM trace.recall_items i JOIN trace.events e ON e.sequence = i.event
    WHERE i.recall = ${id} AND (${leads(row, viewer)} OR i.holder = ${viewer.member})
      AND (${after}::int IS NULL OR i.position > ${after}::int)
    ORDER BY i.position LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  const [names, descriptions] = await Promise.all([
    readNames(
      house,
      page.map(({ holder }) => holder),
    ),
    readDescriptions(sql, [
      ...new Set(page.flatMap(({ thing, place }) => (place === null ? [thing] : [thing, place]))),
    ]),
  ]);
  const toItem = (item: ItemRow): RecallItem => {
    const holder = nameMember(names, item.holder);
    // Hidden from whoever may not see the event, except that somebody has something.
    if (!item.visible) return { ...hidden, holder };
    const { name: placeName = null, geo = null } = descriptions.get(item.place ?? '') ?? {};
    return {
      thing: { id: item.thing, kind: kindOf(item.thing), name: descriptions.get(item.thing)?.name ?? null },
      holder,
      place: item.place === null ? null : { id: item.place, name: placeName, geo },
      quantity: item.quantity,
      uom: item.uom,
      bizStep: item.biz_step,
      firstTime: item.first_time.toISOString(),
      lastTime: item.last_time.toISOString(),
    };
  };
  return {
    items: page.map(toItem),
    nextPageToken: last ? encodePageToken(`recall ${id}`, [String(last.position)]) : null,
  };
}

const hidden = { thing: null, place: null, quantity: null, uom: null, bizStep: null, firstTime: null, lastTime: null };

/** Open recalls, exercises aside, that call back one of `keys`: everybody may know of them. */
export async function findWarnings(
  { store, readMembers }: RecallHouse,
  keys: readonly string[],
): Promise<Pick<RecallSummary, 'id' | 'member' | 'reason' | 'instructions' | 'startedAt'>[]> {
  const rows = await store.sql<RecallRow[]>`
    SELECT DISTINCT r.* FROM trace.recalls r JOIN trace.recall_items i ON i.recall = r.id
    WHERE i.thing = ANY(${[...keys]}::text[]) AND r.state = 'open' AND NOT r.mock ORDER BY r.sequence DESC LIMIT 20`;
  const members = await readMembers([...new Set(rows.map(({ member }) => member))]);
  const names = new Map(members.map(({ slug, name }) => [slug, name]));
  return rows.map(({ id, member, reason, instructions, started_at }) => ({
    id,
    member: nameMember(names, member),
    reason,
    instructions,
    startedAt: started_at.toISOString(),
  }));
}
