import { call, until } from './call.ts';
import type { PublishedDataset } from './publish.ts';
import type { BenchConnector } from './startConnector.ts';

interface Application {
  id: string;
  state: string;
  agreement: string | null;
}

const day = 86_400_000;

/** Enters a matter and gives a request for a dataset, as `xiangyu exchange request` sends it. */
export async function prepareRequest(
  { admin }: BenchConnector,
  p: { provider: string; dataset: PublishedDataset; matter: string; timesADay: number | null },
): Promise<object> {
  const { provider, dataset, matter, timesADay } = p;
  const legalBasis = 'Article 12 of the measures';
  const name = { zh: '生态农场补贴', en: 'Subsidy for ecological farms' };
  await call(admin, `/api/exchange/matters/${matter}`, { name, legalBasis, needs: [] }, 'PUT');
  const form = {
    ...{ matter, legalBasis, caseSystem: 'Subsidies', items: dataset.items, ways: ['rows'] },
    ...{ maxCount: null, emergency: null, reason: 'To check applicants.' },
    frequency: timesADay === null ? null : { times: timesADay, period: 'P1D' },
    from: new Date(Date.now() - day).toISOString(),
    to: new Date(Date.now() + 100 * day).toISOString(),
    applicant: { name: 'Li', office: 'Subsidies', phone: '' },
  };
  return { provider, dataset: dataset.id, form };
}

/** Hands a request in; gives the application. */
export const apply = ({ admin }: BenchConnector, request: object): Promise<Application> =>
  call<Application>(admin, '/api/exchange/applications', request);

/** Waits until an application has its agreement, and the agreement its grant on the chain where `granted` says so. */
export function waitForAgreement({ admin }: BenchConnector, { id }: Application, granted = false): Promise<string> {
  return until(async () => {
    const { state, agreement } = await call<Application>(admin, `/api/exchange/applications/${id}`);
    if (state === 'refused') throw new Error('The application was refused.');
    return state === 'granted' || (!granted && state === 'approved') ? agreement : null;
  }, 'an agreement');
}

/** Approves the next application that comes into the inbox, as a person does. */
export async function approveNext({ admin }: BenchConnector): Promise<void> {
  const { id } = await until(async () => {
    const { items } = await call<{ items: Application[] }>(admin, '/api/exchange/inbox?state=inReview');
    return items[0];
  }, 'the application in the inbox');
  await call(admin, `/api/exchange/inbox/${id}/approval`, {});
}

/** Starts the transfer that small requests go through. */
export async function openQueries({ admin }: BenchConnector, agreement: string, purpose: string): Promise<string> {
  const body = { agreement, format: 'xy:query', purpose, caseNumber: 'BENCH-0' };
  const { transfer } = await call<{ transfer: string }>(admin, '/api/exchange/transfers', body);
  return until(async () => {
    const { state } = await call<{ state: string | null }>(admin, `/api/exchange/transfers/${transfer}`);
    if (state === 'TERMINATED') throw new Error('The transfer was ended.');
    return state === 'STARTED' ? transfer : null;
  }, 'the transfer');
}
