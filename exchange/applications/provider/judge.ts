import type { Dataset } from '../../catalogue/catalogue.ts';
import type { Words } from '../../house.ts';
import { isWithin } from '../../policy/policy.ts';
import { applicationErrors } from '../errors.ts';
import { checkRowItems, textOfCondition } from '../form/checkRows.ts';
import type { StandingRule } from '../matters/matter.ts';
import type { ApplicationForm, ApprovalMode, RefusalGround, Terms } from '../model.ts';
import { cutToLimits, findWider, isQuestion, termsOf } from '../terms/terms.ts';

/** What happens to an application without anybody deciding. */
export type Judgement =
  | {
      outcome: 'approve';
      mode: Exclude<ApprovalMode, 'person' | 'published'>;
      terms: Terms;
      words: Words;
      rule?: string;
    }
  | { outcome: 'person'; words: Words }
  | { outcome: 'refuse'; ground: RefusalGround; words: Words };

export interface JudgeParameters {
  form: ApplicationForm;
  dataset: Pick<Dataset, 'sharing' | 'legalGround' | 'items' | 'terms' | 'methods'>;
  /** Slug of the department that asks. */
  consumer: string;
  /** The standing rules of the provider for this matter, dataset and department, with what is still free today. */
  rules: readonly (StandingRule & { freeToday: number })[];
  /** Terms that the data authority ruled for this application. */
  ruling: Terms | null;
  /** Whether the department misused an emergency before. */
  barred: boolean;
  /** How much an emergency gives. */
  emergency: { hours: number; count: number };
  now: Date;
}

const words = (zh: string, en: string): Words => ({ zh, en });
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Judges an application by what the provider published and ruled beforehand. What the law keeps back is refused whoever asks,
 * whatever the hurry and whatever was ruled; the rest is approved by a ruling, in an emergency, as unconditional, by a standing
 * rule, or left to a person.
 * @throws APPLICATION_INVALID for items that the dataset does not have
 */
export function judge(parameters: JudgeParameters): Judgement {
  const { form, dataset, consumer, ruling } = parameters;
  checkRowItems(form.rows ?? [], dataset, '$.xy:application.rows');
  const kept = judgeLaw(form, dataset);
  if (kept) return kept;
  const published = judgePublished(form, dataset, consumer);
  if (published) return published;
  const terms = termsOf(form);
  // By which rows come, a condition may tell what was not asked for or what a mask hides; a ruling allows those that it names.
  const ruled = new Set(ruling?.rows?.map(textOfCondition));
  const seen = new Set(
    dataset.items.flatMap(({ name, mask }) => (mask === null && form.items.includes(name) ? [name] : [])),
  );
  if (form.rows?.some((one) => !seen.has(one.column) && !ruled.has(textOfCondition(one))))
    return {
      outcome: 'person',
      words: words(
        '行条件涉及未申请或脱敏的信息项，须人工审核',
        'a condition on rows looks at an item that is not asked for or is masked',
      ),
    };
  if (ruling) {
    if (findWider(terms, ruling).length === 0)
      return {
        outcome: 'approve',
        mode: 'ruling',
        terms,
        words: words('依据数据主管部门的裁决批准', 'approved because the data authority ruled so'),
      };
    return { outcome: 'person', words: words('申请超出裁决范围，须人工审核', 'it asks for more than was ruled') };
  }
  if (form.emergency) return judgeEmergency(parameters, terms);
  if (findWider(terms, cutToLimits(terms, dataset.terms)).length > 0)
    return {
      outcome: 'person',
      words: words('期限或次数超出目录公布的上限，须人工审核', 'period or count are over what the catalogue shows'),
    };
  const items = dataset.items.filter(({ name }) => form.items.includes(name));
  if (
    dataset.sharing === 'unconditional' &&
    items.length === form.items.length &&
    items.every(({ sharing }) => sharing === 'unconditional')
  )
    return {
      outcome: 'approve',
      mode: 'unconditional',
      terms,
      words: words('无条件共享数据，自动批准', 'the data are shared unconditionally'),
    };
  return judgeRules(parameters, terms);
}

