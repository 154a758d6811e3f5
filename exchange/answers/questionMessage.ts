import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import { regionPattern } from '../policy/policy.ts';
import { answerErrors } from './errors.ts';

const withoutZero = '^[^\\u0000]*$';
const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** A question on the wire. */
export interface QuestionMessage {
  '@type': 'xy:Question';
  question: string;
  parameters: { [name: string]: JsonValue };
  purpose: string;
  caseNumber: string | null;
  /** Region in which the answer is used, GB/T 2260, where it is not all of what was agreed. */
  place?: string;
  /** Chosen by the asker; the same one is the same question, however often it is sent. */
  nonce: string;
  /** 32 bytes, hexadecimal: keeps the digest of the parameters from being guessed. */
  salt: string;
}

/** Fields that questions and matches share. */
export const statedFields = {
  question: Type.String({ minLength: 1, maxLength: 63, pattern: withoutZero }),
  purpose: Type.String({ minLength: 1, maxLength: 200, pattern: withoutZero }),
  caseNumber: Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 200, pattern: withoutZero })]),
};

const compiled = Compile(
  Type.Object({
    '@type': Type.Literal('xy:Question'),
    ...statedFields,
    place: Type.Optional(Type.String({ pattern: regionPattern })),
    parameters: Type.Record(Type.String(), Type.Unknown(), { maxProperties: 20 }),
    nonce: Type.String({ pattern: uuid }),
    salt: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
);

interface Validator {
  Check(value: unknown): boolean;
  Errors(value: unknown): { instancePath: string; message: string }[];
}

/** The JSON of a message, checked. @throws ANSWER_REQUEST_INVALID */
export function readMessage<Message>(validator: Validator, body: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw answerErrors.requestInvalid({ path: '/', problem: 'it is no JSON' }, { cause });
  }
  if (validator.Check(value)) return value as Message;
  const [first] = validator.Errors(value);
  throw answerErrors.requestInvalid({ path: first?.instancePath || '/', problem: first?.message ?? 'it is none' });
}

/** Reads a question. @throws ANSWER_REQUEST_INVALID */
export const readQuestionMessage = (body: string) => readMessage<QuestionMessage>(compiled, body);

/** SHA-256 of the canonical JSON, hexadecimal. */
export function digestJson(value: JsonValue): string {
  return createHash('sha256').update(canonicalizeJson(value)).digest('hex');
}
