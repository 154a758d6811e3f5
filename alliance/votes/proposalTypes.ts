import { type Static, Type } from 'typebox';
import { ruleSetters } from '../chain/proposals.ts';
import {
  addressSchema,
  amountSchema,
  bilingual,
  closed,
  digestSchema,
  hashSchema,
  kindSchema,
  slugSchema,
} from './sharedSchemas.ts';

const aboutMember = Type.Object({ member: slugSchema }, closed);
/** Rules that are one number: times in seconds, shares in percent. */
export type RuleName = keyof typeof ruleSetters;

/** What each type of proposal takes. */
export const parameterSchemas = {
  admit: Type.Object(
    {
      member: slugSchema,
      application: Type.Optional(
        Type.Unsafe<`0x${string}`>({
          ...hashSchema,
          description: 'Hash of the entry that it applied with; its newest one when left out',
        }),
      ),
    },
    closed,
  ),
  suspend: aboutMember,
  reinstate: aboutMember,
  expel: aboutMember,
  replaceKey: Type.Object({ member: slugSchema, key: addressSchema }, closed),
  changeRule: Type.Union([
    Type.Object(
      {
        rule: Type.Unsafe<RuleName>({ type: 'string', enum: Object.keys(ruleSetters) }),
        value: Type.Integer({ minimum: 0, maximum: 4_294_967_295 }),
      },
      closed,
    ),
    Type.Object(
      { rule: Type.Literal('kindWeight'), kind: kindSchema, value: Type.Integer({ minimum: 0, maximum: 65_535 }) },
      closed,
    ),
  ]),
  setWitnesses: Type.Object(
    {
      witnesses: Type.Array(addressSchema, { maxItems: 64, uniqueItems: true }),
      threshold: Type.Integer({ minimum: 0, maximum: 64, description: 'How many of them have to sign a checkpoint' }),
      log: Type.Optional(
        Type.Unsafe<`0x${string}`>({ ...addressSchema, description: "The evidence log; the platform's when left out" }),
      ),
    },
    closed,
  ),
  publishScenario: Type.Object(
    {
      id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
      uri: Type.String({ minLength: 1, maxLength: 500 }),
      digest: digestSchema,
    },
    closed,
  ),
  spend: Type.Object({ to: addressSchema, amountWei: amountSchema }, closed),
  free: Type.Object({}, closed),
} as const;

export type ProposalType = keyof typeof parameterSchemas;
const proposalTypes = Object.keys(parameterSchemas) as ProposalType[];
export const proposalTypeSchema = Type.Unsafe<ProposalType>({ type: 'string', enum: proposalTypes });

/** The parameters of one type. */
export type ParametersOf<T extends ProposalType> = Static<(typeof parameterSchemas)[T]>;

const texts = { title: bilingual(200), text: bilingual(20_000) };

/** What is voted on, kept off the chain; the SHA-256 of its RFC 8785 form is in the description on the chain. */
export type ProposalDocument = {
  [T in ProposalType]: {
    type: T;
    title: { zh: string; en: string };
    text: { zh: string; en: string };
    parameters: ParametersOf<T>;
  };
}[ProposalType];

/** The words of a document, as they are given when one is prepared. */
export const textsSchema = Type.Object(texts, closed);

/** Parameters as they come in; which of the forms they must have depends on the type, see `checkParameters`. */
export const parametersSchema = Type.Unsafe<ProposalDocument['parameters']>({
  type: 'object',
  description: 'By the type of the proposal',
  anyOf: [...new Set(Object.values(parameterSchemas))],
});
/** Like `ProposalDocument`; whether the parameters are those of the type is checked by `checkParameters`. */
export const documentSchema = Type.Unsafe<ProposalDocument>(
  Type.Object({ type: proposalTypeSchema, ...texts, parameters: parametersSchema }, closed),
);
