import type { Hex } from 'viem';
import type { Sql } from '../../../store/index.ts';
import { decodeKinds } from '../../chain/members.ts';
import type { ChainMember } from '../schemas.ts';
import type { MemberStatus, Place } from '../sharedSchemas.ts';

/** A member as it is read. */
export interface MemberRow {
  id: Hex;
  slug: string | null;
  name_zh: string | null;
  name_en: string | null;
  account: Hex;
  did: string;
  kinds: number;
  status: MemberStatus;
  key: Hex | null;
  witness: Hex | null;
  node_key: Hex | null;
  profile_hash: string;
  weight: string;
  votes: string | null;
  delegate: ChainMember['delegate'];
  applied_at: Date | null;
  admitted_at: Date | null;
  changed: Place;
}

/** Columns and tables of `MemberRow`. */
export const memberColumns = (sql: Sql) => sql`
  c.id, i.slug, m.name_zh, m.name_en, c.account, c.did, c.kinds, c.status, c.key, c.witness, c.node_key, c.profile_hash,
  c.weight::text, v.votes::text, case when v.delegate = c.account then null else alliance.account_ref(v.delegate) end as delegate,
  c.applied_at, c.admitted_at, alliance.place(c.epoch, c.transaction) as changed`;
export const memberTables = (sql: Sql) => sql`
  alliance.chain_member c
  left join alliance.member_identity i on i.id = c.id
  left join alliance.member m on m.slug = i.slug
  left join alliance.voting_account v on v.account = c.account`;

/** A row as it is shown. */
export const toChainMember = (row: MemberRow): ChainMember => ({
  id: row.id,
  slug: row.slug,
  name: row.name_zh === null || row.name_en === null ? null : { zh: row.name_zh, en: row.name_en },
  account: row.account,
  did: row.did,
  kinds: decodeKinds(row.kinds),
  status: row.status,
  key: row.key,
  witness: row.witness,
  nodeKey: row.node_key,
  profileHash: row.profile_hash,
  weight: row.weight,
  votes: row.votes ?? '0',
  delegate: row.delegate,
  appliedAt: row.applied_at?.toISOString() ?? null,
  admittedAt: row.admitted_at?.toISOString() ?? null,
  changed: row.changed,
});
