import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardRoutes } from './access.ts';
import { startTestServer, type TestRequest, type TestServer } from './testing.ts';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.setUp();
});
afterAll(() => server.stop());

async function expectProblem(path: string, request: TestRequest, expected: Record<string, unknown>) {
  const response = await server.ask(path, request);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const text = await response.text();
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ ...expected, status: response.status });
  expect(Object.keys(problem)).toEqual(
    expect.arrayContaining(['type', 'title', 'detail', 'instance', 'code', 'nextStep', 'retryable', 'requestId']),
  );
  // The schema of the standard wants an absolute URI below /epcis.
  expect(problem.instance.replace(/^http:\/\/[^/]+/, '')).toBe(path.split('?')[0]);
  expect(text).not.toMatch(/node_modules|\.ts:\d|at .*\(/);
  return problem;
}

describe('problems', () => {
  it('names the grammar for bad JSON', () =>
    expectProblem('/api/setup', { body: '{"token":' }, { status: 400, code: 'SERVER_JSON_INVALID' }));

  it('names a character that no text here can hold', () =>
    expectProblem('/api/trace/back?epc=a%00b', {}, { status: 400, code: 'SERVER_REQUEST_INVALID' }));

  it('names the emptiness of a body', () =>
    expectProblem('/api/setup', { body: '' }, { status: 400, code: 'SERVER_JSON_INVALID' }));

  it('names the limit for a large body', () =>
    expectProblem(
      '/rpc/espace',
      { body: JSON.stringify('x'.repeat(530_000)) },
      { status: 413, code: 'SERVER_BODY_TOO_LARGE', detail: expect.stringContaining('524288') },
    ));

  it('names the media type', () =>
    expectProblem(
      '/api/setup',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { status: 415, code: 'SERVER_MEDIA_TYPE_UNKNOWN' },
    ));

  it.each([
    ['/api/nothing', { method: 'GET' }],
    ['/rpc/other', { method: 'POST', body: {} }],
    ['/some/page', { method: 'POST', body: {} }],
    ['/assets/none.js', { method: 'GET' }],
  ])('names an unknown route: %s', (path, request) =>
    expectProblem(path, request, { status: 404, code: 'SERVER_ROUTE_UNKNOWN' }),
  );

  it('uses the exception of the standard below /epcis', () =>
    expectProblem('/epcis/nothing', {}, { status: 404, type: 'epcisException:NoSuchResourceException' }));

  it.each([
    ['a missing field', '/api/auth/sign-in/email', { email: 'a@example.org' }, 'body.password'],
    ['a malformed field', '/api/auth/sign-in/email', { email: 'nobody', password: 'x' }, 'body.email'],
  ])('names %s', async (_, path, body, field) => {
    const problem = await expectProblem(path, { body }, { status: 400, code: 'SERVER_INPUT_INVALID' });
    expect(problem.detail).toContain(field);
    expect(problem.details.fields[0].field).toBe(field);
    expect(problem.zh.detail).toMatch(/^字段 body\.(password 为必填项|email 不符合 email 格式)。$/);
  });

  it('names a field of the query and one in a list', async () => {
    const query = await expectProblem('/api/members?perPage=0', {}, { code: 'SERVER_INPUT_INVALID' });
    expect(query.detail).toContain('querystring.perPage');
    const body = { name: 'x', scopes: ['read', 'root'] };
    const list = await expectProblem('/api/keys', { cookie, body }, { code: 'SERVER_INPUT_INVALID' });
    expect(list.detail).toContain('body.scopes.1');
    expect([query.zh.detail, list.zh.detail]).toEqual([
      '字段 querystring.perPage 不得小于 1。',
      expect.stringMatching(/^字段 body\.scopes\.1 只能/),
    ]);
  });

  it('refuses visitors with 401 before it reads their body', () =>
    expectProblem(
      '/epcis/capture',
      { body: '{"no":' },
      {
        status: 401,
        code: 'RIGHTS_SIGN_IN_NEEDED',
        type: 'epcisException:SecurityException',
      },
    ));

  it('says that a URL is malformed', () =>
    expectProblem('/api/keys/%ZZ', { method: 'DELETE' }, { status: 400, code: 'SERVER_REQUEST_INVALID' }));

  it('limits attempts to sign in and says when to go on', async () => {
    const body = { email: 'nobody@example.org', password: 'x' };
    const statuses = new Map<number, Response>();
    for (let attempt = 0; attempt < 25 && !statuses.has(429); attempt += 1) {
      const response = await server.ask('/api/auth/sign-in/email', { body });
      statuses.set(response.status, response);
    }
    expect([...statuses.keys()]).toEqual([401, 429]);
    expect(Number(statuses.get(429)?.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem('/api/auth/sign-in/email', { body }, { status: 429, retryable: true });
  });
});

describe('access', () => {
  it('is nobody by default: a route that does not declare it is refused at the start', async () => {
    const app = fastify();
    guardRoutes(app, server.alliance);
    expect(() => app.get('/forgotten', async () => 'secret')).toThrow(
      expect.objectContaining({ code: 'SERVER_ROUTE_WITHOUT_ACCESS' }),
    );
    app.get('/declared', { config: { access: 'session:use' } }, async () => 'fine');
    expect((await app.inject('/declared')).statusCode).toBe(401);
    await app.close();
  });
});
