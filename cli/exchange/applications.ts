import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodes } from '../errors.ts';
import { type Door, type ExchangeOptions, listAll, openDoor, readLimit } from './openDoor.ts';
import { printFacts, printJson, printTable, wordsOf } from './printTable.ts';

interface Words {
  zh: string;
  en: string;
}

/** An application as the management API shows it. */
export interface ShownApplication {
  id: string;
  role: string;
  state: string;
  counterparty: { slug: string };
  dataset: string;
  datasetTitle: Words | null;
  form: {
    matter: string;
    items: string[];
    ways: string[];
    reason: string;
    from: string;
    to: string;
    legalBasis: string;
    place?: string;
    rows?: unknown[];
  };
  clock: { stage: string; dueAt: string | null; workingDaysLeft: number; light: string } | null;
  note: string | null;
  decision: { mode: string; ground: string | null; words: Words; by: string | null } | null;
  agreement: string | null;
  createdAt: string;
}

const path = '/api/exchange/applications';
const clockOf = ({ clock }: ShownApplication) =>
  clock &&
  `${clock.stage}: ${clock.dueAt ? `${clock.workingDaysLeft} working days left, due ${clock.dueAt}` : 'stands still'}`;

/** Prints one application. */
export function tellApplication(application: ShownApplication): void {
  const { id, role, state, counterparty, dataset, datasetTitle, form, note, decision, agreement } = application;
  printFacts([
    ['application', id],
    ['state', state],
    [role === 'consumer' ? 'asked of' : 'asked by', counterparty.slug],
    ['dataset', `${dataset} ${wordsOf(datasetTitle)}`],
    ['matter', form.matter],
    ['legal basis', form.legalBasis],
    ['items', form.items.join(' ')],
    ['ways', form.ways.join(' ')],
    ['from, to', `${form.from} … ${form.to}`],
    ...(form.place === undefined ? [] : [['region of use', form.place] as const]),
    ...(form.rows === undefined
      ? []
      : [['only rows', form.rows.map((one) => JSON.stringify(one)).join(' and ')] as const]),
    ['reason', form.reason],
    ['clock', clockOf(application)],
    ...(note === null ? [] : [['note', note] as const]),
    ...(decision === null
      ? []
      : [
          [
            'decision',
            `${decision.mode}${decision.ground ? ` (${decision.ground})` : ''}: ${wordsOf(decision.words)}`,
          ] as const,
        ]),
    ['agreement', agreement],
  ]);
}

const decided = ['granted', 'refused', 'returned', 'narrowed', 'withdrawn', 'disputed', 'arbitrated'];

/** Asks until somebody or something decided; Ctrl-C ends only the waiting. */
export async function waitForDecision(door: Door, application: ShownApplication): Promise<ShownApplication> {
  let now = application;
  while (!decided.includes(now.state)) {
    await sleep(1_000);
    now = await door.get<ShownApplication>(`${path}/${application.id}`);
  }
  return now;
}

export interface ApplicationsParameters extends ExchangeOptions {
  id?: string;
  /** Those of others for the own data instead of the own ones. */
  inbox?: boolean;
  state?: string;
  overdue?: boolean;
  limit?: string;
}

/** Prints the own applications, those in the inbox, or one with its history. */
export async function showApplications(parameters: ApplicationsParameters): Promise<number> {
  const { id, inbox, state, overdue, limit = '50', json } = parameters;
  const most = readLimit(limit);
  const door = await openDoor(parameters);
  if (id !== undefined) {
    const at = `${path}/${encodeURIComponent(id)}`;
    const application = await door.get<ShownApplication>(at);
    const { items: steps } = await listAll<{ at: string; actor: string | null; words: Words }>(door, `${at}/steps`);
    if (json) printJson({ ...application, steps });
    else {
      tellApplication(application);
      console.log('');
      for (const step of steps)
        console.log(`  ${step.at}  ${wordsOf(step.words)}${step.actor ? ` (${step.actor})` : ''}`);
    }
    return exitCodes.ok;
  }
  const { items, more } = await listAll<ShownApplication>(
    door,
    inbox ? '/api/exchange/inbox' : path,
    { state, overdue: overdue || undefined },
    most,
  );
  if (json) printJson(items);
  else {
    printTable<ShownApplication>(
      [
        { title: 'application', of: (one) => one.id, whole: true },
        { title: 'state', of: (one) => one.state },
        { title: inbox ? 'asked by' : 'asked of', of: (one) => one.counterparty.slug },
        { title: 'dataset', of: (one) => wordsOf(one.datasetTitle) },
        { title: 'matter', of: (one) => one.form.matter },
        {
          title: 'clock',
          of: (one) => one.clock && `${one.clock.stage} ${one.clock.workingDaysLeft} d ${one.clock.light}`,
        },
        { title: 'agreement', of: (one) => one.agreement, whole: true },
      ],
      items,
    );
    if (more) console.log('\nThere are more; --limit shows them.');
  }
  return exitCodes.ok;
}
