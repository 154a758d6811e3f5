import type { EvidenceStatus } from './getJourney.ts';
import { readPage } from './page.ts';
import { requestWithHeaders } from './request.ts';

export interface StatementRef {
  statementId: string;
  index: number | null;
  status: EvidenceStatus;
}

/** The statements about a subject, such as an event's hash id. */
export async function findStatements(subject: string, signal?: AbortSignal): Promise<StatementRef[]> {
  const answer = await requestWithHeaders(`/api/log/statements?subject=${encodeURIComponent(subject)}`, { signal });
  return readPage<StatementRef>(answer.body, answer.headers).items;
}
