import { type BundleCheck, finding } from './bundleCheck.ts';
import type { JsonValue } from './canonicalizeJson.ts';
import { hashDeclaration } from './epcis/hashDeclaration.ts';
import { hashEvents } from './epcis/hashEvents.ts';
import type { ProofBundle } from './proofBundle.ts';
import { wordsOfError } from './words.ts';

const kinds = ['epcis.event', 'epcis.errorDeclaration'];

/**
 * The check 'event' of a bundle about an EPCIS event or an error declaration: the one event of the payload, or its
 * declaration, has the hash id that the statement is about.
 */
export function checkEvent({ statement, payload }: ProofBundle): BundleCheck {
  const { passed, failed, open } = finding('event');
  if (!kinds.includes(statement.kind))
    return open('The statement is not about an EPCIS event.', '该存证不是关于 EPCIS 事件的。');
  if (!payload) return open('The bundle carries no event to identify.', '证明包不含可供核对的事件。');
  const declares = statement.kind === 'epcis.errorDeclaration';
  const noun = declares ? { en: 'error declaration', zh: '错误声明' } : { en: 'event', zh: '事件' };
  try {
    const [event, ...others] = hashEvents(payload.content);
    if (event === undefined || others.length > 0)
      return failed('The payload is not a document with one event.', '内容不是只含一个事件的文档。');
    const hash = declares ? hashDeclaration(event, readDeclaration(payload.content)) : event;
    return hash === statement.subject
      ? passed(
          `The ${noun.en} has the hash id${declares ? '' : ' (CBV 2.0)'} that the statement is about.`,
          `${noun.zh}的哈希编号${declares ? '' : '（CBV 2.0）'}与存证一致。`,
        )
      : failed(
          `The ${noun.en} has the hash id ${hash}, the statement is about ${statement.subject}.`,
          `${noun.zh}的哈希编号是 ${hash}，而存证的对象是 ${statement.subject}。`,
        );
  } catch (error) {
    const { en, zh } = wordsOfError(error);
    return failed(en, zh);
  }
}

/** The error declaration of the one event of a document; null when it has none. */
function readDeclaration(content: JsonValue): JsonValue {
  const { epcisBody } = content as { epcisBody?: { eventList?: { errorDeclaration?: JsonValue }[] } };
  return epcisBody?.eventList?.[0]?.errorDeclaration ?? null;
}
