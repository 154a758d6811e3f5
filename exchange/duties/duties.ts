import type { Page, PageParameters } from '../answers/answers.ts';

/**
 * `open`: the consumer has not deleted yet. `waiting`: its connector has, but data were handed out and a person must say
 * what became of the copies. `signed`: the receipt waits for the provider. `received`: the provider has it.
 */
export type DutyState = 'open' | 'waiting' | 'signed' | 'received';

/** One thing that a consumer's connector stored and deleted. */
export interface DeletedThing {
  kind: 'file' | 'table' | 'answer' | 'match';
  name: string;
  /** SHA-256 of what was stored, as it was delivered; null where there was none. */
  digest: string | null;
  bytes: number | null;
  rows: number | null;
  /** How: `unlink` (the file's name and blocks are given up), `drop` (the table is dropped), `delete` (rows). */
  method: 'unlink' | 'drop' | 'delete' | 'absent';
}

/** What a person says about copies that left the connector. */
export interface CopiesStatement {
  copies: 'none' | 'deleted' | 'kept';
  /** The legal ground when copies are kept, or where they were. */
  words: string;
  /** The person's name as the department's records have it; an id, not sent to the provider. */
  by: string;
}

/** The payload of a deletion receipt (JWS of type `xy-deletion-receipt+jwt`). */
export interface DeletionReceipt {
  duty: string;
  agreement: string;
  grant: string;
  dataset: string;
  provider: string;
  consumer: string;
  ended: { at: string; why: 'expired' | 'revoked' | 'renounced' | 'exhausted' };
  deletedAt: string;
  deleted: DeletedThing[];
  handedOut: boolean;
  statement: { copies: CopiesStatement['copies']; words: string } | null;
  /** What the receipt proves and what it cannot. */
  meaning: { zh: string; en: string };
}

/** The obligation to delete at the end of a grant, on either side of it. */
export interface Duty {
  id: string;
  participant: string;
  role: 'provider' | 'consumer';
  grant: string;
  agreement: string;
  dataset: string;
  /** DID of the other side. */
  counterparty: string;
  why: DeletionReceipt['ended']['why'];
  endedAt: string;
  dueAt: string;
  state: DutyState;
  /** 0 until overdue, then 1 to 3. */
  escalation: number;
  handedOut: boolean;
  receipt: DeletionReceipt | null;
  /** The receipt as signed. */
  jws: string | null;
}

/** Deletion at the end of a grant, with a signed receipt for the provider. */
export interface Duties {
  list(
    participant: string,
    p: PageParameters & {
      role?: Duty['role'] | undefined;
      state?: DutyState | undefined;
      overdue?: boolean | undefined;
    },
  ): Promise<Page<Duty>>;
  read(participant: string, id: string): Promise<Duty>;
  /** A person says what became of copies outside of the connector; the connector signs it into the receipt. */
  confirmCopies(participant: string, id: string, statement: CopiesStatement): Promise<Duty>;
  /** Finds ended grants, deletes, signs, sends, escalates. */
  run(signal: AbortSignal): Promise<void>;
}

/** The type of a signed deletion receipt. */
export const receiptType = 'xy-deletion-receipt+jwt';
/** The type of the provider's signed confirmation that it has the receipt. */
export const receiptAnswerType = 'xy-deletion-receipt-received+jwt';
