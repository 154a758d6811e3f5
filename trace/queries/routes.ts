import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Principal } from '../../alliance/index.ts';
import type { Trace } from '../createTrace.ts';
import { traceErrors } from '../errors.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { describeMethods } from '../routes/describeMethods.ts';
import { linkNext, negotiated } from '../routes/epcisHooks.ts';
import { Paging } from '../routes/schemas.ts';
import { QueryBody, QueryList, QueryParams } from './schemas.ts';

const tags = ['EPCIS query'];

/** Named queries of EPCIS 2.0, section 12.8.2. */
export const queryRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'queries'> }> = async (app, { trace }) => {
  const { queries } = trace;
  describeMethods(app, { path: '/epcis/queries', methods: ['GET', 'POST'] });
  describeMethods(app, { path: '/epcis/queries/:queryName', methods: ['GET', 'DELETE'] });

  app.post(
    '/epcis/queries',
    {
      config: { access: 'epcis:define-query' },
      // The query language checks every parameter and answers with the exceptions of the standard.
      validatorCompiler: () => () => true,
      schema: {
        tags,
        summary: 'Define a named query',
        description:
          'Stores a query under a name that all members share; prefixes of the header GS1-Extensions are stored with it. ' +
          'Anybody may run it and subscribe to it, each with the own rights; only the member that made it may remove it.',
        body: QueryBody,
      },
    },
    async (request, reply) => {
      const { member } = requireMember(request.principal);
      const prefixes = Object.fromEntries(negotiated(request).prefixes);
      const name = await queries.create({ member, body: request.body, prefixes });
      return reply
        .code(201)
        .header('Location', `/epcis/queries/${encodeURIComponent(name)}`)
        .send();
    },
  );

  app.get(
    '/epcis/queries',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'List the named queries', querystring: Paging, response: { 200: QueryList } },
    },
    async (request, reply) => {
      const page = await queries.list(parsePaging(request.query));
      linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
      return page.queries.map(({ name, query }) => ({ name, query }));
    },
  );

  app.get(
    '/epcis/queries/:queryName',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Read a named query',
        description: 'A list of one definition, as the OpenAPI description of the standard has it.',
        params: QueryParams,
        response: { 200: QueryList },
      },
    },
    async (request) => {
      const { name, query } = await queries.read(request.params.queryName);
      return [{ name, query }];
    },
  );

  app.delete(
    '/epcis/queries/:queryName',
    {
      config: { access: 'epcis:define-query' },
      schema: {
        tags,
        summary: 'Remove a named query',
        description: 'Ends every subscription to it, by webhook and by WebSocket.',
        params: QueryParams,
      },
    },
    async (request, reply) => {
      const { member } = requireMember(request.principal);
      await queries.remove(request.params.queryName, member);
      return reply.code(204).send();
    },
  );
};

/** Who calls on behalf of which member. @throws TRACE_NOT_A_MEMBER */
export function requireMember(principal: Principal | null): Principal {
  if (!principal?.member) throw traceErrors.notAMember();
  return principal;
}
