import { type TSchema, Type } from 'typebox';
import { detectorNames } from './finding.ts';

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ description: 'ISO 8601 in UTC' });
const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Kilograms = Type.Number();

export const Detector = Type.Enum([...detectorNames]);
export const State = Type.Enum(['open', 'confirmed', 'dismissed']);
export const Severity = Type.Enum(['low', 'medium', 'high']);

const fields = {
  id: Type.String(),
  detector: Detector,
  subject: Type.String({ description: 'what it is about: event, item, thing, lot, harvest or transformation' }),
  score: Type.Number({ description: '0 to 1' }),
  severity: Severity,
  reasons: Type.Array(
    Type.Object({
      code: Type.String({ description: 'stable' }),
      zh: Type.String(),
      en: Type.String(),
      values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    }),
  ),
  events: Type.Array(Type.String(), { description: 'hashes' }),
  things: Type.Array(Type.String()),
  members: Type.Array(Type.String()),
  certifiers: Type.Array(Type.String()),
  state: State,
  createdAt: Time,
  changedAt: Time,
};

export const FindingsBody = Type.Object({
  findings: Type.Array(Type.Object(fields)),
  nextPageToken: nullable(Type.String()),
});
export const CountsBody = Type.Object({
  counts: Type.Array(Type.Object({ detector: Detector, state: State, count: Type.Integer() })),
});
export const FindingBody = Type.Object({
  ...fields,
  decisions: Type.Array(
    Type.Object({
      state: State,
      note: Type.String(),
      member: nullable(Type.String()),
      person: nullable(Type.String()),
      decidedAt: Time,
      statementId: nullable(Type.String()),
    }),
  ),
  mayDecide: Type.Boolean(),
});
export const DecideBody = Type.Object(
  { state: State, note: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
);

export const BalanceBody = Type.Object({
  rows: Type.Array(
    Type.Object({
      member: Type.String(),
      crop: Type.String(),
      season: Type.Integer(),
      hectares: nullable(Type.Number()),
      plausibleKilograms: nullable(Kilograms),
      harvestedKilograms: Kilograms,
      receivedKilograms: Kilograms,
      inputKilograms: Kilograms,
      outputKilograms: Kilograms,
      leftKilograms: Kilograms,
      unknown: Type.Integer({ description: 'amounts whose weight cannot be known' }),
      sites: Type.Array(
        Type.Object({
          place: Type.String(),
          hectares: Type.Number(),
          plausibleKilograms: Kilograms,
          harvestedKilograms: Kilograms,
        }),
        { description: 'plots whose certified area is known' },
      ),
      verdict: Type.Enum(['balanced', 'over', 'unknown']),
    }),
  ),
  yields: Type.Array(
    Type.Object({
      crop: Type.String(),
      region: Type.String(),
      typicalKgPerHectare: Type.Number(),
      mostKgPerHectare: Type.Number(),
      seasonStartsMonth: Type.Integer(),
    }),
  ),
});
export const SealBody = Type.Object({
  seal: Type.Enum(['balanced', 'doubted', 'unknown']),
  harvestedKilograms: Kilograms,
  inputKilograms: Kilograms,
  outputKilograms: Kilograms,
  text: LocalText,
  reasons: Type.Array(LocalText),
});
export const ColdChainBody = Type.Object({
  limits: nullable(
    Type.Object({
      Temperature: Type.Object({ min: nullable(Type.Number()), max: nullable(Type.Number()) }),
      RelativeHumidity: Type.Object({ min: nullable(Type.Number()), max: nullable(Type.Number()) }),
      toleratedMinutes: Type.Number(),
    }),
  ),
  series: Type.Array(
    Type.Object({
      event: Type.String({ description: 'hash' }),
      kind: Type.Enum(['Temperature', 'RelativeHumidity']),
      device: Type.String(),
      points: Type.Array(Type.Object({ time: Time, value: Type.Number() })),
      breaches: Type.Array(
        Type.Object({
          side: Type.Enum(['above', 'below']),
          limit: Type.Number(),
          peak: Type.Number(),
          from: nullable(Time),
          until: nullable(Time),
          minutes: nullable(Type.Number()),
        }),
      ),
    }),
  ),
});
