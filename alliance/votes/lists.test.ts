import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerMigrations } from '../../ledger/index.ts';
import { migrate, type Store } from '../../store/index.ts';
import { createTestDatabase, silentLogger, type TestDatabase } from '../../store/testing.ts';
import { allianceMigrations } from '../index.ts';
import { openVotes, type Votes } from './openVotes.ts';
import { seededContracts, seededSlug, seedVotes } from './seedVotes.ts';
import type { VotesContext } from './votesContext.ts';

const perPage = 10;
/** What a page may look at: itself, what the joins need, and what a second condition sorts out. */
const mostRows = 8 * perPage;
const counted = ['proposal', 'ballot', 'action', 'comment', 'proposal_document', 'scenario', 'member_version'];
let database: TestDatabase;
let spied: postgres.Sql;
let votes: Votes;
let asked: { query: string; parameters: unknown[] }[] = [];

interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** Rows of the large tables that a plan touched. */
function countRows(node: PlanNode): number {
  const own = counted.includes(node['Relation Name'] ?? '')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0;
  return own + (node.Plans ?? []).reduce((sum, part) => sum + countRows(part), 0);
}

/** Runs every statement that `run` made once more, to be explained. */
async function measureRows(run: () => Promise<unknown>): Promise<number> {
  asked = [];
  await run();
  let rows = 0;
  for (const { query, parameters } of asked.filter(({ query }) => /^\s*select/i.test(query))) {
    const [answer] = await database.store.sql.unsafe(`explain (analyze, format json) ${query}`, parameters as never[]);
    rows += countRows(answer?.['QUERY PLAN'][0].Plan);
  }
  return rows;
}

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.store, [...ledgerMigrations, ...allianceMigrations]);
  await seedVotes(database.store, { members: 40, people: 40, proposals: 600, ballotsEach: 40, commentsEach: 15 });
  spied = postgres(database.url, {
    max: 1,
    onnotice: () => undefined,
    debug: (_, query, parameters) => void asked.push({ query, parameters }),
  });
  votes = openVotes({
    store: { ...database.store, sql: spied } as Store,
    logger: silentLogger,
    ledger: { reads: { readBalance: async () => 0n } } as unknown as VotesContext['ledger'],
    readContracts: async () => seededContracts,
    readCharter: async () => null,
  });
}, 60_000);
afterAll(async () => {
  await spied.end();
  await database.drop();
});

test('a page of any list looks at few rows, however many there are', async () => {
  const first = await votes.listProposals({ perPage: 200 });
  const late = await votes.listProposals({ perPage: 200, pageToken: first.nextPageToken ?? '' });
  const id = first.items[100]?.id ?? '0x';
  const ballots = await votes.listBallots({ proposal: id, perPage: 20 });
  const lateOfMember = await votes.listMemberBallots({ member: seededSlug(5), perPage: 200 });
  const states = [
    'pending',
    'active',
    'defeated',
    'succeeded',
    'executed',
    'cancelled',
    'submitted',
    'failed',
  ] as const;
  const lists: Record<string, () => Promise<{ items: unknown[] }>> = {
    proposals: () => votes.listProposals({ perPage }),
    'late proposals': () => votes.listProposals({ perPage, pageToken: late.nextPageToken ?? '' }),
    ...Object.fromEntries(states.map((state) => [state, () => votes.listProposals({ perPage, state })])),
    type: () => votes.listProposals({ perPage, type: 'spend' }),
    'type and state': () => votes.listProposals({ perPage, type: 'free', state: 'defeated' }),
    'type and executed': () => votes.listProposals({ perPage, type: 'spend', state: 'executed' }),
    proposer: () => votes.listProposals({ perPage, member: seededSlug(9) }),
    ballots: () => votes.listBallots({ perPage, proposal: id }),
    'late ballots': () => votes.listBallots({ perPage, proposal: id, pageToken: ballots.nextPageToken ?? '' }),
    'a ballot': () => votes.listBallots({ perPage, proposal: id, member: seededSlug(3) }),
    'ballots of a member': () => votes.listMemberBallots({ perPage, member: seededSlug(5) }),
    'late ballots of a member': () =>
      votes.listMemberBallots({ perPage, member: seededSlug(5), pageToken: lateOfMember.nextPageToken ?? '' }),
    comments: () => votes.listComments({ perPage, proposal: id, reader: null }),
    scenarios: () => votes.listScenarios({ perPage }),
  };
  const empty = ['pending', 'cancelled', 'submitted', 'failed'];
  for (const [name, list] of Object.entries(lists)) {
    const rows = await measureRows(async () => {
      const { items } = await list();
      expect(items, name).toHaveLength(empty.includes(name) ? 0 : name === 'a ballot' ? 1 : perPage);
    });
    expect(rows, name).toBeLessThanOrEqual(mostRows);
  }
});

test('pages follow on each other without a gap or an item twice', async () => {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await votes.listProposals({ perPage: 97, pageToken });
    ids.push(...page.items.map(({ id }) => id));
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken);
  expect(ids).toHaveLength(600);
  expect(new Set(ids).size).toBe(600);
  const voted: string[] = [];
  do {
    const page = await votes.listMemberBallots({ member: seededSlug(5), perPage: 97, pageToken });
    voted.push(...page.items.map(({ proposal }) => proposal.id));
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken);
  expect(voted).toEqual(ids);
  await expect(votes.listProposals({ perPage: 1, pageToken: 'x' })).rejects.toMatchObject({
    code: 'ALLIANCE_PAGE_TOKEN_WRONG',
  });
  const forged = Buffer.from(JSON.stringify(["'; drop", 'x'])).toString('base64url');
  await expect(votes.listProposals({ perPage: 1, pageToken: forged })).rejects.toMatchObject({ status: 400 });
});
