import { hashDeclaration, type JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { OpenedDocument } from '../epcis/openDocument.ts';
import type { EvidenceLog } from '../evidence.ts';
import type { StoredEvent } from './insertEvents.ts';
import { composeDocument } from './prepareEvents.ts';

export interface AppendEvidenceParameters {
  stored: readonly StoredEvent[];
  opened: Pick<OpenedDocument, 'envelope'>;
  member: string;
  /** Capture time, ISO 8601 in UTC. */
  time: string;
}

/**
 * States every stored event under its hash id. The hash leaves an error declaration out, so a declaration gets a second
 * statement, of its own kind, whose subject covers it.
 */
export async function appendEvidence(
  tx: Tx,
  ledger: Pick<EvidenceLog, 'appendStatements'>,
  { stored, opened, member, time }: AppendEvidenceParameters,
): Promise<void> {
  if (stored.length === 0) return;
  const stated = stored.map(({ hash, event, statementId }) => ({
    statementId,
    kind: 'epcis.event',
    subject: hash,
    member,
    time,
    payload: composeDocument(opened.envelope, [event as unknown as Record<string, JsonValue>], time),
  }));
  const declared = stored.flatMap(({ hash, event: { errorDeclaration } }, index) => {
    const [statement] = stated.slice(index, index + 1);
    if (errorDeclaration === undefined || !statement) return [];
    const subject = hashDeclaration(hash, errorDeclaration as unknown as JsonValue);
    const { statementId: _, ...further } = statement;
    return [{ ...further, kind: 'epcis.errorDeclaration', subject }];
  });
  await ledger.appendStatements(tx, [...stated, ...declared]);
}
