import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Principal } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import type { Identity } from '../identity/identity.ts';
import { createTestWorld, openTestIdentity } from '../identity/testing.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import { type Audit, openAudit } from './audit.ts';
import type { AuditEntry } from './auditEntry.ts';
import { ledgerNotary } from './ledgerNotary.ts';
import { notaryRoutes } from './notaryRoutes.ts';
import { platformNotary } from './platformNotary.ts';
import { auditRoutes } from './routes.ts';

/** The platform, and a department's own connector with its own database. */
let platform: TestHouse;
let department: TestHouse;
let platformIdentity: Identity;
let departmentIdentity: Identity;
let audit: Audit;
let app: FastifyInstance;
let url: string;
let clock = new Date('2026-11-18T02:00:00Z'); // a Wednesday, ten o'clock in China
let isDown = false;
let batches = 0;

beforeAll(async () => {
  const world = await createTestWorld();
  [platform, department] = await Promise.all([
    openTestHouse(['operator', 'civil']),
    openTestHouse(['market'], { anchoringLimitMs: 300 }),
  ]);
  ({ identity: platformIdentity } = await openTestIdentity({
    house: platform.house,
    participants: ['operator', 'civil'],
    world,
  }));
  ({ identity: departmentIdentity } = await openTestIdentity({
    house: department.house,
    participants: ['market'],
    world,
  }));
  const house = { ...platform.house, now: () => clock };
  audit = openAudit({ house, signer: platformIdentity, notary: ledgerNotary(platform.ledger) });
  app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    const member = request.headers['x-member'];
    if (typeof member === 'string') request.principal = { kind: 'person', id: 'auditor-1', member } as Principal;
    if (isDown) throw new Error('down');
    if (request.method === 'POST') batches += 1;
  });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.send(error);
    return reply.code(error.status).send({ code: error.code, detail: error.reason });
  });
  await app.register(auditRoutes(audit));
  await app.register(
    notaryRoutes({
      house: platform.house,
      ledger: platform.ledger,
      authenticate: (message) => platformIdentity.checkToken({ slug: 'operator', ...message }),
    }),
  );
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await Promise.all([platform.close(), department.close()]);
});

const use = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  participant: 'civil',
  kind: 'delivery',
  outcome: 'ok',
  counterparty: 'did:key:agri',
  dataset: 'urn:uuid:d',
  grant: '0x01',
  purpose: 'farm-subsidy',
  caseNumber: 'C-1',
  rows: 1,
  bytes: 100,
  detail: {},
  ...more,
});
/** Writes records at a time in China. */
async function at(time: string, entries: readonly AuditEntry[]): Promise<void> {
  clock = new Date(`${time}+08:00`);
  await platform.store.transaction(async (tx) => {
    for (const entry of entries) await audit.record(tx, entry);
  });
}
const several = (count: number, more: (number: number) => Partial<AuditEntry>) =>
  Array.from({ length: count }, (_, number) => use(more(number)));
const ask = async (path: string) => {
  const answer = await app.inject({ url: `/api/exchange${path}`, headers: { 'x-member': 'civil' } });
  return { status: answer.statusCode, text: answer.body, json: () => answer.json() };
};

