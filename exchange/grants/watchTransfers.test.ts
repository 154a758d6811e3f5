import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestExchange, type TestExchange, testPurpose, until } from '../delivery/testing.ts';
import type { Transfer } from '../dsp/dsp.ts';
import type { Grant } from './grants.ts';
import { judgeTransfer } from './judgeTransfer.ts';
import { openTransferWatch, type TransferWatch } from './watchTransfers.ts';

let exchange: TestExchange;
let watch: TransferWatch;
let stop: () => Promise<void>;

beforeAll(async () => {
  exchange = await openTestExchange();
  const { house, grants, dsp, delivery, audit, world } = exchange;
  watch = openTransferWatch({ house, grants, dsp, delivery, audit, registry: world.registry });
  stop = exchange.run();
});
afterAll(async () => {
  await stop();
  await exchange.close();
});

const act = ({ id }: Grant) => ({ participant: 'civil', id, reason: 'because' });
/** The provider's side of the transfers under a grant. */
async function transferOf({ agreement }: Grant): Promise<Transfer | undefined> {
  const { items } = await exchange.dsp.listTransfers({ participant: 'civil', agreementId: agreement });
  return items[0];
}
const reaches = (grant: Grant, participant: string, state: Transfer['state']) =>
  until(async () => {
    const { items } = await exchange.dsp.listTransfers({ participant, agreementId: grant.agreement });
    return items[0]?.state === state;
  });

it('stops what runs when its grant is suspended or revoked, and lets it go on when it is resumed', async () => {
  const { dsp, grants, settle, store } = exchange;
  await store.sql`CREATE TABLE public.news (id bigint PRIMARY KEY)`;
  const source = await exchange.addSource('civil', exchange.database);
  const items = [{ name: 'id', title: { zh: '编号', en: 'Number' }, type: 'integer' }];
  const news = await exchange.publish({
    items,
    methods: ['stream'],
    subject: 'matter',
    changeItem: null,
    source: { source, table: 'news', cursor: 'id' },
  });
  const grant = await exchange.agree(news);
  const extension = { 'xy:purpose': testPurpose, 'xy:caseNumber': 'CASE-1' };
  const request = { participant: 'farms', agreementId: grant.agreement, format: 'xy:stream', extension };
  await dsp.startTransfer(request);
  await reaches(grant, 'civil', 'STARTED');
  expect(await watch.look()).toBe(0);

  await grants.suspend(act(grant));
  expect(await watch.look()).toBe(1);
  await reaches(grant, 'farms', 'SUSPENDED');
  await reaches(grant, 'civil', 'SUSPENDED');
  expect(await watch.look()).toBe(0);
  await grants.resume(act(grant));
  expect(await watch.look()).toBe(0);
  await settle();
  expect(await watch.look()).toBe(1);
  await reaches(grant, 'farms', 'STARTED');
  await reaches(grant, 'civil', 'STARTED');

  await exchange.world.suspend('farms');
  expect(await watch.look()).toBe(1);
  await exchange.world.suspend('farms', false);
  await reaches(grant, 'civil', 'SUSPENDED');
  expect(await watch.look()).toBe(1);
  await reaches(grant, 'civil', 'STARTED');

  await grants.revoke(act(grant));
  expect(await watch.look()).toBe(1);
  await reaches(grant, 'farms', 'TERMINATED');
  await reaches(grant, 'civil', 'TERMINATED');
  expect((await transferOf(grant))?.ending).toMatchObject({ code: 'GRANT_REVOKED', by: 'provider' });
  expect(await watch.look()).toBe(0);
  // What is asked for under it from now on never begins.
  const again = await dsp.startTransfer(request);
  await until(async () => (await dsp.readTransfer('farms', again.id))?.state === 'TERMINATED');
  const [kept] = await store.sql`
    SELECT retired_at FROM exchange.negotiations WHERE participant = 'civil' AND agreement_id = ${grant.agreement}`;
  expect(kept?.retired_at).not.toBeNull();
});

const grant: Grant = {
  id: '0x1',
  participant: 'civil',
  role: 'provider',
  agreement: 'urn:a',
  provider: 'did:key:p',
  consumer: 'did:key:c',
  providerSlug: 'civil',
  consumerSlug: 'farms',
  dataset: 'urn:d',
  version: 1,
  purpose: 'M',
  items: ['holder'],
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2026-02-01T00:00:00Z'),
  maxCount: null,
  used: 1,
  policy: {
    '@id': 'urn:a',
    '@type': 'Agreement',
    target: 'urn:d',
    permission: [
      {
        action: 'use',
        constraint: [{ leftOperand: 'dateTime', operator: 'lt', rightOperand: '2026-01-20T00:00:00Z' }],
      },
    ],
  },
  policyDigest: '',
  state: 'active',
  transaction: null,
  reason: null,
  createdAt: new Date(0),
  changedAt: new Date(0),
};

it.each([
  [{}, 'continue'],
  [{ at: '2026-01-20T00:00:00Z' }, 'terminate POLICY_NOT_SATISFIED'],
  [{ at: '2026-01-19T23:59:59Z' }, 'continue'],
  [{ at: '2026-02-01T00:00:00Z' }, 'terminate GRANT_EXPIRED'],
  [{ grant: { state: 'expired' } }, 'terminate GRANT_EXPIRED'],
  [{ grant: { state: 'revoked' } }, 'terminate GRANT_REVOKED'],
  [{ grant: { state: 'renounced' } }, 'terminate GRANT_RENOUNCED'],
  [{ grant: { state: 'suspended' } }, 'suspend GRANT_SUSPENDED'],
  [{ grant: { state: 'suspended' }, state: 'REQUESTED' }, 'continue'],
  [{ grant: { state: 'revoked' }, state: 'REQUESTED' }, 'terminate GRANT_REVOKED'],
  [{ counterparty: 'suspended' }, 'suspend MEMBER_SUSPENDED'],
  [{ counterparty: 'withdrawn' }, 'terminate CONNECTOR_WITHDRAWN'],
  [{ counterparty: null }, 'continue'],
  // The consumer follows the grant; the policy is the provider's to hold.
  [{ grant: { role: 'consumer' }, at: '2026-01-20T00:00:00Z' }, 'continue'],
  // A transfer of answers is held against the permission to answer, and one of rows against that to use.
  [{ grant: { policy: { ...grant.policy, permission: [{ action: 'xy:answer' }] } }, format: 'xy:answer' }, 'continue'],
  [
    { grant: { policy: { ...grant.policy, permission: [{ action: 'xy:answer' }] } }, format: 'xy:pull-csv' },
    'terminate POLICY_NOT_SATISFIED',
  ],
] as const)('judges %j: %s', (given, expected) => {
  const changed: Record<string, unknown> = given;
  const judgement = judgeTransfer({
    grant: { ...grant, ...((changed.grant as Partial<Grant>) ?? {}) },
    state: (changed.state as 'STARTED') ?? 'STARTED',
    format: (changed.format as string) ?? 'xy:pull-csv',
    counterparty: changed.counterparty === undefined ? 'active' : (changed.counterparty as null),
    at: new Date((changed.at as string) ?? '2026-01-10T00:00:00Z'),
  });
  expect(judgement.do === 'continue' ? judgement.do : `${judgement.do} ${judgement.code}`).toBe(expected);
});
