import type { JsonValue } from '../proof/index.ts';
import type { Tx } from '../store/index.ts';

/** How far the evidence of an event has come. */
export type EvidenceStatus = 'pending' | 'integrated' | 'anchored' | 'confirmed';

/** A statement about an event. */
export interface Evidence {
  statementId: string;
  /** Position in the evidence log, null before it has one. */
  index: number | null;
  status: EvidenceStatus;
}

/** The part of the evidence log that this room uses; the ledger is one. */
export interface EvidenceLog {
  appendStatements(
    tx: Tx,
    statements: {
      kind: string;
      subject: string;
      member: string;
      time: string;
      payload?: JsonValue;
      /** Where the caller made it before. */
      statementId?: string;
    }[],
  ): Promise<{ statementId: string; digest: string }[]>;
  findStatements(subject: string): Promise<Evidence[]>;
  statements: { read(statementIds: readonly string[]): Promise<Evidence[]> };
}
