import type { Store, Tx } from '../../store/index.ts';
import type { EvidenceLog } from '../evidence.ts';
import type { ReadMembers } from '../journey/buildJourney.ts';
import type { TraceNetwork } from '../network.ts';
import type { RecallAct } from './model.ts';

/** What recalls need of the house. */
export interface RecallHouse {
  store: Store;
  ledger: Pick<EvidenceLog, 'appendStatements'>;
  readMembers: ReadMembers;
  /** Tells organisations; without it there is only the inbox of the console. */
  network: Pick<TraceNetwork, 'tell'> | null;
}

/** Writes an act of a recall down with its statement; who did what is the statement's private payload. */
export async function recordRecallAct(
  tx: Tx,
  { ledger }: Pick<RecallHouse, 'ledger'>,
  act: {
    recall: string;
    member: string;
    kind: RecallAct['kind'];
    time: string;
    detail: Record<string, string | number | boolean | string[]>;
  },
): Promise<string> {
  const { recall, member, kind, time, detail } = act;
  const [statement] = await ledger.appendStatements(tx, [
    {
      kind: 'trace.recall',
      subject: `urn:uuid:${recall}`,
      member,
      time,
      payload: { recall, member, kind, time, ...detail },
    },
  ]);
  const statementId = statement?.statementId ?? '';
  await tx`
    INSERT INTO trace.recall_acts (recall, member, kind, time, statement_id)
    VALUES (${recall}, ${member}, ${kind}, ${time}::timestamptz, ${statementId})`;
  return statementId;
}

/** Says to whoever watches that recalls changed; not which, because everybody may watch. */
export async function announce(tx: Tx, { store }: Pick<RecallHouse, 'store'>): Promise<void> {
  await store.notify(tx, 'live', JSON.stringify({ type: 'recall', at: new Date().toISOString() }));
}
