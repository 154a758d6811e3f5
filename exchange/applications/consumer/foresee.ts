import type { Foresight } from '../applications.ts';
import { readCalendar, readSettings } from '../clocks/readCalendar.ts';
import { addWorkingDays, calendarKnownUntil, chinaDay } from '../clocks/workCalendar.ts';
import type { AskingContext } from '../context.ts';
import { forecast } from '../forecast.ts';
import { completeForm, findProvider } from './apply.ts';
import { findOffer } from './findOffer.ts';

/**
 * What would happen to an application that the department has not handed in yet. A provider whose connector runs here is asked
 * for its own forecast; of one elsewhere only the catalogue is known, and the usual limits hold.
 * @throws APPLICATION_INVALID, APPLICATION_MATTER_UNKNOWN, APPLICATION_PROVIDER_UNKNOWN, APPLICATION_OFFER_UNKNOWN
 */
export async function foresee(
  context: AskingContext,
  p: { participant: string; provider: string; dataset: string; form: unknown },
): Promise<Foresight> {
  const { house, catalogue } = context;
  const { participant, dataset } = p;
  const form = await completeForm(context, participant, p.form);
  const { slug: provider } = await findProvider(context, participant, p.provider);
  await findOffer(context, { participant, provider, dataset, offer: undefined });
  const now = house.now();
  const { sql } = house.store;
  const [calendar, settings] = await Promise.all([readCalendar(sql, provider), readSettings(sql, provider)]);
  const here = await catalogue.read(provider, dataset);
  const { firstCheckDays } = settings;
  const answerDays = here?.source ? settings.answerDaysConnected : settings.answerDays;
  const due = addWorkingDays(calendar, now, firstCheckDays + answerDays);
  const limits = {
    firstCheckDays,
    answerDays,
    dueAt: due.toISOString(),
    calendarKnown: calendar.isKnown(chinaDay(due)),
    calendarKnownUntil,
  };
  if (here)
    return { ...(await forecast(context, { participant: provider, consumer: participant, dataset, form })), limits };
  const words = {
    zh: '对方的连接器不在本平台上运行，能否自动批准要由对方判断',
    en: 'the connector of the provider runs elsewhere; whether it is approved at once is for the provider to say',
  };
  return { outcome: 'unknown', words, decision: null, limits };
}
