import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { XiangyuError } from '../../errors.ts';
import { resolveContext } from './contexts.ts';
import { contextRoutes } from './routes.ts';

const urls = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
];

it('gives the context of EPCIS under both of its addresses and fetches no other', async () => {
  const app = fastify();
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) throw error;
    return reply.code(error.status).send(error.serialize());
  });
  await app.register(contextRoutes);
  const get = (url: string) => app.inject({ url: '/api/trace/context', query: { url } });
  for (const url of urls) {
    const answer = await get(url);
    expect(answer.headers['content-type']).toContain('application/ld+json');
    expect(answer.json()).toEqual(resolveContext(url));
    expect(answer.json()).toMatchObject({ '@context': { epcList: { '@id': 'epcis:epcList' } } });
  }
  const refused = await get('http://169.254.169.254/context.jsonld');
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'TRACE_UNKNOWN_CONTEXT']);
  await app.close();
});
