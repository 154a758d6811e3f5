import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Dataset } from '../../catalogue/dataset.ts';
import type { Grant } from '../../grants/grants.ts';
import type { Match } from '../answers.ts';
import { openAnswers } from '../openAnswers.ts';
import { consumer, openTestAnswers, provider } from '../testing.ts';
import { unpackAnswer } from './matchMessage.ts';
import { prepareMatch } from './prepareMatch.ts';
import { loadPsi } from './psi.ts';
import { stepMatch } from './stepMatch.ts';

type Test = Awaited<ReturnType<typeof openTestAnswers>>;
let test: Test;
let dataset: Dataset;
let grant: Grant;
let transfer: string;

const words = (text: string) => ({ zh: text, en: text });
const codeAt = (at: number) => `FARM-${String(at).padStart(6, '0')}`;
/** 0 to 39; the provider has the even numbers up to 118, of which one is closed. */
const own = Array.from({ length: 40 }, (_, at) => codeAt(at));
const never = new AbortController().signal;
const attempt = { attempt: 1, signal: never };

beforeAll(async () => {
  test = await openTestAnswers();
  await test.store.sql`CREATE TABLE farms (code text PRIMARY KEY, state text, changed_at timestamptz DEFAULT now())`;
  const rows = Array.from({ length: 60 }, (_, at) => ({ code: codeAt(at * 2), state: at === 1 ? 'closed' : 'open' }));
  await test.store.sql`INSERT INTO farms ${test.store.sql(rows)}`;
  dataset = await test.publish('farms', {
    methods: ['match'],
    subject: 'organisation',
    items: [
      { name: 'code', title: words('编号'), type: 'text', key: true },
      { name: 'state', title: words('状态'), type: 'text' },
      { name: 'changed_at', title: words('变更时间'), type: 'time' },
    ],
  });
  const question = {
    dataset: dataset.id,
    kind: 'match',
    words: words('名单比对'),
    identifierKind: 'text',
    conditions: [{ item: 'state', comparison: 'eq', value: 'open' }],
  };
  await test.answers.declareQuestion(provider, { ...question, id: 'both', reveal: true, limits: { perDay: 20 } }, 's');
  await test.answers.declareQuestion(provider, { ...question, id: 'how-many' }, 's');
  grant = await test.agree(consumer, dataset, { items: ['question:both', 'question:how-many'] });
  transfer = await test.start(consumer, grant, 'xy:match');
});
afterAll(() => test.close());

const parts = () => {
  const { house, identity, registry, audit, dsp, grants, catalogue, delivery, citizens } = test;
  return { house, identity, registry, audit, dsp, grants, catalogue, delivery, citizens, groups: house.store };
};
const start = (question: string, mode: Match['mode'], identifiers: readonly string[] = own) =>
  test.answers.startMatch({
    participant: consumer,
    transfer,
    question,
    mode,
    identifiers,
    identifierKind: 'text',
    purpose: 'SUBSIDY',
    caseNumber: 'AG-2026-9',
  });
const step = ({ id }: Match) => stepMatch(parts(), { participant: consumer, id }, attempt);
const compute = ({ id }: Match, changed: object = {}) =>
  prepareMatch({ ...parts(), ...changed }, { participant: provider, consumer, id }, attempt);
const read = ({ id }: Match) => test.answers.readMatch(consumer, id);
/** A match whose request is made here, so that no thread is needed for it. */
async function startWith(identifiers: readonly string[], mode: Match['mode'] = 'size', question = 'both') {
  const match = await start(question, mode, [...new Set(identifiers)]);
  const client = (await loadPsi()).client.createWithNewKey(mode === 'intersection');
  const request = Buffer.from(client.createRequest(identifiers).serializeBinary());
  client.delete();
  await test.store.sql`
    UPDATE exchange.matches SET state = 'asking', request = ${request}, own_size = ${identifiers.length}
    WHERE id = ${match.id}`;
  await step(match);
  return match;
}
/** What went over the wire until now: the consumer's request, and the provider's two messages. */
function takeWire() {
  const messages = test.wire.filter(({ path }) => path.includes('/matches'));
  test.wire.length = 0;
  const asked = messages.find(({ body }) => body.includes('xy:MatchRequest'))?.body ?? '{}';
  // A part may have been fetched twice.
  const parted = new Map<number, Buffer>();
  for (const { answer } of messages) {
    const { part, bytes } = JSON.parse(answer) as { part?: number; bytes?: string };
    if (part !== undefined && bytes !== undefined) parted.set(part, Buffer.from(bytes, 'base64'));
  }
  const packed = [...parted.values()];
  const unpacked = unpackAnswer(Buffer.concat(packed));
  if (!unpacked) throw new Error('The answer is cut off.');
  const request = Buffer.from((JSON.parse(asked) as { request: string }).request, 'base64');
  return {
    text: messages.map(({ body, answer }) => `${body}${answer}`).join(''),
    bytes: Buffer.concat([request, ...packed]),
    request: readElements(request).map(toHex),
    setup: readElements(readElements(unpacked.setup)[0] ?? new Uint8Array()).map(toHex),
    response: readElements(unpacked.response).map(toHex),
  };
}
const wires: ReturnType<typeof takeWire>[] = [];

