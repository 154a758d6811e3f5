import { didOfKid, digestPayload, type JsonValue, keyOfDid, readJws, verifyEd25519 } from '../../../../proof/index.ts';
import type { ReceivedAnswer } from '../api/answers.ts';

export interface AnswerVerification {
  /** Whether the key that the provider's name holds made the signature. */
  signed: boolean;
  /** Whether what was signed is this answer to this question for this case. */
  same: boolean;
  /** Whether it is about these parameters; null when they are not at hand. */
  parameters: boolean | null;
  /** DID that signed it. */
  signer: string;
  /** When it was signed, as it says. */
  at: string | null;
}

const none: AnswerVerification = { signed: false, same: false, parameters: null, signer: '', at: null };

/** Checks a signed answer with nothing but its text: no server is asked. */
export function verifyAnswer(answer: ReceivedAnswer, parameters: JsonValue | null = null): AnswerVerification {
  const read = readJws(answer.jws ?? '');
  if (!read) return none;
  const { header, payload, message, signature } = read;
  const signer = didOfKid(header.kid) ?? '';
  const publicKey = keyOfDid(signer);
  const signed =
    publicKey !== null &&
    signer === answer.provider &&
    header.alg === 'EdDSA' &&
    header.typ === 'xy-answer+jwt' &&
    verifyEd25519({ publicKey, message, signature });
  const same =
    payload.question === answer.question &&
    payload.nonce === answer.id &&
    payload.purpose === answer.purpose &&
    payload.caseNumber === answer.caseNumber &&
    JSON.stringify(payload.answer, sorted) === JSON.stringify(answer.answer, sorted);
  return {
    signed,
    same,
    parameters: parameters === null ? null : payload.parametersDigest === digestPayload(answer.salt, parameters),
    signer,
    at: typeof payload.at === 'string' ? payload.at : null,
  };
}

/** Writes members of objects in one order, however they came. */
const sorted = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
