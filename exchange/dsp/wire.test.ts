import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { JsonObject } from '../house.ts';
import type { Negotiation, Transfer } from './dsp.ts';
import { nextState } from './machines/machine.ts';
import { negotiationMachine, negotiationWire } from './machines/negotiationMachine.ts';
import { transferMachine, transferWire } from './machines/transferMachine.ts';
import { messageContext } from './messages/context.ts';
import { makeRandom, modelNegotiation, modelTransfer, pick } from './testing/model.ts';
import { findOfficialProblems, openTestDsp, openWalker, type TestDsp, type Walker } from './testing.ts';

const us = 'civil';
const walks = 4;
const seed = Number(process.env.XIANGYU_SEED ?? Date.now() % 1_000_000);

let test: TestDsp;
let walker: Walker;
let offer: JsonObject;

beforeAll(async () => {
  walker = await openWalker();
  test = await openTestDsp({
    participants: [us, 'walker', 'stranger'],
    elsewhere: { walker: walker.url },
    catalogPage: 1,
  });
  const other = { slug: us, url: test.url };
  walker.meet({ identity: test.identity, slug: 'walker', other });
  // Nothing happens but what a test does.
  const wait = async () => ({ do: 'wait', for: 'person' }) as const;
  test.dsp.use({ onNegotiation: wait, onTransfer: wait });
  test.run();
  for (let at = 0; at < 3; at += 1) await publishTestDataset(test.catalogue, us);
  const { items } = await test.catalogue.listManaged(us, {}, { perPage: 1 });
  const { body } = await walker.send(`/catalog/datasets/${encodeURIComponent(String(items[0]?.id))}`, null);
  offer = { ...(body.hasPolicy as JsonObject[])[0], target: String(body['@id']) };
});
afterAll(async () => {
  expect(test.wire.problems).toEqual([]);
  await test.close();
  await walker.close();
});
beforeEach(() => {
  walker.answer = () => null;
});

const type = (name: string, members: JsonObject): JsonObject => ({
  '@context': messageContext,
  '@type': name,
  ...members,
});
const path = (kind: string, pid: unknown, last = '') => `/${kind}/${encodeURIComponent(String(pid))}${last}`;

/** What the walker may send, by path. `side` is who the protocol lets send it. */
const negotiationMessages: Record<string, (pids: JsonObject) => JsonObject> = {
  '/request': (pids) => type('ContractRequestMessage', { ...pids, offer }),
  '/offers': (pids) => type('ContractOfferMessage', { ...pids, offer }),
  '/agreement': (pids) => type('ContractAgreementMessage', { ...pids, agreement: agreementOf(pids) }),
  '/agreement/verification': (pids) => type('ContractAgreementVerificationMessage', pids),
  '/events ACCEPTED': (pids) => type('ContractNegotiationEventMessage', { ...pids, eventType: 'ACCEPTED' }),
  '/events FINALIZED': (pids) => type('ContractNegotiationEventMessage', { ...pids, eventType: 'FINALIZED' }),
  '/termination': (pids) => type('ContractNegotiationTerminationMessage', { ...pids, code: 'x', reason: ['y'] }),
};
let dids = { us: '', walker: '' };
beforeAll(async () => {
  dids = { us: (await test.identity.ensure(us)).did, walker: (await test.identity.ensure('walker')).did };
});
function agreementOf(pids: JsonObject): JsonObject {
  return {
    ...offer,
    '@id': `urn:agreement:${String(pids.consumerPid)}`,
    '@type': 'Agreement',
    assigner: dids.walker,
    assignee: dids.us,
    timestamp: new Date().toISOString(),
  };
}

type Step = (own: Negotiation) => Promise<Negotiation>;
/** The same messages, sent by us. */
const ownSteps: Record<string, Step> = {
  '/request': ({ id }) => test.dsp.request({ participant: us, id, policy: offer }),
  '/offers': ({ id }) => test.dsp.offer({ participant: us, id, policy: { permission: offer.permission ?? [] } }),
  '/agreement': ({ id }) => test.dsp.agree({ participant: us, id }),
  '/agreement/verification': ({ id }) => test.dsp.verify({ participant: us, id }),
  '/events ACCEPTED': ({ id }) => test.dsp.accept({ participant: us, id }),
  '/events FINALIZED': ({ id }) => test.dsp.finalize({ participant: us, id }),
};

