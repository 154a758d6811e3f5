import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { XiangyuError } from '../../../errors.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import { receiveNotice } from './receiveNotice.ts';

const bodyLimit = 256 * 1024;

/** Where other connectors tell of disputes, rulings, overdue stages and misuse: below the data plane's address. */
export function noticeRoutes(context: AskingContext): FastifyPluginAsyncTypebox {
  const { identity, audit, house } = context;
  return async (app) => {
    // The token binds the body as it came, so it is read as it came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
    app.post(
      '/dsp/:participant/data/notices',
      {
        config: { access: 'public' },
        bodyLimit,
        schema: {
          tags: ['Data plane'],
          summary: 'Notices of other connectors about applications',
          description: 'Between connectors: a token of the sending connector, bound to this message, is demanded.',
          params: Type.Object({ participant: Type.String({ maxLength: 63 }) }),
        },
      },
      async (request, reply) => {
        const { participant } = request.params;
        const body = typeof request.body === 'string' ? request.body : '';
        const { authorization } = request.headers;
        const [known] = await house.store.sql`
          SELECT 1 FROM exchange.participants WHERE slug = ${participant} AND enabled`;
        if (!known) return reply.code(404).send();
        try {
          const message = { method: request.method, path: request.url, body };
          const caller = await identity.checkToken({ slug: participant, authorization, ...message });
          await receiveNotice(context, { participant, caller, jws: readNotice(body) });
        } catch (error) {
          if (error instanceof XiangyuError && error.status < 500)
            await audit.recordAlone({
              participant,
              kind: 'refusal',
              outcome: 'refused',
              detail: { step: 'notice', code: error.code },
            });
          throw error;
        }
        return reply.code(204).send();
      },
    );
  };
}

function readNotice(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && 'notice' in value && typeof value.notice === 'string')
      return value.notice;
  } catch {
    // Answered below.
  }
  throw applicationErrors.noticeRefused({ because: 'it is not {"notice": "…"}' });
}
