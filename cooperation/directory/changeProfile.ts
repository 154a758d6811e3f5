import type { Principal } from '../../alliance/index.ts';
import { searchWords } from '../../host/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type LocalText, readUrl } from '../text.ts';
import type { ProfileText } from './profile.ts';

const trim = ({ zh, en }: LocalText): LocalText => ({ zh: zh.trim(), en: en.trim() });

/** Changes what an organisation says of itself. @throws COOPERATION_MEMBER_UNKNOWN, COOPERATION_URL_INVALID, RIGHTS_REFUSED */
export async function changeProfile(
  house: CooperationHouse,
  { principal, member, profile }: { principal: Principal; member: string; profile: ProfileText },
): Promise<void> {
  const resource = { type: 'Organisation', id: member, member };
  house.rights.require({ principal, action: 'cooperation:change-profile', resource });
  if (!(await house.readMembers()).some(({ slug }) => slug === member))
    throw cooperationErrors.memberUnknown({ slug: member });
  const [summary, about, offers, seeks, place] = [
    trim(profile.summary),
    trim(profile.about),
    trim(profile.offers),
    trim(profile.seeks),
    trim(profile.place),
  ];
  const tags = [...new Set(profile.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
  const website = profile.website.trim() === '' ? '' : readUrl('website', profile.website);
  const words = searchWords([...[summary, about, offers, seeks, place].flatMap(({ zh, en }) => [zh, en]), ...tags]);
  const json = (text: LocalText) => JSON.stringify(text);
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO cooperation.profiles
        (member, summary, about, offers, seeks, tags, website, place, contact, search)
      VALUES (${member}, ${json(summary)}::text::jsonb, ${json(about)}::text::jsonb, ${json(offers)}::text::jsonb,
        ${json(seeks)}::text::jsonb, ${tags}::text[], ${website}, ${json(place)}::text::jsonb, ${profile.contact.trim()},
        array_to_tsvector(${words}::text[]))
      ON CONFLICT (member) DO UPDATE SET summary = excluded.summary, about = excluded.about, offers = excluded.offers,
        seeks = excluded.seeks, tags = excluded.tags, website = excluded.website, place = excluded.place,
        contact = excluded.contact, search = excluded.search, updated_at = now()`;
    await house.recordAct(tx, { principal, action: 'cooperation:change-profile', resource });
  });
}
