import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../house.ts';
import { messageContext } from '../messages/context.ts';
import { openTestDsp, openWalker, type TestDsp, type Walker } from '../testing.ts';
import { kitSettings } from './serveProfile.ts';

const us = 'civil';
const kit = 'did:example:kit';

let test: TestDsp;
let walker: Walker;
let did: string;
beforeAll(async () => {
  walker = await openWalker();
  test = await openTestDsp({ participants: [us], settings: { testProfile: true, allowPrivateUrls: false } });
  walker.meet({ identity: test.identity, slug: us, other: { slug: us, url: test.url } });
  did = (await test.identity.ensure(us)).did;
  test.run();
});
afterAll(async () => {
  expect(test.wire.problems).toEqual([]);
  await test.close();
  await walker.close();
});

const say = (type: string, members: JsonObject): JsonObject => ({
  '@context': messageContext,
  '@type': type,
  ...members,
});
/** A message of the kit about a process, sent without a token of ours. */
const tell = (kind: string, pid: unknown, last: string, message: JsonObject) =>
  walker.send(`/${kind}/${encodeURIComponent(String(pid))}/${last}`, message, null);
const offerOf = (target: string) => ({ '@id': 'urn:o', '@type': 'Offer', target, permission: [{ action: 'use' }] });
const stepOf = ({ message }: Walker['arrived'][number]) =>
  String(message.eventType ?? message['@type']).replace(/^(Contract|Transfer)(Negotiation)?|Message$/g, '');

/** Waits until the connector has sent exactly these, and answers each as the kit's side does. */
async function play(expected: string[], react: (pids: JsonObject, what: string) => Promise<unknown>): Promise<void> {
  let handled = 0;
  await vi.waitFor(
    async () => {
      while (handled < walker.arrived.length) {
        const one = walker.arrived[handled++];
        if (!one) continue;
        const { providerPid = one.answer.providerPid ?? '', consumerPid = '' } = one.message;
        // Whoever does not know our context takes messages without a term of ours all the same.
        expect(one.message['@context']).toEqual(messageContext);
        await react({ providerPid, consumerPid }, stepOf(one));
      }
      expect(walker.arrived.map(stepOf)).toEqual(expected);
    },
    { timeout: 10_000, interval: 10 },
  );
}

