import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ledger, openLedger } from '../../ledger/index.ts';
import { ledgerParameters } from '../../ledger/testing.ts';
import { type ExchangeBundle, mergeExchangeBundles, verifyExchangeBundle } from '../../proof/index.ts';
import { secondVerifier } from '../../proof/testing.ts';
import { openTestExchange, type TestExchange, testPurpose, until } from '../delivery/testing.ts';
import type { JsonObject } from '../house.ts';
import { type Audit, type AuditEntry, openAudit } from './audit.ts';
import { ledgerNotary } from './ledgerNotary.ts';
import { singleRefusals } from './refusals.ts';

const participants = ['civil', 'farms'];
let test: TestExchange;
let ledger: Ledger;
let audit: Audit;
const stopping = new AbortController();
let anchoring: Promise<void> | null = null;

/** The facts of a grant that both sides know. */
async function readGrant(participant: string, agreement: string): Promise<JsonObject | null> {
  const grant = await test.grants.readByAgreement(participant, agreement);
  if (!grant) return null;
  const { id, provider, consumer, dataset, version, purpose, maxCount, notBefore, notAfter } = grant;
  const period = { notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() };
  return { id, agreement, provider, consumer, dataset, version, purpose, maxCount, ...period };
}

beforeAll(async () => {
  test = await openTestExchange({ anchoringLimitMs: 3_600_000 });
  // The same log, on the test run's chain; it anchors only when it runs.
  ledger = await openLedger({
    ...ledgerParameters({ url: '', store: test.store, drop: test.close }),
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
  });
  audit = openAudit({
    house: test.house,
    signer: test.identity,
    notary: ledgerNotary(ledger),
    sources: {
      resolve: async (did) => JSON.parse(JSON.stringify((await test.world.trust.resolve(did)).document)),
      readGrant,
    },
  });
});
afterAll(async () => {
  stopping.abort();
  await anchoring;
  await test.close();
});

const act = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  participant: 'civil',
  kind: 'act',
  outcome: 'ok',
  detail: {},
  ...more,
});
const chainOf = (participant: string) => test.store.sql<
  { sequence: number; previous: string | null; digest: string; kind: string }[]
>`
  SELECT sequence::int, digest, kind, convert_from(decode(rpad(translate(split_part(jws, '.', 2), '-_', '+/'),
    (length(split_part(jws, '.', 2)) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb ->> 'previous' AS previous
  FROM exchange.records WHERE participant = ${participant} ORDER BY sequence`;

