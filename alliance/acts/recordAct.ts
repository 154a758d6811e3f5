import { randomUUID } from 'node:crypto';
import type { Ledger } from '../../ledger/index.ts';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { type Principal, platformSlug } from '../principal.ts';
import type { Action } from '../rights/actions.ts';
import type { Resource } from '../rights/resources.ts';

export interface RecordActParameters {
  /** Who acts; null for the platform itself, such as at its setup. */
  principal: Principal | null;
  action: Action;
  resource: Resource;
  /** What else an auditor should know; private, and never a secret. */
  detail?: Record<string, JsonValue>;
}

/** The subject of an act's statement in the evidence log. */
const subjectOf = (id: string) => `urn:uuid:${id}`;

/**
 * Records an administrative act with its evidence statement in the caller's transaction: either both are there or the
 * act did not happen. The statement names the organisation and the time only; who did what to whom is its private payload.
 */
export async function recordAct(
  { appendStatement }: Pick<Ledger, 'appendStatement'>,
  tx: Tx,
  { principal, action, resource, detail = {} }: RecordActParameters,
): Promise<{ id: string; statementId: string }> {
  const id = randomUUID();
  const time = new Date().toISOString();
  const member = principal?.member ?? platformSlug;
  const kind = principal?.kind ?? 'platform';
  const { statementId } = await appendStatement(tx, {
    kind: 'alliance.act',
    subject: subjectOf(id),
    member,
    time,
    payload: {
      id,
      time,
      actor: { kind, id: principal?.id ?? null, member },
      action,
      resource: { type: resource.type, id: resource.id, member: resource.member ?? null },
      detail,
    },
  });
  await tx`
    insert into alliance.act (id, time, actor_kind, actor_id, actor_name, member, action, resource_type, resource_id,
      resource_member, detail, statement_id)
    values (${id}, ${time}, ${kind}, ${principal?.id ?? null}, ${principal?.name ?? ''}, ${member}, ${action},
      ${resource.type}, ${resource.id}, ${resource.member ?? null}, ${tx.json(detail)}, ${statementId})`;
  return { id, statementId };
}
