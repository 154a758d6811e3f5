import { exitCodes } from '../errors.ts';
import { type ShownApplication, tellApplication, waitForDecision } from './applications.ts';
import { type ExchangeOptions, openDoor } from './openDoor.ts';
import { printFacts, printJson, wordsOf } from './printTable.ts';
import { readJsonFile, readJsonOption } from './readJsonFile.ts';

/** What a request looks like; every field of the form is needed, `null` where nothing is wanted. */
const example = {
  provider: 'market',
  dataset: 'urn:uuid:… (xiangyu exchange catalog market)',
  form: {
    matter: 'ECO-FARM-SUBSIDY',
    legalBasis: 'Article 12 of the measures for subsidies of ecological farms',
    caseSystem: 'Subsidy case system',
    items: ['licence', 'name'],
    ways: ['rows', 'answer'],
    frequency: { times: 100, period: 'P1D' },
    maxCount: null,
    from: '2026-12-01T00:00:00Z',
    to: '2027-12-01T00:00:00Z',
    reason: 'To check that an applicant is a registered organic producer.',
    emergency: null,
    applicant: { name: 'Name of who answers for it', office: 'Office', phone: '' },
  },
};

export interface RequestParameters extends ExchangeOptions {
  file?: string;
  /** Print what a request looks like. */
  example?: boolean;
  /** Conditions on rows, one or a list, in the place of those of the form. */
  rows?: string;
  /** Region of use, in the place of that of the form. */
  place?: string;
  /** Only say what would happen. */
  try?: boolean;
  /** Wait for the decision and the grant. */
  wait?: boolean;
}

function readNarrowing({ rows, place }: Pick<RequestParameters, 'rows' | 'place'>): object {
  const conditions = rows === undefined ? undefined : readJsonOption('rows', rows, true);
  return {
    ...(conditions === undefined ? {} : { rows: Array.isArray(conditions) ? conditions : [conditions] }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Applies for data of another department with a file. Exit code 1: it was (or would be) refused. */
export async function requestData(parameters: RequestParameters & { file: string }): Promise<number> {
  const { file, json, wait } = parameters;
  const narrowing = readNarrowing(parameters);
  const door = await openDoor(parameters);
  const given: { form?: unknown } = await readJsonFile(file);
  const { form } = given;
  const request = typeof form === 'object' && form !== null ? { ...given, form: { ...form, ...narrowing } } : given;
  if (parameters.try) {
    const told = await door.post<{
      outcome: string;
      words: { zh: string; en: string };
      limits: { dueAt: string };
      decision: { reasons: { ok: boolean; rule: string; words: { zh: string; en: string } }[] } | null;
    }>('/api/exchange/applications/forecast', request);
    if (json) printJson(told);
    else {
      printFacts([
        ['would be', { approved: 'approved at once', person: 'decided by a person' }[told.outcome] ?? told.outcome],
        ['because', wordsOf(told.words)],
        ['answer due', told.limits.dueAt],
      ]);
      for (const { ok, rule, words } of told.decision?.reasons ?? [])
        console.log(`  ${ok ? '✓' : '✗'}  ${rule}  ${wordsOf(words)}`);
    }
    return told.outcome === 'refused' ? exitCodes.checkFailed : exitCodes.ok;
  }
  let application = await door.post<ShownApplication>('/api/exchange/applications', request);
  if (wait) application = await waitForDecision(door, application);
  if (json) printJson(application);
  else tellApplication(application);
  return application.state === 'refused' ? exitCodes.checkFailed : exitCodes.ok;
}

/** Prints what a request looks like. */
export function printExample(): number {
  printJson(example);
  return exitCodes.ok;
}
