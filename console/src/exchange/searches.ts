import { type ApplicationState, applicationStates } from './api/applications.ts';
import { type DatasetState, datasetStates, type Method, methods, type Sharing, sharings } from './api/words.ts';

export type Given = Record<string, unknown>;
export const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined);
export const oneOf = <Word extends string>(words: readonly Word[], value: unknown) =>
  words.find((word) => word === value);

/** Leaves out what is undefined, so that it does not show in the address. */
export function given<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Values]?: NonNullable<Values[Name]> };
}

/**
 * What is looked for in the catalogues, and of whom; the tree of the directory or a list. The router leaves in what it does not
 * know of an address, and the API refuses it: a page that hands all of its search on picks it by this once more.
 */
export const catalogueSearch = (search: Given) =>
  given({
    q: textOf(search.q),
    department: textOf(search.department),
    sharing: oneOf<Sharing>(sharings, search.sharing),
    method: oneOf<Method>(methods, search.method),
    kept: search.kept === true ? true : undefined,
    view: oneOf(['tree'] as const, search.view),
  });

/** Own datasets of one state. */
export const datasetsSearch = (search: Given) =>
  given({ q: textOf(search.q), state: oneOf<DatasetState>(datasetStates, search.state) });

/** What is applied for; `id` amends an application that was returned. */
export const applySearch = (search: Given) =>
  given({ department: textOf(search.department), dataset: textOf(search.dataset), id: textOf(search.id) });

/** Applications of one state, or those that are late. */
export const applicationsSearch = (search: Given) =>
  given({
    state: oneOf<ApplicationState>(applicationStates, search.state),
    overdue: search.overdue === true ? true : undefined,
  });
