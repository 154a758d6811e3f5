import type { Application, ApplicationForm, Frequency, Way } from '../api/applications.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import { addDays, beginOf, chinaToday, dayOf, endOf, lastDayOf } from '../parts/days.ts';
import { questionPrefix } from '../parts/itemNames.ts';
import { readLimits } from '../parts/offerLimits.ts';
import { type RowValues, readRows, toRowValues } from '../parts/rowValues.ts';

/** An application as the form holds it. */
export interface ApplyValues {
  matter?: string;
  legalBasis: string;
  caseSystem: string;
  reason: string;
  ways: Way[];
  items: string[];
  questions: string[];
  place?: string;
  rows?: RowValues[];
  limited: boolean;
  times: number | null;
  period: Frequency['period'];
  maxCount: number | null;
  fromDay: string;
  toDay: string;
  applicant: { name: string; office: string; phone?: string };
  isEmergency: boolean;
  ground?: string;
}

const longestUsual = 365;

/** The ways in which a dataset is given, as an application names them. */
export function waysOf({ terms: { method = [] } }: CatalogEntry): Way[] {
  const rows = method.some((one) => one === 'pull' || one === 'push' || one === 'stream');
  return [
    ...(rows ? (['rows'] as const) : []),
    ...(method.includes('answer') ? (['answer'] as const) : []),
    ...(method.includes('match') ? (['match'] as const) : []),
  ];
}

/** What the form begins with: as little as possible, or the application that is handed in again. */
export function startValues(entry: CatalogEntry, name: string, before?: Application): ApplyValues {
  if (before) {
    const { form } = before;
    const { frequency, emergency, from, to, rows, ...rest } = form;
    return {
      ...rest,
      items: form.items.filter((item) => !item.startsWith(questionPrefix)),
      questions: form.items.filter((item) => item.startsWith(questionPrefix)),
      rows: toRowValues(rows),
      limited: frequency !== null,
      times: frequency?.times ?? null,
      period: frequency?.period ?? 'P1D',
      fromDay: dayOf(from),
      toDay: lastDayOf(to),
      isEmergency: emergency !== null,
      ...(emergency ? { ground: emergency.ground } : {}),
    };
  }
  const { longestDays, mostRequests } = readLimits(entry.offers[0]);
  const today = chinaToday();
  return {
    legalBasis: '',
    caseSystem: '',
    reason: '',
    ways: waysOf(entry).slice(0, 1),
    items: [],
    questions: [],
    limited: true,
    times: 10,
    period: 'P1D',
    maxCount: mostRequests,
    fromDay: today,
    toDay: addDays(today, Math.min(longestDays ?? longestUsual, longestUsual) - 1),
    applicant: { name, office: '' },
    isEmergency: false,
  };
}

/** The questions of a dataset that can be asked in the ways that are wanted. */
export function questionsFor(ways: Way[], { terms: { questions = [] } }: CatalogEntry) {
  return questions.filter(({ kind }) => ways.includes(kind === 'match' ? 'match' : 'answer'));
}

/** What goes to the platform. Items belong to rows; answers and matches name their questions, and no items. */
export function toForm(values: ApplyValues, entry: CatalogEntry): ApplicationForm {
  const { ways, items, questions, applicant } = values;
  const place = values.place?.trim();
  const rows = ways.includes('rows') ? readRows(values.rows, entry.terms.items ?? []) : [];
  const askable = new Set(questionsFor(ways, entry).map(({ id }) => `${questionPrefix}${id}`));
  return {
    matter: values.matter ?? '',
    legalBasis: values.legalBasis.trim(),
    caseSystem: values.caseSystem.trim(),
    items: [...(ways.includes('rows') ? items : []), ...questions.filter((one) => askable.has(one))],
    ways,
    frequency: values.limited && values.times ? { times: values.times, period: values.period } : null,
    maxCount: values.maxCount ?? null,
    from: beginOf(values.fromDay),
    to: endOf(values.toDay),
    reason: values.reason.trim(),
    ...(place ? { place } : {}),
    ...(rows.length > 0 ? { rows } : {}),
    applicant: {
      name: applicant.name.trim(),
      office: applicant.office.trim(),
      phone: applicant.phone?.trim() ?? '',
    },
    emergency: values.isEmergency ? { ground: values.ground?.trim() ?? '' } : null,
  };
}
