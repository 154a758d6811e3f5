import type { Hex } from 'viem';
import type { Tx } from '../../../store/index.ts';
import { memberAccount } from '../../chain/members.ts';
import type { MemberStatus } from '../sharedSchemas.ts';
import type { LogPlace } from './decodeLog.ts';

/** What a log can change of a member. */
export interface MemberColumns {
  status: MemberStatus;
  did: string;
  kinds: number;
  key: string;
  witness: string | null;
  node_key: string | null;
  profile_hash: string;
  weight: number;
  applied_at: Date;
  admitted_at: Date;
}

export interface ChangeMemberParameters {
  id: string;
  /** Name of what happened. */
  what: string;
  place: LogPlace;
  columns: Partial<MemberColumns>;
}

/** Changes a member, or makes it, and keeps the whole row as it is afterwards for a rollback. */
export async function changeMember(tx: Tx, { id, what, place, columns }: ChangeMemberParameters): Promise<void> {
  const { epoch, index, transaction } = place;
  await tx`
    insert into alliance.chain_member (id, account, status, epoch, log_index, transaction)
    values (${id}, ${memberAccount(id as Hex)}, ${columns.status ?? 'applied'}, ${epoch}, ${index}, ${transaction})
    on conflict do nothing`;
  await tx`
    with changed as (
      update alliance.chain_member set ${tx({ ...columns, epoch, log_index: index, transaction })}
      where id = ${id} returning *)
    insert into alliance.member_version (member, epoch, log_index, what, transaction, state)
    select id, epoch, log_index, ${what}, transaction, to_jsonb(changed) from changed`;
}
