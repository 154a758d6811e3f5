import { type ListQuery, listPage, send, type Words } from './common.ts';

/** A duty that the law gives a department. */
export interface Duty {
  participant: string;
  code: string;
  title: Words;
  legalBasis: string;
  datasets: number;
}

/** Duties of the own department. */
export const listDuties = (query: ListQuery = {}, signal?: AbortSignal) =>
  listPage<Duty>('/catalog/duties', query, signal);
/** Adds or changes a duty. */
export const saveDuty = ({ code, title, legalBasis }: Pick<Duty, 'code' | 'title' | 'legalBasis'>) =>
  send<Duty>('PUT', `/catalog/duties/${encodeURIComponent(code)}`, { title, legalBasis });
/** Removes a duty that no dataset comes from. */
export const removeDuty = (code: string) => send('DELETE', `/catalog/duties/${encodeURIComponent(code)}`);
