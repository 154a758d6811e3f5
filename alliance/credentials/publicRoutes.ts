import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Dids } from '../dids/openDids.ts';
import { ownContextDocument } from './contexts.ts';
import { credentialErrors } from './errors.ts';
import type { Credentials } from './openCredentials.ts';
import {
  challengeBody,
  challengeSchema,
  historySchema,
  nameParams,
  reportSchema,
  slugSchema,
  typeSchema,
  verifyBody,
} from './schemas.ts';
import { listAgeMs } from './status/publishList.ts';

const tags = ['Credentials'];

/** What every verifier in the world may read, in its browser too. */
const open = (reply: FastifyReply, seconds: number) =>
  reply.header('access-control-allow-origin', '*').header('cache-control', `public, max-age=${seconds}`);

/** What verifiers need: DID documents, status lists, schemas, our context; and the verifier itself. */
export function publicCredentialRoutes({
  credentials,
  dids,
}: {
  credentials: Credentials;
  dids: Dids;
}): FastifyPluginAsyncTypebox {
  async function sendDid(reply: FastifyReply, member: string | null) {
    // Asking for the document of an organisation that never needed one makes it.
    const { did, kind } = await dids.ensure(member);
    const hosted = kind === 'hosted' ? did : dids.hostedDid(member);
    const { document } = await dids.resolve(hosted);
    return open(reply, 60).type('application/did+json').send(JSON.stringify(document));
  }

  return async (app) => {
    app.get(
      '/.well-known/did.json',
      { config: { access: 'public' }, schema: { summary: 'The DID document of the alliance', tags } },
      (_, reply) => sendDid(reply, null),
    );

    app.get(
      '/did/:slug/did.json',
      {
        config: { access: 'public' },
        schema: { summary: 'The DID document of a member', tags, params: Type.Object({ slug: slugSchema }) },
      },
      ({ params }, reply) => sendDid(reply, params.slug),
    );

    app.get(
      '/did/:slug/history',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Every version of a member’s DID document, newest first',
          tags,
          params: Type.Object({ slug: slugSchema }),
          response: { 200: historySchema },
        },
      },
      async ({ params }, reply) => {
        open(reply, 0);
        await dids.ensure(params.slug);
        return dids.readHistory(params.slug);
      },
    );

    app.get(
      '/api/credentials/alliance',
      {
        config: { access: 'public' },
        schema: { summary: 'The alliance’s own DID with its history', tags, response: { 200: historySchema } },
      },
      async (_, reply) => {
        open(reply, 0);
        await dids.ensure(null);
        return dids.readHistory(null);
      },
    );

    app.get(
      '/credentials/status/:id',
      {
        config: { access: 'public' },
        schema: {
          summary: 'A status list (Bitstring Status List 1.0), signed',
          description:
            'As application/vc with a Data Integrity proof, or as application/vc+jwt when that is asked for.',
          tags,
          params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
        },
      },
      async (request, reply) => {
        const { json, jwt, version, publishedAt } = await credentials.readStatusList(request.params.id);
        const asJwt = /vc\+jwt/.test(request.headers.accept ?? '');
        const etag = `"${version}${asJwt ? 'j' : ''}"`;
        open(reply, listAgeMs / 1_000)
          .header('etag', etag)
          .header('last-modified', publishedAt.toUTCString())
          .header('vary', 'accept');
        if (request.headers['if-none-match'] === etag) return reply.code(304).send();
        return asJwt ? reply.type('application/vc+jwt').send(jwt) : reply.type('application/vc').send(json);
      },
    );

    app.get(
      '/credentials/schemas/:name',
      {
        config: { access: 'public' },
        schema: { summary: 'The JSON Schema of a type of credentials', tags, params: nameParams },
      },
      async ({ params }, reply) => {
        const type = await credentials.readType(params.name);
        if (!type) throw credentialErrors.typeUnknown({ name: params.name });
        const schema = {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          title: type.title.en,
          ...type.schema,
        };
        return open(reply, 3_600).type('application/schema+json').send(JSON.stringify(schema));
      },
    );

    app.get(
      '/credentials/context/v1',
      { config: { access: 'public' }, schema: { summary: 'Our terms, as JSON-LD context', tags } },
      (_, reply) => open(reply, 86_400).type('application/ld+json').send(JSON.stringify(ownContextDocument)),
    );

    app.get(
      '/api/credentials/types',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Types of credentials',
          tags,
          response: { 200: Type.Object({ types: Type.Array(typeSchema) }) },
        },
      },
      async () => ({ types: await credentials.listTypes() }),
    );

    app.post(
      '/api/credentials/challenges',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Make a challenge for a presentation',
          description: 'It counts once, for ten minutes: whoever shows the same presentation again is refused.',
          tags,
          body: challengeBody,
          response: { 201: challengeSchema },
        },
      },
      async ({ body }, reply) => {
        reply.code(201).header('cache-control', 'no-store');
        return credentials.createChallenge(body.domain);
      },
    );

    app.post(
      '/api/credentials/verify',
      {
        // Anybody may ask, and each answer is work: canonical RDF, and documents and lists of other hosts.
        config: { access: 'public', rateLimit: { max: 60 } },
        bodyLimit: 600_000,
        schema: {
          summary: 'Verify a credential or a presentation',
          description: 'Says for every check what was found; nothing that is sent here is kept.',
          tags,
          body: verifyBody,
          response: { 200: reportSchema },
        },
      },
      async ({ body }, reply) => {
        reply.header('cache-control', 'no-store');
        const { credential, challenge, domain } = body;
        return credentials.verify(credential, { challenge, domain });
      },
    );
  };
}