async function trigger(what: 'negotiations' | 'transfers', more: JsonObject): Promise<void> {
  const answer = await fetch(`${test.url}/dsp/${us}/test/${what}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ providerId: kit, connectorAddress: walker.url, ...more }),
  });
  expect(answer.status).toBe(200);
}

it('tells a kit addresses that answer, and the name that agreements must have', async () => {
  const address = test.house.addressOf(us);
  const settings = new Map(
    kitSettings({ did, address })
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  );
  const of = (name: string) => settings.get(`dataspacetck.dsp.connector.${name}`) ?? '';
  expect((await fetch(`${of('http.base.url')}/.well-known/dspace-version`)).status).toBe(200);
  const { body } = await walker.send('/catalog/request', say('CatalogRequestMessage', {}), null);
  expect(body.participantId).toBe(of('agent.id'));
  for (const what of ['negotiation', 'transfer']) {
    const refused = await fetch(of(`${what}.initiate.url`), { method: 'POST' });
    expect(refused.status, what).toBe(400);
  }
});

describe('a scripted provider', () => {
  it('shows its datasets, and no others, before those of the catalogue', async () => {
    const { body } = await walker.send('/catalog/request', say('CatalogRequestMessage', {}), null);
    const ids = (body.dataset as JsonObject[]).map((one) => one['@id']);
    expect(ids).toEqual(expect.arrayContaining(['CAT0101', 'test:agree']));
    expect(body['@context']).toEqual(messageContext);
    expect((await walker.send('/catalog/datasets/CAT0102', null, null)).body['@id']).toBe('CAT0102');
    const unknown = await walker.send('/catalog/datasets/CAT0103', null, null);
    expect([unknown.status, unknown.body['@type']]).toEqual([404, 'CatalogError']);
  });

  const cases: [string, string[]][] = [
    ['test:agree', ['Agreement', 'FINALIZED']],
    ['test:counter', ['Offer', 'Agreement', 'FINALIZED']],
    ['test:offer', ['Offer', 'Agreement', 'FINALIZED']],
    ['test:terminate-requested', ['Termination']],
    ['test:terminate-offered', ['Offer', 'Termination']],
    ['test:terminate-accepted', ['Offer', 'Termination']],
    ['test:terminate-verified', ['Agreement', 'Termination']],
    ['test:silent', []],
    ['test:offer-silent', ['Offer']],
    ['ACN0102', ['Offer', 'Termination']],
  ];
  const countering = ['test:counter', 'ACN0102'];
  it.each(cases)('follows the script of dataset %s', async (dataset, expected) => {
    walker.arrived.length = 0;
    const consumerPid = `urn:uuid:${randomUUID()}`;
    const offer = offerOf(dataset);
    const first = say('ContractRequestMessage', { consumerPid, offer, callbackAddress: walker.url });
    const { status, body } = await walker.send('/negotiations/request', first, null);
    expect(status).toBe(201);
    const pids = { providerPid: body.providerPid ?? '', consumerPid };
    await play(expected, async (_message, what) => {
      if (what === 'Offer' && countering.includes(dataset))
        await tell('negotiations', pids.providerPid, 'request', say('ContractRequestMessage', { ...pids, offer }));
      else if (what === 'Offer' && dataset !== 'test:terminate-offered')
        await tell(
          'negotiations',
          pids.providerPid,
          'events',
          say('ContractNegotiationEventMessage', { ...pids, eventType: 'ACCEPTED' }),
        );
      if (what === 'Agreement')
        await tell(
          'negotiations',
          pids.providerPid,
          'agreement/verification',
          say('ContractAgreementVerificationMessage', pids),
        );
    });
    // Silence is a decision, not a message that has still to come.
    const { items } = await test.dsp.listNegotiations({ participant: us, dataset, perPage: 1 });
    if (dataset.endsWith('silent')) expect(items[0]?.inner).toBe('person');
  });

  const transfers: [string, string[]][] = [
    ['test:start', ['Start']],
    ['test:start-complete', ['Start', 'Completion']],
    ['test:start-suspend-resume-complete', ['Start', 'Suspension', 'Start', 'Completion']],
    ['test:start-suspend-terminate', ['Start', 'Suspension', 'Termination']],
    ['test:start-terminate', ['Start', 'Termination']],
    ['test:terminate', ['Termination']],
  ];
  it.each(transfers)('follows the script of agreement %s', async (agreementId, expected) => {
    walker.arrived.length = 0;
    const consumerPid = `urn:uuid:${randomUUID()}`;
    const request = { consumerPid, agreementId, format: 'HttpData-PULL', callbackAddress: walker.url };
    expect((await walker.send('/transfers/request', say('TransferRequestMessage', request), null)).status).toBe(201);
    await play(expected, async () => {});
  });
});

describe('a scripted consumer', () => {
  const cases: [string, 'offer' | 'agree', string[]][] = [
    ['test:agree', 'agree', ['Request', 'AgreementVerification']],
    ['test:offer', 'offer', ['Request', 'ACCEPTED', 'AgreementVerification']],
    ['test:counter', 'offer', ['Request', 'Request', 'AgreementVerification']],
    ['test:terminate-requested', 'agree', ['Request', 'Termination']],
    ['test:terminate-offered', 'offer', ['Request', 'Termination']],
    ['test:terminate-agreed', 'agree', ['Request', 'Termination']],
    ['test:accept-silent', 'offer', ['Request', 'ACCEPTED']],
  ];
  it.each(cases)(
    'is started by the trigger and follows the script of dataset %s',
    async (dataset, answer, expected) => {
      walker.arrived.length = 0;
      const offer = offerOf(dataset);
      let requests = 0;
      await trigger('negotiations', { offerId: 'urn:o', datasetId: dataset });
      await play(expected, async (pids, what) => {
        if (what === 'Request') requests += 1;
        const agreement = {
          ...offer,
          '@id': `urn:agreement:${randomUUID()}`,
          '@type': 'Agreement',
          assigner: kit,
          assignee: did,
          timestamp: new Date().toISOString(),
        };
        const agree = say('ContractAgreementMessage', { ...pids, agreement });
        if (dataset === 'test:terminate-requested' || what === 'Termination') return;
        if (what === 'Request' && answer === 'offer' && requests === 1)
          await tell('negotiations', pids.consumerPid, 'offers', say('ContractOfferMessage', { ...pids, offer }));
        else if (what === 'Request' || what === 'ACCEPTED')
          await tell('negotiations', pids.consumerPid, 'agreement', agree);
      });
    },
  );

  const transfers: [string, string[]][] = [
    ['test:consumer-complete', ['Request', 'Completion']],
    ['test:consumer-suspend-resume-complete', ['Request', 'Suspension', 'Start', 'Completion']],
    ['test:consumer-suspend-terminate', ['Request', 'Suspension', 'Termination']],
    ['test:consumer-terminate', ['Request', 'Termination']],
    ['ATPC0205', ['Request', 'Termination']],
  ];
  it.each(transfers)(
    'is started by the trigger and follows the script of agreement %s',
    async (agreementId, expected) => {
      walker.arrived.length = 0;
      await trigger('transfers', { agreementId, format: 'HttpData-PULL' });
      await play(expected, async (pids, what) => {
        if (what === 'Request') await tell('transfers', pids.consumerPid, 'start', say('TransferStartMessage', pids));
      });
    },
  );
});
