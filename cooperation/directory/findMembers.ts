import type { Standing } from '../../alliance/index.ts';
import { searchQuery } from '../../host/index.ts';
import type { CooperationHouse, ListedMember } from '../house.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import type { LocalText } from '../text.ts';

/** An organisation as the directory lists it. */
export interface DirectoryEntry extends ListedMember {
  summary: LocalText;
  tags: string[];
  place: LocalText;
}

export interface FindMembersParameters extends PageParameters {
  q?: string | undefined;
  kind?: string | undefined;
  standing?: Standing | undefined;
  tag?: string | undefined;
}

interface ProfileRow {
  member: string;
  summary: LocalText;
  tags: string[];
  place: LocalText;
}

const nothing: LocalText = { zh: '', en: '' };
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** The organisations of the platform, by their slugs. @throws COOPERATION_PAGE_TOKEN_WRONG */
export async function findMembers(
  house: CooperationHouse,
  parameters: FindMembersParameters,
): Promise<Page<DirectoryEntry>> {
  const { q, kind, standing, tag, perPage, pageToken } = parameters;
  const [after = ''] = readPageToken(pageToken, ({ length }) => length === 1) ?? [];
  const members = await house.readMembers();
  const withText = await findByProfile(house, { q, tag });
  const asked = fold(q ?? '').trim();
  const isNamed = ({ slug, name }: ListedMember) => [slug, name.zh, name.en].some((text) => fold(text).includes(asked));
  const found = members.filter(
    (member) =>
      member.slug > after &&
      (kind === undefined || member.kinds.includes(kind)) &&
      (standing === undefined || member.standing === standing) &&
      (tag === undefined || withText?.tagged.has(member.slug)) &&
      (asked === '' || isNamed(member) || withText?.worded.has(member.slug)),
  );
  const page = toPage(found.slice(0, perPage + 1), {
    perPage,
    keyOf: ({ slug }) => [slug],
    toItem: (member) => member,
  });
  const { sql } = house.store;
  const rows = await sql<ProfileRow[]>`
    SELECT member, summary, tags, place FROM cooperation.profiles
    WHERE member = ANY(${page.items.map(({ slug }) => slug)}::text[])`;
  const profiles = new Map(rows.map((row) => [row.member, row]));
  const items = page.items.map((member) => {
    const { summary = nothing, tags = [], place = nothing } = profiles.get(member.slug) ?? {};
    return { ...member, summary, tags, place };
  });
  return { ...page, items };
}

/** Slugs of the organisations whose profile has a tag, and whose profile has some words; null when nothing is asked. */
async function findByProfile(
  { store: { sql } }: CooperationHouse,
  { q, tag }: { q?: string | undefined; tag?: string | undefined },
): Promise<{ tagged: Set<string>; worded: Set<string> } | null> {
  const query = q === undefined ? null : searchQuery(q);
  if (query === null && tag === undefined) return null;
  const rows = await sql<{ member: string; tagged: boolean; worded: boolean }[]>`
    SELECT member, coalesce(${tag ?? null}::text = ANY (tags), false) AS tagged,
      coalesce(search @@ ${query}::tsquery, false) AS worded
    FROM cooperation.profiles
    WHERE ${tag ?? null}::text = ANY (tags) OR search @@ ${query}::tsquery`;
  const slugs = (which: 'tagged' | 'worded') => new Set(rows.filter((row) => row[which]).map(({ member }) => member));
  return { tagged: slugs('tagged'), worded: slugs('worded') };
}
