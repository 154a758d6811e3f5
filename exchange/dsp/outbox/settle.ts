import { XiangyuError } from '../../../errors.ts';
import type { PostOutgoingReturnType } from '../../../host/index.ts';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { nextState } from '../machines/machine.ts';
import { findProblems } from '../messages/checkMessage.ts';
import { acknowledge } from '../process/acknowledge.ts';
import { endHere } from '../process/advance.ts';
import { type Kind, otherPid } from '../process/kind.ts';
import { recordMessage } from '../records/recordMessage.ts';
import { type OutgoingRow, settleMessages } from '../store/messages.ts';
import { lockProcess } from '../store/processes.ts';
import type { ProcessRow } from '../store/rows.ts';
import { call } from './call.ts';
import type { Prepared } from './prepare.ts';
import { settleRefusal } from './settleRefusal.ts';

/** What became of an attempt to send a message. */
export type Outcome = { answer: PostOutgoingReturnType } | { failure: string };

export interface SettleParameters<Row extends ProcessRow> {
  kind: Kind<Row>;
  /** With the text and token that were sent. */
  message: OutgoingRow;
  prepared: Prepared;
  outcome: Outcome;
}

/** Answers after which the same message may be taken: the other side is busy, or something between us is. */
const retried = new Set([401, 403, 408, 409, 425, 429]);
/** Unknown and not allowed look the same; what is not allowed for a moment may be allowed again. */
const mostNotFound = 4;

/** Reads JSON that another connector answered; null when it is none. */
export function readAnswer(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

/** The state in which the other side has the process; null when it has none, undefined when that could not be found out. */
export async function readOtherState<Row extends ProcessRow>(
  context: DspContext,
  { kind, row, prepared }: { kind: Kind<Row>; row: Row; prepared: Prepared },
): Promise<string | null | undefined> {
  const pid = otherPid(row);
  if (pid === null) return null;
  try {
    const answer = await call(context, {
      participant: row.participant,
      audience: prepared.audience,
      method: 'GET',
      url: `${prepared.base}/${kind.path}/${encodeURIComponent(pid)}`,
      body: '',
    });
    if (answer.status === 404) return null;
    const body = readAnswer(answer.body);
    if (answer.status !== 200 || findProblems(kind.answerType, body).length > 0) return undefined;
    return String(body?.state);
  } catch {
    return undefined;
  }
}

/** Sends it again later, or gives it up, and the process with it, when nobody took it for too long. */
async function postpone<Row extends ProcessRow>(
  context: DspContext,
  { kind, message, reason, afterMs = 0 }: { kind: Kind<Row>; message: OutgoingRow; reason: string; afterMs?: number },
): Promise<void> {
  const { timings, house } = context;
  const at = house.now();
  await house.store.transaction(async (tx) => {
    const row = await lockProcess<Row>(tx, kind.name, message.process);
    if (!row) return;
    if (at.getTime() - message.created_at.getTime() < timings.giveUpMs) {
      const backoff = Math.min(timings.backoffMs * 2 ** (message.attempts - 1), timings.longestBackoffMs);
      const dueAt = new Date(at.getTime() + Math.max(afterMs, backoff * (0.75 + Math.random() / 2)));
      await tx`
        UPDATE exchange.dsp_messages SET due_at = ${dueAt}, leased_until = NULL, last_error = ${reason}
        WHERE id = ${message.id} AND state = 'waiting'`;
      return;
    }
    await settleMessages(tx, [message.id], { state: 'gaveUp', at, error: reason });
    await recordMessage(context, tx, { kind: kind.name, row, message, status: null, outcome: 'failed' });
    await endHere(context, tx, { kind, row, code: 'unreachable', reason: ['The other side took no message.'] });
  });
}

/** The name that the answer to a first message gives to the process; null when the answer is none. */
function readPid<Row extends ProcessRow>(kind: Kind<Row>, row: Row, body: string): string | null {
  const answer = readAnswer(body);
  if (findProblems(kind.answerType, answer).length > 0) return null;
  return String(answer?.[row.role === 'consumer' ? 'providerPid' : 'consumerPid']);
}

async function settleTaken<Row extends ProcessRow>(
  context: DspContext,
  { kind, message, prepared }: SettleParameters<Row>,
  answer: PostOutgoingReturnType,
): Promise<void> {
  const { store } = context.house;
  const diverged = await store.transaction(async (tx) => {
    const row = await lockProcess<Row>(tx, kind.name, message.process);
    const [waits] = await tx`SELECT 1 FROM exchange.dsp_messages WHERE id = ${message.id} AND state = 'waiting'`;
    if (!row || !waits) return null;
    const { status } = answer;
    if (nextState(kind.machine, { state: row.state, step: message.step, by: row.role }) === null) {
      await settleMessages(tx, [message.id], { state: 'done', at: context.house.now(), status });
      await recordMessage(context, tx, { kind: kind.name, row, message, status, outcome: 'ok' });
      return row;
    }
    const pid = row.state === null ? readPid(kind, row, answer.body) : null;
    if (row.state === null && pid === null) {
      await settleMessages(tx, [message.id], { state: 'refused', at: context.house.now(), status });
      await recordMessage(context, tx, { kind: kind.name, row, message, status, outcome: 'failed' });
      const reason = ['The answer to the first message did not name the process.'];
      await endHere(context, tx, { kind, row, code: 'answerInvalid', reason });
      return null;
    }
    await acknowledge(context, tx, { kind, row, message, pid, status });
    return null;
  });
  if (!diverged || kind.machine.terminal.includes(String(diverged.state))) return;
  // The other side took what is illegal here by now: unless both are in the same state, the protocol demands an end.
  const state = await readOtherState(context, { kind, row: diverged, prepared });
  if (state === undefined || state === diverged.state) return;
  await store.transaction(async (tx) => {
    const row = await lockProcess<Row>(tx, kind.name, message.process);
    const reason = [`The other side is in ${state}, this one was in ${diverged.state}.`];
    if (row && row.state === diverged.state) await endHere(context, tx, { kind, row, code: 'statesDiffer', reason });
  });
}

/** Takes note of what became of a message: the step is taken, tried again later, or the other side's refusal is heard. */
export async function settle<Row extends ProcessRow>(
  context: DspContext,
  parameters: SettleParameters<Row>,
): Promise<void> {
  const { kind, message, outcome } = parameters;
  if ('failure' in outcome) return postpone(context, { kind, message, reason: outcome.failure });
  const { status, headers } = outcome.answer;
  if (status >= 200 && status < 300) return settleTaken(context, parameters, outcome.answer);
  const isRetried = status >= 500 || status < 400 || retried.has(status);
  if (isRetried || (status === 404 && message.attempts < mostNotFound)) {
    const seconds = Number(headers['retry-after']);
    const afterMs = seconds > 0 && seconds < 3_600 ? seconds * 1_000 : 0;
    return postpone(context, { kind, message, reason: `status ${status}`, afterMs });
  }
  return settleRefusal(context, parameters, outcome.answer);
}

/** What to say of an error in a column that people read. */
export function describeFailure(error: unknown): string {
  return error instanceof XiangyuError ? `${error.code}: ${error.reason}` : 'it could not be sent';
}