describe('records', () => {
  it('are as durable as the act, and take what strangers send', async () => {
    const { store } = test;
    await expect(
      store.transaction(async (tx) => {
        await audit.record(tx, act());
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(await audit.chainWaiting()).toBe(0);

    const detail = { '7': 'a number as a name', text: 'zero \0 and \ud800', __proto__x: [{ '12': 1, a: null }] };
    const { id, digest } = await store.transaction((tx) =>
      audit.record(tx, act({ detail, dataset: 'urn:\0', documents: { body: 'with \0', token: 'kept' } })),
    );
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await audit.chainWaiting()).toBe(1);
    const record = await audit.readRecord('civil', id);
    expect(record.detail).toMatchObject({ _7: 'a number as a name', omittedDocuments: ['body'] });
    expect(record.texts).toEqual({ token: 'kept' });
    const { did, payload } = await test.identity.verify(record.jws ?? '', { type: 'xiangyu-exchange-record+jwt' });
    expect(payload).toMatchObject({ id, sequence: 1, previous: null, signer: did, participant: 'civil' });
  });

  it('stand in one chain without a gap, however many are written at once and whatever fails meanwhile', async () => {
    const many = Array.from({ length: 300 }, (_, number) =>
      act({ participant: participants[number % 2] ?? '', detail: { number } }),
    );
    const working = { is: true };
    const slow = Promise.all(
      many.map((entry, number) =>
        number % 3 === 0 ? test.store.transaction((tx) => audit.record(tx, entry)) : audit.recordAlone(entry),
      ),
    ).finally(() => {
      working.is = false;
    });
    // Two chain at the same time; a third one's notary fails after it signed, so that nothing of it counts.
    const failing = openAudit({
      house: test.house,
      signer: test.identity,
      notary: { ...ledgerNotary(ledger), append: () => Promise.reject(new Error('gone')) },
    });
    while (working.is) {
      await Promise.all([audit.chainWaiting(), audit.chainWaiting(), failing.chainWaiting().catch(() => 0)]);
    }
    await slow;
    await vi.waitFor(async () => expect(await audit.chainWaiting()).toBe(0));
    for (const participant of participants) {
      const chain = await chainOf(participant);
      expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, at) => at + 1));
      expect(chain.map(({ previous }) => previous)).toEqual([null, ...chain.slice(0, -1).map(({ digest }) => digest)]);
    }
    const [stated] = await test.store.sql`
      SELECT count(*)::int AS statements, count(DISTINCT subject)::int AS subjects FROM ledger.statements
      WHERE kind = 'exchange.record'`;
    expect(stated).toEqual({ statements: 301, subjects: 301 });
  });

  it('cannot be changed or removed, except for what may name a person', async () => {
    const entry = act({ caseNumber: 'C-2026-7', subjects: ['p2', 'p1'] });
    const { id } = await test.store.transaction((tx) => audit.record(tx, entry));
    await audit.chainWaiting();
    const { sql } = test.store;
    await expect(sql`DELETE FROM exchange.records WHERE id = ${id}`).rejects.toThrow('stays as it is');
    await expect(sql`UPDATE exchange.records SET outcome = 'failed' WHERE id = ${id}`).rejects.toThrow(
      'stays as it is',
    );
    await expect(sql`UPDATE exchange.records SET case_number = 'X' WHERE id = ${id}`).rejects.toThrow('stays as it is');
    const before = await audit.readRecord('civil', id);
    expect(before).toMatchObject({ caseNumber: 'C-2026-7', subjects: 2 });
    expect(Buffer.from(before.jws?.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/C-2026-7|p1/);
    expect(await test.store.transaction((tx) => audit.erasePersonal(tx, 'civil', [id]))).toBe(1);
    expect(await audit.readRecord('civil', id)).toMatchObject({ caseNumber: null, subjects: 0, jws: before.jws });
  });

  it('tell of the first refusals of a minute each, of the others how many', async () => {
    const refusal = act({ participant: 'farms', kind: 'refusal', outcome: 'refused', detail: { code: 'X' } });
    expect(await audit.recordAlone({ ...refusal, participant: 'nobody' })).toBeNull();
    const many = await Promise.all(Array.from({ length: singleRefusals + 30 }, () => audit.recordAlone(refusal)));
    expect(many.filter((reference) => reference !== null).length).toBeLessThanOrEqual(singleRefusals * 2);
    test.passTime(61_000);
    const working = new AbortController();
    const running = audit.run(working.signal);
    try {
      await vi.waitFor(async () => {
        const { items } = await audit.find('farms', { kind: 'refusal' }, { perPage: 100 });
        const told = items.reduce((sum, { detail }) => sum + Number(detail.more ?? 1), 0);
        expect(told).toBe(singleRefusals + 30);
        expect(items.every(({ sequence }) => sequence !== null)).toBe(true);
      }, 10_000);
    } finally {
      working.abort();
      await running;
    }
  });
});

