import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashDeclaration, hashEvents, type JsonValue } from '../../proof/index.ts';
import { makeDocument, observe } from '../testing/makeDocument.ts';
import { verifyStatement } from '../testing/verifyStatement.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { captureDocument } from './captureDocument.ts';
import type { CaptureJob } from './captureJob.ts';

let room: TestTrace;
beforeAll(async () => {
  room = await openTestTrace();
});
afterAll(() => room?.close());

const member = 'farm';

async function countRows(): Promise<Record<string, number>> {
  const [row] = await room.store.sql<Record<string, string>[]>`
    SELECT (SELECT count(*) FROM trace.events) AS events, (SELECT count(*) FROM trace.event_things) AS things,
      (SELECT count(*) FROM trace.event_ids) AS ids, (SELECT count(*) FROM trace.vocabulary) AS vocabulary,
      (SELECT count(*) FROM ledger.statements) AS statements`;
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, count]) => [name, Number(count)]));
}

test('a captured event is stored with its evidence, whose payload proves the event alone', async () => {
  const notes = { 'xy:noteZh': '采收', 'xy:noteEn': 'Harvest' };
  const document = { ...makeDocument([observe('a1', notes)]), 'xy:ignoreFields': ['xy:noteEn'] };
  const [hash = ''] = hashEvents(document as unknown as JsonValue);
  const job = await room.trace.capture(document, { member });
  expect(job).toMatchObject({ running: false, success: true, events: 1, eventIDs: [hash], duplicates: [], errors: [] });
  expect(await room.trace.readCapture(job.captureID, member)).toEqual(job);
  await expect(room.trace.readCapture(job.captureID, 'other')).rejects.toMatchObject({ code: 'TRACE_NO_SUCH_CAPTURE' });

  const [statement] = await room.ledger.findStatements(hash);
  expect(statement).toMatchObject({ status: 'pending', index: null });
  const [payload] = await room.store.sql<{ content: string; encoded: string }[]>`
    SELECT content, encoded FROM ledger.payloads JOIN ledger.statements ON seq = statement_seq WHERE subject = ${hash}`;
  const content = JSON.parse(payload?.content ?? 'null');
  expect(hashEvents(content)).toEqual([hash]);
  expect(content).toMatchObject({ type: 'EPCISDocument', 'xy:ignoreFields': ['xy:noteEn'] });
  expect(content.epcisBody.eventList).toEqual([expect.objectContaining({ eventID: hash, ...notes })]);
  expect(JSON.parse(payload?.encoded ?? '{}')).toMatchObject({
    kind: 'epcis.event',
    subject: hash,
    member,
    time: job.createdAt,
  });
});

test('what was captured before is reported and neither stored nor stated again', async () => {
  const document = makeDocument([observe('b1'), observe('b2')]);
  const first = await room.trace.capture(document, { member });
  const before = await countRows();
  const again = await room.trace.capture(makeDocument([observe('b2'), observe('b3'), observe('b3')]), {
    member: 'other',
  });
  expect(again).toMatchObject({ success: true, events: 1 });
  expect(again.duplicates).toEqual([
    { index: 0, eventID: first.eventIDs[1], hash: first.eventIDs[1] },
    { index: 2, eventID: again.eventIDs[0], hash: again.eventIDs[0] },
  ]);
  expect(await countRows()).toMatchObject({
    events: (before.events ?? 0) + 1,
    statements: (before.statements ?? 0) + 1,
  });
});

test('the same event from many clients at once is stored once', async () => {
  const before = await countRows();
  const serials = Array.from({ length: 20 }, (_, index) => `c${index}`);
  const jobs = await Promise.all(
    Array.from({ length: 12 }, (_, client) => {
      // Each client sends the same events in another order, some with an eventID of its own.
      const events = serials.map((serial) =>
        observe(serial, client % 3 === 0 ? { eventID: `urn:x:${client}:${serial}` } : {}),
      );
      return room.trace.capture(makeDocument(client % 2 === 0 ? events : events.reverse()), { member });
    }),
  );
  expect(jobs.every(({ success }) => success)).toBe(true);
  expect(jobs.reduce((sum, { events }) => sum + events, 0)).toBe(serials.length);
  const after = await countRows();
  expect(after.events).toBe((before.events ?? 0) + serials.length);
  expect(after.statements).toBe((before.statements ?? 0) + serials.length);
  const found = await room.trace.readEvents('urn:x:0:c7');
  expect(found.map(({ document }) => document.epcList)).toEqual([observe('c7').epcList]);
});

