import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Trace } from '../createTrace.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { describeMethods } from '../routes/describeMethods.ts';
import { linkNext, negotiated } from '../routes/epcisHooks.ts';
import { Paging } from '../routes/schemas.ts';
import { requireMember } from './routes.ts';
import {
  QueryParams,
  SubscriptionBody,
  SubscriptionDraftBody,
  SubscriptionList,
  SubscriptionParams,
} from './schemas.ts';

const tags = ['EPCIS query'];
const path = '/epcis/queries/:queryName/subscriptions';

/** Webhook subscriptions of EPCIS 2.0, section 12.8.3. */
export const subscriptionRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'queries'> }> = async (
  app,
  { trace },
) => {
  const { queries } = trace;
  describeMethods(app, { path, methods: ['GET', 'POST'] });

  app.post(
    path,
    {
      config: { access: 'epcis:subscribe' },
      // Checked by hand, to answer with the exceptions of the standard.
      validatorCompiler: () => () => true,
      schema: {
        tags,
        summary: 'Subscribe to a query by webhook',
        description:
          'Events are posted to `dest` in the order of their capture, at least once each, and repeated with growing pauses ' +
          'until `dest` answers 2xx; 410 ends the subscription, 413 asks for smaller pushes. The header GS1-Signature is ' +
          '`t=<seconds>,v1=<hexadecimal HMAC-SHA-256 of "<seconds>.<body>" under the signatureToken>`.',
        params: QueryParams,
        body: SubscriptionDraftBody,
        response: { 201: SubscriptionBody },
      },
    },
    async (request, reply) => {
      const { member } = requireMember(request.principal);
      const { epcFormat } = negotiated(request);
      const query = request.params.queryName;
      const made = await queries.subscribe({ member, query, body: request.body, epcFormat });
      const place = `/epcis/queries/${encodeURIComponent(made.queryName)}/subscriptions/${made.subscriptionID}`;
      return reply.code(201).header('Location', `${request.protocol}://${request.host}${place}`).send(made);
    },
  );

  app.get(
    path,
    {
      config: { access: 'epcis:subscribe' },
      schema: {
        tags,
        summary: 'List the own subscriptions to a query',
        params: QueryParams,
        querystring: Paging,
        response: { 200: SubscriptionList },
      },
    },
    async (request, reply) => {
      const { member } = requireMember(request.principal);
      const paging = parsePaging(request.query);
      const page = await queries.listSubscriptions({ query: request.params.queryName, member, ...paging });
      linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
      return page.subscriptions;
    },
  );

  const one = `${path}/:subscriptionID`;
  app.options(
    one,
    { config: { access: 'epcis:subscribe' }, schema: { hide: true, params: SubscriptionParams } },
    async (request, reply) => {
      const { minRecordTime } = await queries.readSubscription(nameOf(request));
      const headers = { Allow: 'OPTIONS, GET, DELETE', 'GS1-Query-Min-Record-Time': minRecordTime };
      return reply.code(204).headers(headers).send();
    },
  );

  app.get(
    one,
    {
      config: { access: 'epcis:subscribe' },
      schema: {
        tags,
        summary: 'Read an own subscription',
        params: SubscriptionParams,
        response: { 200: SubscriptionBody },
      },
    },
    async (request) => queries.readSubscription(nameOf(request)),
  );

  app.delete(
    one,
    {
      config: { access: 'epcis:subscribe' },
      schema: { tags, summary: 'End an own subscription', params: SubscriptionParams },
    },
    async (request, reply) => {
      await queries.unsubscribe(nameOf(request));
      return reply.code(204).send();
    },
  );
};

function nameOf(request: {
  params: { queryName: string; subscriptionID: string };
  principal: Parameters<typeof requireMember>[0];
}) {
  const { queryName: query, subscriptionID: id } = request.params;
  return { query, id, member: requireMember(request.principal).member };
}
