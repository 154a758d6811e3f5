import type { Principal } from '../../alliance/index.ts';
import type { ListedAchievement } from '../achievements/achievement.ts';
import { findAchievements } from '../achievements/findAchievements.ts';
import type { Announcement } from '../announcements/announcement.ts';
import { findAnnouncements } from '../announcements/findAnnouncements.ts';
import type { Call } from '../calls/call.ts';
import { findCalls } from '../calls/findCalls.ts';
import { cooperationErrors } from '../errors.ts';
import { findGroups } from '../groups/findGroups.ts';
import type { Group } from '../groups/group.ts';
import type { CooperationHouse, ListedMember } from '../house.ts';
import { emptyProfile, type ProfileText } from './profile.ts';

/** An organisation with what it says and does. */
export interface MemberPage extends ListedMember {
  /** The contact is null for visitors. */
  profile: Omit<ProfileText, 'contact'> & { contact: string | null };
  updatedAt: string | null;
  /** The newest of each; the lists take `member` for all of them. */
  announcements: Announcement[];
  achievements: ListedAchievement[];
  groups: Group[];
  calls: Call[];
}

const shown = 5;

/** Everything about one organisation. @throws COOPERATION_MEMBER_UNKNOWN */
export async function readMemberPage(
  house: CooperationHouse,
  { principal, slug }: { principal: Principal | null; slug: string },
): Promise<MemberPage> {
  const listed = (await house.readMembers()).find((member) => member.slug === slug);
  if (!listed) throw cooperationErrors.memberUnknown({ slug });
  const of = { member: slug, perPage: shown };
  const [[row], announcements, achievements, groups, calls] = await Promise.all([
    house.store.sql<(ProfileText & { updated_at: Date })[]>`
      SELECT summary, about, offers, seeks, tags, website, place, contact, updated_at
      FROM cooperation.profiles WHERE member = ${slug}`,
    findAnnouncements(house, { principal, ...of }),
    findAchievements(house, of),
    findGroups(house, { principal, ...of }),
    findCalls(house, of),
  ]);
  const { updated_at = null, ...profile } = row ?? { ...emptyProfile, updated_at: null };
  const seesContact = house.rights.decide({ principal, action: 'cooperation:read' }).allowed;
  return {
    ...listed,
    profile: { ...profile, contact: seesContact ? profile.contact : null },
    updatedAt: updated_at?.toISOString() ?? null,
    announcements: announcements.items,
    achievements: achievements.items,
    groups: groups.items,
    calls: calls.items,
  };
}
