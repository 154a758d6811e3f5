import { type TSchema, Type } from 'typebox';
import type { Words } from '../../house.ts';
import type { Dispute, RulingText } from '../disputes/dispute.ts';
import { fullFormSchema, instant, itemNames, matterCode, termsSchema, waysSchema } from '../form/formSchema.ts';
import type { Matter, MatterText, StandingRule, StandingRuleText } from '../matters/matter.ts';
import type {
  Application,
  ApplicationState,
  ApplicationStep,
  Clock,
  Decision,
  RefusalGround,
  Terms,
} from '../model.ts';

/** Null comes first: tried as a text before, it would be taken for an empty one. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
export const text = (most: number, least = 1) =>
  Type.String({ minLength: least, maxLength: most, pattern: '^[^\\u0000]*$' });
const oneOf = <const Word extends string>(words: readonly Word[], description?: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], ...(description ? { description } : {}) });
const strict = { additionalProperties: false };
export const words = Type.Unsafe<Words>(Type.Object({ zh: text(4_000, 0), en: text(4_000, 0) }, strict));
const shownWords = Type.Unsafe<Words>(Type.Object({ zh: Type.String(), en: Type.String() }));
const time = Type.String({ description: 'UTC, ISO 8601' });
const party = Type.Object({ did: Type.String(), slug: Type.String() });

const uuidText = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
export const idParams = Type.Object({ id: uuidText });
export const nothing = Type.Null({ description: 'Done' });
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
};
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken: orNull(Type.String()) });

export const stateSchema = oneOf<ApplicationState>([
  'inReview',
  'returned',
  'narrowed',
  'approved',
  'granted',
  'refused',
  'disputed',
  'arbitrated',
  'withdrawn',
]);
export const groundSchema = oneOf<RefusalGround>(
  ['law', 'policyDocument', 'sensitive', 'other'],
  'Ground of a refusal: law or regulation, policy document, sensitive information, other',
);
const clockSchema = Type.Unsafe<Clock>(
  Type.Object({
    stage: oneOf(['firstCheck', 'answer', 'provision', 'review', 'ruling']),
    dueAt: orNull(time),
    workingDaysLeft: Type.Integer({ description: 'Negative when it is overdue' }),
    light: oneOf(['green', 'yellow', 'red']),
    paused: Type.Boolean(),
    escalated: Type.Integer({ description: '0 nobody, 1 a superior person, 2 the data authority was told' }),
    calendarKnown: Type.Boolean({ description: 'Whether the official holidays of that year are known' }),
    calendarKnownUntil: Type.String({ description: 'The last day for which they are; after it only weekends count' }),
  }),
);
const decisionSchema = Type.Unsafe<Decision>(
  Type.Object({
    mode: oneOf(['person', 'published', 'unconditional', 'standingRule', 'ruling', 'emergency']),
    outcome: oneOf(['approved', 'narrowed', 'refused']),
    ground: orNull(groundSchema),
    words: shownWords,
    by: orNull(Type.String()),
    at: time,
    signed: orNull(Type.String({ description: 'Compact JWS of the deciding connector' })),
  }),
);
export const applicationSchema = Type.Unsafe<Application>(
  Type.Object({
    id: Type.String(),
    participant: Type.String(),
    role: oneOf(['provider', 'consumer']),
    counterparty: party,
    negotiation: orNull(Type.String()),
    dataset: Type.String(),
    datasetTitle: orNull(shownWords),
    offer: Type.String(),
    form: fullFormSchema,
    state: stateSchema,
    clock: orNull(clockSchema),
    note: orNull(Type.String()),
    terms: orNull(termsSchema),
    decision: orNull(decisionSchema),
    agreement: orNull(Type.String()),
    review: orNull(oneOf(['justified', 'misuse'])),
    createdAt: time,
    updatedAt: time,
  }),
);
export const stepSchema = Type.Unsafe<ApplicationStep>(
  Type.Object({ at: time, step: Type.String(), actor: orNull(Type.String()), words: shownWords }),
);
const needs = Type.Array(Type.Object({ provider: text(63), dataset: text(200), items: itemNames }, strict), {
  maxItems: 50,
});
export const matterBody = Type.Unsafe<Omit<MatterText, 'code'>>(
  Type.Object({ name: Type.Object({ zh: text(200), en: text(200) }, strict), legalBasis: text(2_000), needs }, strict),
);
export const matterSchema = Type.Unsafe<Matter>(
  Type.Object({
    code: Type.String(),
    name: shownWords,
    legalBasis: Type.String(),
    needs,
    participant: Type.String(),
    updatedAt: time,
  }),
);
const rule = {
  matter: matterCode,
  consumer: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
  dataset: text(200),
  items: itemNames,
  ways: waysSchema,
  perDay: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  longestDays: Type.Integer({ minimum: 1, maximum: 3_660 }),
  until: orNull(instant),
};
export const ruleBody = Type.Unsafe<StandingRuleText>(Type.Object(rule, strict));
export const ruleSchema = Type.Unsafe<StandingRule>(
  Type.Object({
    ...rule,
    id: Type.String(),
    participant: Type.String(),
    enabled: Type.Boolean(),
    madeBy: Type.String(),
    madeAt: time,
  }),
);
export const narrowSchema = Type.Unsafe<Partial<Terms> & { reason: string }>(
  Type.Object(
    { ...Type.Partial(termsSchema as never as ReturnType<typeof Type.Object>).properties, reason: text(4_000) },
    strict,
  ),
);
export const rulingBody = Type.Unsafe<RulingText>(
  Type.Object({ outcome: oneOf(['grant', 'refuse']), terms: orNull(termsSchema), words }, strict),
);
export const disputeSchema = Type.Unsafe<Dispute>(
  Type.Object({
    id: Type.String(),
    application: Type.String(),
    provider: party,
    consumer: party,
    dataset: Type.String(),
    form: Type.Record(Type.String(), Type.Unknown()),
    refusal: Type.Object({ ground: Type.String(), text: Type.String() }),
    reason: Type.String(),
    state: oneOf(['open', 'ruled']),
    clock: orNull(clockSchema),
    ruling: orNull(
      Type.Object({
        outcome: oneOf(['grant', 'refuse']),
        terms: orNull(termsSchema),
        words: shownWords,
        at: time,
        by: Type.String(),
        signed: Type.String(),
      }),
    ),
    createdAt: time,
  }),
);
