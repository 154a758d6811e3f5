import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Principal } from '../../alliance/index.ts';
import { inBoth } from '../../proof/index.ts';
import { traceErrors } from '../errors.ts';
import { accessErrors } from './errors.ts';
import type { Access } from './openAccess.ts';
import { MemberAccessBody } from './schemas.ts';

const tags = ['Traceability'];

/** Who may see the own events when a capture does not say. */
export const accessRoutes: FastifyPluginAsyncTypebox<{ access: Access }> = async (app, { access }) => {
  app.get(
    '/api/trace/access',
    {
      config: { access: 'trace:read' },
      schema: {
        tags,
        summary: 'Who may see the own events',
        description: 'The audience of events whose capture names none, and the parties that are the own organisation.',
        response: { 200: MemberAccessBody },
      },
    },
    async ({ principal }) => show(await access.readSettings(requireMember(principal).member)),
  );

  app.put(
    '/api/trace/access',
    {
      config: { access: 'trace:set-audience' },
      schema: {
        tags,
        summary: 'Set who may see the own events',
        description:
          'Holds for events captured from now on without the header Xiangyu-Audience. Events captured before keep theirs.',
        body: MemberAccessBody,
        response: { 200: MemberAccessBody },
      },
    },
    async ({ principal, body }) => {
      const { kind, members } = body.audience;
      if ((kind === 'members') !== members.length > 0) {
        const { length } = members;
        const value = { en: `${kind} with ${length} member(s)`, zh: `${kind}（带 ${length} 个成员）` };
        throw accessErrors.audienceUnknown(...inBoth({ value }));
      }
      return show(await access.changeSettings(requireMember(principal), body));
    },
  );
};

function requireMember(principal: Principal | null): Principal {
  if (!principal?.member) throw traceErrors.notAMember();
  return principal;
}

const show = ({ audience, parties }: Awaited<ReturnType<Access['readSettings']>>) => ({
  audience: { kind: audience.kind, members: [...audience.members] },
  parties,
});
