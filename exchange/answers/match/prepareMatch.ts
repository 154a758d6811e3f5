import { createHash } from 'node:crypto';
import { XiangyuError } from '../../../errors.ts';
import type { Tx } from '../../../store/index.ts';
import type { Dataset } from '../../catalogue/catalogue.ts';
import type { PersonUse } from '../../citizens/citizens.ts';
import { grantedRows } from '../../delivery/plane/grantedRows.ts';
import { limitRows } from '../../delivery/sources/limitRows.ts';
import type { Grant } from '../../grants/grants.ts';
import { allOf, buildClauses, columnOf } from '../buildFilter.ts';
import { answerErrors } from '../errors.ts';
import { normaliseIdentifier } from '../identifiers.ts';
import { itemsRead, subjectItem } from '../parseQuestion.ts';
import type { AnswersParts } from '../parts.ts';
import type { Question } from '../question.ts';
import { findQuestion } from '../questions.ts';
import { dayOf } from '../spendBudget.ts';
import { matchType, packAnswer, type SignedMatch } from './matchMessage.ts';
import { runWorker } from './runWorker.ts';

/** Identifiers that a provider's set may have: more would take a core for longer than two minutes. */
const maxOwnSize = 200_000;
const partBytes = 1024 * 1024;
const maxAttempts = 5;

interface SessionRow {
  participant: string;
  consumer: string;
  id: string;
  consumer_did: string;
  transfer: string;
  agreement: string;
  grant_id: string;
  dataset: string;
  dataset_version: number;
  question: string;
  purpose: string;
  case_number: string | null;
  mode: 'size' | 'intersection';
  client_size: number;
  request: Buffer | null;
  state: string;
}

/** Which session a job is for. */
export interface SessionKey {
  participant: string;
  consumer: string;
  id: string;
}

async function readOwnSet(
  { house, delivery }: AnswersParts,
  p: { question: Question; dataset: Dataset; grant: Grant; subject: string; signal: AbortSignal },
): Promise<string[]> {
  const { question, dataset, grant, subject, signal } = p;
  const reference = dataset.source;
  if (!reference) throw answerErrors.sourceFailed();
  const column = columnOf(reference, subject);
  const granted = grantedRows(grant.policy);
  const today = dayOf(house.now());
  const filter = allOf(buildClauses({ question, parameters: {}, reference, subject, today, granted }));
  const source = limitRows(await delivery.openSource(dataset.participant, reference), reference.rows);
  const set = new Set<string>();
  try {
    for await (const rows of source.read({ columns: [column], filter, signal })) {
      for (const row of rows) {
        const value = row[column];
        const one =
          value === null || value === undefined ? null : normaliseIdentifier(question.identifierKind, `${value}`);
        if (one !== null) set.add(one);
      }
      if (set.size > maxOwnSize)
        throw answerErrors.matchFailed({ problem: `the provider's set has more than ${maxOwnSize} identifiers` });
    }
  } finally {
    await source.close();
  }
  if (set.size < question.limits.smallestGroup)
    throw answerErrors.matchFailed({ problem: "the provider's set is too small to be compared" });
  return [...set];
}

async function recordMatch(
  tx: Tx,
  { audit }: Pick<AnswersParts, 'audit'>,
  row: SessionRow,
  p: { providerSize: number; answerDigest: string; bytes: number },
): Promise<void> {
  await audit.record(tx, {
    participant: row.participant,
    kind: 'match',
    outcome: 'ok',
    counterparty: row.consumer_did,
    transfer: row.transfer,
    agreement: row.agreement,
    grant: row.grant_id,
    dataset: row.dataset,
    purpose: row.purpose,
    ...(row.case_number === null ? {} : { caseNumber: row.case_number }),
    bytes: p.bytes,
    detail: {
      match: row.id,
      question: row.question,
      mode: row.mode,
      consumerSize: row.client_size,
      providerSize: p.providerSize,
      answerDigest: p.answerDigest,
    },
  });
}

/**
 * What the citizen's view records: whom of the provider's set the consumer asked about is not known here, and cannot be, so that
 * the whole set was used.
 */
async function describeUse(
  { registry, house, citizens }: AnswersParts,
  row: SessionRow,
  p: { question: Question; dataset: Dataset; subject: string; own: readonly string[] },
): Promise<{ use: PersonUse; pseudonyms: string[] } | null> {
  if (p.dataset.subject !== 'person') return null;
  const entry = await registry.find(row.consumer);
  const { identifierKind } = p.question;
  const use: PersonUse = {
    participant: row.participant,
    consumer: { did: row.consumer_did, name: entry?.name ?? { zh: row.consumer, en: row.consumer } },
    dataset: row.dataset,
    datasetTitle: p.dataset.title,
    kind: 'match',
    items: itemsRead(p.question, p.subject),
    question: p.question.words,
    grant: row.grant_id,
    agreement: row.agreement,
    transfer: row.transfer,
    purpose: row.purpose,
    caseNumber: row.case_number,
    at: house.now(),
    identifierKind,
  };
  return { use, pseudonyms: await citizens.pseudonymsOf(row.participant, identifierKind, p.own) };
}