test('an eventID that names other content rolls back everything, and the job tells', async () => {
  await room.trace.capture(makeDocument([observe('d1', { eventID: 'urn:x:d' })]), { member });
  const before = await countRows();
  const job = await room.trace.capture(
    makeDocument(
      [observe('d2'), observe('d3', { eventID: 'urn:x:d' })],
      [{ type: 'urn:epcglobal:epcis:vtype:Party', vocabularyElementList: [{ id: 'urn:x:party' }] }],
    ),
    { member },
  );
  expect(job).toMatchObject({ success: false, captureErrorBehaviour: 'rollback', events: 0, eventIDs: [] });
  expect(job.errors).toEqual([
    expect.objectContaining({ index: 1, status: 409, type: 'epcisException:ResourceAlreadyExistsException' }),
  ]);
  expect(await countRows()).toEqual(before);
  expect(await room.trace.readCapture(job.captureID, member)).toEqual(job);
});

test('of many contents under one eventID at once, one is stored', async () => {
  const before = await countRows();
  const jobs = await Promise.all(
    Array.from({ length: 10 }, (_, client) =>
      room.trace.capture(makeDocument([observe(`i${client}`, { eventID: 'urn:x:i' })]), { member }),
    ),
  );
  expect(jobs.filter(({ success }) => success)).toHaveLength(1);
  expect(await countRows()).toMatchObject({
    events: (before.events ?? 0) + 1,
    statements: (before.statements ?? 0) + 1,
    ids: (before.ids ?? 0) + 1,
  });
});

test('nothing of a document stays when its evidence cannot be recorded', async () => {
  const before = await countRows();
  const appendStatements: typeof room.ledger.appendStatements = async (tx, statements) => {
    await room.ledger.appendStatements(tx, statements.slice(0, 2));
    throw new Error('no evidence');
  };
  const document = makeDocument([observe('k1'), observe('k2'), observe('k3')]);
  const house = { store: room.store, ledger: { appendStatements } };
  await expect(captureDocument(house, document, { member })).rejects.toThrow('no evidence');
  expect(await countRows()).toEqual(before);
  expect(await room.trace.capture(document, { member })).toMatchObject({ events: 3, duplicates: [] });
});

test('proceed stores the good events and names the others', async () => {
  const document = makeDocument([
    observe('e1'),
    observe('e2', { bizStep: 'nonsense' }),
    observe('e3', { eventID: 'urn:x:d' }),
    observe('e4', { eventID: 'urn:x:e' }),
    observe('e5', { eventID: 'urn:x:e' }),
  ]);
  const pointers = (job: CaptureJob) => job.errors.flatMap(({ errors }) => errors as { pointer: string }[]);
  const job = await room.trace.capture(document, { member, errorBehaviour: 'proceed' });
  expect(job).toMatchObject({ success: false, events: 2 });
  expect(job.errors.map(({ index, status }) => [index, status]).sort()).toEqual([
    [1, 400],
    [2, 409],
    [4, 409],
  ]);
  expect(pointers(job).map(({ pointer }) => pointer)).toEqual([
    '/epcisBody/eventList/1/bizStep',
    '/epcisBody/eventList/4/eventID',
    '/epcisBody/eventList/2/eventID',
  ]);
  expect(job.errors.find(({ index }) => index === 1)?.errors).toEqual([
    expect.objectContaining({ pointer: '/epcisBody/eventList/1/bizStep' }),
  ]);
  expect(job.errors.find(({ index }) => index === 1)?.zh).toEqual({
    detail: '序号 1（从 0 起）的事件有 1 处不符合规则，第一处在 /epcisBody/eventList/1/bizStep：值为 "nonsense"。',
    nextStep: '请改正该事件后重新采集。',
  });
});

test('one eventID for two contents in one document is an error of the document', async () => {
  const before = await countRows();
  const document = makeDocument([
    observe('n1', { eventID: 'urn:x:n' }),
    observe('n2'),
    observe('n3', { eventID: 'urn:x:n' }),
  ]);
  await expect(room.trace.capture(document, { member })).rejects.toMatchObject({
    code: 'TRACE_INVALID_DOCUMENT',
    details: { errors: [{ pointer: '/epcisBody/eventList/2/eventID' }] },
  });
  expect(await countRows()).toEqual(before);
});