describe('evidence', () => {
  it('of records that wait too long stops the connector, and it goes on by itself once they are anchored', async () => {
    const civil = () => audit.readStatus('civil');
    expect(await civil()).toMatchObject({ state: 'in time', anchored: 0, limitSeconds: 3_600 });
    test.passTime(0.75 * 3_600_000);
    expect(await civil()).toMatchObject({ state: 'warning' });
    expect(() => audit.assertAccepting('civil')).not.toThrow();
    test.passTime(0.25 * 3_600_000);
    expect(await civil()).toMatchObject({ state: 'refusing' });
    expect(() => audit.assertAccepting('civil')).toThrow(
      expect.objectContaining({ code: 'AUDIT_ANCHORING_LATE', status: 503 }),
    );
    expect(() => audit.assertAccepting('nobody')).not.toThrow();

    anchoring = ledger.run(stopping.signal);
    await vi.waitFor(
      async () => expect(await civil()).toMatchObject({ state: 'in time', oldestPending: null }),
      30_000,
    );
    expect(() => audit.assertAccepting('civil')).not.toThrow();
  });

  it('of one exchange is a bundle of each side, which verify alone and together', async () => {
    const { dsp, delivery, store } = test;
    await store.sql`CREATE TABLE public.recipients (person_id text PRIMARY KEY, name text)`;
    await store.sql`INSERT INTO public.recipients VALUES ('430101199001010011', '张三丰'), ('430101199001010012', '李四光')`;
    const source = await test.addSource('civil', test.database);
    const items = ['person_id', 'name'].map((name) => ({
      name,
      title: { zh: name, en: name },
      type: 'text',
      key: name === 'person_id',
    }));
    const dataset = await test.publish({ items, changeItem: null, source: { source, table: 'recipients' } });
    const working = test.run();
    const { agreement } = await test.agree(dataset);
    const transfer = await dsp.startTransfer({ participant: 'farms', agreementId: agreement, format: 'xy:query' });
    const of = { participant: 'farms', id: transfer.id };
    const stateOf = async () => (await dsp.readTransfer('farms', transfer.id))?.state;
    await until(async () => (await stateOf()) === 'STARTED');
    const query = {
      participant: 'farms',
      transfer: transfer.id,
      purpose: testPurpose,
      caseNumber: 'CASE-77',
      filter: null,
    };
    const { rows } = await until(() => delivery.query(query).catch(() => null));
    expect(JSON.stringify(rows)).toContain('张三丰');
    await audit.recordAlone(act({ detail: { about: 'another exchange' } }));
    await dsp.suspend({ ...of, code: 'pause', reason: ['lunch'] });
    await dsp.resume(of);
    await dsp.complete(of);
    await until(async () => (await dsp.readTransfer('farms', transfer.id))?.inner === 'done');
    await working();

    await expect(audit.bundle('civil', agreement)).rejects.toMatchObject({
      code: 'AUDIT_NOT_YET_ANCHORED',
      retryable: true,
    });
    await expect(audit.bundle('civil', 'urn:uuid:none')).rejects.toMatchObject({ code: 'AUDIT_AGREEMENT_UNKNOWN' });
    while ((await audit.chainWaiting()) > 0);
    const bundles = await vi.waitFor(
      () => Promise.all(participants.map((slug) => audit.bundle(slug, agreement))),
      30_000,
    );
    const { logKey } = await ledger.readLogState();
    const judge = async (bundle: ExchangeBundle) => {
      const { checks, valid } = await verifyExchangeBundle(bundle, { trustedLogKey: logKey });
      expect(checks.filter(({ ok }) => ok === false)).toEqual([]);
      expect(secondVerifier(JSON.parse(JSON.stringify(bundle)), logKey)).toBeNull();
      return { valid, checks: Object.fromEntries(checks.map(({ id, ok }) => [id, ok])) };
    };
    for (const bundle of bundles) expect(await judge(bundle)).toMatchObject({ valid: true });
    const whole = mergeExchangeBundles(bundles);
    const checks = { credentials: true, states: true, agreement: true, grant: true, bothSides: true };
    expect(await judge(whole)).toMatchObject({ valid: true, checks });
    // No content, and nothing that may name a person: neither in clear nor in what is signed.
    const clear = JSON.stringify(whole).replace(/eyJ[\w-]+/g, (part) => Buffer.from(part, 'base64url').toString());
    expect(clear).toContain('TransferSuspensionMessage');
    expect(clear).not.toMatch(/张三丰|430101|CASE-77|another exchange/);

    const later = await audit.bundle('civil', agreement, { from: '2099-01-01T00:00:00Z' });
    expect(later.views[0]?.records.length).toBeLessThan(bundles[0]?.views[0]?.records.length ?? 0);
    expect(await judge(later)).toMatchObject({ valid: true });
  });
});
