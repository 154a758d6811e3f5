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
import { consumerQueue } from './startMatch.ts';
import { stepMatch } from './stepMatch.ts';

type Test = Awaited<ReturnType<typeof openTestAnswers>>;
let test: Test;
let dataset: Dataset;
let grant: Grant;
let transfer: string;

const words = (text: string) => ({ zh: text, en: text });
const codeAt = (at: number) => `FARM-${String(at).padStart(6, '0')}`;
/** 0 to 58, the even ones of which the provider has too. */
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

const start = (question: string, mode: Match['mode'], identifiers: readonly string[] = own) =>
  test.answers.startMatch({
    participant: consumer,
    transfer,
    question,
    mode,
    identifiers,
    purpose: 'SUBSIDY',
    caseNumber: 'AG-2026-9',
  });
const parts = () => {
  const { house, identity, registry, audit, dsp, grants, catalogue, delivery, citizens } = test;
  return { house, identity, registry, audit, dsp, grants, catalogue, delivery, citizens };
};
/** Both connectors at work until a match is over; the function stops them. */
async function over(match: Match): Promise<Match> {
  const stop = new AbortController();
  const running = openAnswers(parts()).run(stop.signal);
  try {
    return await vi.waitFor(
      async () => {
        const now = await test.answers.readMatch(consumer, match.id);
        if (now.state !== 'done' && now.state !== 'failed') throw new Error(`it is ${now.state}`);
        return now;
      },
      { timeout: 20_000, interval: 50 },
    );
  } finally {
    stop.abort();
    await running;
  }
}
const wireOf = () => test.wire.filter(({ path }) => path.includes('/matches'));

