import { foreignWords } from '../sayInChinese.ts';
import { type Admitted, admit, allowsQuestion, type PlaneCall } from './admit.ts';
import type { OpenQuestion } from './answers.ts';
import { callTransfer, takeConsumerTransfer } from './callPlane.ts';
import { answerErrors } from './errors.ts';
import { subjectItem } from './parseQuestion.ts';
import type { AnswersParts } from './parts.ts';
import { describeQuestions, findQuestion } from './questions.ts';
import { recordRefusal } from './recordRefusal.ts';

/** Provider: the open questions that the grant of a transfer allows. @throws what `admit` throws */
export async function serveQuestions(parts: AnswersParts, call: PlaneCall): Promise<{ questions: OpenQuestion[] }> {
  let admitted: Admitted | null = null;
  try {
    admitted = await admit(parts, call);
    const { grant } = admitted;
    const dataset = await parts.catalogue.read(grant.participant, grant.dataset, grant.version);
    const subject = dataset ? subjectItem(dataset) : null;
    const questions: OpenQuestion[] = [];
    for (const open of await describeQuestions(parts.house.store, grant.participant, grant.dataset)) {
      const question = await findQuestion(parts.house.store, grant.participant, grant.dataset, open.id);
      if (question && allowsQuestion(grant, question, subject)) questions.push(open);
    }
    return { questions };
  } catch (error) {
    throw await recordRefusal(parts, { kind: 'answer', participant: call.participant, admitted, error });
  }
}

/** Consumer: asks which questions it may ask. @throws ANSWER_TRANSFER_UNKNOWN, ANSWER_ASKING_FAILED, ANSWER_PROVIDER_REFUSED */
export async function requestQuestions(parts: AnswersParts, participant: string, id: string): Promise<OpenQuestion[]> {
  const transfer = await takeConsumerTransfer(parts, participant, id);
  const said = await callTransfer(parts, {
    participant,
    audience: transfer.counterparty.did,
    url: `${transfer.endpoint}/questions`,
    message: { '@type': 'xy:QuestionsRequest' },
  });
  if (!said.ok) throw answerErrors.providerRefused({ reason: said.reason }, foreignWords('reason', said.reason));
  const { questions } = said.body;
  return Array.isArray(questions) ? (questions as OpenQuestion[]) : [];
}
