import { addStep } from '../addStep.ts';
import type { ActParameters } from '../applications.ts';
import { noClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { sendNotice } from '../disputes/sendNotice.ts';
import { applicationErrors } from '../errors.ts';
import type { Application } from '../model.ts';
import { changeApplication, showApplication, takeApplication } from '../takeApplication.ts';

/**
 * Judges an emergency after it. Misuse ends the grant, bars the department from further emergencies here and is told to the data
 * authority. @throws APPLICATION_UNKNOWN, APPLICATION_IN_OTHER_STATE, APPLICATION_REASON_MISSING
 */
export async function reviewEmergency(
  context: AskingContext,
  { participant, actor, id, finding, text }: ActParameters & { finding: 'justified' | 'misuse'; text: string },
): Promise<Application> {
  const reason = text.trim().slice(0, 4_000);
  if (reason.length < 5) throw applicationErrors.reasonMissing({ what: 'a review' });
  const { house, grants, registry } = context;
  const authority = await registry.authority();
  return house.store.transaction(async (tx) => {
    const row = await takeApplication(tx, { participant, id, role: 'provider' });
    if (row.decision?.mode !== 'emergency' || row.review !== null || !row.agreement)
      throw applicationErrors.inOtherState({ state: row.state, needed: 'an emergency that is not reviewed' });
    const misuse = finding === 'misuse';
    const changed = await changeApplication(context, tx, row, { review: finding, ...noClock });
    await addStep(context, tx, changed, {
      step: misuse ? 'misuse' : 'justified',
      kind: 'decision',
      outcome: misuse ? 'refused' : 'ok',
      actor: actor.name,
      words: {
        zh: `应急使用复核：${misuse ? '滥用' : '属实'}。${reason}`,
        en: `the emergency is reviewed: ${misuse ? 'misused' : 'justified'}. ${reason}`,
      },
    });
    if (misuse) {
      await tx`
        INSERT INTO exchange.emergency_bars (participant, consumer, application, since)
        VALUES (${participant}, ${row.counterparty_slug}, ${id}, ${house.now()}) ON CONFLICT DO NOTHING`;
      const grant = await grants.readByAgreement(participant, row.agreement, tx);
      if (grant && ['pending', 'active', 'suspended'].includes(grant.state))
        await grants.revoke({ participant, id: grant.id, reason: 'misuse of an emergency', actor: actor.id }, tx);
      if (authority && authority.slug !== participant)
        await sendNotice(context, tx, {
          participant,
          to: authority.slug,
          kind: 'misuse',
          application: id,
          content: { consumer: row.counterparty_slug, dataset: row.dataset, matter: row.form.matter, text: reason },
        });
    }
    return showApplication(context, tx, changed);
  });
}