/** What is not shared, and what does not exist. */
function judgeLaw({ items, ways }: ApplicationForm, dataset: JudgeParameters['dataset']): Judgement | null {
  if (dataset.sharing === 'none')
    return {
      outcome: 'refuse',
      ground: 'law',
      words: words(`不予共享：${dataset.legalGround ?? ''}`, `not shared: ${dataset.legalGround ?? ''}`),
    };
  const known = new Map(dataset.items.map((item) => [item.name, item]));
  for (const [index, name] of items.entries())
    if (!known.has(name) && !(isQuestion(name) && (ways.includes('answer') || ways.includes('match'))))
      throw applicationErrors.invalid({
        path: `$.xy:application.items[${index}]`,
        problem: `the dataset has no item "${name.slice(0, 80)}"`,
      });
  const closed = items.filter((name) => known.get(name)?.sharing === 'none');
  if (closed.length === 0) return null;
  return {
    outcome: 'refuse',
    ground: 'law',
    words: words(`信息项不予共享：${closed.join('、')}`, `these items are not shared: ${closed.join(', ')}`),
  };
}

/** Conditions that the catalogue shows to everybody. */
function judgePublished(
  { matter, caseSystem, ways, place }: ApplicationForm,
  { terms, sharing, methods }: JudgeParameters['dataset'],
  consumer: string,
): Judgement | null {
  const refuse = (zh: string, en: string): Judgement => ({
    outcome: 'refuse',
    ground: 'policyDocument',
    words: words(zh, en),
  });
  if (terms.recipients && !terms.recipients.includes(consumer))
    return refuse('目录公布的共享范围不包括该部门', 'the catalogue does not offer it to this department');
  if (terms.purposes && !terms.purposes.includes(matter))
    return refuse(`目录公布的用途不包括事项“${matter}”`, `the catalogue does not offer it for the matter ${matter}`);
  const { regions } = terms;
  if (regions && place === undefined)
    return refuse(
      `目录公布仅限在下列地区使用，申请未说明使用地区：${regions.join('、')}`,
      `the catalogue offers it for use in ${regions.join(', ')} only, and the application names no region of use`,
    );
  if (regions && !regions.some((region) => isWithin(place ?? '', region)))
    return refuse(
      `使用地区“${place}”不在目录公布的范围内：${regions.join('、')}`,
      `the region of use ${place} is not within what the catalogue offers: ${regions.join(', ')}`,
    );
  if (sharing === 'conditional' && caseSystem.trim() === '')
    return refuse('有条件共享须说明办件系统', 'conditional data need the system in which cases are numbered');
  const offered = { rows: ['pull', 'push', 'stream'], answer: ['answer'], match: ['match'] } as const;
  const missing = ways.filter((way) => !offered[way].some((method) => methods.includes(method)));
  if (missing.length === 0) return null;
  return refuse(
    `目录不提供该方式：${missing.join('、')}`,
    `the catalogue does not offer it in this way: ${missing.join(', ')}`,
  );
}

function judgeEmergency({ form, barred, emergency, now }: JudgeParameters, terms: Terms): Judgement {
  if (barred)
    return {
      outcome: 'person',
      words: words('该部门曾滥用应急通道，须人工审核', 'the department misused an emergency before; a person decides'),
    };
  const until = new Date(Math.min(Date.parse(form.to), now.getTime() + emergency.hours * hourMs)).toISOString();
  if (Date.parse(form.from) >= Date.parse(until))
    return { outcome: 'person', words: words('所需时段在将来，不属应急', 'it is needed later, which is no emergency') };
  return {
    outcome: 'approve',
    mode: 'emergency',
    terms: { ...terms, to: until, maxCount: Math.min(terms.maxCount ?? emergency.count, emergency.count) },
    words: words(
      `应急通道即时批准，至 ${until} 止，事后须复核`,
      `given at once in an emergency, until ${until}; it is reviewed afterwards`,
    ),
  };
}

function judgeRules({ form, rules }: JudgeParameters, terms: Terms): Judgement {
  const days = (Date.parse(form.to) - Date.parse(form.from)) / dayMs;
  const fits = rules.find(
    (rule) =>
      form.items.every((item) => rule.items.includes(item)) &&
      form.ways.every((way) => rule.ways.includes(way)) &&
      days <= rule.longestDays &&
      (rule.until === null || Date.parse(form.to) <= Date.parse(rule.until)) &&
      form.frequency?.period === 'P1D' &&
      form.frequency.times <= rule.freeToday,
  );
  if (!fits) return { outcome: 'person', words: words('须人工审核', 'a person decides') };
  return {
    outcome: 'approve',
    mode: 'standingRule',
    rule: fits.id,
    terms,
    words: words(
      `事项“${form.matter}”的常设授权，自动批准，每日不超过 ${form.frequency?.times ?? 0} 次`,
      `a standing rule gives the matter ${form.matter} these items, at most ${form.frequency?.times ?? 0} times a day`,
    ),
  };
}
