import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Action, openRights, type Principal, type Role } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { openTestDsp, type TestDsp } from '../dsp/testing.ts';
import { catalogueRoutes } from './routes.ts';
import { publishTestDataset, testDraft } from './testing.ts';

let test: TestDsp;
let app: FastifyInstance;
const rights = openRights({ isFounded: () => true });

/** `department/person/role,role`, or `department/key/scope,scope`. */
function toPrincipal(as: string): Principal {
  const [member = '', id = '', what = ''] = as.split('/');
  const isKey = id === 'key';
  return {
    kind: isKey ? 'key' : 'person',
    id,
    name: id,
    member,
    roles: isKey ? [] : (what.split(',') as Role[]),
    scopes: isKey ? (what.split(',') as Principal['scopes']) : [],
    standing: 'admitted',
    platform: false,
    secondFactor: true,
  };
}

beforeAll(async () => {
  test = await openTestDsp({ participants: ['civil', 'agri'] });
  app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  app.decorateRequest('principal', null);
  app.addHook('preParsing', async (request) => {
    const { access } = request.routeOptions.config;
    if (!access) throw new Error(`${request.url} does not say who may call it`);
    if (access === 'public') return;
    request.principal = toPrincipal(String(request.headers['x-as']));
    rights.require({ principal: request.principal, action: access as Action });
  });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.send(error);
    return reply.code(error.status).send({ code: error.code, details: error.details });
  });
  await app.register(catalogueRoutes(test.catalogue, test.dsp));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function ask(as: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) {
  const url = `/api/exchange${path}`;
  const answer = await app.inject({ method, url, headers: { 'x-as': as }, ...(payload ? { payload } : {}) });
  const isJson = String(answer.headers['content-type']).includes('application/json');
  const body = isJson && answer.body !== '' ? answer.json() : null;
  return { status: answer.statusCode, body, text: answer.body, type: answer.headers['content-type'] };
}
const steward = 'civil/wang/steward';
const admin = 'civil/li/admin';

it('takes a dataset from its description to the catalogue, each step by who may', async () => {
  const duty = { title: { zh: '社会救助', en: 'Aid' }, legalBasis: '《社会救助暂行办法》' };
  expect((await ask('civil/x/viewer', 'PUT', '/catalog/duties/MZ-01', duty)).status).toBe(403);
  expect((await ask(steward, 'PUT', '/catalog/duties/MZ-01', duty)).body).toMatchObject({ code: 'MZ-01', datasets: 0 });
  const wrong = await ask(steward, 'POST', '/datasets', testDraft({ sharing: 'none', level: 9, colour: 1 }));
  expect(wrong).toMatchObject({ status: 400, body: { code: 'CATALOGUE_DRAFT_INVALID' } });
  expect(wrong.body.details.problems.map(({ path }: { path: string }) => path).toSorted()).toEqual([
    '/colour',
    '/level',
  ]);
  const made = await ask(steward, 'POST', '/datasets', testDraft());
  expect(made.status).toBe(201);
  const { id } = made.body.dataset;
  const path = `/datasets/${id}`;
  expect((await ask('agri/x/steward', 'GET', path)).body.code).toBe('CATALOGUE_DATASET_UNKNOWN');
  expect((await ask(steward, 'PUT', `${path}?revision=x`, testDraft())).status).toBe(400);
  const changed = await ask(steward, 'PUT', `${path}?revision=${made.body.revision}`, testDraft({ table: 'next' }));
  expect(changed.body.dataset.table).toBe('next');
  const { revision } = (await ask(steward, 'POST', `${path}/submit`, { note: '请审核' })).body;
  expect((await ask('civil/key/exchange', 'POST', `${path}/decision`, { verdict: 'approve', revision })).status).toBe(
    403,
  );
  // Who reviews reads what it reviews, and changes nothing of it.
  expect((await ask(admin, 'GET', '/datasets?state=inReview')).body.items).toMatchObject([{ id }]);
  expect((await ask(admin, 'GET', path)).body).toMatchObject({ revision });
  expect((await ask(admin, 'GET', `${path}/history`)).body.items).toHaveLength(3);
  expect((await ask(admin, 'GET', `${path}/versions`)).status).toBe(200);
  expect((await ask('civil/key/exchange', 'GET', path)).status).toBe(200);
  for (const other of ['civil/x/viewer', 'civil/x/auditor', 'civil/key/govern'])
    expect((await ask(other, 'GET', path)).status).toBe(403);
  expect((await ask(admin, 'PUT', `${path}?revision=${revision}`, testDraft())).status).toBe(403);
  const decided = await ask(admin, 'POST', `${path}/decision`, { verdict: 'approve', revision });
  expect(decided.body.published).toMatchObject({ version: 1, state: 'published' });
  expect((await ask(steward, 'GET', `${path}/history`)).body.items).toHaveLength(4);
  expect((await ask(steward, 'GET', `${path}/versions`)).body.items).toHaveLength(1);
  expect((await ask(steward, 'POST', `${path}/measurements`)).body.code).toBe('CATALOGUE_SOURCE_MISSING');
  expect((await ask(steward, 'PUT', `${path}/schedule`, { cron: '* * * * *' })).body.code).toBe(
    'CATALOGUE_SCHEDULE_INVALID',
  );
  const items = (await ask(steward, 'POST', '/datasets/items', { csv: 'name,type\nid,integer\n' })).body.items;
  expect(items).toMatchObject([{ name: 'id', type: 'integer', mask: null }]);
  expect((await ask(steward, 'GET', '/catalog/duties')).body.items).toMatchObject([{ code: 'MZ-01', datasets: 1 }]);
  expect((await ask(steward, 'DELETE', '/catalog/duties/MZ-01')).body.code).toBe('CATALOGUE_DUTY_IN_USE');

  expect((await ask('agri/zhao/viewer', 'POST', '/subscriptions', { department: 'civil' })).status).toBe(201);
  const nobody = await ask('agri/zhao/viewer', 'POST', '/subscriptions', { department: 'nobody' });
  expect(nobody.body.code).toBe('CATALOGUE_DEPARTMENT_UNKNOWN');
  expect((await ask(admin, 'POST', `${path}/withdraw`, { reason: '停止' })).body.dataset.state).toBe('withdrawn');
  const news = await ask('agri/zhao/viewer', 'GET', '/news');
  expect(news.body.items).toMatchObject([{ kind: 'withdrawn', dataset: id, read: false }]);
  expect((await ask('agri/zhao/viewer', 'POST', '/news/read', { ids: [news.body.items[0].id] })).status).toBe(204);
  expect((await ask('agri/qian/viewer', 'GET', '/news')).body.items).toEqual([]);
  expect((await ask('agri/qian/viewer', 'GET', '/department/subscriptions')).status).toBe(403);
});

