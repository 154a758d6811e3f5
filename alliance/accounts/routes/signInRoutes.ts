import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { askAccounts, callerOf } from '../askAccounts.ts';
import { passkeyDomainOf } from '../openAccounts.ts';
import { signInWithPasskey, startPasskeySignIn } from '../passkeys.ts';
import { changePassword } from '../passwords.ts';
import { askRecovery, completeRecovery } from '../recovery.ts';
import {
  changePasswordBody,
  methodsSchema,
  nothing,
  passkeyOptionsSchema,
  passkeySignInBody,
  recoveryBody,
  recoveryCompleteBody,
  secondFactorBody,
  signInBody,
  walletMessageBody,
  walletMessageSchema,
  walletProofBody,
} from '../schemas.ts';
import { giveSecondFactor, signInWithPassword } from '../signIn.ts';
import { prepareWalletText, signInWithWallet } from '../wallets.ts';
import { answerSignIn, type RouteParts, setPrivate, signedInSchema } from './routeParts.ts';

const tags = ['Accounts'];

/** Every way to sign in but single sign-on, and out again. */
export function signInRoutes(route: RouteParts): FastifyPluginAsyncTypebox {
  const { parts, signInsPerMinute } = route;
  const signedIn = { 200: signedInSchema(route) };
  const config = { access: 'public', rateLimit: { max: signInsPerMinute } } as const;
  return async (app) => {
    app.get(
      '/api/auth/methods',
      {
        config: { access: 'public' },
        schema: { summary: 'What one may sign in with', tags, response: { 200: methodsSchema } },
      },
      async () => ({ mail: parts.mail.isOn, passkeyDomain: passkeyDomainOf(parts.baseUrl) }),
    );

    app.post(
      '/api/auth/sign-in/email',
      {
        config,
        schema: {
          summary: 'Sign in with a password; the answer sets the session cookie, or asks for the second factor',
          tags,
          body: signInBody,
          response: signedIn,
        },
      },
      async (request, reply) => {
        const opened = await signInWithPassword(parts, callerOf(request), request.body);
        return answerSignIn(route, { request, reply, signedIn: opened });
      },
    );

    app.post(
      '/api/auth/second-factor',
      {
        config,
        schema: {
          summary: 'Give the second factor after the password',
          tags,
          body: secondFactorBody,
          response: signedIn,
        },
      },
      async (request, reply) => {
        const opened = await giveSecondFactor(parts, callerOf(request), request.body);
        return answerSignIn(route, { request, reply, signedIn: opened });
      },
    );

    app.post(
      '/api/auth/passkey/options',
      { config, schema: { summary: 'Begin to sign in with a passkey', tags, response: { 200: passkeyOptionsSchema } } },
      async (request, reply) => {
        const { setCookies, options } = await startPasskeySignIn(parts, callerOf(request));
        setPrivate(reply, setCookies);
        return options;
      },
    );

    app.post(
      '/api/auth/passkey',
      { config, schema: { summary: 'Sign in with a passkey', tags, body: passkeySignInBody, response: signedIn } },
      async (request, reply) => {
        const opened = await signInWithPasskey(parts, callerOf(request), request.body.response);
        return answerSignIn(route, { request, reply, signedIn: opened });
      },
    );

    app.post(
      '/api/auth/wallet/message',
      {
        config,
        schema: {
          summary: 'Begin to sign in with Ethereum (EIP-4361): the text to sign',
          tags,
          body: walletMessageBody,
          response: { 200: walletMessageSchema },
        },
      },
      async (request, reply) => {
        setPrivate(reply);
        return { message: await prepareWalletText(parts, callerOf(request), { ...request.body, userId: null }) };
      },
    );

    app.post(
      '/api/auth/wallet',
      { config, schema: { summary: 'Sign in with a linked wallet', tags, body: walletProofBody, response: signedIn } },
      async (request, reply) => {
        const opened = await signInWithWallet(parts, callerOf(request), request.body);
        return answerSignIn(route, { request, reply, signedIn: opened });
      },
    );

    app.post(
      '/api/auth/recovery',
      {
        config,
        schema: {
          summary: 'Ask for a mail with a link to set a new password; the answer is the same for unknown addresses',
          tags,
          body: recoveryBody,
          response: { 202: nothing('If there is such an account, the mail is on its way') },
        },
      },
      async ({ body: { email, language = 'zh-CN' }, ip }, reply) => {
        await askRecovery(parts, { email, language, address: ip });
        return reply.code(202).send(null);
      },
    );

    app.post(
      '/api/auth/recovery/complete',
      {
        config,
        schema: {
          summary: 'Set a new password with the token of the mail; ends every session',
          tags,
          body: recoveryCompleteBody,
          response: { 204: nothing('Set; sign in with it') },
        },
      },
      async ({ body, ip }, reply) => {
        await completeRecovery(parts, { ...body, address: ip });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/auth/sign-out',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Sign out: ends the session',
          tags,
          response: { 204: Type.Null({ description: 'Signed out' }) },
        },
      },
      async (request, reply) => {
        const { setCookies } = await askAccounts(parts, callerOf(request), { path: '/sign-out', body: {} });
        setPrivate(reply, setCookies);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/auth/change-password',
      {
        config: { access: 'account:change', rateLimit: { max: signInsPerMinute } },
        schema: {
          summary: 'Change the own password; ends all other sessions',
          tags,
          body: changePasswordBody,
          response: { 204: nothing('Changed') },
        },
      },
      async (request, reply) => {
        const { setCookies } = await changePassword(parts, callerOf(request), request.body);
        setPrivate(reply, setCookies);
        return reply.code(204).send(null);
      },
    );
  };
}
