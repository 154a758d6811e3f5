import type { Hex } from 'viem';
import type { Store } from '../../../store/index.ts';
import { decodeKinds, type Entry, memberId } from '../../chain/members.ts';
import { type ActionRow, toActionView } from '../actions/actionRows.ts';
import { votesErrors } from '../errors.ts';
import type { ChainMemberDetail } from '../schemas.ts';
import type { Place } from '../sharedSchemas.ts';
import { type MemberRow, memberColumns, memberTables, toChainMember } from './memberRows.ts';

type Parts = Pick<ChainMemberDetail, 'history' | 'keys' | 'applications' | 'profile'>;

interface ApplicationRow {
  entry_hash: Hex;
  entry: Entry;
  profile: string | null;
  open: boolean;
  place: Place;
}

/** What is shown of a long history at most. */
const most = 200;

async function readParts({ sql }: Store, { id, profile_hash }: MemberRow): Promise<Parts> {
  const [history, keys, applications, profiles] = await Promise.all([
    sql<Parts['history'][number][]>`
      select what, state->>'status' as status, alliance.place(epoch, transaction) as place
      from alliance.member_version v where member = ${id} and not (what = 'Admitted' and exists (
        -- A founder is admitted by taking its place, not by vote.
        select from alliance.member_version e
        where e.member = v.member and e.epoch = v.epoch and e.transaction = v.transaction and e.what = 'Enrolled'))
      order by epoch desc, log_index desc limit ${most}`,
    sql<Parts['keys'][number][]>`
      select key, alliance.place(epoch, transaction) as from,
        alliance.place(lead(epoch) over (order by epoch, log_index), lead(transaction) over (order by epoch, log_index)) as until
      from alliance.member_key where member = ${id} order by epoch, log_index limit ${most}`,
    sql<ApplicationRow[]>`
      select entry_hash, entry, profile, admitted_epoch is null as open, alliance.place(epoch, transaction) as place
      from alliance.application a left join alliance.profile p on '0x' || p.hash = a.entry->>'profileHash'
      where member = ${id} order by epoch desc, log_index desc limit 50`,
    sql<{ profile: string }[]>`select profile from alliance.profile where hash = ${profile_hash}`,
  ]);
  return {
    history: history.reverse(),
    keys,
    applications: applications.map(({ entry_hash, entry, profile, open, place }) => ({
      entryHash: entry_hash,
      did: entry.did,
      kinds: decodeKinds(entry.kinds),
      key: entry.key,
      profileHash: entry.profileHash.slice(2),
      profile: profile === null ? null : JSON.parse(profile),
      open,
      place,
    })),
    profile: profiles[0] ? JSON.parse(profiles[0].profile) : null,
  };
}

/** Reads a member with its history, or what an organisation has under way. @throws VOTES_MEMBER_UNKNOWN */
export async function readMember(store: Store, slug: string): Promise<ChainMemberDetail> {
  const { sql } = store;
  const [row] = await sql<MemberRow[]>`
    select ${memberColumns(sql)} from ${memberTables(sql)} where c.id = ${memberId(slug)}`;
  if (!row) throw votesErrors.memberUnknown({ slug });
  const [parts, actions] = await Promise.all([readParts(store, row), listActions(store, slug)]);
  return { ...toChainMember(row), slug, ...parts, actions };
}

/** The newest actions of an organisation, whether it is a member yet or not. */
export async function listActions({ sql }: Store, slug: string): Promise<ChainMemberDetail['actions']> {
  const rows = await sql<ActionRow[]>`
    select * from alliance.action where member = ${memberId(slug)} order by id desc limit 20`;
  return rows.map(toActionView);
}