describe('a standalone connector', () => {
  const authorize = async ({
    participant,
    ...message
  }: {
    participant: string;
    method: string;
    path: string;
    body: string;
  }) => {
    const { did } = await platformIdentity.ensure('operator');
    return `Bearer ${await departmentIdentity.makeToken({ slug: participant, audience: did, ...message })}`;
  };

  it('keeps its records until the platform has them, which states each once in its name', async () => {
    const notary = platformNotary({ house: department.house, platformUrl: url, authorize });
    const own = openAudit({ house: department.house, signer: departmentIdentity, notary });
    isDown = true;
    const working = new AbortController();
    const running = Promise.all([own.run(working.signal), notary.run(working.signal)]);
    for (let number = 0; number < 5; number += 1)
      await own.recordAlone(use({ participant: 'market', detail: { number } }));
    const waiting = () => department.store.sql`
      SELECT count(*)::int AS all_of_them, count(received_at)::int AS received FROM exchange.notary_outbox`;
    await vi.waitFor(async () => expect(await waiting()).toEqual([{ all_of_them: 5, received: 0 }]), 5_000);
    // Nobody tells what is anchored, so that the records are late all the same.
    await vi.waitFor(() => expect(() => own.assertAccepting('market')).toThrow(/wait.*to be anchored/), 5_000);
    isDown = false;
    await vi.waitFor(async () => expect(await waiting()).toEqual([{ all_of_them: 5, received: 5 }]), 5_000);
    // The answer was lost, as it seems to the connector.
    const before = batches;
    await department.store.sql`UPDATE exchange.notary_outbox SET received_at = NULL`;
    await vi.waitFor(async () => expect(await waiting()).toEqual([{ all_of_them: 5, received: 5 }]), 5_000);
    working.abort();
    await running;
    expect(batches).toBeGreaterThan(before);
    const stated = await platform.store.sql`
      SELECT member, kind, subject FROM ledger.statements WHERE member = 'market' ORDER BY subject`;
    const records = await department.store.sql`SELECT id FROM exchange.records ORDER BY id`;
    expect(stated).toEqual(
      records.map(({ id }) => ({ member: 'market', kind: 'exchange.record', subject: `urn:uuid:${id}` })),
    );
    // Nothing is anchored in a test without a chain; the proof is asked for and not there.
    expect(await notary.findAnchored(records.map(({ id }) => String(id)))).toEqual(new Set());
    expect(await own.readStatus('market')).toMatchObject({ chained: 5, anchored: 0, state: 'refusing' });
  });

  it('is refused without its token, with a token for another body, and with records that are not its own', async () => {
    const [known] = await department.store.sql<{ id: string }[]>`SELECT id FROM exchange.records LIMIT 1`;
    const send = async (value: unknown, sign: unknown = value, participant = 'market') => {
      const body = JSON.stringify(value);
      const authorization = await authorize({
        participant,
        method: 'POST',
        path: '/api/exchange/records',
        body: JSON.stringify(sign),
      });
      const headers = { 'content-type': 'application/json', authorization };
      const answer = await app.inject({ method: 'POST', url: '/api/exchange/records', headers, body });
      return [answer.statusCode, answer.json().code];
    };
    const record = {
      id: '01990000-0000-7000-8000-000000000001',
      time: '2026-11-18T02:00:00.000Z',
      digest: 'a'.repeat(64),
    };
    const bare = await app.inject({ method: 'POST', url: '/api/exchange/records', body: { records: [record] } });
    expect(bare.statusCode).toBe(401);
    expect((await send({ records: [record] }, { records: [] }))[0]).toBe(401);
    expect(await send({ records: [{ ...record, digest: 'short' }] })).toEqual([400, 'AUDIT_BATCH_INVALID']);
    expect(await send({ records: [record, { ...record, id: known?.id }] })).toEqual([409, 'AUDIT_RECORD_TAKEN']);
    const [kept] = await platform.store.sql`SELECT count(*)::int FROM exchange.notarised WHERE id = ${record.id}`;
    expect(kept).toEqual({ count: 0 });
  });
});

