import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../../errors.ts';
import { canonicalizeJson } from '../../../proof/index.ts';
import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { Caller } from '../../identity/identity.ts';
import { isOffered } from '../checks/checkOffer.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { nextState } from '../machines/machine.ts';
import { checkMessage } from '../messages/checkMessage.ts';
import { idOf } from '../messages/context.ts';
import type { MessageType } from '../messages/messageSchemas.ts';
import { readJson } from '../messages/readJson.ts';
import { acknowledge } from '../process/acknowledge.ts';
import { advance } from '../process/advance.ts';
import { type Kind, otherPid, otherRole } from '../process/kind.ts';
import { aboutProcess } from '../records/recordMessage.ts';
import { findIncoming, insertIncoming, type OutgoingRow, readWaiting } from '../store/messages.ts';
import { lockProcess, patchProcess } from '../store/processes.ts';
import type { NegotiationRow, ProcessRow } from '../store/rows.ts';
import { type Answer, processBody, type Request } from './answer.ts';
import { isTester } from './authenticate.ts';

/** A message about a process that exists. */
export interface ReceiveStepParameters<Row extends ProcessRow> {
  kind: Kind<Row>;
  participant: string;
  pid: string;
  /** The type that belongs to the path, and its step; of events the message says which. */
  type: MessageType;
  step: string | null;
  request: Request;
  caller: Caller;
}

const held = Symbol('held');
const retryMs = 15;

/** Whether a caller is the other side of a process. The DID changes when keys rotate, the slug stays. */
export function isParty(row: ProcessRow, caller: Caller): boolean {
  // Connectors always have a slug: without one, both are of the test profile.
  if (isTester(caller)) return row.counterparty_slug === '';
  return row.counterparty_slug ? row.counterparty_slug === caller.slug : row.counterparty_did === caller.did;
}

function checkPids(row: ProcessRow, message: JsonObject): void {
  const own = row.role === 'provider' ? 'providerPid' : 'consumerPid';
  const other = row.role === 'provider' ? 'consumerPid' : 'providerPid';
  const expected = row.role === 'provider' ? row.provider_pid : row.consumer_pid;
  if (message[own] !== expected) throw dspErrors.messageInvalid({ problem: `/${own} is not that of the path` });
  const known = otherPid(row);
  if (known !== null && message[other] !== known) {
    throw dspErrors.messageInvalid({ problem: `/${other} is not ${known}, with which the process began` });
  }
}

/** A message with a name that came before is answered as then; it must say the same. */
async function findRepeat(tx: Tx, row: ProcessRow, message: JsonObject): Promise<Answer | null> {
  const name = message['@id'];
  if (typeof name !== 'string') return null;
  const before = await findIncoming(tx, { process: row.id, name });
  if (!before) return null;
  if (canonicalizeJson(JSON.parse(before.body)) !== canonicalizeJson(message)) throw dspErrors.repeatDiffers({ name });
  return { status: before.status, body: before.answer };
}

/**
 * The row in the state in which the other side sent its message. A message that is legal only after one of ours, whose
 * answer we never saw, shows that ours arrived. When both sides send at once the provider's message goes first: the
 * provider keeps the consumer's waiting until its own is answered, the consumer takes the provider's at once.
 */
async function catchUp<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, step, message }: { kind: Kind<Row>; row: Row; step: string; message: JsonObject },
): Promise<Row> {
  const [first] = await readWaiting(tx, row.id);
  if (!first || first.attempts === 0) return row;
  const by = otherRole(row.role);
  const legalNow = nextState(kind.machine, { state: row.state, step, by }) !== null;
  if (legalNow) {
    const inFlight = first.leased_until !== null && first.leased_until > context.house.now();
    if (row.role === 'provider' && inFlight) throw held;
    return row;
  }
  return isAfter(kind, row, { first, step }) ? takeAsArrived(context, tx, { kind, row, first, message }) : row;
}

function isAfter<Row extends ProcessRow>(
  kind: Kind<Row>,
  row: Row,
  { first, step }: { first: OutgoingRow; step: string },
): boolean {
  const state = nextState(kind.machine, { state: row.state, step: first.step, by: row.role });
  return state !== null && nextState(kind.machine, { state, step, by: otherRole(row.role) }) !== null;
}

