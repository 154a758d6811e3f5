import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Ledger } from '../../ledger/index.ts';
import type { JsonValue, ProofBundle } from '../../proof/index.ts';
import { type Action, actions } from '../rights/actions.ts';
import type { Rights } from '../rights/openRights.ts';
import { actsErrors } from './errors.ts';
import type { Act } from './findActs.ts';
import type { Acts } from './openActs.ts';

export interface ActRoutesParameters {
  acts: Acts;
  rights: Rights;
  ledger: Pick<Ledger, 'readBundle'>;
}

const tags = ['Alliance'];
const textOrNull = Type.Union([Type.String(), Type.Null()]);

/** `Act` as JSON Schema. */
const actSchema = Type.Object({
  id: Type.String(),
  time: Type.String({ format: 'date-time' }),
  actor: Type.Object({
    kind: Type.Unsafe<Act['actor']['kind']>({ type: 'string', enum: ['person', 'key', 'platform'] }),
    id: textOrNull,
    name: Type.String(),
  }),
  member: Type.String({ description: 'The organisation that acted' }),
  action: Type.String(),
  what: Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'The action in words' }),
  resource: Type.Object({ type: Type.String(), id: Type.String(), member: textOrNull }),
  detail: Type.Unsafe<Record<string, JsonValue>>({ type: 'object', additionalProperties: true }),
  statementId: Type.String({ description: 'Its statement in the evidence log' }),
  bundle: Type.String({ description: 'Where its proof bundle with what is private is' }),
});

/** What an action is called; the name itself for one that is no more. */
function wordsOf(action: string): { zh: string; en: string } {
  if (!(action in actions)) return { zh: action, en: action };
  const { zh, en } = actions[action as Action];
  return { zh, en };
}

const show = (act: Act) => ({ ...act, what: wordsOf(act.action), bundle: `/api/acts/${act.id}/bundle` });

/** The administrative record of the own organisation, for its administrators and auditors. */
export function actRoutes({ acts, rights, ledger }: ActRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/acts',
      {
        config: { access: 'acts:read' },
        schema: {
          summary: 'Administrative acts of the own organisation, newest first',
          description: 'Each has a statement in the evidence log, so that none can be taken away or changed unseen.',
          tags,
          querystring: Type.Object({
            perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
            nextPageToken: Type.Optional(Type.String({ maxLength: 500, description: 'From the page before' })),
            area: Type.Optional(Type.String({ pattern: '^[a-z]{1,40}$', description: 'Such as keys or people' })),
          }),
          response: { 200: Type.Object({ acts: Type.Array(actSchema), nextPageToken: textOrNull }) },
        },
      },
      async ({ principal, query }) => {
        const { perPage, nextPageToken: pageToken, area } = query;
        const page = await acts.findActs({ member: principal?.member ?? '', area, perPage, pageToken });
        return { acts: page.items.map(show), nextPageToken: page.nextPageToken };
      },
    );

    app.get(
      '/api/acts/:id/bundle',
      {
        config: { access: 'acts:read' },
        schema: {
          summary: 'The proof bundle of an administrative act, with what is private of it',
          tags,
          params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
          response: { 200: Type.Unsafe<ProofBundle>({ type: 'object', additionalProperties: true }) },
        },
      },
      async ({ principal, params }, reply) => {
        const act = await acts.readAct(params.id);
        // One's own act and an act on what is one's own; others are as good as not there.
        const members = act ? [act.member, act.resource.member ?? act.member] : [];
        const visible = members.some((member) => {
          const resource = { type: 'Act', id: params.id, member };
          return rights.decide({ principal, action: 'acts:read', resource }).allowed;
        });
        if (!act || !visible) throw actsErrors.unknown(params);
        const bundle = await ledger.readBundle(act.statementId);
        if (!bundle) throw actsErrors.unknown(params);
        return reply.header('cache-control', 'private, no-store').send(bundle);
      },
    );
  };
}
