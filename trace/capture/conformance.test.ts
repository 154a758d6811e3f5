import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasConformance, readHashVectors } from '../testing/conformance.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';

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
      await room.store.sql`
        WITH things AS (DELETE FROM trace.event_things), ids AS (DELETE FROM trace.event_ids) DELETE FROM trace.events`;
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