function takeAsArrived<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, first, message }: { kind: Kind<Row>; row: Row; first: OutgoingRow; message: JsonObject },
): Promise<Row> {
  const pid = message[row.role === 'provider' ? 'consumerPid' : 'providerPid'];
  return acknowledge(context, tx, { kind, row, message: first, pid: String(pid), status: null });
}

async function receiveOnce<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  parameters: ReceiveStepParameters<Row> & { offered: boolean },
): Promise<Answer> {
  const { kind, participant, pid, type, request, caller, offered } = parameters;
  const id = idOf(pid);
  let row = id === null ? null : await lockProcess<Row>(tx, kind.name, id);
  if (!row || row.participant !== participant || !isParty(row, caller)) throw dspErrors.notFound();
  const message = checkMessage(type, readJson(request.body));
  checkPids(row, message);
  if (row.counterparty_did !== caller.did && !isTester(caller)) {
    row = await patchProcess<Row>(tx, kind.name, { id: row.id, patch: { counterparty_did: caller.did } });
  }
  const repeat = await findRepeat(tx, row, message);
  if (repeat) return repeat;
  const step = parameters.step ?? (message.eventType === 'ACCEPTED' ? 'accept' : 'finalize');
  const by = otherRole(row.role);
  row = await catchUp(context, tx, { kind, row, step, message });
  if (row.state === null) throw dspErrors.notFound();
  const from = row.state;
  const taken = { step, by, message };
  if (step === 'accept' && from === 'REQUESTED' && (row as ProcessRow as NegotiationRow).offered_by === by) {
    throw dspErrors.ownOffer();
  }
  if (nextState(kind.machine, { state: from, step, by }) === null) {
    throw dspErrors.illegalMessage({ role: by, message: nameOf(type, message), state: from });
  }
  await kind.checkContent(context, tx, { row, taken, offered });
  const state = nextState(kind.machine, { state: from, step, by });
  const answer = { status: 200, body: JSON.stringify(processBody(kind.answerType, { ...row, state })) };
  await insertIncoming(tx, {
    id: randomUUID(),
    participant,
    kind: kind.name,
    process: row.id,
    step,
    type,
    name: typeof message['@id'] === 'string' ? message['@id'] : null,
    body: request.body,
    token: caller.token,
    path: request.path,
    at: context.house.now(),
    status: answer.status,
    answer: answer.body,
  });
  const moved = await advance(context, tx, { kind, row, taken });
  await context.audit.record(tx, {
    participant,
    kind: 'message.received',
    outcome: 'ok',
    ...aboutProcess(kind.name, moved),
    counterparty: caller.did,
    detail: { type, from, to: state, method: 'POST', path: request.path, status: 200 },
    documents: { body: request.body, token: caller.token },
  });
  return answer;
}

function nameOf(type: string, { eventType }: JsonObject): string {
  return typeof eventType === 'string' ? `${type} ${eventType}` : type;
}

/** Whether the catalogue has the offer of a message; a message that cannot be read is refused later, in its turn. */
export async function findOffered(
  context: DspContext,
  { participant, type, request, caller }: { participant: string; type: MessageType; request: Request; caller: Caller },
): Promise<boolean> {
  try {
    const message = checkMessage(type, readJson(request.body));
    return await isOffered(context, { participant, offer: message.offer as JsonObject, caller });
  } catch (error) {
    if (error instanceof XiangyuError && error.status < 500) return false;
    throw error;
  }
}

/**
 * Takes a message about a process and gives the answer to it.
 * @throws DSP_NOT_FOUND, DSP_MESSAGE_INVALID, DSP_ILLEGAL_MESSAGE and the like; DSP_BUSY (retryable)
 */
export async function receiveStep<Row extends ProcessRow>(
  context: DspContext,
  parameters: ReceiveStepParameters<Row>,
): Promise<Answer> {
  const deadline = performance.now() + context.timings.holdMs;
  const offered = parameters.type === 'ContractRequestMessage' && (await findOffered(context, parameters));
  for (;;) {
    try {
      return await context.house.store.transaction((tx) => receiveOnce(context, tx, { ...parameters, offered }));
    } catch (error) {
      if (error !== held) throw error;
      if (performance.now() > deadline) throw dspErrors.busy();
      await pause(retryMs);
    }
  }
}
