import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { type Access, actionOf, keysMay } from '../alliance/index.ts';

const problemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened and why' }),
    instance: Type.String(),
    code: Type.String({ description: 'Stable; see docs/errors.md' }),
    nextStep: Type.String({ description: 'What to do now' }),
    zh: Type.Optional(
      Type.Object(
        { detail: Type.String(), nextStep: Type.String() },
        { description: '`detail` and `nextStep` in Chinese' },
      ),
    ),
    retryable: Type.Boolean({ description: 'Whether the same call may succeed later without a change' }),
    requestId: Type.String(),
    details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { description: 'An error (RFC 9457)' },
);

function securityOf(access: Access | undefined): Record<string, string[]>[] {
  const action = access && actionOf(access);
  if (!action) return [];
  return [...(keysMay(action) ? [{ apiKey: [] }] : []), { session: [] }];
}

/** Describes every route that is registered after this call, as OpenAPI 3.1. */
export async function describeRoutes(app: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Xiangyu 湘渝',
        version: '1',
        description: 'A regional public-service blockchain platform: EPCIS 2.0 traceability with verifiable evidence.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl ?? '/' }],
      tags: [
        { name: 'EPCIS capture', description: 'Recording what happened to products (GS1 EPCIS 2.0)' },
        { name: 'EPCIS query', description: 'Finding recorded events (GS1 EPCIS 2.0)' },
        { name: 'Traceability', description: 'The history of products' },
        { name: 'Recalls', description: 'From a lot to every holder, as a list and as messages' },
        { name: 'Certificates', description: 'Certificates of organic farming and their status' },
        { name: 'Findings', description: 'What looks like fraud, and why' },
        { name: 'Evidence', description: 'The evidence log and its proofs' },
        { name: 'Network', description: 'The node and its Tree-Graph' },
        { name: 'Explorer', description: 'Everything that is on the chain' },
        { name: 'Transactions', description: 'Sending transactions, and what becomes of them' },
        { name: 'Webhooks', description: 'Being told of every change' },
        { name: 'Wallets', description: 'Keys and wallets of the member' },
        { name: 'Relay', description: 'Calls that the platform or a sponsor pays for' },
        { name: 'Accounts', description: 'Signing in, the own account and its security' },
        { name: 'People', description: 'People of an organisation, invitations, single sign-on' },
        { name: 'Alliance', description: 'Members, API keys' },
        { name: 'Credentials', description: 'Verifiable Credentials and decentralised identifiers (W3C)' },
        { name: 'Cooperation', description: 'Directory, announcements, working groups, calls and achievements' },
        { name: 'Nodes', description: 'Nodes of the network and their operators' },
        { name: 'Data exchange', description: 'Connectors of departments, grants on the chain, answers without data' },
        { name: 'Exchange catalogue', description: 'What data a department has, and under which conditions' },
        { name: 'Exchange applications', description: 'Matters, applications, the inbox, disputes and policies' },
        { name: 'Exchange delivery', description: 'Sources and transfers of the own department' },
        { name: 'Exchange audit', description: 'Records of every exchange, their proofs, what is out of the ordinary' },
        { name: "Citizen's view", description: 'Who used data about a person, and for what' },
        { name: 'Dataspace Protocol', description: 'Between connectors: catalogue, negotiation and transfer (2025-1)' },
        { name: 'Data plane', description: 'Between connectors: the data themselves, sealed' },
        { name: 'Operation', description: 'Health, metrics, live events, this description' },
      ],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, xy_…; X-API-Key works too' },
          session: { type: 'apiKey', in: 'cookie', name: 'xiangyu.session_token' },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const described = (schema ?? {}) as FastifySchema & { response?: Record<string, unknown> };
      const error = {
        description: 'An error (RFC 9457)',
        content: { 'application/problem+json': { schema: problemSchema } },
      };
      const response = { 200: { description: 'Done', type: 'object' }, ...described.response, default: error };
      const hasOwn = described.response && Object.keys(described.response).length > 0;
      if (hasOwn && !('200' in (described.response ?? {}))) Reflect.deleteProperty(response, '200');
      return { schema: { ...described, response, security: securityOf(route.config?.access) }, url };
    },
  });
}

/** Serves the description at /openapi.json and, to read and try, at /docs. */
export async function serveDescription(app: FastifyInstance): Promise<void> {
  app.get(
    '/openapi.json',
    {
      config: { access: 'public' },
      schema: { summary: 'This description (OpenAPI 3.1)', tags: ['Operation'] },
    },
    async () => app.swagger(),
  );
  await app.register(async (scope) => {
    // Its routes come from the package and hold nothing but the description and the viewer.
    scope.mounted = { access: 'public' };
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      // No request to a foreign validator.
      uiConfig: { validatorUrl: null, docExpansion: 'list', persistAuthorization: false },
      theme: {
        title: 'Xiangyu 湘渝 API',
        css: [{ filename: 'topbar.css', content: '.swagger-ui .topbar { display: none; }' }],
      },
    });
  });
}
