import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashEvents, type JsonValue } from '../../proof/index.ts';
import { validateDocument } from '../epcis/validateDocument.ts';
import { renderEvents } from '../query/renderEvents.ts';
import { hasConformance, readExamples, readHashVectors } from '../testing/conformance.ts';
import { verifyStatement } from '../testing/verifyStatement.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';

describe.skipIf(!hasConformance)('the example documents of EPCIS 2.0', () => {
  let room: TestTrace;
  const score = { documents: 0, events: 0, hashes: 0, returned: 0 };
  beforeAll(async () => {
    room = await openTestTrace();
  });
  afterAll(async () => {
    console.log('example documents captured:', score);
    await room?.close();
  });

  test.each(readExamples())('$name is captured, hashed and returned', async ({ document }) => {
    // The examples use some eventIDs for several contents, so each is captured on its own.
    await room.store.sql`TRUNCATE trace.events, trace.event_ids, trace.event_things CASCADE`;
    const hashes = hashEvents(document as JsonValue);
    const job = await room.trace.capture(document, { member: 'gs1' });
    expect(job).toMatchObject({ success: true, events: new Set(hashes).size, errors: [] });
    score.documents += 1;
    score.events += job.events;
    for (const [index, eventID] of job.eventIDs.entries()) {
      const records = await room.trace.readEvents(eventID);
      expect(records[0]?.hash).toBe(hashes[index]);
      score.hashes += 1;
      const answer = renderEvents(records);
      expect(validateDocument(answer)).toEqual([]);
      expect(hashEvents(answer)[0]).toBe(hashes[index]);
      score.returned += 1;
    }
  });

  test('the evidence of every example proves its event', async () => {
    const rows = await room.store.sql<{ encoded: string; salt: string; content: string }[]>`
      SELECT encoded, salt, content FROM ledger.statements JOIN ledger.payloads ON statement_seq = seq`;
    const kinds = rows.map(({ encoded }) => (JSON.parse(encoded) as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'epcis.event')).toHaveLength(score.events);
    expect(kinds.filter((kind) => kind === 'epcis.errorDeclaration').length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(await verifyStatement(row)).toMatchObject({ payload: true, event: true, inclusion: true });
    }
  });
});

describe.skipIf(!hasConformance)('the documents with published event hash ids', () => {
  let room: TestTrace;
  const vectors = readHashVectors();
  const total = vectors.reduce((sum, { hashes }) => sum + hashes.length, 0);
  let equal = 0;
  beforeAll(async () => {
    room = await openTestTrace();
  });
  afterAll(async () => {
    console.log(`published event hash ids captured: ${equal} of ${total}, in ${vectors.length} documents`);
    await room?.close();
  });

  test.each(vectors)('$name is captured under its published hashes', async ({ document, hashes }) => {
    const alone = splitEvents(document);
    expect(alone).toHaveLength(hashes.length);
    for (const [index, single] of alone.entries()) {
      // One vector gives two different events the same eventID, which a repository must refuse in one document.
      await room.store.sql`TRUNCATE trace.events, trace.event_ids, trace.event_things CASCADE`;
      expect(await room.trace.capture(single, { member: 'gs1' })).toMatchObject({ success: true, events: 1 });
      const [stored] = await room.store.sql<{ hash: string }[]>`SELECT hash FROM trace.events`;
      expect(stored?.hash).toBe(hashes[index]);
      equal += 1;
    }
  });
});

interface EventBody {
  eventList?: unknown[];
  queryResults?: { resultsBody: { eventList: unknown[] } };
}

/** The document once for each of its events, with that event alone. */
function splitEvents(document: Record<string, unknown>): Record<string, unknown>[] {
  const body = document.epcisBody as EventBody;
  const { queryResults } = body;
  const events = queryResults?.resultsBody.eventList ?? body.eventList ?? [];
  return events.map((event) => {
    const eventList = [event];
    const results = queryResults && { ...queryResults, resultsBody: { ...queryResults.resultsBody, eventList } };
    return { ...document, epcisBody: results ? { queryResults: results } : { eventList } };
  });
}
