import { Type } from 'typebox';
import type { RowCondition } from '../../delivery/sources/source.ts';
import { regionPattern } from '../../policy/policy.ts';
import type { ApplicationForm, Frequency, Terms } from '../model.ts';

const text = (most: number, least = 1) => Type.String({ minLength: least, maxLength: most, pattern: '^[^\\u0000]*$' });
const words = Type.Object({ zh: text(200), en: text(200) }, { additionalProperties: false });
/** UTC, to the second or finer. */
export const instant = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$',
  description: 'UTC, ISO 8601',
});
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([Type.Null(), schema]);

/** Code of a matter. */
export const matterCode = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\s\\u0000]+$' });
/** Names of items. */
export const itemNames = Type.Array(text(200), { minItems: 1, maxItems: 500, uniqueItems: true });
export const waysSchema = Type.Unsafe<ApplicationForm['ways']>(
  Type.Array(Type.Unsafe({ type: 'string', enum: ['rows', 'answer', 'match'] }), {
    minItems: 1,
    maxItems: 3,
    uniqueItems: true,
    description: 'rows: rows and files; answer and match: what gives none',
  }),
);
const frequencySchema = Type.Unsafe<Frequency>(
  Type.Object(
    {
      times: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
      period: Type.Unsafe({ type: 'string', enum: ['PT1H', 'P1D', 'P7D', 'P1M'] }),
    },
    { additionalProperties: false },
  ),
);
const count = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const applicant = Type.Object(
  { name: text(100), office: text(200), phone: text(50, 0) },
  { additionalProperties: false, description: 'Who answers for the application; sealed to the provider' },
);
/** A region, GB/T 2260. */
const regionCode = Type.String({
  pattern: regionPattern,
  description: 'Region where the data are used, GB/T 2260, its sub-regions included',
});
// Values keep the type in which they come: a schema of their types would have a body's texts turned into numbers.
const rows = Type.Array(Type.Unsafe<RowCondition>({}), {
  minItems: 1,
  maxItems: 10,
  description:
    'Only rows that satisfy all of these: {"column": item, "is": comparison, "value"} or {"column", "in": […]}',
});
const narrowing = { place: Type.Optional(regionCode), rows: Type.Optional(rows) };
const asked = {
  ...narrowing,
  matter: matterCode,
  legalBasis: text(2_000),
  caseSystem: Type.String({
    maxLength: 200,
    pattern: '^[^\\u0000]*$',
    description: 'The business system whose case numbers are given with each use; empty only for unconditional data',
  }),
  items: itemNames,
  ways: waysSchema,
  frequency: orNull(frequencySchema),
  maxCount: orNull(count),
  from: instant,
  to: instant,
  reason: Type.String({
    minLength: 1,
    maxLength: 4_000,
    pattern: '^[^\\u0000]*$',
    description: 'Why the data are needed; it enters the evidence, so it must not name a person',
  }),
  emergency: orNull(Type.Object({ ground: text(2_000, 5) }, { additionalProperties: false })),
};

/** What a person fills in; the matter's name is taken from the department's matters. */
export const formSchema = Type.Unsafe<Omit<ApplicationForm, 'matterName'>>(
  Type.Object({ ...asked, applicant }, { additionalProperties: false }),
);
/** The whole form. */
export const fullFormSchema = Type.Unsafe<ApplicationForm>(
  Type.Object({ ...asked, matterName: words, applicant }, { additionalProperties: false }),
);
/** `xy:application` of a request: the form with its id, and the applicant sealed to the provider. */
export interface WireApplication extends Omit<ApplicationForm, 'applicant'> {
  id: string;
  applicant: string;
}
export const wireSchema = Type.Unsafe<WireApplication>(
  Type.Object({
    ...asked,
    matterName: words,
    id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
    applicant: text(8_000),
  }),
);
export const applicantSchema = Type.Unsafe<ApplicationForm['applicant']>(applicant);
/** What is given of what was asked. */
export const termsSchema = Type.Unsafe<Terms>(
  Type.Object(
    {
      ...narrowing,
      items: itemNames,
      from: instant,
      to: instant,
      maxCount: orNull(count),
      frequency: orNull(frequencySchema),
    },
    { additionalProperties: false },
  ),
);