const transferMessages: Record<string, (pids: JsonObject) => JsonObject> = {
  '/start': (pids) => type('TransferStartMessage', pids),
  '/suspension': (pids) => type('TransferSuspensionMessage', { ...pids, code: 'x' }),
  '/completion': (pids) => type('TransferCompletionMessage', pids),
  '/termination': (pids) => type('TransferTerminationMessage', pids),
};
const ownTransferSteps: Record<string, (id: string) => Promise<Transfer>> = {
  '/start': (id) => test.dsp.begin({ participant: us, id }),
  '/suspension': (id) => test.dsp.suspend({ participant: us, id, code: 'x', reason: ['y'] }),
  '/completion': (id) => test.dsp.complete({ participant: us, id }),
};

/** Begins a transfer with the walker as consumer. */
async function askFor(agreementId: string): Promise<{ own: Transfer; pids: JsonObject }> {
  const consumerPid = `urn:uuid:${randomUUID()}`;
  const request = { consumerPid, agreementId, format: 'xy:pull-csv', callbackAddress: walker.url };
  const { status, body } = await walker.send('/transfers/request', type('TransferRequestMessage', request));
  expect(status).toBe(201);
  const own = await test.dsp.readTransfer(us, String(body.providerPid).slice('urn:uuid:'.length));
  if (!own) throw new Error('The transfer was not begun.');
  return { own, pids: { providerPid: body.providerPid ?? '', consumerPid } };
}

/** Begins a negotiation in which the walker is on this side. */
async function meetOver(side: 'consumer' | 'provider'): Promise<{ own: Negotiation; pids: JsonObject }> {
  const name = `urn:uuid:${randomUUID()}`;
  const callbackAddress = `${walker.url}/`;
  const { status, body } =
    side === 'consumer'
      ? await walker.send(
          '/negotiations/request',
          type('ContractRequestMessage', { consumerPid: name, offer, callbackAddress }),
        )
      : await walker.send(
          '/negotiations/offers',
          type('ContractOfferMessage', { providerPid: name, offer, callbackAddress }),
        );
  expect(status).toBe(201);
  const { providerPid = '', consumerPid = '' } = body;
  const id = String(side === 'consumer' ? providerPid : consumerPid).slice('urn:uuid:'.length);
  const own = await test.dsp.readNegotiation(us, id);
  if (!own) throw new Error('The negotiation was not begun.');
  return { own, pids: { providerPid, consumerPid } };
}

const acknowledged = (own: Negotiation | Transfer) =>
  vi.waitFor(
    async () => {
      const now = 'offer' in own ? await test.dsp.readNegotiation(us, own.id) : await test.dsp.readTransfer(us, own.id);
      expect(now?.inner).not.toBe('sending');
      return now;
    },
    { interval: 5, timeout: 10_000 },
  );

