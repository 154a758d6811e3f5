import { Type } from 'typebox';
import type { PolicyDecision } from '../../policy/policy.ts';
import type { Forecast, Foresight } from '../applications.ts';
import { orNull } from './schemas.ts';

const shownWords = Type.Object({ zh: Type.String(), en: Type.String() });

/** A decision of the policy evaluator, with its reasons. */
export const policyDecisionSchema = Type.Unsafe<PolicyDecision>(
  Type.Object({
    allowed: Type.Boolean(),
    reasons: Type.Array(
      Type.Object({
        rule: Type.String({ description: 'Place in the policy, such as permission[0].constraint[1]' }),
        ok: Type.Boolean(),
        words: shownWords,
      }),
    ),
  }),
);
const forecastFields = {
  outcome: Type.Unsafe({ type: 'string', enum: ['approved', 'person', 'refused', 'unknown'] }),
  words: shownWords,
  decision: orNull(policyDecisionSchema),
};
/** What would happen to an application. */
export const forecastSchema = Type.Unsafe<Forecast>(Type.Object(forecastFields));
/** The same, with the time that the provider has. */
export const foresightSchema = Type.Unsafe<Foresight>(
  Type.Object({
    ...forecastFields,
    limits: Type.Object({
      firstCheckDays: Type.Integer(),
      answerDays: Type.Integer(),
      dueAt: Type.String({ description: 'UTC, ISO 8601: when an answer is due if it is handed in now' }),
      calendarKnown: Type.Boolean(),
      calendarKnownUntil: Type.String(),
    }),
  }),
);
