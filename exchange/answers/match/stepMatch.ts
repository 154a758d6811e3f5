import { createHash } from 'node:crypto';
import { XiangyuError } from '../../../errors.ts';
import { enqueueJob } from '../../../store/index.ts';
import { foreignWords } from '../../sayInChinese.ts';
import { callTransfer, takeConsumerTransfer } from '../callPlane.ts';
import { answerErrors } from '../errors.ts';
import type { AnswersParts } from '../parts.ts';
import { type MatchRequestMessage, matchType, type SignedMatch, unpackAnswer } from './matchMessage.ts';
import { type MatchRow, takeMatch } from './matchRow.ts';
import { runWorker } from './runWorker.ts';
import { consumerQueue } from './startMatch.ts';

const pollMs = 1_000;
/** An answer about the largest sets has about 15 parts of a MiB; nobody fills the database with more. */
const mostParts = 64;
const mostPartBytes = 1024 * 1024;
const maxAttempts = 9;

type Step = (parts: AnswersParts, row: MatchRow, signal: AbortSignal) => Promise<'on' | 'later' | 'over'>;

/** Blinds the own set under a new secret, which is kept sealed until the answer is there. */
const prepare: Step = async ({ house, identity }, row, signal) => {
  const work = { step: 'request', identifiers: row.identifiers ?? [], reveal: row.mode === 'intersection' } as const;
  const outcome = await runWorker(work, signal);
  if (outcome.step !== 'request') throw answerErrors.matchFailed({ problem: 'the own set could not be blinded' });
  const { encryptionKey } = await identity.ensure(row.participant);
  const sealed = await identity.seal(encryptionKey, outcome.key);
  await house.store.sql`
    UPDATE exchange.matches SET state = 'asking', sealed_key = ${sealed}, request = ${Buffer.from(outcome.request)}
    WHERE id = ${row.id} AND state = 'preparing'`;
  return 'on';
};

function messageOf(row: MatchRow): MatchRequestMessage {
  return {
    '@type': 'xy:MatchRequest',
    id: row.id,
    question: row.question,
    purpose: row.purpose,
    caseNumber: row.case_number,
    mode: row.mode,
    size: row.own_size,
    request: row.request?.toString('base64') ?? '',
  };
}

/** Sends to the provider; its refusals end the match, its silence does not. */
async function send(
  parts: AnswersParts,
  row: MatchRow,
  p: { path: string; message: unknown; signal: AbortSignal },
): Promise<Record<string, unknown>> {
  const transfer = await takeConsumerTransfer(parts, row.participant, row.transfer);
  const said = await callTransfer(parts, {
    participant: row.participant,
    audience: transfer.counterparty.did,
    url: `${transfer.endpoint}${p.path}`,
    message: p.message,
    signal: p.signal,
  });
  if (said.ok) return said.body;
  if (said.status === 401)
    throw answerErrors.askingFailed({ problem: said.reason }, foreignWords('problem', said.reason));
  throw answerErrors.providerRefused({ reason: said.reason }, foreignWords('reason', said.reason));
}

const ask: Step = async (parts, row, signal) => {
  await send(parts, row, { path: '/matches', message: messageOf(row), signal });
  await parts.house.store.sql`UPDATE exchange.matches SET state = 'waiting' WHERE id = ${row.id} AND state = 'asking'`;
  return 'on';
};

/** Fetches the parts that are not there yet; each is kept as it comes. */
const fetchParts: Step = async (parts, row, signal) => {
  const { sql } = parts.house.store;
  const path = '/matches/parts';
  const told = await send(parts, row, { path, message: { '@type': 'xy:MatchPart', id: row.id, part: null }, signal });
  if (told.state === 'failed') throw answerErrors.matchFailed({ problem: String(told.problem).slice(0, 300) });
  if (told.state !== 'ready') return 'later';
  const count = Number(told.parts);
  if (!Number.isInteger(count) || count < 1 || count > mostParts || typeof told.jws !== 'string')
    throw answerErrors.answerRefused({ problem: 'it does not say how long it is' });
  const kept = await sql<{ part: number }[]>`
    SELECT part FROM exchange.match_parts
    WHERE participant = ${row.participant} AND side = 'consumer' AND counterparty = '' AND match = ${row.id}`;
  const have = new Set(kept.map(({ part }) => part));
  for (let part = 0; part < count; part += 1) {
    if (have.has(part)) continue;
    const one = await send(parts, row, { path, message: { '@type': 'xy:MatchPart', id: row.id, part }, signal });
    if (typeof one.bytes !== 'string') throw answerErrors.answerRefused({ problem: `part ${part} is missing` });
    const bytes = Buffer.from(one.bytes, 'base64');
    if (bytes.length > mostPartBytes) throw answerErrors.answerRefused({ problem: `part ${part} is too large` });
    await sql`
      INSERT INTO exchange.match_parts (participant, side, counterparty, match, part, bytes)
      VALUES (${row.participant}, 'consumer', '', ${row.id}, ${part}, ${bytes})
      ON CONFLICT DO NOTHING`;
  }
  await sql`
    UPDATE exchange.matches SET state = 'computing', parts = ${count}, confirmation = ${told.jws}
    WHERE id = ${row.id} AND state = 'waiting'`;
  return 'on';
};

