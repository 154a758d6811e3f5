import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { achievementKinds } from '../achievements/achievement.ts';
import type { CooperationHouse } from '../house.ts';
import { personOf } from '../identify.ts';
import { day, localText, nothing, oneOf, orNull, shownText, someText, time } from '../schemas.ts';
import { type Progress, readProgress } from './readProgress.ts';
import { setGoals } from './setGoals.ts';
import { type GoalSetting, lineOf, readSetting } from './setting.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/goals';
const strict = { additionalProperties: false } as const;
const counts = oneOf(achievementKinds, 'What counts: of output its value in fen, of the others their number');
const target = Type.String({ pattern: '^[1-9][0-9]{0,17}$' });

const settingSchema = Type.Unsafe<GoalSetting>(
  Type.Object(
    {
      start: orNull(day),
      years: Type.Integer({ minimum: 1, maximum: 30 }),
      confirmationsNeeded: Type.Integer({ minimum: 1, maximum: 20 }),
      goals: Type.Array(
        Type.Object(
          { id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }), title: localText(120), counts, target },
          strict,
        ),
        { minItems: 1, maxItems: 12 },
      ),
    },
    strict,
  ),
);
const amounts = { confirmed: Type.String(), unconfirmed: Type.String(), disputed: Type.String() };
const progressSchema = Type.Unsafe<Progress>(
  Type.Object({
    start: day,
    end: day,
    founded: Type.Boolean(),
    setting: settingSchema,
    line: Type.String({ description: 'What the text of a proposal says to decide on exactly these goals' }),
    decision: orNull(Type.String()),
    decidedAt: orNull(time),
    goals: Type.Array(
      Type.Object({
        id: Type.String(),
        title: shownText,
        counts,
        target,
        ...amounts,
        claims: Type.Integer(),
        outside: Type.Integer(),
        months: Type.Array(Type.Object({ month: Type.String(), ...amounts })),
      }),
    ),
  }),
);

/** The alliance's goals. */
export function goalRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: "The alliance's goals and how far it is",
          description: 'Confirmed, only claimed and disputed are counted apart and do not overlap.',
          response: { 200: progressSchema },
        },
      },
      async () => readProgress(house),
    );
    app.post(
      `${path}/line`,
      {
        config: { access: 'cooperation:set-goals' },
        schema: {
          tags,
          summary: 'The line by which a proposal decides on goals',
          body: settingSchema,
          response: { 200: Type.Object({ line: Type.String() }) },
        },
      },
      async ({ body }) => ({ line: lineOf(readSetting(body)) }),
    );
    app.put(
      path,
      {
        config: { access: 'cooperation:set-goals' },
        schema: {
          tags,
          summary: "Set the alliance's goals",
          description:
            'Once the alliance is founded, decision names the passed proposal whose text has the line of these goals.',
          body: Type.Object({ setting: settingSchema, decision: orNull(someText(100)) }, strict),
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await setGoals(house, { principal: personOf(request), ...request.body });
        return reply.code(204).send(null);
      },
    );
  };
}
