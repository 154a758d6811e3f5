import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { pidOf, protocolVersion, withContext } from '../messages/context.ts';
import { type Kind, otherPid } from '../process/kind.ts';
import type { OutgoingRow } from '../store/messages.ts';
import { lockProcess, patchProcess } from '../store/processes.ts';
import type { ProcessRow } from '../store/rows.ts';

/** What is sent, and to whom; `base` is where the other side's endpoints are. */
export interface Prepared {
  url: string;
  body: string;
  audience: string;
  base: string;
}

/** Whether a message begins its process. */
function isFirst(row: ProcessRow): boolean {
  return row.state === null;
}

/** The text of a message; the same each time it is sent. */
function writeMessage<Row extends ProcessRow>(
  context: DspContext,
  { row, message }: { kind: Kind<Row>; row: Row; message: OutgoingRow },
): string {
  const pids: JsonObject = {};
  if (row.provider_pid !== null) pids.providerPid = row.provider_pid;
  if (row.consumer_pid !== null) pids.consumerPid = row.consumer_pid;
  const callbackAddress = `${context.house.addressOf(row.participant)}/${protocolVersion}`;
  return JSON.stringify(
    withContext({
      '@type': message.type,
      '@id': pidOf(message.id),
      ...pids,
      ...(isFirst(row) ? { callbackAddress } : {}),
      ...message.payload,
    }),
  );
}

function pathOf<Row extends ProcessRow>(kind: Kind<Row>, row: Row, message: OutgoingRow): string {
  const last = kind.wire[message.step]?.path ?? '';
  const pid = otherPid(row);
  if (pid === null) return `${kind.path}/${last}`;
  return `${kind.path}/${encodeURIComponent(pid)}/${last}`;
}

/**
 * Writes down what is about to be sent, before it is sent, so that it is the same after a crash. Null when it is not to be
 * sent any more. A message that was tried before is sent even when the process went on: only the answer tells whether the
 * other side had taken it.
 */
export async function prepare<Row extends ProcessRow>(
  context: DspContext,
  {
    kind,
    message,
    findEndpoint,
  }: {
    kind: Kind<Row>;
    message: OutgoingRow;
    findEndpoint: (address: string) => Promise<string>;
  },
): Promise<Prepared | null> {
  const { store } = context.house;
  const [seen] = await store.transaction(async (tx) => [await lockProcess<Row>(tx, kind.name, message.process)]);
  if (!seen) return null;
  const entry = seen.counterparty_slug ? await context.registry.find(seen.counterparty_slug) : null;
  // Once a message has its address, so has the process; before, the registry knows best where the other side is.
  const isKnown = message.path !== null || !isFirst(seen);
  const base = isKnown ? seen.counterparty_address : await findEndpoint(entry?.address ?? seen.counterparty_address);
  return store.transaction(async (tx) => {
    const row = await lockProcess<Row>(tx, kind.name, message.process);
    if (!row) return null;
    const body = message.body ?? writeMessage(context, { kind, row, message });
    const url = message.path ?? `${base}/${pathOf(kind, row, message)}`;
    const [still] = await tx`
      UPDATE exchange.dsp_messages SET body = ${body}, path = ${url} WHERE id = ${message.id} AND state = 'waiting'
      RETURNING id`;
    if (!still) return null;
    if (row.counterparty_address !== base && isFirst(row)) {
      await patchProcess<Row>(tx, kind.name, { id: row.id, patch: { counterparty_address: base } });
    }
    return { url, body, audience: entry?.did ?? row.counterparty_did, base };
  });
}
