import type { Ledger } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import { type RecordActParameters, recordAct } from './recordAct.ts';

/** The administrative record. */
export interface Acts {
  /** See `recordAct`. */
  recordAct(tx: Tx, act: RecordActParameters): Promise<{ id: string; statementId: string }>;
}

/** Opens the administrative record over the evidence log. */
export function openActs({ ledger }: { ledger: Pick<Ledger, 'appendStatement'> }): Acts {
  return { recordAct: (tx, act) => recordAct(ledger, tx, act) };
}
