import type { Applications } from './applications.ts';
import { changeSettings, listDays, setDay } from './clocks/manageSettings.ts';
import { readSettings } from './clocks/readCalendar.ts';
import { runClocks } from './clocks/runClocks.ts';
import { calendarDaysLeft, calendarKnownUntil } from './clocks/workCalendar.ts';
import { acceptNarrowed, amend, withdraw } from './consumer/actAsConsumer.ts';
import { apply } from './consumer/apply.ts';
import { followConsumer } from './consumer/followConsumer.ts';
import { foresee } from './consumer/foresee.ts';
import type { AskingContext } from './context.ts';
import { runRulings } from './disputes/carryRulings.ts';
import { listNotices } from './disputes/listNotices.ts';
import { openDispute } from './disputes/openDispute.ts';
import { listDisputes, rule } from './disputes/rule.ts';
import { runNotices } from './disputes/sendNotice.ts';
import { noticeRoutes } from './disputes/wireRoutes.ts';
import { forecast } from './forecast.ts';
import { listApplications, listSteps } from './listApplications.ts';
import { listMatters, removeMatter, saveMatter } from './matters/manageMatters.ts';
import { endRule, listRules, saveRule } from './matters/manageRules.ts';
import { liftBar } from './provider/bars.ts';
import { followGrant } from './provider/bringIntoForce.ts';
import { approve, confirmCheck, refuse, returnForChanges } from './provider/decide.ts';
import { followProvider } from './provider/followProvider.ts';
import { reviewEmergency } from './provider/reviewEmergency.ts';
import { readApplication } from './takeApplication.ts';

/** What `openApplications` needs. */
export type OpenApplicationsParameters = AskingContext;

/** Opens applications over their tables and adds their hooks to the control plane. */
export function openApplications(context: OpenApplicationsParameters): Applications {
  const { house } = context;
  context.dsp.use({
    onNegotiation: (tx, negotiation, event) =>
      negotiation.role === 'provider'
        ? followProvider(context, tx, negotiation, event)
        : followConsumer(context, tx, negotiation, event),
  });
  context.grants.onChange((tx, grant) => followGrant(context, tx, grant));
  return {
    apply: (p) => apply(context, p),
    amend: (p) => amend(context, p),
    acceptNarrowed: (p) => acceptNarrowed(context, p),
    withdraw: (p) => withdraw(context, p),
    dispute: (p) => openDispute(context, p),

    confirmCheck: (p) => confirmCheck(context, p),
    returnForChanges: (p) => returnForChanges(context, p),
    approve: (p) => approve(context, p),
    refuse: (p) => refuse(context, p),
    reviewEmergency: (p) => reviewEmergency(context, p),
    liftBar: (p) => liftBar(context, p),

    read: (participant, id) => readApplication(context, participant, id),
    steps: (participant, id, page) => listSteps(context, participant, id, page),
    list: (p) => listApplications(context, p),

    saveMatter: (participant, actor, matter) => saveMatter(context, participant, actor, matter),
    removeMatter: (participant, actor, code) => removeMatter(context, participant, actor, code),
    listMatters: (participant, page) => listMatters(context, participant, page),
    saveRule: (participant, actor, text) => saveRule(context, participant, actor, text),
    endRule: (participant, actor, id) => endRule(context, participant, actor, id),
    listRules: (participant, page) => listRules(context, participant, page),

    listDisputes: (participant, page) => listDisputes(context, participant, page),
    rule: (p) => rule(context, p),

    listNotices: (participant, page) => listNotices(context, participant, page),

    readSettings: (participant) => readSettings(house.store.sql, participant),
    changeSettings: (participant, actor, changes) => changeSettings(context, participant, actor, changes),
    calendar: () => ({ calendarKnownUntil, calendarDaysLeft: calendarDaysLeft(house.now()) }),
    listDays: (participant) => listDays(context, participant),
    setDay: (participant, actor, day) => setDay(context, participant, actor, day),

    foresee: (p) => foresee(context, p),
    forecast: (p) => forecast(context, p),
    wireRoutes: noticeRoutes(context),
    async run(signal) {
      await Promise.all([runClocks(context, signal), runNotices(context, signal), runRulings(context, signal)]);
    },
  };
}