describe(`random walks with seed ${seed}`, () => {
  it.each(['consumer', 'provider'] as const)(
    'of negotiations with a walker as %s get the status of the model',
    async (side) => {
      const random = makeRandom(seed + side.length);
      const ours = side === 'consumer' ? 'provider' : 'consumer';
      const ended: Record<string, number> = {};
      for (let walk = 0; walk < walks; walk += 1) {
        const { own, pids } = await meetOver(side);
        let state = side === 'consumer' ? 'REQUESTED' : 'OFFERED';
        const trail = [state];
        for (let step = 0; step < 9; step += 1) {
          const about = `seed ${seed}, walk ${walk}: ${trail.join(', ')}`;
          // Terminations end walks early; let most of them come late.
          const last = pick(
            random,
            Object.keys(negotiationMessages).slice(0, step < 5 && random(4) > 0 ? -1 : undefined),
          );
          const [urlPath = ''] = last.split(' ');
          const legalOurs = modelNegotiation(state, last, ours);
          if (random(2) === 0 && ownSteps[last]) {
            const taken = await ownSteps[last](own).catch((error: { code: string }) => error.code);
            expect(taken === 'DSP_ILLEGAL_STEP', `${about}; we ${last}`).toBe(legalOurs === null);
            if (legalOurs !== null) {
              expect((await acknowledged(own))?.state, `${about}; we ${last}`).toBe(legalOurs);
              state = legalOurs;
              trail.push(`we ${last}`);
            }
            continue;
          }
          const to = modelNegotiation(state, last, side);
          const message = negotiationMessages[last]?.(pids) ?? {};
          const pid = side === 'consumer' ? pids.providerPid : pids.consumerPid;
          const { status, body } = await walker.send(path('negotiations', pid, urlPath), message);
          expect(status, `${about}; walker ${last} → ${JSON.stringify(body)}`).toBe(to === null ? 400 : 200);
          expect(body['@type']).toBe(to === null ? 'ContractNegotiationError' : 'ContractNegotiation');
          if (to !== null) trail.push(last);
          state = to ?? state;
          const read = await walker.send(path('negotiations', pid), null);
          expect(read.body.state, about).toBe(state);
        }
        ended[state] = (ended[state] ?? 0) + 1;
      }
      expect(Object.values(ended).reduce((sum, count) => sum + count, 0)).toBe(walks);
    },
  );

  it('of transfers get the status of the model', async () => {
    const random = makeRandom(seed + 7);
    const agreementId = await agree();
    for (let walk = 0; walk < walks; walk += 1) {
      const { own: transfer, pids } = await askFor(agreementId);
      let state = 'REQUESTED';
      for (let step = 0; step < 7; step += 1) {
        const last = pick(random, Object.keys(transferMessages));
        const about = `seed ${seed}, walk ${walk}, ${state} ${last}`;
        const ownStep = ownTransferSteps[last];
        if (ownStep && random(2) === 0) {
          const legal = modelTransfer(state, last, 'provider');
          const taken = await ownStep(transfer.id).catch((error: { code: string }) => error.code);
          expect(taken === 'DSP_ILLEGAL_STEP', `we: ${about}`).toBe(legal === null);
          if (legal !== null) expect((await acknowledged(transfer))?.state, `we: ${about}`).toBe(legal);
          state = legal ?? state;
          continue;
        }
        const to = modelTransfer(state, last, 'consumer');
        const { status } = await walker.send(
          path('transfers', pids.providerPid, last),
          transferMessages[last]?.(pids) ?? {},
        );
        expect(status, about).toBe(to === null ? 400 : 200);
        state = to ?? state;
      }
    }
  });
});

/** Brings a negotiation with the walker as consumer to its end; gives the agreement's id. */
async function agree(): Promise<string> {
  const { own, pids } = await meetOver('consumer');
  await test.dsp.agree({ participant: us, id: own.id });
  await acknowledged(own);
  const verified = type('ContractAgreementVerificationMessage', pids);
  expect((await walker.send(path('negotiations', pids.providerPid, '/agreement/verification'), verified)).status).toBe(
    200,
  );
  const agreed = await test.dsp.readNegotiation(us, own.id);
  if (agreed?.state === 'VERIFIED') await test.dsp.finalize({ participant: us, id: own.id });
  await acknowledged(own);
  return String(agreed?.agreementId);
}

