import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readAccount, renameAccount } from '../account.ts';
import { callerOf } from '../askAccounts.ts';
import { addPasskey, removePasskey, renamePasskey, startPasskey } from '../passkeys.ts';
import { readSession } from '../readSession.ts';
import {
  accountChangeBody,
  accountSchema,
  addressParams,
  idParams,
  nothing,
  passkeyAddBody,
  passkeyOptionsSchema,
  passkeyRenameBody,
  passkeySchema,
  sessionsSchema,
  walletMessageBody,
  walletMessageSchema,
  walletProofBody,
  walletSchema,
} from '../schemas.ts';
import { endSession, endSessions, findSessions } from '../sessions.ts';
import { linkWallet, prepareWalletText, unlinkWallet } from '../wallets.ts';
import { personOf, type RouteParts, setPrivate } from './routeParts.ts';

const tags = ['Accounts'];
const config = { access: 'account:change' } as const;

/** The own account: name, sessions, passkeys, wallets. */
export function accountRoutes({ parts }: RouteParts): FastifyPluginAsyncTypebox {
  const { sql } = parts.store;
  return async (app) => {
    app.get(
      '/api/account',
      {
        config: { access: 'account:read' },
        schema: { summary: 'The own account', tags, response: { 200: accountSchema } },
      },
      async (request, reply) => {
        setPrivate(reply);
        return readAccount(parts, personOf(request));
      },
    );

    app.patch(
      '/api/account',
      {
        config,
        schema: {
          summary: 'Change the own name',
          tags,
          body: accountChangeBody,
          response: { 204: nothing('Changed') },
        },
      },
      async (request, reply) => {
        await renameAccount(parts, { id: personOf(request).id, name: request.body.name });
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/api/account/sessions',
      {
        config: { access: 'account:read' },
        schema: { summary: 'The own open sessions', tags, response: { 200: sessionsSchema } },
      },
      async (request, reply) => {
        setPrivate(reply);
        const current = await readSession(parts, callerOf(request).headers);
        const userId = personOf(request).id;
        return { sessions: await findSessions(parts, { userId, currentId: current?.id ?? null }) };
      },
    );

    app.delete(
      '/api/account/sessions/:id',
      {
        config,
        schema: { summary: 'End one of the own sessions', tags, params: idParams, response: { 204: nothing('Ended') } },
      },
      async (request, reply) => {
        await endSession(sql, { id: request.params.id, userId: personOf(request).id });
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/api/account/sessions',
      { config, schema: { summary: 'End all own sessions but this one', tags, response: { 204: nothing('Ended') } } },
      async (request, reply) => {
        const current = await readSession(parts, callerOf(request).headers);
        await endSessions(sql, { userId: personOf(request).id, exceptId: current?.id ?? null });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/account/passkeys/options',
      { config, schema: { summary: 'Begin to add a passkey', tags, response: { 200: passkeyOptionsSchema } } },
      async (request, reply) => {
        const { setCookies, options } = await startPasskey(parts, callerOf(request));
        setPrivate(reply, setCookies);
        return options;
      },
    );

    app.post(
      '/api/account/passkeys',
      { config, schema: { summary: 'Add a passkey', tags, body: passkeyAddBody, response: { 201: passkeySchema } } },
      async (request, reply) => {
        const { passkey, setCookies } = await addPasskey(parts, callerOf(request), request.body);
        setPrivate(reply.code(201), setCookies);
        return passkey;
      },
    );

    app.patch(
      '/api/account/passkeys/:id',
      {
        config,
        schema: {
          summary: 'Give a passkey another name',
          tags,
          params: idParams,
          body: passkeyRenameBody,
          response: { 200: passkeySchema },
        },
      },
      async (request) => renamePasskey(parts, { ...request.params, ...request.body, userId: personOf(request).id }),
    );

    app.delete(
      '/api/account/passkeys/:id',
      {
        config,
        schema: { summary: 'Remove a passkey', tags, params: idParams, response: { 204: nothing('Removed') } },
      },
      async (request, reply) => {
        await removePasskey(parts, callerOf(request), { id: request.params.id, userId: personOf(request).id });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/account/wallets/message',
      {
        config,
        schema: {
          summary: 'Begin to link a wallet: the text to sign (EIP-4361)',
          tags,
          body: walletMessageBody,
          response: { 200: walletMessageSchema },
        },
      },
      async (request, reply) => {
        setPrivate(reply);
        const userId = personOf(request).id;
        return { message: await prepareWalletText(parts, callerOf(request), { ...request.body, userId }) };
      },
    );

    app.post(
      '/api/account/wallets',
      { config, schema: { summary: 'Link a wallet', tags, body: walletProofBody, response: { 201: walletSchema } } },
      async (request, reply) => {
        reply.code(201);
        return linkWallet(parts, callerOf(request), request.body);
      },
    );

    app.delete(
      '/api/account/wallets/:address',
      {
        config,
        schema: {
          summary: 'Remove a wallet',
          tags,
          params: addressParams,
          response: { 204: Type.Null({ description: 'Removed' }) },
        },
      },
      async (request, reply) => {
        await unlinkWallet(parts, { address: request.params.address, userId: personOf(request).id });
        return reply.code(204).send(null);
      },
    );
  };
}
