import { findAchievements } from '../achievements/findAchievements.ts';
import { findAnnouncements } from '../announcements/findAnnouncements.ts';
import { findCalls } from '../calls/findCalls.ts';
import { findGroups } from '../groups/findGroups.ts';
import type { CooperationHouse } from '../house.ts';
import type { LocalText } from '../text.ts';

/** What there are feeds about. */
export const feedNames = ['all', 'announcements', 'calls', 'achievements', 'groups', 'proposals'] as const;
export type FeedName = (typeof feedNames)[number];

/** One entry of a feed. */
export interface FeedEntry {
  id: string;
  feed: Exclude<FeedName, 'all'>;
  title: LocalText;
  /** Markdown; empty for none. */
  text: LocalText;
  /** Slug. */
  member: string;
  path: string;
  /** UTC, ISO 8601. */
  publishedAt: string;
  updatedAt: string;
}

const most = 50;
const noText: LocalText = { zh: '', en: '' };

type Collect = (house: CooperationHouse) => Promise<FeedEntry[]>;

const collectors: Record<FeedEntry['feed'], Collect> = {
  announcements: async (house) =>
    (await findAnnouncements(house, { principal: null, perPage: most })).items.map((one) => ({
      ...of('announcements', one),
      text: one.body,
      updatedAt: one.updatedAt,
    })),
  calls: async (house) =>
    (await findCalls(house, { perPage: most })).items.map((one) => ({
      ...of('calls', one),
      text: one.body,
      updatedAt: one.finishedAt ?? one.decidedAt ?? one.updatedAt,
    })),
  achievements: async (house) =>
    (await findAchievements(house, { perPage: most })).items.map((one) => of('achievements', one)),
  groups: async (house) =>
    (await findGroups(house, { principal: null, perPage: most })).items.map((one) => ({
      ...of('groups', { ...one, title: one.name }),
      text: one.summary,
    })),
  proposals: async (house) =>
    (await house.listProposals(most)).map((one) => ({
      id: one.id,
      feed: 'proposals' as const,
      title: one.title,
      text: one.text,
      member: one.proposer,
      path: `/alliance/proposals/${encodeURIComponent(one.id)}`,
      publishedAt: one.at,
      updatedAt: one.at,
    })),
};

function of(
  feed: Exclude<FeedEntry['feed'], 'proposals'>,
  { id, member, title, createdAt }: { id: string; member: string; title: LocalText; createdAt: string },
): FeedEntry {
  const path = `/cooperation/${feed}/${id}`;
  return {
    id: `urn:uuid:${id}`,
    feed,
    title,
    text: noText,
    member,
    path,
    publishedAt: createdAt,
    updatedAt: createdAt,
  };
}

/** The newest public entries, the last changed first. */
export async function collectEntries(house: CooperationHouse, name: FeedName): Promise<FeedEntry[]> {
  const wanted = name === 'all' ? Object.values(collectors) : [collectors[name]];
  const entries = (await Promise.all(wanted.map((collect) => collect(house)))).flat();
  return entries.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, most);
}
