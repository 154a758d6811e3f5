import type { Resource } from '../../alliance/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { LocalText } from '../text.ts';
import type { AchievementKind, Details, Evidence } from './achievement.ts';

/** A claim that is locked for a change, with its present version. */
export interface TakenAchievement {
  member: string;
  kind: AchievementKind;
  version: number;
  title: LocalText;
  details: Details;
  evidence: Evidence[];
  thing: Resource;
}

/** Locks a claim. @throws COOPERATION_ACHIEVEMENT_UNKNOWN, COOPERATION_ACHIEVEMENT_WITHDRAWN */
export async function takeAchievement(tx: Tx, id: string): Promise<TakenAchievement> {
  const [row] = await tx<(Omit<TakenAchievement, 'thing'> & { withdrawn: boolean })[]>`
    SELECT a.member, a.kind, a.version, a.title, v.details, v.evidence, a.withdrawn_at IS NOT NULL AS withdrawn
    FROM cooperation.achievements AS a
    JOIN cooperation.achievement_versions AS v ON v.achievement_id = a.id AND v.version = a.version
    WHERE a.id = ${id} FOR UPDATE OF a`;
  if (!row) throw cooperationErrors.achievementUnknown({ id });
  const { withdrawn, ...taken } = row;
  if (withdrawn) throw cooperationErrors.achievementWithdrawn();
  return { ...taken, thing: { type: 'Achievement', id, member: row.member } };
}
