import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Applications } from '../applications.ts';
import type { AskingSettings, CalendarDay } from '../clocks/settings.ts';
import type { Notice } from '../disputes/listNotices.ts';
import { actorOf } from './callerOf.ts';
import { disputeSchema, idParams, nothing, orNull, pageOf, pageQuery, rulingBody, text, words } from './schemas.ts';

const tags = ['Exchange applications'];
const clockTags = ['Exchange applications'];
const arbitrating = { access: 'exchange:arbitrate' } as const;
const reading = { access: 'exchange:read' } as const;
const deciding = { access: 'exchange:decide' } as const;
const days = Type.Optional(Type.Integer({ minimum: 1, maximum: 365 }));
const settingsBody = Type.Unsafe<Partial<AskingSettings>>(
  Type.Object(
    {
      firstCheckDays: days,
      answerDays: days,
      answerDaysConnected: days,
      provisionDays: days,
      reviewDays: days,
      rulingDays: days,
      authorityAfterDays: days,
      superior: Type.Optional(orNull(text(200))),
      emergencyHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
      emergencyCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    },
    { additionalProperties: false },
  ),
);
const settingsSchema = Type.Unsafe<AskingSettings>(Type.Record(Type.String(), Type.Unknown()));
const daySchema = Type.Unsafe<CalendarDay>(
  Type.Object({ day: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), working: Type.Boolean(), name: words }),
);
const noticeSchema = Type.Unsafe<Notice>(
  Type.Object({
    id: Type.String(),
    kind: Type.String(),
    from: Type.String(),
    application: Type.String(),
    content: Type.Record(Type.String(), Type.Unknown()),
    signed: Type.String(),
    at: Type.String(),
  }),
);

/** What the data authority decides and is told, and the limits and calendar of every department. */
export function authorityRoutes(applications: Applications): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/exchange/disputes',
      {
        config: arbitrating,
        schema: {
          tags,
          summary: 'Disputes that were laid before the own department as the data authority, newest first',
          querystring: Type.Object({ ...pageQuery, open: Type.Optional(Type.Boolean()) }),
          response: { 200: pageOf(disputeSchema) },
        },
      },
      (request) => applications.listDisputes(actorOf(request).participant, request.query),
    );
    app.post(
      '/api/exchange/disputes/:id/ruling',
      {
        config: arbitrating,
        schema: {
          tags,
          summary: 'Rule on a dispute; the ruling is signed and honoured by the provider automatically',
          params: idParams,
          body: rulingBody,
          response: { 200: disputeSchema },
        },
      },
      (request) => applications.rule({ ...actorOf(request), id: request.params.id, ruling: request.body }),
    );
    app.get(
      '/api/exchange/notices',
      {
        config: arbitrating,
        schema: {
          tags,
          summary: 'What other connectors told: disputes, rulings, overdue stages, misused emergencies',
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(noticeSchema) },
        },
      },
      (request) => applications.listNotices(actorOf(request).participant, request.query),
    );
    app.get(
      '/api/exchange/limits',
      {
        config: reading,
        schema: { tags: clockTags, summary: 'Limits of stages in working days', response: { 200: settingsSchema } },
      },
      (request) => applications.readSettings(actorOf(request).participant),
    );
    app.patch(
      '/api/exchange/limits',
      {
        config: deciding,
        schema: {
          tags: clockTags,
          summary: 'Change limits; clocks that run keep theirs',
          body: settingsBody,
          response: { 200: settingsSchema },
        },
      },
      (request) => {
        const { participant, actor } = actorOf(request);
        return applications.changeSettings(participant, actor, request.body);
      },
    );
    app.get(
      '/api/exchange/calendar',
      {
        config: reading,
        schema: {
          tags: clockTags,
          summary: 'Days that the own department set; all others follow the official holidays',
          response: {
            200: Type.Object({
              items: Type.Array(daySchema),
              calendarKnownUntil: Type.String({
                description: 'The last day for which the official holidays are known; after it only weekends count',
              }),
              calendarDaysLeft: Type.Integer({ description: 'Days until then, negative when it is over' }),
            }),
          },
        },
      },
      async (request) => ({
        items: await applications.listDays(actorOf(request).participant),
        ...applications.calendar(),
      }),
    );
    app.put(
      '/api/exchange/calendar',
      {
        config: deciding,
        schema: {
          tags: clockTags,
          summary: 'Say whether a day is worked',
          body: daySchema,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        await applications.setDay(participant, actor, request.body);
        return reply.code(204).send(null);
      },
    );
  };
}
