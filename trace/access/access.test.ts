import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocument, observe } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { parseAudience } from './audience.ts';

let room: TestTrace;
let app: FastifyInstance;
beforeAll(async () => {
  room = await openTestTrace();
  app = await openTestApp(room.trace);
});
afterAll(async () => {
  await app?.close();
  await room?.close();
});

const as = (member?: string) => (member === undefined ? {} : { 'x-member': member });
const capture = (serial: string, headers: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/epcis/capture',
    payload: makeDocument([observe(serial)]),
    headers: { ...as('farm'), ...headers },
  });
/** How often each viewer is told of the item: by query, by hash id, by lineage, as a word of discovery. */
async function seenBy(serial: string, hash: string, member?: string) {
  const epc = encodeURIComponent(`https://id.gs1.org/01/06901234567892/21/${serial}`);
  const get = (url: string) => app.inject({ url, headers: as(member) });
  const [query, one, lineage] = await Promise.all([
    get(`/epcis/events?MATCH_anyEPC=${epc}`),
    get(`/epcis/events/${encodeURIComponent(hash)}`),
    get(`/api/trace/lineage?epc=${epc}`),
  ]);
  const { events } = lineage.json();
  return {
    listed: query.json().epcisBody.queryResults.resultsBody.eventList.length,
    status: one.statusCode,
    sealed: events.map(({ sealed }: { sealed: boolean }) => sealed),
  };
}
const open = { listed: 1, status: 200, sealed: [false] };
const closed = { listed: 0, status: 404, sealed: [true] };

test.each([
  [undefined, null],
  ['public', { kind: 'public', members: [] }],
  ['members: b, a,b', { kind: 'members', members: ['b', 'a'] }],
])('the header %j means %j', (header, audience) => expect(parseAudience(header)).toEqual(audience));

test.each(['', 'everybody', 'members', 'members:', 'members:A B', 'public:a', 'authority,public'])(
  'the header %j is refused with the words that there are',
  (header) => expect(() => parseAudience(header)).toThrow(expect.objectContaining({ code: 'ACCESS_AUDIENCE_UNKNOWN' })),
);

test('an event for named members is theirs, its recorder’s and nobody else’s', async () => {
  const job = (await capture('A1', { 'xiangyu-audience': 'members:shop' })).json();
  const [hash] = job.eventIDs;
  expect(await seenBy('A1', hash, 'farm')).toEqual(open);
  expect(await seenBy('A1', hash, 'shop')).toEqual(open);
  expect(await seenBy('A1', hash, 'stranger')).toEqual(closed);
  expect(await seenBy('A1', hash)).toEqual(closed);
  // The same document from another member is a repetition, which tells nothing of the stored one.
  const again = await app.inject({
    method: 'POST',
    url: '/epcis/capture',
    payload: makeDocument([{ ...observe('A1'), eventID: 'urn:uuid:00000000-0000-4000-8000-000000000001' }]),
    headers: as('stranger'),
  });
  expect(again.json().duplicates).toEqual([
    expect.objectContaining({ eventID: 'urn:uuid:00000000-0000-4000-8000-000000000001' }),
  ]);
});

test('the content of a proof is for those who may see the event', async () => {
  const { eventIDs } = (await capture('A2', { 'xiangyu-audience': 'authority' })).json();
  const [statement] = await room.ledger.findStatements(eventIDs[0]);
  const asked = { id: statement?.statementId ?? '', subject: eventIDs[0] };
  const may = (member: string | null, authority = false) =>
    room.trace.access.mayReadPayload(asked, { member, kinds: ['certifier'], authority });
  expect([await may(null), await may('stranger'), await may('farm'), await may('bureau', true)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('a member’s default holds for captures that say nothing, and parties belong to one member', async () => {
  const put = (member: string, payload: object) =>
    app.inject({ method: 'PUT', url: '/api/trace/access', payload, headers: as(member) });
  const settings = { audience: { kind: 'authority', members: [] }, parties: ['urn:epc:id:pgln:6901234.00001'] };
  expect((await put('farm', settings)).json().parties).toEqual(['https://id.gs1.org/417/6901234000016']);
  expect((await put('thief', settings)).json()).toMatchObject({ status: 409, code: 'ACCESS_PARTY_TAKEN' });
  expect((await put('thief', { ...settings, parties: ['https://id.gs1.org/417/6901234000010'] })).json().code).toBe(
    'ACCESS_PARTY_INVALID',
  );
  const { eventIDs } = (await capture('A3', {})).json();
  expect(await seenBy('A3', eventIDs[0], 'stranger')).toEqual(closed);
  const spoken = (await capture('A4', { 'xiangyu-audience': 'public' })).json();
  expect(await seenBy('A4', spoken.eventIDs[0])).toEqual(open);
});

test('an audience that names nobody is refused, and nothing is stored', async () => {
  const answer = await capture('A5', { 'xiangyu-audience': 'friends' });
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'ACCESS_AUDIENCE_UNKNOWN',
    type: 'epcisException:ValidationException',
  });
  const [row] = await room.store.sql<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM trace.event_things WHERE key LIKE '%/21/A5'`;
  expect(row?.count).toBe(0);
});
