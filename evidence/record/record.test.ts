import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestPayload } from '../../proof/index.ts';
import { openTestEvidence, type TestEvidence } from '../testing.ts';

let room: TestEvidence;
beforeAll(async () => {
  room = await openTestEvidence();
});
afterAll(() => room.close());

const member = 'green-valley';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await room.app.inject({
    method: 'POST',
    url: '/evidence',
    headers: { 'content-type': 'application/json', 'x-member': member, ...headers },
    payload: JSON.stringify(body),
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

async function get(url: string, as?: string) {
  const response = await room.app.inject({ url, headers: as ? { 'x-member': as } : {} });
  return { status: response.statusCode, body: response.json() };
}

const countStatements = async () =>
  (await room.store.sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ledger.statement_rows`)[0]?.count ?? 0;

describe('recording', () => {
  test('the digest of one file: recorded, found by it, readable by all without its name', async () => {
    const digest = sha256('contract');
    const { status, headers, body } = await post({ digest, name: '合同.pdf', bytes: 8 });
    expect(status).toBe(201);
    expect(headers.location).toBe(`/evidence/${body.id}`);
    expect(body).toEqual({ id: expect.any(String), digest, time: expect.stringMatching(/Z$/) });

    const shown = {
      id: body.id,
      digest,
      alg: 'sha-256',
      subject: `ni:///sha-256;${createHash('sha256').update('contract').digest('base64url')}`,
      member,
      time: body.time,
      status: 'pending',
      index: null,
      erasedAt: null,
    };
    expect((await get(`/evidence?digest=${digest}`)).body).toEqual({ items: [shown] });
    expect((await get(`/evidence/${body.id}`)).body).toEqual({
      ...shown,
      anchor: null,
      bundle: `/api/log/statements/${body.id}/bundle`,
    });
    const own = { ...shown, name: '合同.pdf', bytes: 8, hasPayload: false };
    expect((await get(`/evidence/${body.id}/notes`, member)).body).toEqual(own);
    expect(await get(`/evidence/${body.id}/notes`, 'other')).toMatchObject({
      status: 403,
      body: { code: 'RIGHTS_REFUSED' },
    });
    expect((await get(`/evidence/${body.id}/notes`, 'bureau')).status).toBe(200);
  });

  test('a payload: the log gets its salted digest only', async () => {
    const payload = { patient: '张三', result: 37.5 };
    const { body } = await post({ payload, subject: 'urn:example:test:7', name: 'lab' });
    const [row] = await room.store.sql<{ encoded: string; salt: string }[]>`
      SELECT encoded, salt FROM ledger.statements JOIN ledger.payloads ON statement_seq = seq WHERE id = ${body.id}`;
    expect(row?.encoded).not.toContain('张三');
    expect(JSON.parse(row?.encoded ?? '')).toMatchObject({
      alg: 'sha-256-salted',
      digest: digestPayload(row?.salt ?? '', payload),
      subject: 'urn:example:test:7',
    });
    expect((await get(`/evidence/${body.id}/notes`, member)).body).toMatchObject({ hasPayload: true });
  });

  test('a list is recorded in its order; a list of one answers as a list', async () => {
    const items = Array.from({ length: 250 }, (_, at) => ({ digest: sha256(`file ${at}`) }));
    const { status, headers, body } = await post(items);
    expect(status).toBe(201);
    expect(headers.location).toBeUndefined();
    expect(body.items.map(({ digest }: { digest: string }) => digest)).toEqual(items.map(({ digest }) => digest));
    const ids = body.items.map(({ id }: { id: string }) => id);
    const rows = await room.store.sql`SELECT id FROM ledger.statement_rows WHERE id = ANY(${ids}::uuid[]) ORDER BY seq`;
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect((await post([items[0]])).body.items).toHaveLength(1);
  });

  test('an own subject does not hide a record from the holder of its file', async () => {
    const digest = sha256('deed');
    const { body } = await post({ digest, subject: 'https://example.org/deeds/7' });
    const liar = await post({
      digest: sha256('forged'),
      subject: `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`,
    });
    const found = (await get(`/evidence?digest=${digest}`)).body.items;
    expect(found.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    expect(liar.status).toBe(201);
  });

  test('every fault of every item is named, and nothing is recorded', async () => {
    const before = await countStatements();
    const good = { digest: sha256('good') };
    const { status, body } = await post([
      good,
      { digest: 'AB'.repeat(32), name: 'a\nb' },
      { ...good, colour: 'red' },
      7,
      { name: 'nothing else' },
      { ...good, payload: 1 },
      { payload: { text: '\ud800' } },
      { ...good, subject: 'no uri' },
      { ...good, bytes: -1 },
    ]);
    expect(status).toBe(400);
    expect(body.code).toBe('EVIDENCE_ITEMS_INVALID');
    expect(body.details.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/1/digest',
      '/1/name',
      '/2/colour',
      '/3',
      '/4',
      '/5',
      '/6/payload',
      '/7/subject',
      '/8/bytes',
    ]);
    expect(body.details.errors[0]).toEqual({
      pointer: '/1/digest',
      problem: expect.stringContaining('"ABAB'),
      expected: expect.stringContaining('64 lower-case'),
    });
    expect(await countStatements()).toBe(before);
    expect((await post([])).body.code).toBe('EVIDENCE_ITEMS_INVALID');
    const tooMany = await post(Array.from({ length: 10_001 }, () => good));
    expect(tooMany).toMatchObject({ status: 413, body: { code: 'EVIDENCE_TOO_MANY' } });
  });

  test('single requests of one moment share commits; each is in the database when its answer comes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, at) => {
        const { status, body } = await post({ digest: sha256(`single ${at}`) });
        const rows = await room.store.sql`SELECT FROM ledger.statement_rows WHERE id = ${body.id}`;
        return status === 201 && rows.length === 1;
      }),
    );
    expect(answers.every(Boolean)).toBe(true);
  });
});

