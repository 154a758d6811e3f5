import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Alliance } from '../../alliance/index.ts';
import type { Keys } from '../../ledger/index.ts';
import { developerErrors } from '../errors.ts';
import { readMember } from '../readMember.ts';
import {
  addressSchema,
  exportKeyBody,
  externalKeyBody,
  importKeyBody,
  keySchema,
  keystoreSchema,
  nameSchema,
} from './walletSchemas.ts';

export interface KeyRoutesParameters {
  keys: Keys;
  alliance: Pick<Alliance, 'verifyPassword' | 'readMembers' | 'acts'>;
}

const tags = ['Wallets'];
const params = Type.Object({ address: addressSchema });
const listQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 500, description: 'From the page before' })),
  archived: Type.Boolean({ default: false, description: 'Archived ones too' }),
});
const page = Type.Object({
  items: Type.Array(keySchema),
  nextCursor: Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' }),
});
/** Attempts a minute to show the own password. */
const passwordAttempts = 20;

/** Keys of the own member. No route gives a private key in clear. */
export function keyRoutes({ keys, alliance }: KeyRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/wallets/keys',
      {
        config: { access: 'wallet:read' },
        schema: { summary: 'The own keys', tags, querystring: listQuery, response: { 200: page } },
      },
      async (request) => {
        const { limit, cursor, archived: withArchived } = request.query;
        return keys.list({ tenant: readMember(request), limit, cursor, withArchived });
      },
    );

    app.get(
      '/api/wallets/keys/:address',
      { config: { access: 'wallet:read' }, schema: { summary: 'One key', tags, params, response: { 200: keySchema } } },
      async (request) => keys.read({ tenant: readMember(request), address: request.params.address }),
    );

    app.post(
      '/api/wallets/keys',
      {
        config: { access: 'wallet:change' },
        schema: {
          summary: 'Make a key',
          tags,
          body: Type.Object({ name: nameSchema }, { additionalProperties: false }),
          response: { 201: keySchema },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return keys.create({ tenant: readMember(request), name: request.body.name });
      },
    );

    app.post(
      '/api/wallets/keys/import',
      {
        config: { access: 'wallet:change', rateLimit: { max: passwordAttempts } },
        bodyLimit: 128 * 1024,
        schema: { summary: 'Take a keystore file in', tags, body: importKeyBody, response: { 201: keySchema } },
      },
      async (request, reply) => {
        const { name, password, keystore } = request.body;
        reply.code(201);
        const tenant = readMember(request);
        return keys.importKeystore({ tenant, name, password, keystore: JSON.stringify(keystore) });
      },
    );

    app.post(
      '/api/wallets/keys/external',
      {
        config: { access: 'platform:administer' },
        schema: {
          summary: 'Note a key that an external signer (KMS, HSM) holds',
          description: 'For operators only: the platform will call the address that is given.',
          tags,
          body: externalKeyBody,
          response: { 201: keySchema },
        },
      },
      async (request, reply) => {
        const { member, address, identifier, token, ...rest } = request.body;
        if ((await alliance.readMembers([member])).length === 0) throw developerErrors.memberUnknown({ slug: member });
        const optional = { ...(identifier ? { identifier } : {}), ...(token ? { token } : {}) };
        const key = await keys.addExternal({ tenant: member, address: address as `0x${string}`, ...rest, ...optional });
        const resource = { type: 'Wallet', id: key.address, member };
        await alliance.acts.record({ principal: request.principal, action: 'platform:administer', resource });
        return reply.code(201).send(key);
      },
    );

    app.post(
      '/api/wallets/keys/:address/export',
      {
        config: { access: 'wallet:export', rateLimit: { max: passwordAttempts } },
        schema: {
          summary: 'A key as keystore file, for the person who shows the password of the account',
          tags,
          params,
          body: exportKeyBody,
          response: { 200: keystoreSchema },
        },
      },
      async (request, reply) => {
        const tenant = readMember(request);
        const { password, accountPassword } = request.body;
        await confirmPerson(request, accountPassword);
        reply.header('cache-control', 'no-store');
        const key = await keys.read({ tenant, address: request.params.address });
        const resource = { type: 'Wallet', id: key.address, member: tenant };
        // Written before the key is out: what is known to others must not be unknown to the record.
        await alliance.acts.record({ principal: request.principal, action: 'wallet:export', resource });
        const file = await keys.exportKeystore({ tenant, address: request.params.address, password });
        request.log.info({ person: request.principal?.id, address: file.address }, 'a key was exported');
        return file;
      },
    );

    app.delete(
      '/api/wallets/keys/:address',
      {
        config: { access: 'wallet:change' },
        schema: { summary: 'Archive a key', tags, params, response: { 200: keySchema } },
      },
      async (request) => keys.archive({ tenant: readMember(request), address: request.params.address }),
    );
  };

  /** A session takes keys out only with its password; an API key, which may lie in many places, has no right to. */
  async function confirmPerson({ headers }: FastifyRequest, password: string): Promise<void> {
    await alliance.verifyPassword({ headers: new Headers({ cookie: headers.cookie ?? '' }), password });
  }
}
