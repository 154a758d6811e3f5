import type { Store } from '../store/index.ts';
import type { Acts } from './acts/openActs.ts';
import { allianceErrors } from './errors.ts';
import { type Page, type PageParameters, readPageToken, toPage } from './page.ts';
import type { Principal, Standing } from './principal.ts';

/** An organisation of the alliance. */
export interface Member {
  /** Its stable name in statements of the evidence log: lower-case letters, digits and hyphens. */
  slug: string;
  name: { zh: string; en: string };
  kind: string;
  /** Where it stands in the alliance. */
  standing: Standing;
  /** Its decentralised identifier, once it has one. */
  did: string | null;
  /** Kinds of the charter: enterprise, government, research, certifier, nodeOperator, witness. */
  kinds: string[];
  /** True for a member that a demonstration brought along. */
  demo: boolean;
  createdAt: string;
}

interface Row {
  slug: string;
  name_zh: string;
  name_en: string;
  kind: string;
  standing: Standing;
  did: string | null;
  kinds: string[];
  demo: boolean;
  created_at: Date;
}

const toMember = (row: Row): Member => ({
  slug: row.slug,
  name: { zh: row.name_zh, en: row.name_en },
  kind: row.kind,
  standing: row.standing,
  did: row.did,
  kinds: row.kinds,
  demo: row.demo,
  createdAt: row.created_at.toISOString(),
});

/** Under this name the platform keeps its own keys and transactions. */
const ledgerSlug = 'ledger';

export type CreateMemberParameters = Pick<Member, 'slug' | 'name' | 'kind'> & {
  demo?: boolean;
  /** Who adds it, for the administrative record; none when the platform does so itself. */
  by?: Principal;
};

/**
 * Adds an organisation as a guest; only the alliance itself admits one.
 *
 * @throws ALLIANCE_MEMBER_EXISTS, ALLIANCE_MEMBER_RESERVED
 */
export async function createMember(
  { store, acts }: { store: Store; acts: Acts },
  { by, ...member }: CreateMemberParameters,
): Promise<Member> {
  if (member.slug === ledgerSlug) throw allianceErrors.memberReserved({ slug: member.slug });
  return store.transaction(async (tx) => {
    const [row] = await tx<Row[]>`
      insert into alliance.member (slug, name_zh, name_en, kind, demo)
      values (${member.slug}, ${member.name.zh}, ${member.name.en}, ${member.kind}, ${member.demo ?? false})
      on conflict (slug) do nothing
      returning *`;
    if (!row) throw allianceErrors.memberExists({ slug: member.slug });
    if (by) {
      const resource = { type: 'Organisation', id: member.slug, member: member.slug };
      const detail = { name: { ...member.name }, kind: member.kind };
      await acts.recordAct(tx, { principal: by, action: 'organisations:create', resource, detail });
    }
    return toMember(row);
  });
}

/** Whether an organisation is a guest that has no people of its own yet, so that the platform cares for it. */
export async function isUnattended({ sql }: Store, slug: string): Promise<boolean> {
  const [row] = await sql<{ unattended: boolean }[]>`
    select standing = 'guest' and not exists (select from alliance."user" where "member" = slug) as unattended
    from alliance.member where slug = ${slug}`;
  return row?.unattended ?? false;
}

/** Lists the members by slug, a page at a time. */
export async function findMembers({ sql }: Store, { perPage, pageToken }: PageParameters): Promise<Page<Member>> {
  const [after = ''] = readPageToken(pageToken, 1);
  const rows = await sql<Row[]>`
    select * from alliance.member where slug > ${after} order by slug limit ${perPage + 1}`;
  return toPage(rows.map(toMember), perPage, (member) => [member.slug]);
}

/** Reads some members by slug; unknown slugs are left out. */
export async function readMembers({ sql }: Store, slugs: readonly string[]): Promise<Member[]> {
  if (slugs.length === 0) return [];
  const rows = await sql<Row[]>`select * from alliance.member where slug = any(${[...slugs]})`;
  return rows.map(toMember);
}
