import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer, systemViewer } from '../access/viewer.ts';
import { indexBacklog } from '../capture/indexBacklog.ts';
import { makeDocument, observe } from '../testing/makeDocument.ts';
import { queryEvents } from '../testing/queryEvents.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { findEvents } from './findEvents.ts';
import { parseEventQuery } from './parseQuery.ts';

let room: TestTrace;
beforeAll(async () => {
  room = await openTestTrace();
  await room.trace.capture(makeDocument(queryEvents), { member: 'farm' });
});
afterAll(() => room?.close());

const find = (parameters: Record<string, unknown>, viewer = systemViewer) =>
  findEvents(room.store.sql, parseEventQuery(parameters), viewer);
const nameOf = ({ event_id }: { event_id: string }) => event_id.slice(6);

/** Every page of a query, with the names on it. */
async function readPages(parameters: Record<string, unknown>): Promise<string[][]> {
  const pages: string[][] = [];
  let nextPageToken: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof find>> = await find({
      ...parameters,
      ...(nextPageToken !== null && { nextPageToken }),
    });
    pages.push(page.events.map(nameOf));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== null);
  return pages;
}

test('results come in the order asked for, page by page, each event once', async () => {
  const ascending = ['make', 'pack', 'press', 'sense', 'wrong', 'sell'];
  const pages = await readPages({ orderBy: 'eventTime', orderDirection: 'ASC', perPage: '4' });
  expect(pages).toEqual([ascending.slice(0, 4), ascending.slice(4)]);
  expect((await readPages({ orderBy: 'recordTime', perPage: '4' })).flat()).toEqual(ascending.toReversed());
  expect((await readPages({})).flat()).toEqual(ascending.toReversed());
});

test('an extension field orders too, by number, moment or text; events without it are not lost', async () => {
  const byScore = await readPages({ orderBy: 'xy:score', orderDirection: 'ASC', perPage: '1' });
  expect(byScore.flat()).toHaveLength(queryEvents.length);
  expect(byScore.flat().slice(-2)).toEqual(['make', 'pack']);
  const byTime = await readPages({ orderBy: 'xy:checked', perPage: '2' });
  expect(byTime.flat().slice(0, 2)).toEqual(['pack', 'make']);
  expect(new Set(byTime.flat()).size).toBe(queryEvents.length);
  const bySugar = await readPages({ orderBy: 'ILMD_xy:sugar', perPage: '5' });
  expect(bySugar.flat().slice(0, 2)).toEqual(['make', 'press']);
});

test('eventCountLimit gives the first events, over pages too', async () => {
  const pages = await readPages({ orderBy: 'eventTime', orderDirection: 'ASC', eventCountLimit: '3', perPage: '2' });
  expect(pages).toEqual([['make', 'pack'], ['press']]);
  expect(() => parseEventQuery({ eventCountLimit: '3' })).toThrow(
    expect.objectContaining({ code: 'TRACE_LIMIT_WITHOUT_ORDER' }),
  );
});

test('maxEventCount is an error when there are more', async () => {
  expect((await find({ maxEventCount: '6', perPage: '2' })).events).toHaveLength(2);
  await expect(find({ maxEventCount: '5' })).rejects.toMatchObject({
    code: 'TRACE_QUERY_TOO_LARGE',
    status: 413,
    type: 'epcisException:QueryTooLargeException',
  });
  const both = { orderBy: 'eventTime', eventCountLimit: '1', maxEventCount: '1' };
  expect(() => parseEventQuery(both)).toThrow(expect.objectContaining({ code: 'TRACE_PARAMETERS_EXCLUSIVE' }));
});

