import { digestPayload, type JsonValue } from '../../proof/index.ts';
import type { Identity } from '../identity/identity.ts';
import { answerType, type SignedAnswer } from './answers.ts';
import { answerErrors } from './errors.ts';

/** What the asker knows and the answer must say too. */
export interface ExpectedAnswer {
  /** DID of the provider's connector. */
  provider: string;
  question: string;
  agreement: string;
  purpose: string;
  caseNumber: string | null;
  nonce: string;
  salt: string;
  parameters: { [name: string]: JsonValue };
}

/**
 * Checks a signed answer: the provider's signature, that it answers this question and no other one, and that it is about these
 * parameters. Needs nothing but the text, the salt and the parameters, so that it can be done years later and by others.
 * @throws ANSWER_ANSWER_REFUSED
 */
export async function verifyAnswer(
  identity: Pick<Identity, 'verify'>,
  jws: string,
  expected: ExpectedAnswer,
): Promise<SignedAnswer> {
  const { payload } = await identity
    .verify(jws, { did: expected.provider, type: answerType })
    .catch((cause: unknown) => {
      throw answerErrors.answerRefused({ problem: 'the signature is not the provider’s' }, { cause });
    });
  const said = payload as unknown as SignedAnswer;
  for (const field of ['question', 'agreement', 'purpose', 'caseNumber', 'nonce'] as const)
    if (said[field] !== expected[field]) throw answerErrors.answerRefused({ problem: `it has another ${field}` });
  if (said.parametersDigest !== digestPayload(expected.salt, expected.parameters))
    throw answerErrors.answerRefused({ problem: 'it is about other parameters' });
  if (typeof said.answer !== 'object' || said.answer === null)
    throw answerErrors.answerRefused({ problem: 'it says nothing' });
  return said;
}
