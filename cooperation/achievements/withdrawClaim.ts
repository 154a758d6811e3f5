import type { Principal } from '../../alliance/index.ts';
import type { CooperationHouse } from '../house.ts';
import { takeAchievement } from './takeAchievement.ts';

/**
 * Takes a claim of the own organisation back: it counts no more but stays readable. @throws COOPERATION_ACHIEVEMENT_UNKNOWN,
 * COOPERATION_ACHIEVEMENT_WITHDRAWN, RIGHTS_REFUSED
 */
export async function withdrawClaim(
  house: CooperationHouse,
  { principal, id, reason }: { principal: Principal; id: string; reason: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const { thing: resource } = await takeAchievement(tx, id);
    house.rights.require({ principal, action: 'cooperation:claim', resource });
    await tx`
      UPDATE cooperation.achievements SET withdrawn_at = now(), withdrawn_reason = ${reason.trim()} WHERE id = ${id}`;
    await house.recordAct(tx, { principal, action: 'cooperation:claim', resource, detail: { what: 'withdrawn' } });
  });
}
