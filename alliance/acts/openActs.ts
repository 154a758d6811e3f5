import type { Ledger } from '../../ledger/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { Page } from '../page.ts';
import { type Act, type FindActsParameters, findActs, readAct } from './findActs.ts';
import { type RecordActParameters, recordAct } from './recordAct.ts';

/** The administrative record. */
export interface Acts {
  /** See `recordAct`. */
  recordAct(tx: Tx, act: RecordActParameters): Promise<{ id: string; statementId: string }>;
  /** Records an act in a transaction of its own, for what is done in one that nobody else can join. */
  record(act: RecordActParameters): Promise<void>;
  /** See `findActs`. */
  findActs(parameters: FindActsParameters): Promise<Page<Act>>;
  /** One act; null for none. */
  readAct(id: string): Promise<Act | null>;
}

/** Opens the administrative record over the evidence log. */
export function openActs({ store, ledger }: { store: Store; ledger: Pick<Ledger, 'appendStatement'> }): Acts {
  return {
    recordAct: (tx, act) => recordAct(ledger, tx, act),
    record: (act) => store.transaction(async (tx) => void (await recordAct(ledger, tx, act))),
    findActs: (parameters) => findActs(store, parameters),
    readAct: (id) => readAct(store, id),
  };
}