it('browses the own catalogue as others see it, and those of others over the wire', async () => {
  const { id } = await publishTestDataset(test.catalogue, 'civil');
  const { id: withheld } = await publishTestDataset(test.catalogue, 'civil', {
    sharing: 'none',
    legalGround: '某法',
    methods: [],
  });
  const secret = await publishTestDataset(test.catalogue, 'civil', { level: 4 });
  for (const [as, count] of [
    ['agri/zhao/viewer', 2],
    ['civil/wang/viewer', 3],
  ] as const) {
    const { body } = await ask(as, 'GET', `/catalog?department=civil&q=${encodeURIComponent('低保')}`);
    expect(body.items).toHaveLength(count);
    const found = body.items.find((entry: { id: string }) => entry.id === id);
    expect(found).toMatchObject({ title: { zh: '低保对象名单' }, terms: { sharing: 'conditional', level: 3 } });
    expect(found.offers).toHaveLength(1);
    const ground = body.items.find((entry: { id: string }) => entry.id === withheld);
    expect(ground).toMatchObject({ offers: [], terms: { legalGround: '某法' } });
  }
  expect((await ask('agri/zhao/viewer', 'GET', '/catalog?department=civil&region=99')).body.items).toEqual([]);
  const all = await ask('civil/wang/viewer', 'GET', '/catalog?sharing=none&perPage=1');
  expect(all.body).toMatchObject({ department: null, catalog: null, nextPageToken: null });
  expect([all.body.items[0].id, all.body.items[0].department]).toEqual([withheld, 'civil']);
  expect(all.body.departments).toMatchObject([{ department: 'civil', found: 1, here: true, problem: null }]);
  const one = await ask('agri/zhao/viewer', 'GET', `/catalog/civil/datasets/${id}`);
  expect(one.body.entry).toMatchObject({ id, formats: expect.arrayContaining(['xy:answer']) });
  for (const hidden of [secret.id, withheld, 'urn:uuid:nothing'])
    expect((await ask('agri/zhao/viewer', 'GET', `/catalog/civil/datasets/${hidden}`)).status, hidden).toBe(404);
  const turtle = await ask('civil/wang/viewer', 'GET', '/catalog/export?format=turtle');
  expect(turtle.type).toContain('text/turtle');
  expect(turtle.text).toContain(`<${id}>`);
  expect((await ask('civil/wang/viewer', 'GET', `/catalog/export?dataset=${withheld}`)).type).toContain(
    'application/ld+json',
  );
  expect((await ask('civil/wang/viewer', 'GET', '/catalog/export?dataset=x')).body.code).toBe(
    'CATALOGUE_DATASET_UNKNOWN',
  );
  const context = await ask('', 'GET', '/context.jsonld');
  expect(JSON.parse(context.text)['@context'].xy).toBe('https://ns.xiangyu.example/exchange/');
});