describe('auditors', () => {
  beforeAll(async () => {
    // Eleven weeks of ten quiet uses each Wednesday, each of another case and another person.
    for (let week = 11; week > 0; week -= 1) {
      const day = new Date(Date.parse('2026-11-18') - week * 7 * 86_400_000).toISOString().slice(0, 10);
      // The week of National Day is off.
      await at(
        `${day}T10:00:00`,
        several(10, (number) => ({ caseNumber: `W${week}-${number}`, subjects: [`w${week}-${number}`] })),
      );
    }
    await at(
      '2026-11-18T10:00:00',
      several(60, (number) => ({ caseNumber: `C${number % 50}`, subjects: [`p${number}`] })),
    );
    await at(
      '2026-11-18T11:00:00',
      several(3, () => ({ grant: '0x02', caseNumber: undefined })),
    );
    await at(
      '2026-11-18T12:00:00',
      several(21, () => ({ grant: '0x03', caseNumber: 'SAME' })),
    );
    await at(
      '2026-11-18T13:00:00',
      several(12, (number) => ({ grant: '0x04', subjects: ['watched'], counterparty: `did:key:${number % 3}` })),
    );
    await at(
      '2026-11-18T22:30:00',
      several(2, () => ({ grant: '0x05' })),
    );
    await at(
      '2026-11-21T10:00:00',
      several(2, () => ({ grant: '0x05' })),
    );
    await at(
      '2026-11-18T14:00:00',
      several(12, () => ({ kind: 'refusal', outcome: 'refused', grant: undefined, counterparty: 'did:key:prober' })),
    );
    await at('2026-11-18T15:00:00', [
      use({ kind: 'decision', detail: { step: 'approved', mode: 'emergency' }, grant: undefined }),
    ]);
    while ((await audit.chainWaiting()) > 0);
  });

  it('search by any of it, in pages, and read one with what it proves', async () => {
    const seen: string[] = [];
    let token: string | null = '';
    do {
      const page = (await ask(`/records?grant=0x01&perPage=50${token ? `&pageToken=${token}` : ''}`)).json();
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      token = page.nextPageToken;
    } while (token);
    expect(new Set(seen).size).toBe(170);
    expect(seen).toHaveLength(170);
    const some = async (query: string) => (await ask(`/records?perPage=200&${query}`)).json().items.length;
    expect(await some('subject=watched')).toBe(12);
    expect(await some('caseNumber=SAME&from=2026-11-18T00:00:00Z')).toBe(21);
    expect(await some('outcome=refused&counterparty=did:key:prober')).toBe(12);
    expect(await some('until=2026-09-03T00:00:00Z')).toBe(10);
    expect(await some('kind=act')).toBe(0);
    const one = (await ask(`/records/${seen[0]}`)).json();
    expect(one).toMatchObject({ id: seen[0], grant: '0x01', rows: 1, anchored: false });
    expect(one.jws).toMatch(/^ey/);
    expect((await ask('/records?pageToken=no')).status).toBe(400);
    expect((await ask('/records?nothing=1&perPage=0')).status).toBe(400);
    expect((await ask('/records/01990000-0000-7000-8000-00000000ffff')).json().code).toBe('AUDIT_RECORD_UNKNOWN');
    // Another department sees nothing of it.
    const other = await app.inject({ url: `/api/exchange/records/${seen[0]}`, headers: { 'x-member': 'market' } });
    expect(other.statusCode).toBe(404);
  });

  it('count, and take all of it as CSV', async () => {
    const byDay = (await ask('/statistics?by=day')).json();
    expect(byDay.total).toMatchObject({ records: 223, refused: 12, deliveries: 210, rows: 210, bytes: 21_000 });
    expect(byDay.lines.at(-1)).toMatchObject({ key: '2026-11-21', records: 2 });
    const byDepartment = (await ask('/statistics?by=counterparty&from=2026-11-18T00:00:00Z')).json();
    expect(byDepartment.lines.find(({ key }: { key: string }) => key === 'did:key:prober')).toMatchObject({
      refusedShare: 1,
    });
    const { text } = await ask('/records.csv?outcome=refused');
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(14);
    expect(lines[0]).toMatch(/^\ufefftime,sequence,kind/);
    expect(lines[1]).toContain(',refusal,refused,did:key:prober,');
  });

  it('get told what is out of the ordinary, once, with words, and judge it', async () => {
    expect(await audit.examine()).toBe(223);
    expect(await audit.examine()).toBe(0);
    const list = async (query = '') => (await ask(`/anomalies?perPage=100${query}`)).json().items;
    const found: { rule: string; id: string; facts: Record<string, unknown>; explanation: Record<string, string> }[] =
      await list();
    const of = (rule: string) => found.filter((anomaly) => anomaly.rule === rule).map(({ facts }) => facts);
    expect(of('no-case')).toEqual([expect.objectContaining({ grant: '0x02', count: 3, day: '2026-11-18' })]);
    expect(of('repeated-case')).toEqual([expect.objectContaining({ grant: '0x03', count: 21 })]);
    expect(of('same-person')).toEqual([expect.objectContaining({ count: 12, departments: 3 })]);
    expect(of('refusals')).toEqual([expect.objectContaining({ counterparty: 'did:key:prober', count: 12 })]);
    expect(of('break-glass')).toHaveLength(1);
    expect(of('odd-hours').map(({ day, count, workingDay }) => [day, count, workingDay])).toEqual(
      expect.arrayContaining([
        ['2026-11-18', 2, 'yes'],
        ['2026-11-21', 2, 'no'],
      ]),
    );
    const [volume] = of('volume');
    expect(volume).toMatchObject({ grant: '0x01', value: 60, median: 10, day: '2026-11-18' });
    expect(found.every(({ explanation: { zh, en } }) => zh && en && !/undefined|NaN/.test(zh + en))).toBe(true);

    const { id } = found.find(({ rule }) => rule === 'volume') ?? { id: '' };
    const judged = await app.inject({
      method: 'PUT',
      url: `/api/exchange/anomalies/${id}`,
      headers: { 'x-member': 'civil' },
      body: { state: 'explained', note: 'the day of the deadline' },
    });
    expect(judged.json()).toMatchObject({ state: 'explained', judgedBy: 'auditor-1', note: 'the day of the deadline' });
    // More of the same changes the numbers, not the judgement; and who judged is itself on record.
    await at(
      '2026-11-18T16:00:00',
      several(5, (number) => ({ caseNumber: `L${number}` })),
    );
    await audit.chainWaiting();
    await audit.examine();
    expect(await list('&state=explained')).toEqual([
      expect.objectContaining({ id, facts: expect.objectContaining({ value: 65 }) }),
    ]);
    expect((await ask('/records?kind=act')).json().items[0].detail).toMatchObject({
      act: 'anomaly-judged',
      by: 'auditor-1',
    });
  });
});
