import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { XiangyuError } from '../../errors.ts';
import { compressLink } from '../../proof/index.ts';
import { makeDocument } from '../testing/makeDocument.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { checkTarget } from './checkTarget.ts';
import { resolverRoutes } from './resolverRoutes.ts';

const schemaFile = new URL('../../../shared/conformance/gs1-digital-link/gs1-linkset-schema.json', import.meta.url);
const hasSchema = existsSync(schemaFile);
const item = '/01/06901234567892';
const lot = `${item}/10/L1`;
const serial = `${item}/21/S1`;
const root = 'http://127.0.0.1:8080';
const html = 'text/html,application/xhtml+xml,*/*;q=0.8';

let room: TestTrace;
let app: FastifyInstance;
beforeAll(async () => {
  room = await openTestTrace();
  const { resolver } = room.trace;
  app = Fastify();
  app.setErrorHandler((error, _, reply) =>
    error instanceof XiangyuError ? reply.code(error.status).send({ code: error.code }) : reply.send(error),
  );
  app.setNotFoundHandler((_, reply) => reply.type('text/html').send('the page'));
  await app.register(resolverRoutes, { resolver });
  const document = makeDocument([
    { type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', epcList: [`https://id.gs1.org${lot}/21/S1`] },
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      quantityList: [{ epcClass: `https://id.gs1.org${lot}`, quantity: 1 }],
    },
    { type: 'ObjectEvent', action: 'OBSERVE', epcList: ['https://id.gs1.org/00/369012345678901239'] },
  ]);
  await room.trace.capture(document, { member: 'farm', errorBehaviour: 'rollback' });
  const set = (anchor: string, linkType: string, href: string, more: object = {}) =>
    resolver.setLink({ member: 'farm', anchor, linkType, href, title: href, ...more });
  await set(item, 'gs1:certificationInfo', 'https://cert.example/zh', { languages: ['zh'] });
  await set(item, 'gs1:certificationInfo', 'https://cert.example/en', { languages: ['en'] });
  await set(item, 'gs1:recallStatus', 'https://shop.example/recall?a=1#top');
  await set(lot, 'https://gs1.org/voc/recallStatus', 'https://shop.example/recall/L1', { forwardQuery: false });
  await set(item, 'gs1:hasRetailers', 'https://one.example/');
  await set(item, 'gs1:hasRetailers', 'https://two.example/');
  await set(item, 'gs1:hasRetailers', 'https://hk.example/', { contexts: ['HK'] });
});
afterAll(async () => {
  await app?.close();
  await room?.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: '*/*', ...headers } });
const locationOf = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await get(url, headers);
  return [answer.statusCode, answer.headers.location];
};

describe('redirects', () => {
  test('a plain request goes to the page, with its query string, and is told of the linkset', async () => {
    const answer = await get(`${lot}?17=270131&utm=a`);
    expect(answer.statusCode).toBe(307);
    expect(answer.headers).toMatchObject({
      location: `/product${lot}?17=270131&utm=a`,
      'access-control-allow-origin': '*',
      link: expect.stringContaining(`<${root}${lot}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`),
    });
    expect(answer.headers.link).toContain(`<https://id.gs1.org${lot}?17=270131>`);
    expect((await app.inject({ method: 'HEAD', url: lot })).statusCode).toBe(307);
  });

  test.each<[string, string | undefined, unknown[]]>([
    [`${lot}/`, undefined, [307, `/product${lot}`]],
    ['/gtin/6901234567892/lot/L1', undefined, [307, `/product${lot}`]],
    // Walking up: the item's own lot is known from its event, and the lot's link goes before the product's.
    [`${serial}?linkType=gs1:recallStatus`, undefined, [307, 'https://shop.example/recall/L1']],
    [
      `${item}?linkType=gs1:recallStatus`,
      undefined,
      [307, 'https://shop.example/recall?a=1&linkType=gs1:recallStatus#top'],
    ],
    [
      `${lot}?linkType=gs1:certificationInfo`,
      'zh-CN,en;q=0.5',
      [307, 'https://cert.example/zh?linkType=gs1:certificationInfo'],
    ],
    [
      `${lot}?linkType=gs1:certificationInfo`,
      'fr, en;q=0.5',
      [307, 'https://cert.example/en?linkType=gs1:certificationInfo'],
    ],
    [
      `${lot}?linkType=gs1:hasRetailers&context=hk`,
      undefined,
      [307, 'https://hk.example/?linkType=gs1:hasRetailers&context=hk'],
    ],
    [`${lot}?linkType=gs1:hasRetailers`, undefined, [300, undefined]],
    [
      '/00/369012345678901239',
      undefined,
      [307, '/epcis/events?MATCH_anyEPC=https%3A%2F%2Fid.gs1.org%2F00%2F369012345678901239'],
    ],
  ])('%s (%s)', async (url, language, expected) => {
    expect(await locationOf(url, language === undefined ? {} : { 'accept-language': language })).toEqual(expected);
  });

  test('compressed links lead to the same place; a page of the console stays one', async () => {
    const path = (url: string) => url.replace('https://id.gs1.org', '');
    expect(await locationOf(path(compressLink(`https://id.gs1.org${lot}`)))).toEqual([307, `/product${lot}`]);
    expect(await locationOf(path(compressLink(`https://id.gs1.org${lot}`, { keep: 'key' })))).toEqual([
      307,
      `/product${lot}`,
    ]);
    expect((await get('/organisation')).payload).toBe('the page');
  });

  test("a person's browser sees the page itself, with the status of what is wrong", async () => {
    for (const [url, status] of [
      [lot, 200],
      [`${item}/10/none`, 200],
      ['/01/00000000000017', 404],
      ['/01/06901234567893', 400],
    ] as const) {
      const answer = await get(url, { accept: html });
      expect([answer.statusCode, answer.payload], url).toEqual([status, 'the page']);
    }
    expect((await get(`${lot}?linkType=gs1:recallStatus`, { accept: html })).statusCode).toBe(307);
  });
});

