import { Type } from 'typebox';
import type { PolicyDecision } from '../../policy/policy.ts';
import type { Forecast } from '../applications.ts';
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
/** What would happen to an application. */
export const forecastSchema = Type.Unsafe<Forecast>(
  Type.Object({
    outcome: Type.Unsafe({ type: 'string', enum: ['approved', 'person', 'refused', 'unknown'] }),
    words: shownWords,
    decision: orNull(policyDecisionSchema),
  }),
);
