import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Words } from '../house.ts';
import type { PolicyDecision } from '../policy/policy.ts';
import type { AskingSettings, CalendarDay } from './clocks/settings.ts';
import type { Dispute, RulingText } from './disputes/dispute.ts';
import type { Notice } from './disputes/listNotices.ts';
import type { Matter, MatterText, StandingRule, StandingRuleText } from './matters/matter.ts';
import type {
  Actor,
  Application,
  ApplicationForm,
  ApplicationState,
  ApplicationStep,
  RefusalGround,
  Terms,
} from './model.ts';
import type { Page, PageParameters } from './page.ts';

export type { Dispute, RulingText } from './disputes/dispute.ts';
export type { Matter, MatterText, StandingRule, StandingRuleText } from './matters/matter.ts';
export type * from './model.ts';

/** What a department asks of another. */
export interface ApplyParameters {
  participant: string;
  actor: Actor;
  /** Slug or DID of the provider. */
  provider: string;
  dataset: string;
  /** An offer of the dataset; the first one of its catalogue entry when left out. */
  offer?: string | undefined;
  form: Omit<ApplicationForm, 'matterName'>;
  /** Makes the call idempotent. */
  key?: string | undefined;
}

/** One application, and who acts upon it. */
export interface ActParameters {
  participant: string;
  actor: Actor;
  id: string;
}

export interface ListApplicationsParameters extends PageParameters {
  participant: string;
  role: 'provider' | 'consumer';
  state?: ApplicationState | undefined;
  /** Only those whose clock has run out. */
  overdue?: boolean | undefined;
}

/** What would happen to an application, without making one. */
export interface Forecast {
  /** 'person': somebody has to decide. */
  outcome: 'approved' | 'person' | 'refused' | 'unknown';
  words: Words;
  /** The policy of the agreement that it would become, evaluated for a first use now. */
  decision: PolicyDecision | null;
}

/** A forecast with the time that the provider has. */
export interface Foresight extends Forecast {
  limits: {
    /** Working days for the first check and for the answer after it. */
    firstCheckDays: number;
    answerDays: number;
    /** When an answer is due if it is handed in now, UTC. */
    dueAt: string;
    /** Whether the official holidays of that year are known; otherwise only weekends count. */
    calendarKnown: boolean;
    /** The last day, YYYY-MM-DD, for which they are known. */
    calendarKnownUntil: string;
  };
}

/**
 * Applications for data on both sides: forms and matters of those who ask, the inbox of those who give, clocks, disputes and
 * their rulings. Its hooks decide negotiations; `openApplications` adds them to the control plane.
 */
export interface Applications {
  apply(parameters: ApplyParameters): Promise<Application>;
  /** Consumer: hands a returned application in again, changed. */
  amend(parameters: ActParameters & { form: Omit<ApplicationForm, 'matterName'> }): Promise<Application>;
  /** Consumer: takes what the provider narrowed. */
  acceptNarrowed(parameters: ActParameters): Promise<Application>;
  withdraw(parameters: ActParameters & { reason: string }): Promise<Application>;
  /** Consumer: lays a refusal or a narrowing before the data authority. */
  dispute(parameters: ActParameters & { reason: string }): Promise<Application>;

  /** Provider: the form is complete and conforms; the time to answer begins. */
  confirmCheck(parameters: ActParameters): Promise<Application>;
  returnForChanges(parameters: ActParameters & { note: string }): Promise<Application>;
  /** Provider: `narrow` only takes away, and only with a reason. */
  approve(
    parameters: ActParameters & {
      words?: Words | undefined;
      narrow?: (Partial<Terms> & { reason: string }) | undefined;
    },
  ): Promise<Application>;
  refuse(parameters: ActParameters & { ground: RefusalGround; text: string }): Promise<Application>;
  /** Provider: judges an emergency afterwards. Misuse ends the grant and bars the department from further ones. */
  reviewEmergency(parameters: ActParameters & { finding: 'justified' | 'misuse'; text: string }): Promise<Application>;
  liftBar(parameters: { participant: string; actor: Actor; consumer: string; reason: string }): Promise<void>;

  read(participant: string, id: string): Promise<Application>;
  steps(participant: string, id: string, page: PageParameters): Promise<Page<ApplicationStep>>;
  list(parameters: ListApplicationsParameters): Promise<Page<Application>>;

  saveMatter(participant: string, actor: Actor, matter: MatterText): Promise<Matter>;
  removeMatter(participant: string, actor: Actor, code: string): Promise<void>;
  listMatters(participant: string, page: PageParameters): Promise<Page<Matter>>;
  saveRule(
    participant: string,
    actor: Actor,
    rule: StandingRuleText & { id?: string | undefined },
  ): Promise<StandingRule>;
  endRule(participant: string, actor: Actor, id: string): Promise<void>;
  listRules(participant: string, page: PageParameters): Promise<Page<StandingRule>>;

  /** The data authority: what was laid before it. */
  listDisputes(participant: string, page: PageParameters & { open?: boolean | undefined }): Promise<Page<Dispute>>;
  rule(parameters: ActParameters & { ruling: RulingText }): Promise<Dispute>;

  /** What other connectors told this department. */
  listNotices(participant: string, page: PageParameters): Promise<Page<Notice>>;

  readSettings(participant: string): Promise<AskingSettings>;
  changeSettings(participant: string, actor: Actor, settings: Partial<AskingSettings>): Promise<AskingSettings>;
  /** How long the official holidays are known here. */
  calendar(): { calendarKnownUntil: string; calendarDaysLeft: number };
  listDays(participant: string): Promise<CalendarDay[]>;
  setDay(participant: string, actor: Actor, day: CalendarDay): Promise<void>;

  /** Consumer: what would happen to an application before it is handed in. */
  foresee(parameters: {
    participant: string;
    provider: string;
    dataset: string;
    form: Omit<ApplicationForm, 'matterName'>;
  }): Promise<Foresight>;
  /** Provider: what would happen if this were asked, by this department. */
  forecast(parameters: {
    participant: string;
    consumer: string;
    dataset: string;
    form: ApplicationForm;
    at?: Date | undefined;
  }): Promise<Forecast>;

  /** Where other connectors send disputes, rulings and overdue notices: below /dsp/:participant/data. */
  wireRoutes: FastifyPluginAsyncTypebox;
  /** Clocks, escalation and notices on their way, until the signal aborts; any number of processes may run it. */
  run(signal: AbortSignal): Promise<void>;
}
