import { XiangyuError } from '../../errors.ts';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { grantedRows } from '../delivery/plane/grantedRows.ts';
import { limitRows } from '../delivery/sources/limitRows.ts';
import type { DataSource, SourceReference } from '../delivery/sources/source.ts';
import { rowsOf } from '../policy/policy.ts';
import type { Asked } from './answerQuestion.ts';
import type { AnswerContent } from './answers.ts';
import { allOf, buildClauses, type Clause, columnOf } from './buildFilter.ts';
import {
  findFrozen,
  type GroupKey,
  lockGroups,
  packMembers,
  refuseListOverlap,
  refuseOverlap,
  rememberGroup,
} from './controlOverlap.ts';
import { answerErrors } from './errors.ts';
import { parseIdentifiers, parseParameters } from './parseParameters.ts';
import { isAggregate } from './parseQuestion.ts';
import type { AnswersParts } from './parts.ts';
import type { Scalar } from './question.ts';
import { digestJson } from './questionMessage.ts';
import { dayOf } from './spendBudget.ts';
import { tellGroups } from './tellGroups.ts';
import { findIdentifiers, tellHolds, tellValue } from './tellSingle.ts';

/** No question may hold a source longer. */
const sourceTimeoutMs = 30_000;

interface Computed {
  answer: AnswerContent;
  /** Identifiers of the persons concerned. */
  persons: string[];
}

/** Checks what was filled in, before anything is counted. @throws ANSWER_PARAMETER_INVALID, ANSWER_GROUP_TOO_SMALL */
export function checkAsked({ question, message, subject }: Pick<Asked, 'question' | 'message' | 'subject'>): {
  parameters: Record<string, Scalar>;
  identifiers: string[];
} {
  if (question.kind !== 'matchRate')
    return { parameters: parseParameters(question, message.parameters, subject), identifiers: [] };
  const { identifiers, ...rest } = message.parameters;
  parseParameters(question, rest, subject);
  return { parameters: {}, identifiers: parseIdentifiers(question, identifiers) };
}

/** Groups are asked for one at a time and held against earlier ones; a repeated one has its first answer. */
async function tellGroup(
  { groups }: AnswersParts,
  p: {
    key: GroupKey;
    remembered: { question: string; fingerprint: string; now: Date };
    clauses: readonly Clause[] | null;
    members: Buffer | null;
    refuse: (tx: Tx) => Promise<void>;
    tell: () => Promise<AnswerContent>;
  },
): Promise<AnswerContent> {
  const { key, remembered, clauses, members } = p;
  return groups.transaction(async (tx) => {
    await lockGroups(tx, key);
    const frozen = await findFrozen(tx, key, remembered);
    if (frozen) return frozen;
    await p.refuse(tx);
    const answer = await p.tell();
    await rememberGroup(tx, key, { ...remembered, clauses, members, answer });
    return answer;
  });
}

async function tellFrom(
  parts: AnswersParts,
  asked: Asked,
  { source, reference, subject }: { source: DataSource; reference: SourceReference; subject: string },
): Promise<Computed> {
  const { house, identity } = parts;
  const { question, dataset, grant, caller } = asked;
  const { parameters, identifiers } = checkAsked(asked);
  const now = house.now();
  const signal = AbortSignal.any([house.context.signal, AbortSignal.timeout(sourceTimeoutMs)]);
  const granted = grantedRows(grant.policy);
  const clauses = buildClauses({ question, parameters, reference, subject, today: dayOf(now), granted });
  const column = columnOf(reference, subject);
  const key = { participant: grant.participant, consumer: caller.slug, dataset: dataset.id };
  const smallest = question.limits.smallestGroup;
  const on = { source, reference, question, filter: allOf(clauses), signal };

  if (isAggregate(question)) {
    const fingerprint = digestJson(JSON.parse(JSON.stringify(clauses)));
    const answer = await tellGroup(parts, {
      key,
      remembered: { question: question.id, fingerprint, now },
      clauses,
      members: null,
      refuse: (tx) => refuseOverlap(tx, { key, source, subject: column, clauses, smallest, now, signal }),
      tell: () => tellGroups({ ...on, subject: column }),
    });
    return { answer, persons: [] };
  }
  if (question.kind === 'matchRate') {
    const keyed = await Promise.all(identifiers.map((one) => identity.pseudonym(key.participant, `list:${one}`)));
    const members = packMembers(keyed);
    const list: JsonValue =
      granted.length > 0 ? [members.toString('hex'), rowsOf(grant.policy)] : members.toString('hex');
    const answer = await tellGroup(parts, {
      key,
      remembered: { question: question.id, fingerprint: digestJson(list), now },
      clauses: null,
      members,
      refuse: (tx) => refuseListOverlap(tx, { key, members, smallest, now }),
      async tell() {
        const found = await findIdentifiers({ ...on, identifiers, subject: column });
        return { kind: 'matchRate', reached: found.size / identifiers.length >= (question.threshold ?? 1) };
      },
    });
    return { answer, persons: identifiers };
  }
  const answer = question.kind === 'holds' ? await tellHolds(on) : await tellValue(on);
  const whom = question.parameters.find(({ item }) => item === subject);
  const identifier = whom ? parameters[whom.name] : undefined;
  return { answer, persons: identifier === undefined ? [] : [String(identifier)] };
}

/**
 * Runs the question on the source. No transaction of the own database is open meanwhile, but for groups, which hold nothing
 * else of it: a transaction that waits for a second connection could wait for ever.
 */
export async function computeAnswer(parts: AnswersParts, asked: Asked): Promise<Computed> {
  const { dataset, grant, subject } = asked;
  const reference = dataset.source;
  if (!reference || subject === null) throw answerErrors.sourceFailed();
  let source: DataSource | null = null;
  try {
    source = limitRows(await parts.delivery.openSource(grant.participant, reference), reference.rows);
    return await tellFrom(parts, asked, { source, reference, subject });
  } catch (error) {
    if (error instanceof XiangyuError && error.code.startsWith('ANSWER_')) throw error;
    throw answerErrors.sourceFailed({}, { cause: error });
  } finally {
    await source?.close();
  }
}
