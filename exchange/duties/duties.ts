import type { Page, PageParameters } from '../answers/answers.ts';

/**
 * `open`: the consumer has not deleted yet. `waiting`: its connector has, but data were handed out and a person must say
 * what became of the copies. `signed`: the receipt waits for the provider. `received`: the provider has it.
 */
export type DutyState = 'open' | 'waiting' | 'signed' | 'received';

/** One thing that a consumer's connector stored and deleted. */
export interface DeletedThing {
  kind: 'file' | 'table' | 'match';
  name: string;
  /** SHA-256 of what was stored, as it was delivered; null where there was none. */
  digest: string | null;
  bytes: number | null;
  rows: number | null;
  /** How, in the words of the part that did it; `absent` when it was not there any more. */
  method: string;
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
  ended: { at: string; why: 'expired' | 'revoked' | 'renounced' };
  deletedAt: string;
  deleted: DeletedThing[];
  /** Whether data left the connector, such as a file that a person downloaded. */
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
  /** 0 until overdue, then 1 to 3: at the due time, three days and seven days later. */
  escalation: number;
  handedOut: boolean;
  deleted: DeletedThing[];
  deletedAt: string | null;
  statement: { copies: CopiesStatement['copies']; words: string } | null;
  /** The receipt as signed. */
  receipt: string | null;
  /** Why the last attempt to send it failed. */
  problem: string | null;
  /** The problem in Chinese; null where there is none, or it has no words of ours. */
  problemZh: string | null;
}

/** A receipt on the wire, with the caller's token. */
export interface ReceiptCall {
  participant: string;
  authorization: string | undefined;
  method: string;
  path: string;
  body: string;
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
  /** Provider: takes the receipt of a consumer's connector; gives the signed confirmation. */
  receive(call: ReceiptCall): Promise<{ received: string }>;
  /** Finds ended grants, deletes, signs, sends, escalates. */
  run(signal: AbortSignal): Promise<void>;
}

/** The type of a signed deletion receipt. */
export const receiptType = 'xy-deletion-receipt+jwt';
/** The type of the provider's signed confirmation that it has the receipt. */
export const receiptAnswerType = 'xy-deletion-receipt-received+jwt';
