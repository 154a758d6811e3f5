import { request } from '../../api/request.ts';
import type { Standing } from '../../api/session.ts';
import type { LocalText } from '../../i18n/language.ts';
import type { ListedAchievement } from './achievements.ts';
import type { Announcement } from './announcements.ts';
import type { Call } from './calls.ts';
import { pathOf } from './common.ts';
import type { Group } from './groups.ts';

/** An organisation as the directory lists it. */
export interface DirectoryEntry {
  slug: string;
  name: LocalText;
  kinds: string[];
  standing: Standing;
  demo: boolean;
  summary: LocalText;
  tags: string[];
  place: LocalText;
}

/** What an organisation says of itself. */
export interface Profile {
  summary: LocalText;
  about: LocalText;
  offers: LocalText;
  seeks: LocalText;
  tags: string[];
  website: string;
  place: LocalText;
  /** Null for visitors. */
  contact: string | null;
}

/** An organisation with what it says and does. */
export interface MemberPage extends Omit<DirectoryEntry, 'summary' | 'tags' | 'place'> {
  profile: Profile;
  updatedAt: string | null;
  announcements: Announcement[];
  achievements: ListedAchievement[];
  groups: Group[];
  calls: Call[];
}

/** Everything about one organisation. */
export function getMember(slug: string, signal?: AbortSignal): Promise<MemberPage> {
  return request(pathOf(`/members/${encodeURIComponent(slug)}`), { signal });
}

/** Changes what the own organisation says of itself. */
export function changeProfile(slug: string, profile: Profile): Promise<void> {
  return request(pathOf(`/members/${encodeURIComponent(slug)}/profile`), { method: 'PUT', body: profile });
}