test('what a query cannot mean is refused with its name', () => {
  const refused: [Record<string, unknown>, string][] = [
    [{ MATCH_epcs: 'urn:x:1' }, 'TRACE_UNKNOWN_PARAMETER'],
    [{ EQ_value: '5' }, 'TRACE_INVALID_PARAMETER'],
    [{ EXISTS_something: 'true' }, 'TRACE_UNKNOWN_PARAMETER'],
    [{ 'EQ_farm:grade': 'A' }, 'TRACE_UNKNOWN_PREFIX'],
    [{ EQ_action: 'ADD|CHANGE' }, 'TRACE_INVALID_PARAMETER'],
    [{ GE_value_CEL: 'warm' }, 'TRACE_INVALID_PARAMETER'],
    [{ 'GT_xy:score': '1|2' }, 'TRACE_INVALID_PARAMETER'],
    [{ 'GT_xy:score': 'big' }, 'TRACE_INVALID_PARAMETER'],
    [{ GE_eventTime: '2025-07-01' }, 'TRACE_INVALID_PARAMETER'],
    [{ EXISTS_errorDeclaration: 'maybe' }, 'TRACE_INVALID_PARAMETER'],
    [{ orderBy: 'bizStep' }, 'TRACE_INVALID_PARAMETER'],
    [{ orderBy: 'eventTime', orderDirection: 'UP' }, 'TRACE_INVALID_PARAMETER'],
    [{ perPage: '0' }, 'TRACE_INVALID_PARAMETER'],
    [{ EQ_bizStep: { word: 'packing' } }, 'TRACE_INVALID_PARAMETER'],
    [{ MATCH_epc: '' }, 'TRACE_INVALID_PARAMETER'],
  ];
  for (const [parameters, code] of refused) {
    expect(() => parseEventQuery(parameters), JSON.stringify(parameters)).toThrow(
      expect.objectContaining({ code, status: 400 }),
    );
  }
});

test('a query of endless parameters is refused before the database sees it', () => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`EQ_xy:f${at}`, '1']));
  expect(() => parseEventQuery(many)).toThrow(expect.objectContaining({ code: 'TRACE_QUERY_TOO_COMPLEX' }));
});

test('places below places without end are not followed', async () => {
  const chain = Array.from({ length: 150 }, (_, at) => ({ id: `urn:x:p${at}`, children: [`urn:x:p${at + 1}`] }));
  const places = { type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: chain };
  await room.trace.capture(makeDocument([], [places]), { member: 'farm' });
  await expect(find({ WD_bizLocation: 'urn:x:p0' })).rejects.toMatchObject({ code: 'TRACE_QUERY_TOO_COMPLEX' });
  expect((await find({ WD_bizLocation: 'urn:x:p100' })).events).toEqual([]);
});

test('a list leaves out what its viewer may not see, and no count tells of it', async () => {
  const hidden = makeDocument([observe('hidden', { eventID: 'urn:x:hide' })]);
  await room.trace.capture(hidden, { member: 'farm', audience: { kind: 'authority', members: [] } });
  const seen = async (viewer: typeof systemViewer) => (await find({ EQ_eventID: 'urn:x:hide' }, viewer)).events.length;
  expect(await seen(systemViewer)).toBe(1);
  expect(await seen(publicViewer)).toBe(0);
  expect(await seen({ member: 'farm', kinds: [], authority: false })).toBe(1);
  expect(await seen({ member: 'shop', kinds: [], authority: false })).toBe(0);
  expect((await find({ EQ_eventID: 'urn:x:hide', maxEventCount: '0' }, publicViewer)).events).toEqual([]);
});

test('events that an earlier version captured are found by their fields too, once the backlog is indexed', async () => {
  const { sql } = room.store;
  const { signal } = new AbortController();
  const ask = async () => (await find({ EQ_bizTransaction_po: 'urn:x:po:1' })).events.map(nameOf);
  await sql`DELETE FROM trace.event_fields`;
  await sql`INSERT INTO trace.field_backlog SELECT sequence FROM trace.events`;
  expect(await ask()).toEqual([]);
  await Promise.all([indexBacklog(room.store, signal), indexBacklog(room.store, signal)]);
  expect(await ask()).toEqual(['make']);
  expect(await sql`SELECT FROM trace.field_backlog`).toEqual([]);
});