describe('a private match', () => {
  it('gives the consumer which of its own are in both sets, the connectors working in the background', async () => {
    const stop = new AbortController();
    const running = openAnswers(parts()).run(stop.signal);
    const begun = await start(
      'both',
      'intersection',
      own.map((code) => ` ${code.toLowerCase()} `),
    );
    const done = { timeout: 30_000, interval: 50 };
    await vi.waitFor(async () => expect((await read(begun)).state).toBe('done'), done).finally(() => stop.abort());
    await running;
    expect(await read(begun)).toMatchObject({ size: 19, ownSize: 40 });
    const { items: some, nextPageToken } = await test.answers.readIntersection(consumer, begun.id, { perPage: 10 });
    const rest = { perPage: 10, pageToken: nextPageToken ?? '' };
    const both = own.filter((_, at) => at % 2 === 0 && at !== 2);
    expect([...some, ...(await test.answers.readIntersection(consumer, begun.id, rest)).items]).toEqual(both);
    const [row] = await test.store
      .sql`SELECT identifiers, sealed_key, request FROM exchange.matches WHERE id = ${begun.id}`;
    expect(row).toEqual({ identifiers: null, sealed_key: null, request: null });
    wires.push(takeWire());
  });

  it('goes on after a crash at every step, counts once and doubles nothing', async () => {
    const used = async () => (await test.grants.read(provider, grant.id))?.used ?? 0;
    const before = await used();
    const match = await start('how-many', 'size');
    // Each step alone, as if the process had died after it, and twice, as if it had died before it was known to be done.
    await step(match);
    expect((await read(match)).state).toBe('waiting');
    await test.store.sql`UPDATE exchange.matches SET state = 'asking' WHERE id = ${match.id}`;
    await step(match);
    expect(await used()).toBe(before + 1);
    await Promise.all([compute(match), compute(match)]);
    const [parted] = await test.store.sql`
      SELECT count(*)::int AS count FROM exchange.match_parts WHERE match = ${match.id} AND side = 'provider'`;
    expect(parted).toEqual({ count: 1 });
    await Promise.all([step(match), step(match)]);
    expect(await read(match)).toMatchObject({ state: 'done', size: 19 });
    const records = await test.store.sql`
      SELECT participant FROM exchange.records
      WHERE kind = 'match' AND outcome = 'ok' AND detail::text LIKE ${`%${match.id}%`} ORDER BY participant`;
    expect(records).toEqual([{ participant: consumer }, { participant: provider }]);
    // The mode gives a number and nothing else.
    expect((await test.answers.readIntersection(consumer, match.id, { perPage: 10 })).items).toEqual([]);
    wires.push(takeWire());
  });

  it('shows neither set on the wire: no identifier, no hash of one, and nothing that two matches share', () => {
    const [one, two] = wires;
    if (!one || !two) throw new Error('Two matches are needed.');
    for (const { text, bytes } of wires) {
      for (let at = 0; at < 120; at += 1) {
        const code = codeAt(at);
        expect(text.includes(code) || bytes.includes(code)).toBe(false);
        for (const algorithm of ['sha256', 'sha1', 'md5'])
          expect(bytes.includes(createHash(algorithm).update(code).digest())).toBe(false);
      }
    }
    expect([one.request.length, one.setup.length, one.response.length]).toEqual([40, 59, 40]);
    expect(one.request.filter((element) => two.request.includes(element))).toEqual([]);
    expect(one.setup.filter((element) => two.setup.includes(element))).toEqual([]);
    // The provider's elements come sorted, so that their places say nothing of its rows.
    for (const { setup } of wires) expect(setup).toEqual([...setup].sort());
    // Where only the number is told, the consumer's own come back in another order: it cannot tell which of them matched.
    expect(two.response).toEqual([...two.response].sort());
    expect(one.response).not.toEqual([...one.response].sort());
  });

  it('refuses sets that are too small, doubled or not what they say, and leaves nothing of them', async () => {
    const small = await startWith(own.slice(0, 5));
    expect(await read(small)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('5 different identifiers'),
    });
    const curious = await startWith(own, 'intersection', 'how-many');
    expect(await read(curious)).toMatchObject({ problem: expect.stringContaining('tells only how many') });
    const trick = await startWith(Array.from({ length: 12 }, () => codeAt(2)));
    await compute(trick);
    await step(trick);
    expect(await read(trick)).toMatchObject({ state: 'failed', problem: expect.stringContaining('repeats') });
    const left = await test.store.sql`SELECT match FROM exchange.match_parts WHERE match IN (${small.id}, ${trick.id})`;
    expect(left).toEqual([]);
    const [session] = await test.store.sql`SELECT request FROM exchange.match_sessions WHERE id = ${trick.id}`;
    expect(session).toEqual({ request: null });
  });

  it('gives nothing when the grant was revoked on the chain while it was computed', async () => {
    const match = await startWith(own);
    const grantAsItWas = await test.grants.read(provider, grant.id);
    await test.grants.revoke({ participant: provider, id: grant.id, reason: 'a test' });
    await test.settle();
    await compute(match, { grants: { ...test.grants, readByAgreement: async () => grantAsItWas } });
    const [session] = await test.store
      .sql`SELECT state, parts, jws FROM exchange.match_sessions WHERE id = ${match.id}`;
    expect(session).toEqual({ state: 'failed', parts: null, jws: null });
  });
});

/** The byte fields of a protobuf message of the library; its only other field is a yes or no. */
function readElements(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  const varint = () => {
    let [value, shift, byte] = [0, 0, 0x80];
    while (byte & 0x80) {
      byte = bytes[at] ?? 0;
      value |= (byte & 0x7f) << shift;
      shift += 7;
      at += 1;
    }
    return value;
  };
  while (at < bytes.length) {
    const isBytes = (varint() & 7) === 2;
    const value = varint();
    if (!isBytes) continue;
    found.push(bytes.subarray(at, at + value));
    at += value;
  }
  return found;
}
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