test('an invalid document stores nothing and names everything', async () => {
  const before = await countRows();
  const document = makeDocument([observe('f1'), observe('f2', { bizStep: '?' }), observe('f3', { eventTime: 'soon' })]);
  await expect(room.trace.capture(document, { member })).rejects.toMatchObject({
    code: 'TRACE_INVALID_DOCUMENT',
    status: 400,
    type: 'epcisException:ValidationException',
    details: {
      errors: [
        { pointer: '/epcisBody/eventList/1/bizStep' },
        { pointer: '/epcisBody/eventList/2/eventTime', problem: 'is "soon"' },
      ],
    },
  });
  expect(await countRows()).toEqual(before);
});

test('an error declaration keeps the eventID and has a statement of its own', async () => {
  const event = observe('g1', { eventID: 'urn:x:g' });
  await room.trace.capture(makeDocument([event]), { member });
  const errorDeclaration = { declarationTime: '2025-06-02T00:00:00Z', reason: 'incorrect_data' };
  const withdrawal = makeDocument([{ ...event, errorDeclaration }]);
  expect(await room.trace.capture(withdrawal, { member })).toMatchObject({ success: true, events: 1 });
  expect(await room.trace.capture(withdrawal, { member })).toMatchObject({
    events: 0,
    duplicates: [{ eventID: 'urn:x:g' }],
  });
  const both = await room.trace.readEvents('urn:x:g');
  expect(both.map(({ document }) => document.errorDeclaration)).toEqual([undefined, errorDeclaration]);
  const [hash = ''] = hashEvents(makeDocument([event]) as unknown as JsonValue);
  const subject = hashDeclaration(hash, errorDeclaration);
  expect(await room.trace.readEvidence('urn:x:g')).toEqual([
    expect.objectContaining({ about: 'event', subject: hash }),
    expect.objectContaining({ about: 'event', subject: hash }),
    expect.objectContaining({ about: 'errorDeclaration', subject }),
  ]);

  const [row] = await room.store.sql<{ encoded: string; salt: string; content: string }[]>`
    SELECT encoded, salt, content FROM ledger.statements JOIN ledger.payloads ON statement_seq = seq
    WHERE subject = ${subject}`;
  const statement = JSON.parse(row?.encoded ?? '{}');
  expect(statement).toMatchObject({ kind: 'epcis.errorDeclaration', subject, member });
  const content = row?.content ?? 'null';
  const bundle = { encoded: row?.encoded ?? '', salt: row?.salt ?? '' };
  expect(await verifyStatement({ ...bundle, content })).toMatchObject({ payload: true, event: true, inclusion: true });
  const later = content.replace('2025-06-02T00', '2025-06-03T00');
  expect(await verifyStatement({ ...bundle, content: later })).toMatchObject({ payload: false });
  const other = bundle.encoded.replace(subject, hash);
  expect(await verifyStatement({ ...bundle, content, encoded: other })).toMatchObject({ payload: true, event: false });
});

test('a hash id that somebody took as eventID does not keep the event out', async () => {
  const [hash = ''] = hashEvents(makeDocument([observe('h1')]) as unknown as JsonValue);
  await room.trace.capture(makeDocument([observe('h2', { eventID: hash })]), { member });
  const job = await room.trace.capture(makeDocument([observe('h1')]), { member });
  expect(job).toMatchObject({ success: true, events: 1, eventIDs: [expect.stringMatching(/^urn:uuid:/)] });
});

test('more events than the limit are refused', async () => {
  const document = makeDocument(Array.from({ length: 5_001 }, (_, index) => observe(index)));
  await expect(room.trace.capture(document, { member })).rejects.toMatchObject({
    code: 'TRACE_CAPTURE_LIMIT_EXCEEDED',
    status: 413,
  });
});

test('an empty list of events is a job without events', async () => {
  expect(await room.trace.capture(makeDocument([]), { member })).toMatchObject({ success: true, events: 0 });
});

test('a thousand events are captured in one go', async () => {
  const events = Array.from({ length: 1_000 }, (_, index) =>
    observe(`t${index}`, { readPoint: { id: 'urn:epc:id:sgln:0614141.07346.1234' }, 'xy:noteZh': '一千条之一' }),
  );
  const start = performance.now();
  const job = await room.trace.capture(makeDocument(events), { member });
  const elapsedMs = performance.now() - start;
  console.log(`1,000 events in ${elapsedMs.toFixed(0)} ms: ${((1000 / elapsedMs) * 1000).toFixed(0)} events/s`);
  expect(job.events).toBe(1_000);
  expect(elapsedMs).toBeLessThan(5_000);
});
