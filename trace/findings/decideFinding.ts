import type { Principal } from '../../alliance/index.ts';
import type { JsonValue } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { EvidenceLog } from '../evidence.ts';
import type { TraceNetwork } from '../network.ts';
import { findingErrors } from './errors.ts';
import { readFinding } from './findFindings.ts';
import { type Inspector, mayDecide } from './inspector.ts';

export interface DecideFindingParameters {
  id: string;
  inspector: Inspector;
  principal: Principal;
  /** `open` takes a decision back. */
  state: 'confirmed' | 'dismissed' | 'open';
  note: string;
}

/**
 * Confirms or dismisses a finding, or opens it again, with a statement in the evidence log: the finding as it was, who
 * decided and why are its private payload.
 *
 * @throws FINDING_UNKNOWN, FINDING_NOT_YOURS
 */
export async function decideFinding(
  { store, ledger, network }: { store: Store; ledger: EvidenceLog; network: TraceNetwork | null },
  { id, inspector, principal, state, note }: DecideFindingParameters,
): Promise<void> {
  const { decisions: _, mayDecide: __, ...finding } = await readFinding(store.sql, { id, inspector });
  if (!mayDecide(inspector, finding)) throw findingErrors.notYours({ id });
  const time = new Date();
  await store.transaction(async (tx) => {
    const [statement] = await ledger.appendStatements(tx, [
      {
        kind: 'trace.finding',
        subject: `urn:uuid:${id}`,
        member: principal.member,
        time: time.toISOString(),
        payload: {
          finding: finding as unknown as JsonValue,
          decision: { state, note, member: principal.member, person: principal.id, time: time.toISOString() },
        },
      },
    ]);
    await tx`UPDATE trace.findings SET state = ${state}, changed_at = ${time} WHERE id = ${id}`;
    await tx`
      INSERT INTO trace.finding_decisions (finding, state, note, member, person, decided_at, statement_id)
      VALUES (${id}, ${state}, ${note}, ${principal.member}, ${principal.name}, ${time},
        ${statement?.statementId ?? null})`;
    await network?.recordAct(tx, {
      principal,
      action: 'trace:decide',
      resource: { type: 'Finding', id, member: principal.member },
      detail: { state, note, subject: finding.subject },
    });
  });
}