async function compute(parts: AnswersParts, row: SessionRow, signal: AbortSignal): Promise<void> {
  const { house, identity, grants, catalogue } = parts;
  const { participant } = row;
  const [question, dataset, grant] = await Promise.all([
    findQuestion(house.store, participant, row.dataset, row.question),
    catalogue.read(participant, row.dataset, row.dataset_version),
    grants.readByAgreement(participant, row.agreement),
  ]);
  const subject = dataset ? subjectItem(dataset) : null;
  if (!question || !dataset || subject === null || !row.request) throw answerErrors.matchUnknown({ id: row.id });
  if (grant?.state !== 'active') throw answerErrors.grantNotActive({ state: grant?.state ?? 'not there' });
  const own = await readOwnSet(parts, { question, dataset, grant, subject, signal });
  const reveal = row.mode === 'intersection';
  const outcome = await runWorker(
    { step: 'answer', identifiers: own, request: row.request, size: row.client_size, reveal },
    signal,
  );
  if (outcome.step !== 'answer')
    throw answerErrors.matchFailed({ problem: outcome.step === 'refused' ? outcome.problem : 'no answer came of it' });
  const packed = packAnswer(outcome.setup, outcome.response);
  // As a key is: what lets the consumer compare leaves only after the chain itself said that the grant holds.
  await grants.assertFresh(grant);
  const answerDigest = createHash('sha256').update(packed).digest('hex');
  const payload: SignedMatch = {
    match: row.id,
    question: row.question,
    dataset: row.dataset,
    datasetVersion: row.dataset_version,
    grant: row.grant_id,
    agreement: row.agreement,
    asker: row.consumer_did,
    purpose: row.purpose,
    caseNumber: row.case_number,
    mode: row.mode,
    requestDigest: createHash('sha256').update(row.request).digest('hex'),
    answerDigest,
    consumerSize: row.client_size,
    providerSize: own.length,
    at: house.now().toISOString(),
  };
  const jws = await identity.sign(participant, matchType, JSON.parse(JSON.stringify(payload)));
  const count = Math.ceil(packed.length / partBytes);
  const used = await describeUse(parts, row, { question, dataset, subject, own });
  await house.store.transaction(async (tx) => {
    const changed = await tx`
      UPDATE exchange.match_sessions SET state = 'ready', parts = ${count}, own_size = ${own.length}, jws = ${jws},
        request = NULL
      WHERE participant = ${participant} AND consumer = ${row.consumer} AND id = ${row.id} AND state = 'preparing'
      RETURNING id`;
    if (changed.length === 0) return;
    for (let part = 0; part < count; part += 1)
      await tx`
        INSERT INTO exchange.match_parts (participant, side, counterparty, match, part, bytes)
        VALUES (${participant}, 'provider', ${row.consumer}, ${row.id}, ${part},
          ${packed.subarray(part * partBytes, (part + 1) * partBytes)})`;
    if (used) await parts.citizens.recordPseudonyms(tx, used.use, used.pseudonyms);
    await recordMatch(tx, parts, row, { providerSize: own.length, answerDigest, bytes: packed.length });
  });
}

/**
 * Provider: computes the answer to a match, in a thread of its own. When it dies on the way it starts anew, with a new secret;
 * the answer, its record and its parts appear together. After five attempts, or for a reason that stays, the match has failed.
 */
export async function prepareMatch(
  parts: AnswersParts,
  { participant, consumer, id }: SessionKey,
  { attempt, signal }: { attempt: number; signal: AbortSignal },
): Promise<void> {
  const { house } = parts;
  const [row] = await house.store.sql<SessionRow[]>`
    SELECT * FROM exchange.match_sessions
    WHERE participant = ${participant} AND consumer = ${consumer} AND id = ${id} AND state = 'preparing'`;
  if (!row) return;
  try {
    await compute(parts, row, signal);
  } catch (error) {
    const stays = error instanceof XiangyuError && !error.retryable;
    if (signal.aborted || (!stays && attempt < maxAttempts)) throw error;
    house.context.logger.warn({ err: error, participant, match: id }, 'a match could not be computed');
    const problem = stays ? error.reason : 'the source or the computation failed';
    await house.store.transaction(async (tx) => {
      await tx`
        UPDATE exchange.match_sessions SET state = 'failed', problem = ${problem}, request = NULL
        WHERE participant = ${participant} AND consumer = ${consumer} AND id = ${id}`;
      await parts.audit.record(tx, {
        participant,
        kind: 'match',
        outcome: 'failed',
        counterparty: row.consumer_did,
        transfer: row.transfer,
        agreement: row.agreement,
        grant: row.grant_id,
        dataset: row.dataset,
        detail: { match: id, code: error instanceof XiangyuError ? error.code : 'unexpected' },
      });
    });
  }
}