describe('Idempotency-Key', () => {
  test('the same body gives the same answer and nothing twice, another body 409', async () => {
    const item = { payload: { note: randomBytes(4).toString('hex') } };
    const first = await post(item, { 'idempotency-key': 'k-1' });
    const before = await countStatements();
    const again = await post(item, { 'idempotency-key': 'k-1' });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ location: first.headers.location, 'idempotency-replayed': 'true' });
    expect(await post({ payload: 'other' }, { 'idempotency-key': 'k-1' })).toMatchObject({
      status: 409,
      body: { code: 'EVIDENCE_KEY_REUSED' },
    });
    expect(await countStatements()).toBe(before);
    // Another member's key of the same name is another key.
    const other = await post(item, { 'idempotency-key': 'k-1', 'x-member': 'other' });
    expect(other.body.id).not.toBe(first.body.id);
    expect((await post(item, { 'idempotency-key': '' })).body.code).toBe('EVIDENCE_KEY_INVALID');
  });

  test('fifty at once with ten keys, lists too: each key is recorded once', async () => {
    const before = await countStatements();
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        const key = at % 10;
        const body = key < 5 ? { digest: sha256(`k ${key}`) } : [{ digest: sha256(`k ${key}`) }, { payload: key }];
        const answer = await post(body, { 'idempotency-key': `many-${key}` });
        expect(answer.status).toBe(201);
        return JSON.stringify(answer.body);
      }),
    );
    expect(new Set(answers).size).toBe(10);
    expect(await countStatements()).toBe(before + 15);
  });

  test('one conflict in a group leaves its neighbours alone', async () => {
    await post({ digest: sha256('a') }, { 'idempotency-key': 'taken' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        post({ digest: sha256(`neighbour ${at}`) }, { 'idempotency-key': at === 7 ? 'taken' : `free-${at}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, at) => (at === 7 ? 409 : 201)));
  });
});

test('connections that are killed under load: with its key sent again, each request is recorded once', async () => {
  const { sql } = room.store;
  const before = await countStatements();
  const killer = await room.store.openConnection();
  const recorded = new Map<string, string>();
  let killed = 0;
  let failures = 0;
  const lanes = Array.from({ length: 20 }, async (_, lane) => {
    for (let sent = 0; killed < 5; sent += 1) {
      const item = { digest: sha256(`killed ${lane} ${sent}`), name: `killed ${lane} ${sent}` };
      const headers = { 'idempotency-key': `killed-${lane}-${sent}` };
      const send = () => post(sent % 3 === 0 ? [item] : item, headers);
      let answer = await send();
      for (; answer.status !== 201; answer = await send()) {
        expect(['STORE_UNAVAILABLE', 'STORE_OUTCOME_UNKNOWN']).toContain(answer.body.code);
        failures += 1;
      }
      recorded.set(answer.body.id ?? answer.body.items[0].id, item.digest);
    }
  });
  while (killed < 5) {
    const rows = await killer.sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`;
    killed += rows.length;
  }
  await Promise.all(lanes);
  await killer.close();
  expect(failures).toBeGreaterThan(0);
  expect(await countStatements()).toBe(before + recorded.size);
  const rows = await sql<{ id: string; digest: string }[]>`
    SELECT id, encoded::jsonb ->> 'digest' AS digest
    FROM ledger.statement_rows JOIN evidence.records ON statement_id = id WHERE name LIKE 'killed %'`;
  expect(new Map(rows.map(({ id, digest }) => [id, digest]))).toEqual(recorded);
});

describe('reading', () => {
  test('the list of a member has every record once, newest first', async () => {
    const items = Array.from({ length: 7 }, (_, at) => ({ digest: sha256(`page ${at}`), name: `page-${at}` }));
    await post(items, { 'x-member': 'archive' });
    const names: string[] = [];
    let token = '';
    do {
      const { body } = await get(`/evidence/records?perPage=3${token && `&nextPageToken=${token}`}`, 'archive');
      names.push(...body.items.map(({ name }: { name: string }) => name));
      token = body.nextPageToken ?? '';
    } while (token);
    expect(names).toEqual(items.map(({ name }) => name).reverse());
    expect((await get('/evidence/records?nextPageToken=x', 'archive')).body.code).toBe('EVIDENCE_PAGE_TOKEN_WRONG');
    expect((await get('/evidence/records?member=archive', member)).status).toBe(403);
    expect((await get('/evidence/records?member=archive', 'bureau')).body.items).toHaveLength(7);
  });

  test('an unknown id and the id of another kind of statement are unknown', async () => {
    const { statementId } = await room.store.transaction((tx) =>
      room.ledger.appendStatement(tx, {
        kind: 'epcis.event',
        subject: 'urn:x:1',
        member,
        time: '2026-05-01T08:00:00Z',
      }),
    );
    for (const id of [statementId, 'no-id', '0190d7f2-0000-7000-8000-000000000000']) {
      expect((await get(`/evidence/${id}`)).body.code).toBe('EVIDENCE_UNKNOWN');
    }
  });
});

describe('erasing', () => {
  const erase = async (id: string, as: string, reason = 'asked by the person concerned') => {
    const response = await room.app.inject({
      method: 'DELETE',
      url: `/evidence/${id}/payload`,
      headers: { 'x-member': as },
      payload: { reason },
    });
    return { status: response.statusCode, body: response.json() };
  };

  test('content, salt and name are gone from every table; who, when and why stay', async () => {
    const secret = `secret-${randomBytes(8).toString('hex')}`;
    const { body } = await post({ payload: { secret }, name: `${secret}.json` });
    const { id } = body;
    const [kept] = await room.store.sql<{ salt: string }[]>`
      SELECT salt FROM ledger.payloads JOIN ledger.statements ON seq = statement_seq WHERE id = ${id}`;
    expect((await erase(id, 'other')).body.code).toBe('RIGHTS_REFUSED');
    expect(await holders(secret)).toEqual(['evidence.records', 'ledger.payloads']);

    const erased = await erase(id, member);
    expect(erased).toMatchObject({ status: 200, body: { id, hadPayload: true } });
    expect(await holders(secret)).toEqual([]);
    expect(await holders(kept?.salt ?? '')).toEqual([]);
    expect((await get(`/evidence/${id}`)).body).toMatchObject({ erasedAt: erased.body.erasedAt, digest: body.digest });
    expect((await get(`/evidence/${id}/notes`, member)).body).toMatchObject({ name: null, hasPayload: false });
    expect(await erase(id, 'bureau')).toEqual(erased);
    const audit = await room.store
      .sql`SELECT actor_id, actor_name, reason FROM evidence.erasures WHERE statement_id = ${id}`;
    expect(audit).toEqual([
      { actor_id: member, actor_name: `Clerk of ${member}`, reason: 'asked by the person concerned' },
    ]);
  });

  test('an operator erases for a member; a reason is needed', async () => {
    const { body } = await post({ payload: 1 });
    expect((await erase(body.id, 'bureau', '')).status).toBe(400);
    expect((await erase(body.id, 'bureau')).body).toMatchObject({ hadPayload: true });
  });

  /** The tables in which a text occurs. */
  async function holders(text: string): Promise<string[]> {
    const tables = await room.store.sql<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('ledger', 'evidence', 'store') ORDER BY 1`;
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await room.store.sql.unsafe(`SELECT FROM ${name} AS t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [
        text,
      ]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }
});
