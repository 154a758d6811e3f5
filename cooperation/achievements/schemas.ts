import { Type } from 'typebox';
import { day, digest, localText, oneOf, orNull, pageOf, shownText, someText, text, time, uuid } from '../schemas.ts';
import {
  type Achievement,
  type AchievementVersion,
  achievementKinds,
  achievementStates,
  type Judgement,
  type ListedAchievement,
} from './achievement.ts';
import type { Claim } from './readClaim.ts';

export const kindSchema = oneOf(achievementKinds);
export const stateSchema = oneOf(
  achievementStates,
  'confirmed: by at least one other organisation and disputed by none; disputed: by at least one',
);
const verdict = oneOf(['confirmed', 'disputed']);
const link = orNull(Type.String({ maxLength: 1_000 }));
const amountFen = Type.String({ pattern: '^[1-9][0-9]{0,17}$', description: 'In fen, a hundredth of a yuan' });
const anything = Type.Object({}, { additionalProperties: true });

const listed = {
  id: Type.String(),
  member: Type.String(),
  kind: kindSchema,
  title: shownText,
  achievedOn: Type.String(),
  amountFen: orNull(Type.String()),
  version: Type.Integer(),
  state: stateSchema,
  confirmations: Type.Integer(),
  disputes: Type.Integer(),
  createdAt: time,
  withdrawn: Type.Boolean(),
};
export const listedSchema = Type.Unsafe<ListedAchievement>(Type.Object(listed));
export const achievementPageSchema = pageOf(listedSchema);

export const versionSchema = Type.Unsafe<AchievementVersion>(
  Type.Object({
    version: Type.Integer(),
    title: shownText,
    body: shownText,
    achievedOn: Type.String(),
    details: anything,
    evidence: Type.Array(anything),
    correction: Type.String({ description: 'Why the version before was corrected' }),
    statementId: Type.String({ description: 'The statement of the whole version in the evidence log' }),
    createdAt: time,
  }),
);
const judgementSchema = Type.Unsafe<Judgement>(
  Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    member: Type.String(),
    verdict,
    reason: Type.String(),
    statementId: Type.String(),
    createdAt: time,
    replacedAt: orNull(time),
  }),
);
export const judgementPageSchema = pageOf(judgementSchema);
export const achievementSchema = Type.Unsafe<Achievement>(
  Type.Object({
    ...listed,
    present: versionSchema,
    judgements: Type.Array(judgementSchema),
    withdrawnReason: orNull(Type.String()),
  }),
);

const strict = { additionalProperties: false } as const;
const kindOf = <const Kind extends string>(kind: Kind) => Type.Literal(kind);
const details = Type.Union([
  Type.Object({ kind: kindOf('application'), link }, strict),
  Type.Object(
    {
      kind: kindOf('standard'),
      number: someText(100, 'Such as GB/T 12345-2026'),
      issuer: someText(200),
      stage: oneOf(['draft', 'published']),
      link,
    },
    strict,
  ),
  Type.Object(
    {
      kind: kindOf('patent'),
      filingNumber: someText(60, 'As the office gave it'),
      office: someText(100, 'Such as CNIPA'),
      disclosure: orNull(
        Type.Object(
          { digest, fileName: someText(200) },
          { ...strict, description: 'Only the SHA-256 of the file; it is stated in the evidence log' },
        ),
      ),
    },
    strict,
  ),
  Type.Object({ kind: kindOf('output'), amountFen, from: day }, strict),
]);
const label = text(200, 'What it shows');
const evidence = Type.Array(
  Type.Union([
    Type.Object({ type: kindOf('statement'), statementId: uuid, label }, strict),
    Type.Object({ type: kindOf('url'), url: Type.String({ maxLength: 1_000 }), label }, strict),
    Type.Object({ type: kindOf('file'), digest, label }, strict),
  ]),
  { maxItems: 20 },
);
const claim = {
  title: localText(200),
  body: localText(20_000, 'Markdown; HTML in it is shown as text'),
  achievedOn: day,
  details,
  evidence,
};
export const claimBody = Type.Unsafe<Claim>(Type.Object(claim, strict));
export const correctionBody = Type.Unsafe<{ claim: Claim; version: number; correction: string }>(
  Type.Object(
    { claim: Type.Object(claim, strict), version: Type.Integer({ minimum: 1 }), correction: someText(2_000, 'Why') },
    strict,
  ),
);
export const judgementBody = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    verdict,
    reason: someText(4_000, 'What it rests on; everybody may read it'),
  },
  strict,
);
export const reasonBody = Type.Object({ reason: someText(2_000) }, strict);
