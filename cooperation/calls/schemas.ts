import { Type } from 'typebox';
import { localText, oneOf, orNull, pageOf, shownText, someText, text, time, uuid } from '../schemas.ts';
import { type Call, type CallText, callStates } from './call.ts';
import type { DecideCallParameters } from './decideCall.ts';
import type { Application } from './findApplications.ts';

export const callState = oneOf(callStates, 'An open call closes by itself at its deadline');
const result = oneOf(['accepted', 'declined']);

export const callSchema = Type.Unsafe<Call>(
  Type.Object({
    id: Type.String(),
    member: Type.String(),
    title: shownText,
    body: shownText,
    deadline: time,
    state: callState,
    applications: Type.Integer({ description: 'How many applied' }),
    accepted: Type.Array(Type.String(), { description: 'Slugs of the accepted, once it is decided' }),
    decision: orNull(shownText),
    outcome: orNull(shownText),
    createdAt: time,
    updatedAt: time,
    decidedAt: orNull(time),
    finishedAt: orNull(time),
  }),
);
export const callPageSchema = pageOf(callSchema);
export const callBody = Type.Unsafe<CallText>(
  Type.Object(
    { title: localText(200), body: localText(20_000, 'Markdown; HTML in it is shown as text'), deadline: time },
    { additionalProperties: false },
  ),
);
export const decisionBody = Type.Unsafe<Pick<DecideCallParameters, 'decision' | 'results'>>(
  Type.Object(
    {
      decision: localText(10_000, 'Why; everybody may read it'),
      results: Type.Array(
        Type.Object({ application: uuid, result, reason: text(2_000) }, { additionalProperties: false }),
        { maxItems: 2_000 },
      ),
    },
    { additionalProperties: false },
  ),
);
export const outcomeBody = Type.Object({ outcome: localText(20_000, 'Markdown') }, { additionalProperties: false });
export const applicationBody = Type.Object(
  { title: someText(200), body: someText(20_000, 'Markdown; HTML in it is shown as text') },
  { additionalProperties: false },
);
export const applicationPageSchema = pageOf(
  Type.Unsafe<Application>(
    Type.Object({
      id: Type.String(),
      member: Type.String(),
      title: Type.String(),
      body: Type.String(),
      statementId: Type.String(),
      createdAt: time,
      updatedAt: time,
      result: orNull(result),
      reason: Type.String(),
    }),
  ),
);
