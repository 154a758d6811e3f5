import Fastify, { type FastifyInstance } from 'fastify';
import { openRights, type Principal } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import type { Trace } from '../createTrace.ts';
import { traceRoutes } from '../routes.ts';
import { watchExchanges } from './openapi/watchExchanges.ts';

/** The routes in an application that answers errors as the server does; `x-member` says who calls. */
export async function openTestApp(trace: Trace): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions: { maxParamLength: 500 } });
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    const member = request.headers['x-member'];
    if (typeof member === 'string') request.principal = principalOf(member);
  });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) {
      return reply.send(error);
    }
    const { type = 'about:blank', status, reason, message, code, nextStep, details } = error;
    const body = { type, title: reason, status, detail: message, code, nextStep, ...details };
    return reply.code(status).type('application/problem+json').send(body);
  });
  await app.register(traceRoutes, { trace, rights: openRights({ isFounded: () => false }) });
  await app.ready();
  watchExchanges(app);
  return app;
}

function principalOf(member: string): Principal {
  const platform = member === 'bureau';
  return {
    kind: 'person',
    id: member,
    name: member,
    member,
    roles: ['operator'],
    scopes: [],
    standing: 'guest',
    platform,
    secondFactor: false,
  };
}
