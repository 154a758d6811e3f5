import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Dataset } from '../catalogue/dataset.ts';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { JsonObject } from '../house.ts';
import type { DspHooks, Negotiation, Transfer, TransferVerdict, Verdict } from './dsp.ts';
import { dspErrors } from './errors.ts';
import { openTestDsp, type TestDsp } from './testing.ts';

const consumer = 'agri';
const provider = 'civil';

let test: TestDsp;
let dataset: Dataset;
let offer: JsonObject;
/** What the hooks say at an occasion such as `provider requested`; the first verdict of each list is used up first. */
let verdicts: Record<string, (Verdict | null)[]> = {};
let transferVerdicts: Record<string, (TransferVerdict | null)[]> = {};
const heard: string[] = [];

const hooks: DspHooks = {
  async onNegotiation(_tx, { role, id }, { what, by }) {
    heard.push(`${id} ${role} ${what} by ${by}`);
    return verdicts[`${role} ${what}`]?.shift() ?? null;
  },
  async onTransfer(_tx, { role, id }, { what, by }) {
    heard.push(`${id} ${role} ${what} by ${by}`);
    return transferVerdicts[`${role} ${what}`]?.shift() ?? null;
  },
};

beforeAll(async () => {
  test = await openTestDsp({ participants: [consumer, provider] });
  test.dsp.use(hooks);
  test.run();
  dataset = await publishTestDataset(test.catalogue, provider);
  const body = await test.dsp.requestDataset({ participant: consumer, counterparty: provider, dataset: dataset.id });
  const [first] = (body as JsonObject).hasPolicy as JsonObject[];
  offer = { ...first, target: dataset.id };
});
afterAll(async () => {
  expect(test.wire.problems).toEqual([]);
  await test.close();
});

const start = (more: { purpose?: string; reuse?: boolean } = {}) =>
  test.dsp.startNegotiation({ participant: consumer, counterparty: provider, offer, reuse: false, ...more });

/** The other side's row of a process. */
async function other<Item extends Negotiation | Transfer>(one: Item): Promise<Item> {
  const listed = 'offer' in one ? test.dsp.listNegotiations : test.dsp.listTransfers;
  const participant = one.participant === consumer ? provider : consumer;
  const { items } = await listed({ participant, perPage: 100 });
  const found = items.find(({ consumerPid, providerPid }) =>
    one.participant === consumer ? consumerPid === one.consumerPid : providerPid === one.providerPid,
  );
  if (!found) throw new Error(`${participant} does not know the process`);
  return found as Item;
}
const again = async <Item extends Negotiation | Transfer>(one: Item): Promise<Item> =>
  ('offer' in one
    ? await test.dsp.readNegotiation(one.participant, one.id)
    : await test.dsp.readTransfer(one.participant, one.id)) as Item;

/** Waits until both sides are in a state and have nothing on its way. */
async function reach<Item extends Negotiation | Transfer>(one: Item, state: string): Promise<Item> {
  return vi.waitFor(
    async () => {
      const own = await again(one);
      expect(own.state).toBe(state);
      expect(own.inner).not.toBe('sending');
      const theirs = await other(own);
      expect(theirs.state).toBe(state);
      expect(theirs.inner).not.toBe('sending');
      return own;
    },
    { timeout: 10_000, interval: 10 },
  );
}

const constraint = (operator: string, rightOperand: string) => ({ leftOperand: 'purpose', operator, rightOperand });

/** A finalized negotiation. */
async function finalize(more: { purpose?: string } = {}): Promise<Negotiation> {
  verdicts = { 'provider requested': [{ do: 'agree' }], 'provider verified': [{ do: 'finalize' }] };
  return reach(await start(more), 'FINALIZED');
}

