import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface Operation {
  summary?: string;
  tags?: string[];
  responses?: Record<string, { description?: string }>;
  parameters?: { name: string; in: string }[];
  security?: object[];
}
interface Description {
  openapi: string;
  info: { title: string; version: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: object };
}

describe('the description', () => {
  it('is OpenAPI 3.1 and says of every route what it is, who may call it and how it fails', async () => {
    const description = (await (await server.ask('/openapi.json')).json()) as Description;
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(description.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const known = new Set(description.tags.map(({ name }) => name));
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, name: `${method} ${path}`, operation })),
    );
    expect(operations.length).toBeGreaterThan(20);
    for (const { path, name, operation } of operations) {
      expect(operation.summary, name).toBeTruthy();
      expect(operation.tags?.length, name).toBe(1);
      expect(known, name).toContain(operation.tags?.[0]);
      expect(operation.responses, name).toHaveProperty('default');
      for (const response of Object.values(operation.responses ?? {})) expect(response.description, name).toBeTruthy();
      const inPath = [...path.matchAll(/\{(\w+|\*)\}/g)].map(([, parameter]) => parameter);
      const described = (operation.parameters ?? []).filter((entry) => entry.in === 'path').map((entry) => entry.name);
      expect(described.sort(), name).toEqual(inPath.sort());
    }
    const refs = JSON.stringify(description).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(refs).toEqual([]);
    expect(description.paths['/epcis/capture']?.post?.security).toEqual([{ apiKey: [] }, { session: [] }]);
    expect(description.paths['/api/members']?.post?.security).toEqual([{ session: [] }]);
    expect(description.paths['/api/log']?.get?.security).toEqual([]);
  });

  it('closes the queries of its own API: what a route does not know is refused, not ignored', async () => {
    const answer = await server.ask('/api/members?perPage=1&member=other');
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { detail: string }).detail).toContain('querystring.member');
    // The resolver takes keys of others, as the standard of Digital Links has it.
    expect((await server.ask('/01/09506000134352/10/A?campaign=1&linkType=all')).status).toBe(404);
  });

  it('can be read at /docs, with nothing from elsewhere', async () => {
    const page = await server.ask('/docs');
    expect(page.status).toBe(200);
    const html = await page.text();
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).not.toMatch(/^(https?:)?\/\//);
      const file = await server.ask(source);
      expect(file.status, source).toBe(200);
      // A body that nobody reads would hold up the end of the platform.
      await file.arrayBuffer();
    }
    expect(html).not.toMatch(/<script>[^<]/);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  });
});

describe('the console', () => {
  it('is served with its start page for every page', async () => {
    for (const path of ['/', '/setup', '/product/01/06901234000009/10/A1']) {
      const page = await server.ask(path);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(await page.text()).toContain('<title>console</title>');
    }
  });

  it('explains a code that nothing is known of to a browser, and says so to a program', async () => {
    const code = '/01/06901234000009/10/A1';
    const page = await server.ask(code, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await (await server.ask(code)).json()).toMatchObject({ status: 404, code: 'RESOLVER_UNKNOWN_THING' });
  });

  it('has hashed files that never change, and no hidden files', async () => {
    const file = await server.ask('/assets/app-1a2b.js');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('content-type')).toMatch(/javascript/);
    expect(await (await server.ask('/.stamp')).text()).not.toContain('hidden');
    expect(await (await server.ask('/assets/..%2f..%2fkeys/master.key')).text()).not.toMatch(/[0-9a-f]{64}/);
  });

  it('has strict security headers', async () => {
    const { headers } = await server.ask('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** Collects server-sent events until `enough` says so. */
async function readEvents(enough: (events: Map<string, unknown>) => boolean): Promise<Map<string, unknown>> {
  const stop = new AbortController();
  const response = await fetch(new URL('/api/live', server.address), { signal: stop.signal });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events = new Map<string, unknown>();
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(frame) ?? [];
      if (name && data) events.set(name, JSON.parse(data));
    }
    if (enough(events)) break;
  }
  stop.abort();
  return events;
}

describe('the live stream', () => {
  it('begins with the newest state and goes on with what happens', async () => {
    await vi.waitFor(async () => expect((await server.ask('/ready')).status).toBe(200));
    const first = await readEvents((events) => ['network', 'graph', 'log'].every((name) => events.has(name)));
    expect(first.get('network')).toMatchObject({ reachable: true });
    expect(first.get('graph')).toMatchObject({ blocks: expect.arrayContaining([expect.any(Object)]) });
    expect(first.get('log')).toMatchObject({ evmChainId: 7002 });
    const watching = readEvents((events) => events.has('captured'));
    await server.store.notify(server.store.sql, 'live', JSON.stringify({ type: 'captured', events: 2, total: 7 }));
    expect((await watching).get('captured')).toEqual({ events: 2, total: 7 });
  });

  it('ends when the platform stops', async () => {
    const short = await startTestServer();
    const response = await fetch(new URL('/api/live', short.address));
    const body = response.text();
    await short.stop();
    await expect(body).resolves.toContain('retry: 2000');
  });
});
