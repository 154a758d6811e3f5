import type { JsonObject } from '../../house.ts';
import { addStep } from '../addStep.ts';
import type { ActParameters } from '../applications.ts';
import { noClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { Application } from '../model.ts';
import { changeApplication, showApplication, takeApplication } from '../takeApplication.ts';
import { sendNotice } from './sendNotice.ts';

/**
 * Lays a refusal or a narrowing before the data authority; the provider is told as well. What the law keeps back is no matter
 * for it, and it does not judge in its own. @throws APPLICATION_NOT_DISPUTABLE, APPLICATION_NO_AUTHORITY, APPLICATION_REASON_MISSING
 */
export async function openDispute(
  context: AskingContext,
  { participant, actor, id, reason }: ActParameters & { reason: string },
): Promise<Application> {
  const text = reason.trim().slice(0, 4_000);
  if (text.length < 5) throw applicationErrors.reasonMissing({ what: 'a dispute' });
  const { house, registry, identity, dsp } = context;
  const [authority, own] = await Promise.all([registry.authority(), identity.ensure(participant)]);
  if (!authority) throw applicationErrors.noAuthority();
  return house.store.transaction(async (tx) => {
    const states = ['refused', 'narrowed'] as const;
    const row = await takeApplication(tx, { participant, id, role: 'consumer', states });
    if ([row.counterparty_slug, participant].includes(authority.slug))
      throw applicationErrors.notDisputable({ because: 'the data authority is a party itself' });
    if (row.ruling !== null) throw applicationErrors.notDisputable({ because: 'it was ruled on already' });
    const narrowed = row.state === 'narrowed';
    const { applicant: _, ...form } = row.form;
    const content: JsonObject = {
      provider: { did: row.counterparty_did, slug: row.counterparty_slug },
      consumer: { did: own.did, slug: participant },
      dataset: row.dataset,
      form: form as unknown as JsonObject,
      refusal: {
        ground: narrowed ? 'narrowed' : (row.decision?.ground ?? 'other'),
        text: row.note ?? row.decision?.words.zh ?? '',
      },
      reason: text,
    };
    const changed = await changeApplication(context, tx, row, { state: 'disputed', ...noClock });
    await addStep(context, tx, changed, { step: 'disputed', actor: actor.name, words: { zh: text, en: text } });
    for (const to of [authority.slug, row.counterparty_slug])
      await sendNotice(context, tx, { participant, to, kind: 'dispute', application: id, content });
    if (narrowed && row.negotiation)
      await dsp.terminateNegotiation({ participant, id: row.negotiation, code: 'xy:disputed', reason: [text], tx });
    return showApplication(context, tx, changed);
  });
}