describe('negotiation', () => {
  it('comes to an agreement, each side with its own name for it', async () => {
    const done = await finalize({ purpose: 'SUBSIDY-1' });
    const theirs = await other(done);
    expect(done.agreement).toEqual(theirs.agreement);
    expect(done.agreement).toMatchObject({ '@type': 'Agreement', target: dataset.id, permission: offer.permission });
    expect(done.inner).toBe('done');
    expect(heard.filter((line) => line.startsWith(done.id)).map((line) => line.slice(done.id.length + 1))).toEqual([
      'consumer requested by consumer',
      'consumer agreed by provider',
      'consumer verified by consumer',
      'consumer finalized by provider',
    ]);
    const types = (await test.dsp.readMessages(consumer, done.id)).map(({ type, direction }) => `${direction} ${type}`);
    expect(types).toEqual([
      'out ContractRequestMessage',
      'in ContractAgreementMessage',
      'out ContractAgreementVerificationMessage',
      'in ContractNegotiationEventMessage',
    ]);
  });

  it('is not repeated for the same data and purpose, unless the agreement was retired', async () => {
    const done = await finalize({ purpose: 'SUBSIDY-2' });
    expect((await start({ purpose: 'SUBSIDY-2', reuse: true })).id).toBe(done.id);
    const another = await reach(await start({ purpose: 'SUBSIDY-3', reuse: true }), 'REQUESTED');
    expect(another.id).not.toBe(done.id);
    await test.store.transaction((tx) => test.dsp.retireAgreement(tx, consumer, String(done.agreementId)));
    const anew = await reach(await start({ purpose: 'SUBSIDY-2', reuse: true }), 'REQUESTED');
    expect(anew.id).not.toBe(done.id);
  });

  it('goes back and forth over offers, begun by either side', async () => {
    const narrow = { permission: [{ action: 'use', constraint: [constraint('eq', 'SUBSIDY-1')] }] };
    const wide = { permission: [{ action: 'use' }], obligation: [{ action: 'delete' }] };
    verdicts = {
      'provider requested': [
        { do: 'offer', policy: narrow, extension: { 'xy:return': 'one item only' } },
        { do: 'offer', policy: wide },
      ],
      'consumer offered': [{ do: 'request', policy: narrow, extension: { 'xy:note': 'agreed' } }, { do: 'accept' }],
      'provider verified': [{ do: 'finalize' }],
    };
    const done = await reach(await start(), 'FINALIZED');
    expect(done.agreement).toMatchObject(wide);
    expect(done.offeredBy).toBe('provider');

    verdicts = { 'consumer offered': [{ do: 'accept' }], 'provider verified': [{ do: 'finalize' }] };
    const begun = await test.dsp.startNegotiation({
      participant: provider,
      role: 'provider',
      counterparty: consumer,
      offer: {
        '@id': 'urn:uuid:0b8f7a3e-0000-4000-8000-000000000001',
        '@type': 'Offer',
        target: dataset.id,
        ...narrow,
      },
      extension: { 'xy:note': 'try it' },
    });
    const offered = await reach(begun, 'FINALIZED');
    expect(offered.agreement).toMatchObject(narrow);
    expect((await other(offered)).extension).toEqual({ 'xy:note': 'try it' });
  });

  it('waits for people and for the chain', async () => {
    verdicts = { 'provider verified': [{ do: 'wait', for: 'chain' }] };
    const own = await start();
    const theirs = await other(await reach(own, 'REQUESTED'));
    expect(theirs.inner).toBe('person');
    expect((await again(own)).inner).toBe('counterparty');
    await test.dsp.agree({ participant: provider, id: theirs.id });
    await reach(own, 'VERIFIED');
    expect((await again(theirs)).inner).toBe('chain');
    await test.dsp.finalize({ participant: provider, id: theirs.id });
    await reach(own, 'FINALIZED');
    await expect(test.dsp.accept({ participant: consumer, id: own.id })).rejects.toMatchObject({
      code: 'DSP_ILLEGAL_STEP',
    });
    await expect(test.dsp.accept({ participant: 'other', id: own.id })).rejects.toMatchObject({
      code: 'DSP_NEGOTIATION_UNKNOWN',
    });
  });

  it('takes no agreement with other rules than the offer, unless a hook accepts them', async () => {
    const policy = { permission: [{ action: 'use', constraint: [constraint('eq', 'OTHER')] }] };
    verdicts = { 'provider requested': [{ do: 'agree', policy }] };
    const refused = await reach(await start(), 'TERMINATED');
    expect((await other(refused)).ending).toMatchObject({ code: 'refused', by: 'provider' });

    const judge: DspHooks = { checkTerms: async () => [] };
    test.dsp.use(judge);
    verdicts = { 'provider requested': [{ do: 'agree', policy }], 'provider verified': [{ do: 'finalize' }] };
    expect((await reach(await start(), 'FINALIZED')).agreement).toMatchObject(policy);
    judge.checkTerms = async () => ['its rules are not those of the offer on the table'];
  });

  /** How to come to a state, and which verdict of whom terminates there. */
  const ends: [string, 'provider' | 'consumer', Record<string, (Verdict | null)[]>][] = [
    ['REQUESTED', 'consumer', {}],
    ['REQUESTED', 'provider', {}],
    ['OFFERED', 'consumer', { 'provider requested': [{ do: 'offer', policy: { permission: [{ action: 'use' }] } }] }],
    ['OFFERED', 'provider', { 'provider requested': [{ do: 'offer', policy: { permission: [{ action: 'use' }] } }] }],
    [
      'ACCEPTED',
      'provider',
      {
        'provider requested': [{ do: 'offer', policy: { permission: [{ action: 'use' }] } }],
        'consumer offered': [{ do: 'accept' }],
        'provider accepted': [{ do: 'wait', for: 'person' }],
      },
    ],
    [
      'AGREED',
      'consumer',
      { 'provider requested': [{ do: 'agree' }], 'consumer agreed': [{ do: 'wait', for: 'person' }] },
    ],
    ['VERIFIED', 'provider', { 'provider requested': [{ do: 'agree' }] }],
  ];
  it.each(ends)('is terminated in %s by the %s', async (state, role, plan) => {
    verdicts = plan;
    const own = await reach(await start(), state);
    const who = role === 'consumer' ? own : await other(own);
    await test.dsp.terminateNegotiation({
      participant: who.participant,
      id: who.id,
      code: 'noNeed',
      reason: ['Not needed.'],
    });
    const ended = await reach(own, 'TERMINATED');
    const ending = { code: 'noNeed', reason: ['Not needed.'], by: role };
    expect([ended.ending, (await other(ended)).ending]).toEqual([ending, ending]);
  });

  it('is terminated later where only the other side may, and never after its end', async () => {
    verdicts = { 'provider requested': [{ do: 'agree' }], 'consumer agreed': [{ do: 'wait', for: 'person' }] };
    const own = await reach(await start(), 'AGREED');
    const theirs = await other(own);
    const end = { code: 'revoked', reason: ['No.'] };
    await test.dsp.terminateNegotiation({ participant: provider, id: theirs.id, ...end });
    expect((await again(theirs)).state).toBe('AGREED');
    await test.dsp.verify({ participant: consumer, id: own.id });
    await reach(own, 'TERMINATED');
    const done = await finalize();
    await expect(test.dsp.terminateNegotiation({ participant: consumer, id: done.id, ...end })).rejects.toMatchObject({
      code: 'DSP_ILLEGAL_STEP',
    });
  });
});