describe('in every state', () => {
  const sides = ['consumer', 'provider'] as const;

  it('the tables of the machines say what the model says', () => {
    const wires = { ...negotiationWire };
    for (const side of sides) {
      for (const [step, { path: last, eventType }] of Object.entries(wires)) {
        for (const state of [
          'REQUESTED',
          'OFFERED',
          'ACCEPTED',
          'AGREED',
          'VERIFIED',
          'FINALIZED',
          'TERMINATED',
        ] as const) {
          const at = { state, step: step as keyof typeof wires, by: side };
          const message = eventType ? `/${last} ${eventType}` : `/${last}`;
          expect(nextState(negotiationMachine, at), JSON.stringify(at)).toBe(modelNegotiation(state, message, side));
        }
      }
      for (const [step, { path: last }] of Object.entries(transferWire)) {
        for (const state of ['REQUESTED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'TERMINATED'] as const) {
          const at = { state, step: step as keyof typeof transferWire, by: side };
          const to = step === 'request' ? null : modelTransfer(state, `/${last}`, side);
          expect(nextState(transferMachine, at), JSON.stringify(at)).toBe(to);
        }
      }
    }
  });

  /** Ways through the states, by whom and with which message. */
  const ways: ['consumer' | 'provider', string[]][] = [
    [
      'consumer',
      ['we /offers', '/events ACCEPTED', 'we /agreement', '/agreement/verification', 'we /events FINALIZED'],
    ],
    ['consumer', ['/termination']],
    [
      'provider',
      [
        'we /request',
        '/offers',
        'we /events ACCEPTED',
        '/agreement',
        'we /agreement/verification',
        '/events FINALIZED',
      ],
    ],
    ['provider', ['/termination']],
  ];
  it.each(ways)('a walker as %s gets 400 for whatever is illegal, on the way %j', async (side, way) => {
    const ours = side === 'consumer' ? 'provider' : 'consumer';
    const { own, pids } = await meetOver(side);
    const pid = side === 'consumer' ? pids.providerPid : pids.consumerPid;
    const send = (message: string) =>
      walker.send(path('negotiations', pid, message.split(' ')[0]), negotiationMessages[message]?.(pids) ?? {});
    let state = side === 'consumer' ? 'REQUESTED' : 'OFFERED';
    for (const next of [...way, null]) {
      for (const message of Object.keys(negotiationMessages)) {
        if (modelNegotiation(state, message, side) === null) {
          const { status, body } = await send(message);
          expect([status, body['@type']], `${state} ${message}`).toEqual([400, 'ContractNegotiationError']);
        }
        if (modelNegotiation(state, message, ours) === null && ownSteps[message]) {
          await expect(ownSteps[message](own), `${state} ${message}`).rejects.toMatchObject({
            code: 'DSP_ILLEGAL_STEP',
          });
        }
      }
      expect((await walker.send(path('negotiations', pid), null)).body.state).toBe(state);
      if (next === null) break;
      const message = next.replace('we ', '');
      if (next === message) expect((await send(message)).status, `${state} ${message}`).toBe(200);
      else await ownSteps[message]?.(own);
      state = modelNegotiation(state, message, next === message ? side : ours) ?? 'illegal';
      expect((await acknowledged(own))?.state).toBe(state);
    }
  });

  it.each([[['we /start', '/suspension', '/start', 'we /suspension', 'we /start', '/completion']], [['/termination']]])(
    'a transfer gets 400 for whatever is illegal, on the way %j',
    async (way) => {
      const { own, pids } = await askFor(await agree());
      const send = (message: string) =>
        walker.send(path('transfers', pids.providerPid, message), transferMessages[message]?.(pids) ?? {});
      let state = 'REQUESTED';
      for (const next of [...way, null]) {
        for (const message of Object.keys(transferMessages)) {
          if (modelTransfer(state, message, 'consumer') !== null) continue;
          const { status, body } = await send(message);
          expect([status, body['@type']], `${state} ${message}`).toEqual([400, 'TransferError']);
        }
        if (next === null) break;
        const message = next.replace('we ', '');
        if (next === message) expect((await send(message)).status, `${state} ${message}`).toBe(200);
        else await ownTransferSteps[message]?.(own.id);
        state = modelTransfer(state, message, next === message ? 'consumer' : 'provider') ?? 'illegal';
        expect((await acknowledged(own))?.state).toBe(state);
      }
    },
  );
});

describe('what comes over the wire', () => {
  it('is 404 for everybody but the two parties, and for what does not exist', async () => {
    const { pids } = await meetOver('consumer');
    const message = negotiationMessages['/termination']?.(pids) ?? {};
    const at = path('negotiations', pids.providerPid, '/termination');
    const answers = [
      await walker.send(at, message, 'stranger'),
      await walker.send(at, message, null),
      await walker.send(path('negotiations', pids.providerPid), null, 'stranger'),
      await walker.send(path('negotiations', `urn:uuid:${randomUUID()}`, '/termination'), message),
      await walker.send(path('negotiations', 'x'.repeat(300)), null),
      await walker.send(path('transfers', pids.providerPid), null),
      await walker.send('/catalog/datasets/urn:none', null),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toMatchObject({
        code: 'DSP_NOT_FOUND',
        reason: ['There is nothing here that this caller may use.'],
      });
    }
    expect((await fetch(`${test.url}/dsp/nobody/2025-1/negotiations/x`)).status).toBe(404);
    const transfer = { agreementId: 'urn:none', format: 'f', callbackAddress: walker.url, consumerPid: 'urn:c' };
    expect((await walker.send('/transfers/request', type('TransferRequestMessage', transfer))).status).toBe(404);
  });

  it('is refused with 400 and a reason when it is wrong, and changes nothing', async () => {
    const consumerPid = `urn:uuid:${randomUUID()}`;
    const good = { consumerPid, offer, callbackAddress: walker.url };
    const request = (more: JsonObject) => type('ContractRequestMessage', { ...good, ...more });
    const targeted = { ...offer, permission: [{ action: 'use', target: offer.target ?? '' }] };
    const wrong: [JsonObject | string, RegExp][] = [
      ['{', /not JSON/],
      ['[]', /not a JSON object/],
      [{ ...request({}), '@context': ['https://other.example'] }, /context/],
      [{ ...request({}), '@type': 'ContractOfferMessage' }, /@type/],
      [request({ offer: { ...offer, '@id': 'urn:unknown' } }), /no offer urn:unknown/],
      [request({ offer: { ...offer, target: 'urn:other' } }), /dataset urn:other/],
      [request({ offer: targeted }), /permission/],
      [request({ callbackAddress: 'ftp://a.example' }), /callbackAddress/],
      [request({ callbackAddress: 'nowhere' }), /callbackAddress/],
      [request({ providerPid: 'urn:p' }), /oneOf|providerPid/],
      [request({ consumerPid: '\u0000' }), /U\+0000/],
    ];
    for (const [message, reason] of wrong) {
      const { status, body } = await walker.send('/negotiations/request', message);
      expect(status, JSON.stringify(message)).toBe(400);
      expect(body['@type']).toBe('ContractNegotiationError');
      expect(JSON.stringify(body.reason)).toMatch(reason);
    }
    expect(await test.dsp.listNegotiations({ participant: us, perPage: 100 })).not.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ consumerPid })]),
    });
    const { pids } = await meetOver('consumer');
    const other = type('ContractNegotiationTerminationMessage', { ...pids, consumerPid: 'urn:other' });
    expect((await walker.send(path('negotiations', pids.providerPid, '/termination'), other)).status).toBe(400);
    const accept = negotiationMessages['/events ACCEPTED']?.(pids) ?? {};
    const own = await walker.send(path('negotiations', pids.providerPid, '/events'), accept);
    expect([own.status, own.body.code]).toEqual([400, 'DSP_OWN_OFFER']);
  });

  it('is answered again as before when it comes again', async () => {
    const message = type('ContractRequestMessage', {
      consumerPid: `urn:uuid:${randomUUID()}`,
      offer,
      callbackAddress: walker.url,
    });
    const [first, second] = await Promise.all([1, 2].map(() => walker.send('/negotiations/request', message)));
    expect(first?.status).toBe(201);
    expect(second?.body).toEqual(first?.body);
    expect((await walker.send('/negotiations/request', { ...message, 'xy:more': 1 })).status).toBe(400);
    const { providerPid = '', consumerPid = '' } = first?.body ?? {};
    const end = { ...type('ContractNegotiationTerminationMessage', { providerPid, consumerPid }), '@id': 'urn:m:1' };
    const at = path('negotiations', providerPid, '/termination');
    const [ended, again] = [await walker.send(at, end), await walker.send(at, end)];
    expect([ended.status, again.status, again.body.state]).toEqual([200, 200, 'TERMINATED']);
    expect((await walker.send(at, { ...end, code: 'other' })).body.code).toBe('DSP_REPEAT_DIFFERS');
    expect((await walker.send(at, { ...end, '@id': 'urn:m:2' })).status).toBe(400);
  });

  it('comes from the same department when its keys have changed in between', async () => {
    const { own, pids } = await meetOver('consumer');
    const before = (await test.dsp.readNegotiation(us, own.id))?.counterparty.did;
    await test.store.transaction((tx) => test.identity.rotate(tx, 'walker', ['signing']));
    test.identity.forget('walker');
    await test.world.enrol(test.house, test.identity, 'walker');
    await test.dsp.offer({ participant: us, id: own.id, policy: offer });
    await acknowledged(own);
    const accept = negotiationMessages['/events ACCEPTED']?.(pids) ?? {};
    expect((await walker.send(path('negotiations', pids.providerPid, '/events'), accept)).status).toBe(200);
    const { did } = await test.identity.ensure('walker');
    expect(did).not.toBe(before);
    expect((await test.dsp.readNegotiation(us, own.id))?.counterparty.did).toBe(did);
    dids.walker = did;
  });

  it('is recorded, refused or not', async () => {
    const count = async (outcome: string) => {
      const [row] = await test.store.sql<{ count: number }[]>`
        SELECT count(*)::int FROM exchange.records WHERE participant = ${us} AND kind = 'message.received' AND outcome = ${outcome}`;
      return row?.count ?? 0;
    };
    const before = [await count('ok'), await count('refused')];
    // Of many refusals in a minute only the first ones have a record each.
    test.passTime(61_000);
    const { pids } = await meetOver('consumer');
    await walker.send(
      path('negotiations', pids.providerPid, '/events'),
      negotiationMessages['/events FINALIZED']?.(pids) ?? {},
    );
    expect([await count('ok'), await count('refused')].map((now, at) => now - (before[at] ?? 0))).toEqual([1, 1]);
  });

  it('shows a catalog page by page, packed for who takes it, and the versions to everybody', async () => {
    const message = type('CatalogRequestMessage', {});
    const seen: string[] = [];
    let at = '/catalog/request';
    const rels: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      const { status, body, headers } = await walker.send(at, message);
      expect([status, headers.get('content-encoding')]).toEqual([200, 'gzip']);
      expect(findOfficialProblems('Catalog', body)).toEqual([]);
      // Described with terms of ours, so under our context too.
      expect(body['@context']).toEqual([...messageContext, 'https://ns.xiangyu.example/exchange/context.jsonld']);
      seen.push(...(body.dataset as JsonObject[]).map((one) => String(one['@id'])));
      const links = Object.fromEntries(
        [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [rel, url]),
      );
      rels.push(Object.keys(links).sort().join());
      at = String(links.next).replace(/^.*\/2025-1/, '');
      if (links.previous && page === 1) {
        const back = await walker.send(links.previous.replace(/^.*\/2025-1/, ''), null);
        expect((back.body.dataset as JsonObject[])[0]?.['@id']).toBe(seen[0]);
      }
    }
    expect(rels).toEqual(['next', 'next,previous', 'previous']);
    expect(new Set(seen).size).toBe(3);
    const asked = await test.dsp.requestCatalog({ participant: 'stranger', counterparty: us });
    const more = await test.dsp.requestCatalog({ participant: 'stranger', counterparty: us, page: String(asked.next) });
    expect((more.catalog.dataset as JsonObject[])[0]?.['@id']).toBe(seen[1]);
    const elsewhere = test.dsp.requestCatalog({
      participant: 'stranger',
      counterparty: us,
      page: 'https://a.example/x',
    });
    await expect(elsewhere).rejects.toMatchObject({ code: 'DSP_PAGE_TOKEN_WRONG' });
    expect((await walker.send('/catalog/request', { ...message, filter: 5 })).body['@type']).toBe('CatalogError');
    expect((await walker.send('/catalog/request?continuationToken=x', message)).status).toBe(400);
    const version = { version: '2025-1', binding: 'HTTPS', serviceId: dids.us, identifierType: 'did:key' };
    const own = await fetch(`${test.url}/dsp/${us}/.well-known/dspace-version`);
    expect(await own.json()).toEqual({ protocolVersions: [{ ...version, path: '/2025-1' }] });
    const host = (await (await fetch(`${test.url}/.well-known/dspace-version`)).json()) as {
      protocolVersions: JsonObject[];
    };
    expect(host.protocolVersions).toContainEqual({ ...version, path: `/dsp/${us}/2025-1` });
  });
});
