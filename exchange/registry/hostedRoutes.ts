import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { PlatformRegistry } from './openRegistry.ts';
import { callerOf } from './routes.ts';
import { entrySchema, keysSchema, rotateBody, tokenSchema } from './schemas.ts';

const tags = ['Data exchange'];
const path = '/api/exchange/connector';
const answer = Type.Object({ connector: Type.Union([Type.Null(), entrySchema]) });

/** The connector of the own department, where the platform runs it. */
export function hostedRoutes(registry: PlatformRegistry): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'exchange:read' },
        schema: {
          summary: 'The own connector',
          description:
            'Its entry in the registry, and its keys where the platform runs it; null when the department has none yet.',
          tags,
          response: {
            200: Type.Object({ ...answer.properties, keys: Type.Union([Type.Null(), keysSchema]) }),
          },
        },
      },
      async (request) => {
        const { member } = callerOf(request);
        const [connector, keys] = await Promise.all([registry.find(member), registry.ownKeys(member)]);
        return { connector, keys };
      },
    );

    app.post(
      `${path}/on`,
      {
        config: { access: 'exchange:operate' },
        schema: {
          summary: 'Switch the own connector on, run by the platform',
          description:
            'Makes its keys and its credential. A member with a DID on its own domain gives the credential that it signed itself.',
          tags,
          body: Type.Object({ credential: Type.Optional(tokenSchema) }, { additionalProperties: false }),
          response: { 200: answer },
        },
      },
      async (request) => {
        const principal = callerOf(request);
        await registry.switchOn({ principal, slug: principal.member, credential: request.body.credential });
        return { connector: await registry.find(principal.member) };
      },
    );

    app.post(
      `${path}/off`,
      {
        config: { access: 'exchange:operate' },
        schema: {
          summary: 'Switch the own connector off',
          description: 'Its credential is revoked and it takes no more messages; its records and keys stay.',
          tags,
          body: Type.Object({}, { additionalProperties: false }),
          response: { 200: answer },
        },
      },
      async (request) => {
        const principal = callerOf(request);
        await registry.withdraw({ principal, slug: principal.member, action: 'exchange:operate', hosted: true });
        return { connector: await registry.find(principal.member) };
      },
    );

    app.post(
      `${path}/rotate`,
      {
        config: { access: 'exchange:operate' },
        schema: {
          summary: 'Give the own connector other keys',
          description:
            'A new signing key is a new DID. What was sealed to the former encryption key still opens; grants are signed with the chain key, which is changed only when it is named.',
          tags,
          body: rotateBody,
          response: { 200: answer },
        },
      },
      async (request) => {
        const principal = callerOf(request);
        await registry.rotateHosted({ ...request.body, principal, slug: principal.member });
        return { connector: await registry.find(principal.member) };
      },
    );
  };
}