/** The provider signed exactly these bytes for exactly this request. */
async function checkConfirmation({ identity }: AnswersParts, row: MatchRow, packed: Buffer): Promise<void> {
  const { payload } = await identity.verify(row.confirmation ?? '', { did: row.provider, type: matchType });
  const said = payload as unknown as SignedMatch;
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const differs =
    said.match !== row.id ||
    said.agreement !== row.agreement ||
    said.mode !== row.mode ||
    said.answerDigest !== sha256(packed) ||
    said.requestDigest !== sha256(row.request ?? Buffer.alloc(0));
  if (differs) throw answerErrors.answerRefused({ problem: 'it is not what the provider signed for this match' });
}

/** Compares, keeps the result with its record, and removes set, secret and messages. */
const compare: Step = async (parts, row, signal) => {
  const { house, identity, audit } = parts;
  const stored = await house.store.sql<{ bytes: Buffer }[]>`
    SELECT bytes FROM exchange.match_parts
    WHERE participant = ${row.participant} AND side = 'consumer' AND match = ${row.id} ORDER BY part`;
  const packed = Buffer.concat(stored.map(({ bytes }) => bytes));
  await checkConfirmation(parts, row, packed);
  const unpacked = unpackAnswer(packed);
  if (!unpacked || !row.sealed_key) throw answerErrors.answerRefused({ problem: 'it is cut off' });
  const key = await identity.open(row.participant, row.sealed_key);
  const outcome = await runWorker({ step: 'compare', key, ...unpacked, reveal: row.mode === 'intersection' }, signal);
  if (outcome.step !== 'compare')
    throw answerErrors.answerRefused({ problem: outcome.step === 'refused' ? outcome.problem : 'nothing came of it' });
  const both = outcome.indices?.map((at) => row.identifiers?.[at]).filter((one) => one !== undefined) ?? null;
  await house.store.transaction(async (tx) => {
    const changed = await tx`
      UPDATE exchange.matches SET state = 'done', size = ${outcome.size},
        intersection = ${both === null ? null : JSON.stringify(both)}::text::jsonb,
        identifiers = NULL, sealed_key = NULL, request = NULL, ended_at = ${house.now()}
      WHERE id = ${row.id} AND state = 'computing' RETURNING id`;
    if (changed.length === 0) return;
    await tx`
      DELETE FROM exchange.match_parts
      WHERE participant = ${row.participant} AND side = 'consumer' AND match = ${row.id}`;
    await audit.record(tx, {
      participant: row.participant,
      kind: 'match',
      outcome: 'ok',
      counterparty: row.provider,
      transfer: row.transfer,
      agreement: row.agreement,
      purpose: row.purpose,
      ...(row.case_number === null ? {} : { caseNumber: row.case_number }),
      bytes: packed.length,
      detail: {
        match: row.id,
        question: row.question,
        mode: row.mode,
        ownSize: row.own_size,
        answerDigest: createHash('sha256').update(packed).digest('hex'),
      },
    });
  });
  return 'over';
};

const steps: Partial<Record<MatchRow['state'], Step>> = {
  preparing: prepare,
  asking: ask,
  waiting: fetchParts,
  computing: compare,
};

async function fail(parts: AnswersParts, row: MatchRow, error: unknown): Promise<void> {
  const { house, audit } = parts;
  house.context.logger.warn({ err: error, participant: row.participant, match: row.id }, 'a match failed');
  const problem = error instanceof XiangyuError ? error.reason : 'the computation failed';
  await house.store.transaction(async (tx) => {
    const changed = await tx`
      UPDATE exchange.matches SET state = 'failed', problem = ${problem}, identifiers = NULL, sealed_key = NULL,
        request = NULL, ended_at = ${house.now()}
      WHERE id = ${row.id} AND state = ${row.state} RETURNING id`;
    // Another attempt came further meanwhile.
    if (changed.length === 0) return;
    await tx`
      DELETE FROM exchange.match_parts
      WHERE participant = ${row.participant} AND side = 'consumer' AND match = ${row.id}`;
    await audit.record(tx, {
      participant: row.participant,
      kind: 'match',
      outcome: 'failed',
      counterparty: row.provider,
      transfer: row.transfer,
      agreement: row.agreement,
      detail: {
        match: row.id,
        question: row.question,
        code: error instanceof XiangyuError ? error.code : 'unexpected',
      },
    });
  });
}

/**
 * Consumer: takes a match as far as it goes. Every step is a row, so that after a crash it goes on where it was; while the
 * provider computes, it is asked again each second.
 */
export async function stepMatch(
  parts: AnswersParts,
  { participant, id }: { participant: string; id: string },
  { attempt, signal }: { attempt: number; signal: AbortSignal },
): Promise<void> {
  for (;;) {
    const row = await takeMatch(parts.house.store, participant, id);
    const step = steps[row.state];
    if (!step) return;
    try {
      const next = await step(parts, row, signal);
      if (next === 'over') return;
      if (next === 'later') {
        await parts.house.store.transaction((tx) =>
          enqueueJob(tx, {
            queue: consumerQueue,
            payload: { participant, id },
            runAt: new Date(Date.now() + pollMs),
          }),
        );
        return;
      }
    } catch (error) {
      const stays = error instanceof XiangyuError && !error.retryable;
      if (signal.aborted || (!stays && attempt < maxAttempts)) throw error;
      await fail(parts, row, error);
      return;
    }
  }
}