describe('transfer', () => {
  const dataAddress = {
    '@type': 'DataAddress',
    endpointType: 'https://w3id.org/idsa/v4.1/HTTP',
    endpoint: 'http://a.example',
  };
  let agreementId: string;
  beforeAll(async () => {
    agreementId = String((await finalize()).agreementId);
  });
  const request = () => test.dsp.startTransfer({ participant: consumer, agreementId, format: 'xy:pull-csv' });

  it('is started, suspended and resumed by either side, and completed', async () => {
    transferVerdicts = { 'provider requested': [{ do: 'begin', dataAddress }] };
    const own = await reach(await request(), 'STARTED');
    const theirs = await other(own);
    expect(own.dataAddress).toEqual(dataAddress);
    const pause = { code: 'pause', reason: ['Maintenance.'] };
    for (const [suspender, resumer] of [
      [own, theirs],
      [theirs, own],
      [own, own],
      [theirs, theirs],
    ] as const) {
      const suspended = await test.dsp.suspend({ participant: suspender.participant, id: suspender.id, ...pause });
      await reach(suspended, 'SUSPENDED');
      expect((await again(own)).suspendedBy).toBe(suspender.role);
      await test.dsp.resume({ participant: resumer.participant, id: resumer.id });
      const resumed = await reach(own, 'STARTED');
      expect(resumed.dataAddress).toEqual(dataAddress);
    }
    await test.dsp.complete({ participant: consumer, id: own.id });
    await reach(own, 'COMPLETED');
    await expect(test.dsp.suspend({ participant: consumer, id: own.id, ...pause })).rejects.toMatchObject({
      code: 'DSP_ILLEGAL_STEP',
    });
  });

  it.each([
    ['REQUESTED', 'consumer'],
    ['REQUESTED', 'provider'],
    ['STARTED', 'consumer'],
    ['STARTED', 'provider'],
    ['SUSPENDED', 'consumer'],
    ['SUSPENDED', 'provider'],
  ] as const)('is terminated in %s by the %s', async (state, role) => {
    transferVerdicts = state === 'REQUESTED' ? {} : { 'provider requested': [{ do: 'begin' }] };
    if (state === 'SUSPENDED') transferVerdicts['provider started'] = [{ do: 'suspend', code: 'x', reason: ['y'] }];
    const own = await reach(await request(), state);
    const who = role === 'consumer' ? own : await other(own);
    await test.dsp.terminateTransfer({ participant: who.participant, id: who.id, code: 'end', reason: ['Over.'] });
    expect((await reach(own, 'TERMINATED')).ending).toEqual({ code: 'end', reason: ['Over.'], by: role });
  });

  it('stays suspended when the provider will not resume', async () => {
    transferVerdicts = { 'provider requested': [{ do: 'begin' }] };
    const own = await reach(await request(), 'STARTED');
    const theirs = await other(own);
    await test.dsp.suspend({ participant: provider, id: theirs.id, code: 'grant', reason: ['Suspended.'] });
    await reach(own, 'SUSPENDED');
    const guard: DspHooks = {
      async onTransfer(_tx, { role }, { what, by }) {
        if (role === 'provider' && what === 'started' && by === 'consumer')
          throw dspErrors.agreementRetired({ agreement: agreementId });
        return null;
      },
    };
    test.dsp.use(guard);
    await test.dsp.resume({ participant: consumer, id: own.id });
    await vi.waitFor(async () => expect((await again(own)).ending?.code).toBe('DSP_AGREEMENT_RETIRED'), {
      interval: 10,
    });
    expect(await reach(own, 'SUSPENDED')).toMatchObject({ inner: 'counterparty' });
    delete guard.onTransfer;
  });

  it('needs an agreement that is in force', async () => {
    const unknown = { participant: consumer, agreementId: 'urn:none', format: 'xy:pull-csv' };
    await expect(test.dsp.startTransfer(unknown)).rejects.toMatchObject({ code: 'DSP_AGREEMENT_UNKNOWN' });
    const done = await finalize();
    const retired = String(done.agreementId);
    await test.store.transaction((tx) => test.dsp.retireAgreement(tx, provider, retired));
    const asked = await test.dsp.startTransfer({ participant: consumer, agreementId: retired, format: 'xy:pull-csv' });
    await vi.waitFor(async () => expect((await again(asked)).state).toBe('TERMINATED'), {
      timeout: 10_000,
      interval: 10,
    });
    expect((await again(asked)).ending).toMatchObject({ code: 'refused' });
  });
});