describe('a private match', () => {
  it('gives the consumer which of its own are in both sets, and the provider nothing', async () => {
    const match = await over(
      await start(
        'both',
        'intersection',
        own.map((code) => ` ${code.toLowerCase()} `),
      ),
    );
    expect(match).toMatchObject({ state: 'done', size: 19, ownSize: 40 });
    const first = await test.answers.readIntersection(consumer, match.id, { perPage: 10 });
    const rest = await test.answers.readIntersection(consumer, match.id, {
      perPage: 10,
      pageToken: first.nextPageToken ?? '',
    });
    const both = own.filter((_, at) => at % 2 === 0 && at !== 2);
    expect([...first.items, ...rest.items]).toEqual(both);
    const [row] = await test.store
      .sql`SELECT identifiers, sealed_key, request FROM exchange.matches WHERE id = ${match.id}`;
    expect(row).toEqual({ identifiers: null, sealed_key: null, request: null });
  });

  it('gives only how many, when the question allows no more', async () => {
    await expect(over(await start('how-many', 'intersection'))).resolves.toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('tells only how many'),
    });
    const match = await over(await start('how-many', 'size'));
    expect(match).toMatchObject({ state: 'done', size: 19 });
    await expect(test.answers.readIntersection(consumer, match.id, { perPage: 10 })).resolves.toMatchObject({
      items: [],
    });
  });

  it('shows neither set on the wire: no identifier, no hash of one, and nothing that two matches share', async () => {
    test.wire.length = 0;
    const runs: { request: Buffer; setup: Uint8Array; response: Uint8Array }[] = [];
    for (const mode of ['size', 'size'] as const) {
      test.wire.length = 0;
      await over(await start('both', mode));
      const messages = wireOf();
      const asked = JSON.parse(messages.find(({ body }) => body.includes('xy:MatchRequest'))?.body ?? '{}') as {
        request: string;
      };
      const packed = messages.flatMap(({ answer }) => {
        const { bytes } = JSON.parse(answer) as { bytes?: string };
        return bytes === undefined ? [] : [Buffer.from(bytes, 'base64')];
      });
      const unpacked = unpackAnswer(Buffer.concat(packed));
      if (!unpacked) throw new Error('The answer is cut off.');
      runs.push({ request: Buffer.from(asked.request, 'base64'), ...unpacked });
      const all = Buffer.concat([runs.at(-1)?.request ?? Buffer.alloc(0), ...packed]);
      const text = messages.map(({ body, answer }) => `${body}${answer}`).join('');
      for (let at = 0; at < 120; at += 1) {
        const code = codeAt(at);
        expect(text.includes(code)).toBe(false);
        expect(all.includes(code)).toBe(false);
        for (const algorithm of ['sha256', 'sha1', 'md5'])
          expect(all.includes(createHash(algorithm).update(code).digest())).toBe(false);
      }
    }
    const psi = await loadPsi();
    const elements = (bytes: Uint8Array) =>
      psi.request
        .deserializeBinary(bytes)
        .getEncryptedElementsList_asU8()
        .map((element) => Buffer.from(element).toString('hex'));
    const [one, two] = runs.map(({ request }) => elements(request));
    expect(one).toHaveLength(40);
    expect(one?.filter((element) => two?.includes(element))).toEqual([]);
    // The provider's elements come sorted, so that their places say nothing of its rows; and none is in two matches.
    const setups = runs.map(({ setup }) => elementsOfSetup(setup));
    for (const setup of setups) expect(setup).toEqual([...setup].sort());
    expect(setups[0]).toHaveLength(59);
    expect(setups[0]?.filter((element) => setups[1]?.includes(element))).toEqual([]);
    // The consumer's own elements come back in another order, so that it cannot tell which of them matched.
    const responses = runs.map(({ response }) => elementsOfResponse(response));
    for (const response of responses) expect(response).toEqual([...response].sort());
  });

  it('goes on after a crash at every step, counts once and doubles nothing', async () => {
    const used = async () => (await test.grants.read(provider, grant.id))?.used ?? 0;
    const before = await used();
    const match = await start('both', 'intersection');
    const key = { participant: consumer, id: match.id };
    const session = { participant: provider, consumer, id: match.id };
    // Each step alone, as if the process had died after it, and twice, as if it had died before it was known to be done.
    const state = async () => (await test.answers.readMatch(consumer, match.id)).state;
    await stepMatch(parts(), key, attempt);
    expect(await state()).toBe('waiting');
    await test.store.sql`UPDATE exchange.matches SET state = 'asking' WHERE id = ${match.id}`;
    await stepMatch(parts(), key, attempt);
    expect(await used()).toBe(before + 1);
    await Promise.all([prepareMatch(parts(), session, attempt), prepareMatch(parts(), session, attempt)]);
    const [parted] = await test.store.sql`
      SELECT count(*)::int AS count FROM exchange.match_parts WHERE match = ${match.id} AND side = 'provider'`;
    expect(parted).toEqual({ count: 1 });
    await Promise.all([stepMatch(parts(), key, attempt), stepMatch(parts(), key, attempt)]);
    expect(await state()).toBe('done');
    const records = await test.store.sql`
      SELECT participant FROM exchange.records
      WHERE kind = 'match' AND outcome = 'ok' AND detail::text LIKE ${`%${match.id}%`} ORDER BY participant`;
    expect(records).toEqual([{ participant: consumer }, { participant: provider }]);
    await test.store.sql`DELETE FROM store.jobs WHERE queue = ${consumerQueue}`;
  });

  it('refuses sets that are too small, doubled or not what they say, and leaves nothing of them', async () => {
    const small = await over(await start('both', 'size', own.slice(0, 5)));
    expect(small).toMatchObject({ state: 'failed', problem: expect.stringContaining('5 different identifiers') });
    const psi = await loadPsi();
    const client = psi.client.createWithNewKey(false);
    const request = Buffer.from(client.createRequest(Array.from({ length: 12 }, () => codeAt(2))).serializeBinary());
    client.delete();
    const trick = await start('both', 'size', own.slice(0, 12));
    await test.store.sql`UPDATE exchange.matches SET state = 'asking', request = ${request} WHERE id = ${trick.id}`;
    expect(await over(trick)).toMatchObject({ state: 'failed', problem: expect.stringContaining('repeats') });
    const left = await test.store.sql`SELECT match FROM exchange.match_parts WHERE match IN (${small.id}, ${trick.id})`;
    expect(left).toEqual([]);
    const [session] = await test.store.sql`SELECT request FROM exchange.match_sessions WHERE id = ${trick.id}`;
    expect(session).toEqual({ request: null });
  });

  it('gives nothing when the grant was revoked on the chain while it was computed', async () => {
    const match = await start('both', 'size');
    await stepMatch(parts(), { participant: consumer, id: match.id }, attempt);
    const late = { ...parts(), grants: { ...test.grants, readByAgreement: async () => grantAsItWas } };
    const grantAsItWas = await test.grants.read(provider, grant.id);
    await test.grants.revoke({ participant: provider, id: grant.id, reason: 'a test' });
    await test.settle();
    await prepareMatch(late, { participant: provider, consumer, id: match.id }, attempt);
    const [session] = await test.store
      .sql`SELECT state, parts, jws FROM exchange.match_sessions WHERE id = ${match.id}`;
    expect(session).toEqual({ state: 'failed', parts: null, jws: null });
  });
});

/** The bytes of the repeated field 1 inside of field 1 (ServerSetup.raw.encrypted_elements), or of field 1 itself. */
function readElements(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== 0x0a) throw new Error('The message has another field.');
    let [length, shift] = [0, 0];
    let byte = 0x80;
    at += 1;
    while (byte & 0x80) {
      byte = bytes[at] ?? 0;
      length |= (byte & 0x7f) << shift;
      shift += 7;
      at += 1;
    }
    found.push(bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const elementsOfSetup = (setup: Uint8Array) => readElements(readElements(setup)[0] ?? new Uint8Array()).map(toHex);
const elementsOfResponse = (response: Uint8Array) => readElements(response).map(toHex);
