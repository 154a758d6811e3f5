import { randomUUID } from 'node:crypto';
import { enqueueJob } from '../../../store/index.ts';
import type { Match, MatchParameters } from '../answers.ts';
import { takeConsumerTransfer } from '../callPlane.ts';
import { answerErrors } from '../errors.ts';
import { type IdentifierKind, normaliseIdentifier } from '../identifiers.ts';
import type { AnswersParts } from '../parts.ts';
import { takeMatch, toMatch } from './matchRow.ts';

/** Matches of consumers wait in this queue for their next step. */
export const consumerQueue = 'exchange.match.consumer';
/** Most identifiers of a consumer's set. */
const maxSize = 200_000;

/**
 * Consumer: keeps its set and has the match carried through in the background. The same id is one match. Nothing of the set
 * leaves but blinded, and it is removed when the match is over.
 * @throws ANSWER_TRANSFER_UNKNOWN, ANSWER_PARAMETER_INVALID, ANSWER_GROUP_TOO_SMALL, ANSWER_NONCE_REUSED
 */
export async function startMatch(
  parts: AnswersParts,
  p: MatchParameters & { identifierKind: IdentifierKind },
): Promise<Match> {
  const { house } = parts;
  const transfer = await takeConsumerTransfer(parts, p.participant, p.transfer);
  const set = new Set<string>();
  p.identifiers.forEach((identifier, at) => {
    const one = normaliseIdentifier(p.identifierKind, identifier);
    if (one === null)
      throw answerErrors.parameterInvalid({ path: `identifiers[${at}]`, problem: 'it is no identifier of its kind' });
    set.add(one);
  });
  if (set.size === 0 || set.size > maxSize)
    throw answerErrors.groupTooSmall({ size: set.size, smallest: 1, most: maxSize });
  const id = p.id ?? randomUUID();
  await house.store.transaction(async (tx) => {
    const made = await tx`
      INSERT INTO exchange.matches (id, participant, transfer, agreement, provider, question, purpose, case_number, mode,
        own_size, identifiers, started_at)
      VALUES (${id}, ${p.participant}, ${p.transfer}, ${transfer.agreementId}, ${transfer.counterparty.did}, ${p.question},
        ${p.purpose}, ${p.caseNumber}, ${p.mode}, ${set.size}, ${JSON.stringify([...set])}::text::jsonb, ${house.now()})
      ON CONFLICT (id) DO NOTHING RETURNING id`;
    if (made.length > 0)
      await enqueueJob(tx, { queue: consumerQueue, key: id, payload: { participant: p.participant, id } });
  });
  const row = await takeMatch(house.store, p.participant, id);
  if (row.transfer !== p.transfer || row.question !== p.question || row.mode !== p.mode)
    throw answerErrors.nonceReused({ nonce: id });
  return toMatch(row);
}
