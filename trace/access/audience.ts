import { accessErrors } from './errors.ts';

/** Everybody an event can be meant for, from the widest to the narrowest. */
export const audienceKinds = ['public', 'partners', 'members', 'certifier', 'authority'] as const;
export type AudienceKind = (typeof audienceKinds)[number];

/**
 * Who may see an event besides the member that recorded it. Authorities see every event, certifiers all but those for
 * named members or authorities alone; `partners` are the other members on the way of the same things.
 */
export interface Audience {
  kind: AudienceKind;
  /** Slugs, for `members`; empty for every other kind. */
  members: readonly string[];
}

export const publicAudience: Audience = { kind: 'public', members: [] };

const slug = /^[a-z0-9][a-z0-9-]{0,62}$/;
const mostMembers = 100;

/**
 * Reads the header `Xiangyu-Audience: public | partners | certifier | authority | members:a,b`; null when there is none.
 * @throws ACCESS_AUDIENCE_UNKNOWN
 */
export function parseAudience(header: string | readonly string[] | undefined): Audience | null {
  if (header === undefined) return null;
  const text = [header].flat().join(',').trim();
  const unknown = () => accessErrors.audienceUnknown({ value: JSON.stringify(text.slice(0, 200)) });
  const [kind = '', list, ...rest] = text.split(':');
  if (rest.length > 0 || !isKind(kind) || (kind === 'members') !== (list !== undefined)) throw unknown();
  if (list === undefined) return { kind, members: [] };
  const members = [...new Set(list.split(',').map((one) => one.trim()))];
  if (members.length > mostMembers || !members.every((one) => slug.test(one))) throw unknown();
  return { kind, members };
}

const isKind = (text: string): text is AudienceKind => (audienceKinds as readonly string[]).includes(text);
