import type { Tx } from '../../../store/index.ts';
import type { AuditEntry, Outcome } from '../../audit/auditEntry.ts';
import type { DspContext } from '../context.ts';
import type { OutgoingRow } from '../store/messages.ts';
import type { KindName } from '../store/processes.ts';
import type { NegotiationRow, ProcessRow } from '../store/rows.ts';

/** What a record says of the process that a message belongs to. */
export function aboutProcess(kind: KindName, row: ProcessRow): Partial<AuditEntry> {
  const purpose = kind === 'negotiation' ? (row as NegotiationRow).purpose : null;
  return {
    counterparty: row.counterparty_did,
    ...(kind === 'negotiation' ? { negotiation: row.id } : { transfer: row.id }),
    ...(row.agreement_id ? { agreement: row.agreement_id } : {}),
    dataset: row.dataset,
    ...(purpose ? { purpose } : {}),
  };
}

/** Path and query that a message goes to, as its token says. */
export function pathOf({ path }: { path: string | null }): string {
  const url = URL.parse(path ?? '');
  return url ? url.pathname + url.search : (path ?? '');
}

/** Records a message of ours: that it was acknowledged, refused, or that nobody ever answered. */
export async function recordMessage(
  context: DspContext,
  tx: Tx,
  {
    kind,
    row,
    message,
    status,
    outcome,
  }: { kind: KindName; row: ProcessRow; message: OutgoingRow; status: number | null; outcome: Outcome },
): Promise<void> {
  await context.audit.record(tx, {
    participant: row.participant,
    kind: 'message.sent',
    outcome,
    ...aboutProcess(kind, row),
    detail: {
      type: message.type,
      from: row.state,
      method: 'POST',
      path: pathOf(message),
      status,
      attempts: message.attempts,
    },
    ...(message.body && message.token ? { documents: { body: message.body, token: message.token } } : {}),
  });
}
