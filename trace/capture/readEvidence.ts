import { hashDeclaration, type JsonValue } from '../../proof/index.ts';
import type { Evidence, EvidenceLog } from '../evidence.ts';
import type { EventRecord } from '../query/storedEvent.ts';

/** A statement with what it is about: the event itself, or a declaration that it is wrong. */
export interface EventEvidence extends Evidence {
  about: 'event' | 'errorDeclaration';
  /** Hash id of the event or of the declaration. */
  subject: string;
}

type Declared = Pick<EventRecord, 'hash' | 'document'>;

/** The statements about an event and about its error declarations; `records` are all that carry its eventID. */
export async function readEvidence(
  ledger: Pick<EvidenceLog, 'findStatements'>,
  records: readonly Declared[],
): Promise<EventEvidence[]> {
  const subjects = new Map<string, EventEvidence['about']>(records.map(({ hash }) => [hash, 'event']));
  for (const { hash, document } of records) {
    const { errorDeclaration } = document;
    if (errorDeclaration === undefined) continue;
    subjects.set(hashDeclaration(hash, errorDeclaration as unknown as JsonValue), 'errorDeclaration');
  }
  const found = await Promise.all(
    [...subjects].map(async ([subject, about]) =>
      (await ledger.findStatements(subject)).map((statement) => ({ ...statement, about, subject })),
    ),
  );
  return found.flat();
}