describe('errors', () => {
  test.each([
    ['/01/06901234567893', 400, 'RESOLVER_INVALID_LINK'],
    [`${item}/10/A/22/B`, 400, 'RESOLVER_INVALID_LINK'],
    [`${item}?17=271331`, 400, 'RESOLVER_INVALID_LINK'],
    ['/414/0000000000017', 404, 'RESOLVER_UNKNOWN_THING'],
    [`${lot}?linkType=gs1:epil`, 404, 'RESOLVER_NO_SUCH_LINK_TYPE'],
    [`${lot}?linkType=%3Cscript%3E`, 400, 'RESOLVER_WRONG_LINK_TYPE'],
  ])('%s is %i', async (url, status, code) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('linksets', () => {
  test.runIf(hasSchema).each([
    [`${serial}?linkType=linkset`, {}],
    [`${lot}?linkType=all`, {}],
    [lot, { accept: 'application/linkset+json' }],
    [`${lot}?linkType=gs1:hasRetailers`, {}],
    ['/00/369012345678901239?linkType=linkset', {}],
  ])('%s fits the schema of GS1', async (url, headers) => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    const answer = await get(url, headers);
    expect(answer.headers['content-type']).toContain('application/linkset+json');
    validate(answer.json());
    expect(validate.errors).toBeNull();
    expect(answer.json().linkset.length).toBeGreaterThan(0);
  });

  test('walks up from the item to its lot and its product', async () => {
    const answer = await get(`${serial}?linkType=linkset`, { accept: 'application/json' });
    expect(answer.headers['content-type']).toContain('application/json');
    const { linkset } = answer.json();
    expect(linkset.map(({ anchor }: { anchor: string }) => anchor.slice(root.length))).toEqual([
      `${lot}/21/S1`,
      serial,
      lot,
      item,
    ]);
    expect(linkset[2]['https://ref.gs1.org/voc/recallStatus']).toEqual([
      { href: 'https://shop.example/recall/L1', title: 'https://shop.example/recall/L1', fwqs: false },
    ]);
    expect(linkset[3]['https://ref.gs1.org/voc/certificationInfo']).toHaveLength(2);
    expect(linkset[2]['https://ref.gs1.org/voc/defaultLink']).toHaveLength(1);
  });

  test('the description and OPTIONS', async () => {
    const { resolverRoot, supportedPrimaryKeys } = (await get('/.well-known/gs1resolver')).json();
    expect({ resolverRoot, supportedPrimaryKeys }).toEqual({ resolverRoot: root, supportedPrimaryKeys: ['all'] });
    const answer = await app.inject({ method: 'OPTIONS', url: lot });
    expect([answer.statusCode, answer.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });
});

describe('links of members', () => {
  test('belong to who described or recorded the thing', async () => {
    const { resolver } = room.trace;
    const link = { anchor: `${item}/10/L2`, linkType: 'gs1:pip', title: 'x' };
    await expect(resolver.setLink({ ...link, member: 'other', href: 'https://a.example/' })).rejects.toMatchObject({
      code: 'RESOLVER_FOREIGN_THING',
    });
    const names = [{ id: `https://id.gs1.org${item}`, attributes: [] }];
    const vocabulary = { type: 'urn:epcglobal:epcis:vtype:EPCClass', vocabularyElementList: names };
    await room.trace.capture(makeDocument([], [vocabulary]), { member: 'other' });
    await expect(resolver.setLink({ ...link, member: 'other', href: 'https://a.example/' })).rejects.toMatchObject({
      code: 'RESOLVER_FOREIGN_THING',
    });
    const anchor = '/417/6901234567892';
    const own = await resolver.setLink({
      ...link,
      anchor,
      member: 'other',
      href: 'https://a.example/',
      isDefault: true,
    });
    expect(await locationOf(anchor)).toEqual([307, 'https://a.example/']);
    const changed = await resolver.setLink({ ...link, anchor, member: 'other', href: 'https://a.example', title: 'y' });
    expect(changed).toMatchObject({ linkId: own.linkId, title: 'y', anchor: 'https://id.gs1.org/417/6901234567892' });
    await expect(resolver.removeLink({ linkId: own.linkId, member: 'farm' })).rejects.toThrow('no link');
    await resolver.removeLink({ linkId: own.linkId, member: 'other' });
    expect((await get(anchor)).statusCode).toBe(404);
    const list = { member: 'farm', anchor: null, perPage: 5 };
    const first = await resolver.listLinks({ ...list, nextPageToken: null });
    const second = await resolver.listLinks({ ...list, nextPageToken: first.nextPageToken });
    expect([first.links.length, second.links.length, second.nextPageToken]).toEqual([5, 2, null]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    '//evil.example/',
    '/\\evil.example',
    'https://u:p@a.example/',
    'http://localhost/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://192.168.1.1/',
    'http://router/',
    'https://a.internal/',
    'x',
  ])('no link leads to %s', (href) => {
    expect(() => checkTarget(href)).toThrow('The resolver does not lead to');
  });
});
