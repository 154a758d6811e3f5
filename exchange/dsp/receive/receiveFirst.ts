import { randomUUID } from 'node:crypto';
import { checkOutgoingUrl } from '../../../host/index.ts';
import { canonicalizeJson } from '../../../proof/index.ts';
import type { Tx } from '../../../store/index.ts';
import { type JsonObject, mayCallPrivate } from '../../house.ts';
import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import type { Role } from '../dsp.ts';
import { dspErrors } from '../errors.ts';
import { checkMessage } from '../messages/checkMessage.ts';
import { pidOf } from '../messages/context.ts';
import type { MessageType } from '../messages/messageSchemas.ts';
import { readJson } from '../messages/readJson.ts';
import { enter } from '../process/advance.ts';
import { type Kind, otherRole } from '../process/kind.ts';
import { aboutProcess } from '../records/recordMessage.ts';
import { findIncoming, insertIncoming } from '../store/messages.ts';
import { insertProcess, type KindName } from '../store/processes.ts';
import type { NegotiationRow, ProcessRow, TransferRow } from '../store/rows.ts';
import { type Answer, processBody, type Request } from './answer.ts';

/** A message that begins a process, on the side that did not. */
export interface ReceiveFirstParameters<Row extends ProcessRow> {
  kind: Kind<Row>;
  participant: string;
  /** The role of the receiver. */
  role: Role;
  type: MessageType;
  step: string;
  request: Request;
  caller: Caller;
  /** What the kind keeps of the message, after it was checked. */
  makeRow(tx: Tx, message: JsonObject): Promise<Partial<NegotiationRow> | Partial<TransferRow>>;
}

/** The base address of the other side, without a slash at its end. @throws DSP_CALLBACK_INVALID */
function readCallback(context: DspContext, message: JsonObject): string {
  const text = String(message.callbackAddress);
  try {
    const url = checkOutgoingUrl(text, mayCallPrivate(context.house, text));
    if (url.hash || url.search) throw new Error('it has a query or a fragment.');
    return url.href.replace(/\/+$/, '');
  } catch (error) {
    throw dspErrors.callbackInvalid({ problem: error instanceof Error ? error.message : 'it is no address' });
  }
}

/** The process that the same side began before under the same name. */
async function findBefore<Row extends ProcessRow>(
  tx: Tx,
  {
    kind,
    participant,
    role,
    caller,
    pid,
  }: { kind: KindName; participant: string; role: Role; caller: Caller; pid: string },
): Promise<Row | null> {
  const table = kind === 'negotiation' ? tx`exchange.negotiations` : tx`exchange.transfers`;
  const [row] = await tx<Row[]>`
    SELECT * FROM ${table}
    WHERE participant = ${participant} AND role = ${role} AND initiator = ${otherRole(role)}
      AND ${role === 'provider' ? tx`consumer_pid = ${pid}` : tx`provider_pid = ${pid}`}
      AND CASE WHEN counterparty_slug = '' THEN counterparty_did = ${caller.did} ELSE counterparty_slug = ${caller.slug} END`;
  return (row as Row | undefined) ?? null;
}

/** The answer that the first message of a process got; the message must be the same. */
async function repeatAnswer(tx: Tx, row: ProcessRow, message: JsonObject): Promise<Answer> {
  const before = await findIncoming(tx, { process: row.id, name: null });
  const sameText = (body: string) => canonicalizeJson(JSON.parse(body)) === canonicalizeJson(message);
  if (before && sameText(before.body)) return { status: before.status, body: before.answer };
  const pid = row.role === 'provider' ? row.consumer_pid : row.provider_pid;
  throw dspErrors.repeatDiffers({ name: pid ?? '' });
}

async function receive<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  parameters: ReceiveFirstParameters<Row>,
): Promise<Answer> {
  const { kind, participant, role, type, step, request, caller, makeRow } = parameters;
  const message = checkMessage(type, readJson(request.body));
  const own = role === 'provider' ? 'providerPid' : 'consumerPid';
  if (message[own] !== undefined) {
    throw dspErrors.messageInvalid({ problem: `/${own} stands in no message that begins a process` });
  }
  const pid = String(message[role === 'provider' ? 'consumerPid' : 'providerPid']);
  const before = await findBefore<Row>(tx, { kind: kind.name, participant, role, caller, pid });
  if (before) return repeatAnswer(tx, before, message);

  context.audit.assertAccepting(participant);
  const id = randomUUID();
  const at = context.house.now();
  const state = kind.machine.arrows.find((arrow) => arrow.from === null && arrow.step === step)?.to ?? null;
  const row = await insertProcess<NegotiationRow & TransferRow>(tx, kind.name, {
    id,
    participant,
    role,
    initiator: otherRole(role),
    provider_pid: role === 'provider' ? pidOf(id) : pid,
    consumer_pid: role === 'consumer' ? pidOf(id) : pid,
    counterparty_did: caller.did,
    counterparty_slug: caller.slug,
    counterparty_address: readCallback(context, message),
    state,
    inner_state: 'counterparty',
    key: null,
    created_at: at,
    updated_at: at,
    ...(await makeRow(tx, message)),
  } as never);
  if (!row) {
    // The same message came twice at once; the other one is in the database by now.
    const twin = await findBefore<Row>(tx, { kind: kind.name, participant, role, caller, pid });
    if (!twin) throw dspErrors.busy();
    return repeatAnswer(tx, twin, message);
  }
  const answer = { status: 201, body: JSON.stringify(processBody(kind.answerType, row)) };
  await insertIncoming(tx, {
    id: randomUUID(),
    participant,
    kind: kind.name,
    process: id,
    step,
    type,
    name: typeof message['@id'] === 'string' ? message['@id'] : null,
    body: request.body,
    token: caller.token,
    path: request.path,
    at,
    status: answer.status,
    answer: answer.body,
  });
  await context.audit.record(tx, {
    participant,
    kind: 'message.received',
    outcome: 'ok',
    ...aboutProcess(kind.name, row),
    detail: { type, from: null, to: state, method: 'POST', path: request.path, status: 201 },
    documents: { body: request.body, token: caller.token },
  });
  const taken = { step, by: otherRole(role), message };
  await enter(context, tx, { kind, row: row as unknown as Row, taken });
  return answer;
}

/** Takes a message that begins a process; the same one again gets the same answer. @throws as `receiveStep` */
export function receiveFirst<Row extends ProcessRow>(
  context: DspContext,
  parameters: ReceiveFirstParameters<Row>,
): Promise<Answer> {
  return context.house.store.transaction((tx) => receive(context, tx, parameters));
}
