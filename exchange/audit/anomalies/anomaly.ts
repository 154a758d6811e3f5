import type { Words } from '../../house.ts';

/** What is looked for. */
export const anomalyRules = [
  'no-case',
  'repeated-case',
  'volume',
  'odd-hours',
  'refusals',
  'same-person',
  'break-glass',
] as const;
export type AnomalyRule = (typeof anomalyRules)[number];

/** What an auditor says of it: nothing yet, that it has a good reason, or that it is one. */
export const anomalyStates = ['open', 'explained', 'confirmed'] as const;
export type AnomalyState = (typeof anomalyStates)[number];

/** Numbers and names that an explanation is made of. */
export type AnomalyFacts = Readonly<Record<string, string | number | null>>;

/** Something out of the ordinary in the records of a participant. */
export interface Anomaly {
  id: string;
  participant: string;
  rule: AnomalyRule;
  /** When it happened (the last record of it) and when it was found; ISO 8601. */
  at: string;
  foundAt: string;
  explanation: Words;
  facts: AnomalyFacts;
  /** Ids of records that show it, at most a hundred. */
  records: string[];
  state: AnomalyState;
  note: string | null;
  judgedBy: string | null;
  judgedAt: string | null;
}

/** Something that a rule found. */
export interface FoundAnomaly {
  rule: AnomalyRule;
  /** Names it: found again, it is the same. */
  key: string;
  at: Date;
  facts: AnomalyFacts;
  records: string[];
}

/** Limits of the rules. */
export const anomalyLimits = {
  /** Uses of one case number under one grant in thirty days. */
  usesOfCase: 20,
  /** Refusals of one counterparty in a day. */
  refusals: 10,
  /** Look-ups of one person in thirty days, by all departments together. */
  lookUps: 10,
  /** Distance from the median, in units of the scaled median absolute deviation. */
  deviations: 6,
  /** Days of the same weekday before there is a pattern, and of any weekday where those are missing. */
  sameWeekdays: 4,
  anyDays: 7,
  /** Fewer uses more than usual are nothing. */
  leastExcess: 20,
  /** Working hours in China: from this hour on, and before that one. */
  firstHour: 7,
  lastHour: 20,
  /** Days that repetitions are counted over, and that a pattern is made of. */
  windowDays: 30,
  patternDays: 84,
} as const;

const counterpartyOf = ({ counterparty }: AnomalyFacts) => counterparty ?? '—';

/** What an anomaly means, in both languages. */
export function explainAnomaly(rule: AnomalyRule, facts: AnomalyFacts): Words {
  const of = counterpartyOf(facts);
  // On the consumer's side records name the agreement and not the grant.
  const grant = facts.grant ?? '—';
  switch (rule) {
    case 'no-case':
      return {
        zh: `${facts.day}：授权 ${grant} 下有 ${facts.count} 次使用没有写明办件编号，无法对应到具体事项的办理。`,
        en: `${facts.day}: ${facts.count} uses under the grant ${grant} name no case, so that nobody can tell what they were for.`,
      };
    case 'repeated-case':
      return {
        zh: `截至 ${facts.day} 的 ${facts.days} 天内，同一办件编号在授权 ${grant} 下使用了 ${facts.count} 次（上限 ${facts.limit} 次），可能被当作通行证反复使用。`,
        en: `In the ${facts.days} days to ${facts.day} one case number was used ${facts.count} times under the grant ${grant} (limit ${facts.limit}); it may serve as a pass.`,
      };
    case 'volume':
      return {
        zh: `${facts.day}：授权 ${grant} 下使用 ${facts.value} ${facts.unitZh}，而${facts.sampleZh}的中位数为 ${facts.median}，偏离 ${facts.deviations} 个稳健标准差。`,
        en: `${facts.day}: ${facts.value} ${facts.unitEn} under the grant ${grant}; the median of ${facts.sampleEn} is ${facts.median}, so that this is ${facts.deviations} robust deviations off.`,
      };
    case 'odd-hours':
      return {
        zh: `${facts.day}：授权 ${grant} 下有 ${facts.count} 次使用发生在工作时间以外（${facts.workingDay === 'yes' ? '工作日 7 点至 20 点之外' : '非工作日'}）。`,
        en: `${facts.day}: ${facts.count} uses under the grant ${grant} outside of working hours (${facts.workingDay === 'yes' ? 'a working day, but not between 7 and 20 o’clock' : 'not a working day'}).`,
      };
    case 'refusals':
      return {
        zh: `${facts.day}：来自 ${of} 的请求被拒绝 ${facts.count} 次，可能在试探权限，或对方系统配置有误。`,
        en: `${facts.day}: ${facts.count} requests by ${of} were refused; it may be probing, or its system is set up wrongly.`,
      };
    case 'same-person':
      return {
        zh: `截至 ${facts.day} 的 ${facts.days} 天内，同一人（假名标识）被 ${facts.departments} 个部门查询 ${facts.count} 次（上限 ${facts.limit} 次）。`,
        en: `In the ${facts.days} days to ${facts.day} the same person (by pseudonym) was looked up ${facts.count} times by ${facts.departments} departments (limit ${facts.limit}).`,
      };
    case 'break-glass':
      return {
        zh: `${facts.day}：启用了紧急调用（${of}），应当事后复核。`,
        en: `${facts.day}: access was taken in an emergency (${of}); it has to be reviewed afterwards.`,
      };
  }
}
