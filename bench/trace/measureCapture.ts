import { loadavg } from 'node:os';
import type { Store } from '../../store/index.ts';
import { type Figure, median, whole } from '../evidence/figures.ts';
import { makeRequest, openClient } from '../evidence/httpClient.ts';
import type { BenchPlatform } from '../evidence/startPlatform.ts';
import { between, watchProcessors } from './watchProcessors.ts';
import { makeChain, makeDocument } from './workload.ts';

const eventsPerDocument = 500;
const documentsPerRound = 16;
const rounds = 5;
/** Documents on their way at once. */
const concurrency = 2;
const wantedRate = 3_000;

let chains = 0;
function nextChain(): Record<string, unknown>[] {
  chains += 1;
  return makeChain(`C${chains}X`, chains);
}

/** Documents of events that were never sent before. */
function makeDocuments(count: number): string[] {
  const events: Record<string, unknown>[] = [];
  while (events.length < count * eventsPerDocument) events.push(...nextChain());
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify(makeDocument(events.slice(at * eventsPerDocument, (at + 1) * eventsPerDocument))),
  );
}

/** Events a second through POST /epcis/capture, durable, hashed, indexed and stated, and raw INSERTs of the same rows. */
export async function measureCapture(store: Store, platform: BenchPlatform): Promise<Figure[]> {
  const { address, key } = platform;
  const readTime = await watchProcessors(store, platform);
  const spent = { server: [] as number[], database: [] as number[] };
  const clients = await Promise.all(Array.from({ length: concurrency }, () => openClient(address)));
  const captured: number[] = [];
  const raw: number[] = [];
  await makeBareTables(store);
  for (let round = 0; round <= rounds; round += 1) {
    const requests = makeDocuments(documentsPerRound).map((body) =>
      makeRequest({ address, key, path: '/epcis/capture', body }),
    );
    const [before] = await store.sql<{ last: string }[]>`SELECT coalesce(max(sequence), 0) AS last FROM trace.events`;
    const begun = readTime();
    const startedAt = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (let request = requests.shift(); request !== undefined; request = requests.shift()) {
          const status = await client.send(request);
          if (status !== 202) throw new Error(`POST /epcis/capture answered ${status}.`);
        }
      }),
    );
    const rate = ((documentsPerRound * eventsPerDocument) / (performance.now() - startedAt)) * 1_000;
    const { server, database } = between(begun, readTime());
    const bare = await insertRaw(store, before?.last ?? '0');
    // The first round warms up.
    if (round === 0) continue;
    captured.push(rate);
    raw.push(bare);
    spent.server.push(server);
    spent.database.push(database);
  }
  for (const client of clients) client.close();
  const rate = median(captured);
  return [
    {
      name: `POST /epcis/capture, documents of ${eventsPerDocument} events`,
      value: `${whole(rate)} events/s`,
      goal: `at least ${whole(wantedRate)}`,
      met: rate >= wantedRate,
    },
    { name: 'raw INSERT of the same rows, tables without indexes', value: `${whole(median(raw))} events/s` },
    { name: 'ratio to the raw INSERT', value: (rate / median(raw)).toFixed(2) },
    {
      name: 'processor time an event, server and database',
      value: `${perEvent(spent.server)} + ${perEvent(spent.database)} µs`,
    },
    {
      name: 'load average of the machine',
      value: loadavg()
        .map((load) => load.toFixed(1))
        .join(' '),
    },
  ];
}

const perEvent = (seconds: number[]) => whole((median(seconds) / (documentsPerRound * eventsPerDocument)) * 1_000_000);

const tables = { events: 'sequence', event_things: 'event', event_fields: 'event' } as const;

async function makeBareTables({ sql }: Store): Promise<void> {
  await sql`CREATE SCHEMA bench`;
  for (const name of Object.keys(tables)) {
    await sql`CREATE TABLE ${sql(`bench.${name}`)} (LIKE ${sql(`trace.${name}`)})`;
  }
}

/** The rows that the captures of a round stored, inserted again in as many transactions of multi-row INSERTs. */
async function insertRaw(store: Store, after: string): Promise<number> {
  const { sql } = store;
  const documents: { name: string; rows: Record<string, unknown>[] }[][] = [];
  for (let at = 0; at < documentsPerRound; at += 1) {
    const from = Number(after) + at * eventsPerDocument;
    documents.push(
      await Promise.all(
        Object.entries(tables).map(async ([name, column]) => ({
          name,
          rows: await sql`
            SELECT * FROM ${sql(`trace.${name}`)} WHERE ${sql(column)} > ${from} AND ${sql(column)} <= ${from + eventsPerDocument}`,
        })),
      ),
    );
  }
  const startedAt = performance.now();
  const waiting = [...documents];
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let parts = waiting.shift(); parts !== undefined; parts = waiting.shift()) {
        const document = parts;
        await store.transaction(async (tx) => {
          for (const { name, rows } of document) {
            // A statement has at most 65,535 parameters.
            for (let at = 0; at < rows.length; at += 2_000) {
              await tx`INSERT INTO ${tx(`bench.${name}`)} ${tx(rows.slice(at, at + 2_000))}`;
            }
          }
        });
      }
    }),
  );
  return ((documentsPerRound * eventsPerDocument) / (performance.now() - startedAt)) * 1_000;
}
