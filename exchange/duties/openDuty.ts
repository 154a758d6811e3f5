import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import type { Grant, GrantState } from '../grants/grants.ts';
import type { DutiesParts } from './parts.ts';

const week = 7 * 86_400_000;
const endings: readonly GrantState[] = ['expired', 'revoked', 'renounced'];

/** Whether the agreement obliges its consumer to delete at the end. */
function obligesToDelete({ policy }: Grant): boolean {
  const { obligation = [], permission = [] } = policy;
  const duties = [...obligation, ...permission.flatMap(({ duty = [] }) => duty)];
  return duties.some(({ action }) => action === 'delete');
}

/**
 * When a grant ends, writes the duty of its consumer down, on whichever side this is and in the transaction of the change, so
 * that none is lost. A grant that ends twice (expired, then revoked) has one duty.
 */
export async function openDuty(
  { house, audit, dueMs = week }: Pick<DutiesParts, 'house' | 'audit' | 'dueMs'>,
  tx: Tx,
  grant: Grant,
): Promise<void> {
  if (!endings.includes(grant.state) || !obligesToDelete(grant)) return;
  const now = house.now();
  const due = new Date(now.getTime() + dueMs);
  const [made] = await tx<{ id: string }[]>`
    INSERT INTO exchange.deletion_duties (id, participant, role, grant_id, agreement, dataset, provider, consumer, why,
      ended_at, due_at, next_at)
    VALUES (${randomUUID()}, ${grant.participant}, ${grant.role}, ${grant.id}, ${grant.agreement}, ${grant.dataset},
      ${grant.provider}, ${grant.consumer}, ${grant.state}, ${now}, ${due}, ${grant.role === 'consumer' ? now : due})
    ON CONFLICT (participant, role, grant_id) DO NOTHING RETURNING id`;
  if (!made) return;
  await audit.record(tx, {
    participant: grant.participant,
    kind: 'deletion',
    outcome: 'ok',
    counterparty: grant.role === 'consumer' ? grant.provider : grant.consumer,
    agreement: grant.agreement,
    grant: grant.id,
    dataset: grant.dataset,
    detail: { step: 'due', role: grant.role, why: grant.state, dueAt: due.toISOString() },
  });
}
