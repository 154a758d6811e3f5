import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadExchangeDemo } from '../demo/index.ts';
import { asks, departments } from '../demo/testing.ts';
import { findFreePort } from '../host/index.ts';
import { startTestServer, type TestServer } from '../server/testing.ts';
import { connectStore } from '../store/index.ts';
import { silentLogger } from '../store/testing.ts';

let server: TestServer;
let databaseUrl: string;
const stop = new AbortController();
const { agriculture, civilAffairs, publicSecurity, marketRegulation, bigData } = departments;

const load = (now = new Date(), signal = stop.signal) =>
  loadExchangeDemo({
    ...server,
    databaseUrl,
    now,
    logger: silentLogger,
    signal,
    sizes: { people: 600, organisations: 400 },
  });

async function countRows(): Promise<object | undefined> {
  const { sql } = server.store;
  const [counts] = await sql`
    SELECT (SELECT count(*)::int FROM exchange.datasets) AS datasets,
      (SELECT count(*)::int FROM exchange.questions) AS questions,
      (SELECT count(*)::int FROM exchange.sources) AS sources,
      (SELECT count(*)::int FROM exchange.matters) AS matters,
      (SELECT count(*)::int FROM exchange.standing_rules) AS rules,
      (SELECT count(*)::int FROM exchange.applications) AS applications,
      (SELECT count(*)::int FROM exchange.intakes) AS intakes,
      (SELECT count(*)::int FROM exchange.answers_received WHERE state = 'answered') AS answers,
      (SELECT count(*)::int FROM exchange.records WHERE kind = 'act') AS acts`;
  return counts;
}

beforeAll(async () => {
  // The connectors call each other at the address that the platform has, so that it must be known before.
  server = await startTestServer({ demo: true, port: await findFreePort() });
  const [row] = await server.store.sql<{ name: string }[]>`SELECT current_database() AS name`;
  databaseUrl = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${row?.name}` }).href;
}, 60_000);
afterAll(async () => {
  stop.abort();
  await server?.stop();
  const platform = new URL(databaseUrl).pathname.slice(1);
  const { sql, close } = await connectStore({ url: inject('postgresUrl'), logger: silentLogger, maxConnections: 1 });
  for (const { database } of Object.values(departments)) {
    await sql.unsafe(`DROP DATABASE IF EXISTS "${platform}_demo_${database}" WITH (FORCE)`);
    await sql.unsafe(`DROP ROLE IF EXISTS "${platform}_demo_${database}"`);
  }
  await close();
});

test('five departments exchange data, also when the first load was cut short; a second load adds nothing', async () => {
  const cut = new AbortController();
  const begun = load(new Date(), cut.signal);
  await expect.poll(countRows, { timeout: 60_000 }).toMatchObject({ sources: 2 });
  cut.abort();
  expect(await begun).toBeNull();

  expect(await load()).toMatchObject({ uses: 20 });
  const { applications, delivery, registry } = server.exchange;
  expect((await registry.authority())?.slug).toBe(bigData.slug);
  const own = await applications.list({ participant: agriculture.slug, role: 'consumer', perPage: 100 });
  const wanted = asks.filter(({ matter }) => matter.department === 'agriculture');
  expect(own.items.map(({ state }) => state).sort()).toEqual([
    'granted',
    'granted',
    'granted',
    'granted',
    'inReview',
    'refused',
  ]);
  expect(own.items.map(({ form }) => form.reason).sort()).toEqual(wanted.map(({ reason }) => reason).sort());
  const given = await applications.list({ participant: marketRegulation.slug, role: 'provider', perPage: 100 });
  expect(given.items.map(({ decision }) => decision?.mode)).toEqual(['standingRule', 'standingRule']);
  const refused = own.items.find(({ state }) => state === 'refused');
  expect(refused).toMatchObject({ counterparty: { slug: publicSecurity.slug }, decision: { ground: 'sensitive' } });
  await expect
    .poll(async () => {
      const page = await applications.list({ participant: civilAffairs.slug, role: 'provider', perPage: 100 });
      return page.items.find(({ state }) => state === 'inReview')?.clock?.stage;
    })
    .toBe('firstCheck');

  const [answers] = await server.store.sql`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE answer->>'holds' = 'true')::int AS yes
    FROM exchange.answers_received WHERE state = 'answered'`;
  expect(answers).toMatchObject({ all: 18, yes: expect.toSatisfy((yes: number) => yes > 0 && yes < 18) });
  await expect
    .poll(
      async () => {
        const rows = await server.store.sql<
          { id: string; participant: string }[]
        >`SELECT id, participant FROM exchange.intakes`;
        const intakes = await Promise.all(rows.map(({ participant, id }) => delivery.readIntake(participant, id)));
        return intakes.map(({ state, rows: count }) => [state, count]).sort();
      },
      { timeout: 30_000 },
    )
    .toEqual([
      ['done', 400],
      ['done', 67],
    ]);

  const before = await countRows();
  expect(await load(new Date(Date.now() + 40 * 86_400_000))).toEqual({ connectors: 0, entries: 0, uses: 0 });
  expect(await countRows()).toEqual(before);
}, 120_000);
