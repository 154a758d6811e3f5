import { exitCodes } from '../errors.ts';
import { type ExchangeOptions, openDoor, readLimit } from './openDoor.ts';
import { printFacts, printJson, printTable, wordsOf } from './printTable.ts';

interface Words {
  zh: string;
  en: string;
}
interface Entry {
  id: string;
  department: string;
  title: Words;
  description: Words;
  terms: { sharing?: string; level?: number; items?: unknown; conditions?: unknown };
  offers: { '@id'?: string }[];
  formats: string[];
}
interface Searched {
  department: string;
  here: boolean;
  readAt: string | null;
  problem: { words: Words } | null;
}
interface CatalogPage {
  department: string | null;
  departments: Searched[];
  items: Entry[];
  nextPageToken: string | null;
}

export interface CatalogParameters extends ExchangeOptions {
  department?: string;
  /** Words to look for. */
  search?: string;
  sharing?: string;
  method?: string;
  /** List the departments instead. */
  departments?: boolean;
  limit?: string;
}

/** Prints the catalogue of a department; without one what is found in those of all, and whose could not be read. */
export async function showCatalog(parameters: CatalogParameters): Promise<number> {
  const { department, search, sharing, method, departments, limit = '100', json } = parameters;
  const most = readLimit(limit);
  const door = await openDoor(parameters);
  if (departments) {
    const { nodes } = await door.get<{ nodes: { id: string; name: Words | null; state: string }[] }>(
      '/api/exchange/map',
    );
    if (json) printJson(nodes);
    else
      printTable(
        [
          { title: 'department', of: ({ id }) => id, whole: true },
          { title: 'name', of: ({ name }) => wordsOf(name) },
          { title: 'connector', of: ({ state }) => state },
        ],
        nodes,
      );
    return exitCodes.ok;
  }
  const items: Entry[] = [];
  let searched: Searched[] = [];
  let pageToken: string | undefined;
  do {
    const query = { department, q: search, sharing, method, perPage: Math.min(100, most - items.length), pageToken };
    const page = await door.get<CatalogPage>('/api/exchange/catalog', query);
    items.push(...page.items);
    searched = page.departments;
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined && items.length < most);
  if (json) printJson(items);
  else {
    printTable(
      [
        ...(department === undefined
          ? [{ title: 'department', of: (entry: Entry) => entry.department, whole: true }]
          : []),
        { title: 'dataset', of: ({ id }) => id, whole: true },
        { title: 'title', of: ({ title }) => wordsOf(title) },
        { title: 'shared', of: ({ terms }) => terms.sharing },
        { title: 'level', of: ({ terms }) => terms.level },
        { title: 'formats', of: ({ formats }) => formats.map((one) => one.replace('xy:', '')).join(' ') },
      ],
      items,
    );
    if (pageToken !== undefined) console.log(`\nThere are more; --limit shows them.`);
    for (const { department: slug, here, readAt, problem } of searched) {
      const age = readAt === null ? 'not read yet' : `as of ${readAt}`;
      if (!here && (problem || readAt === null))
        console.log(`${slug}: ${age}${problem ? `. ${problem.words.en}` : ''}`);
    }
  }
  return exitCodes.ok;
}

/** Prints one dataset of a department with its items and its offer. */
export async function showDataset(p: ExchangeOptions & { department: string; dataset: string }): Promise<number> {
  const door = await openDoor(p);
  const path = `/api/exchange/catalog/${encodeURIComponent(p.department)}/datasets/${encodeURIComponent(p.dataset)}`;
  const { entry, dataset } = await door.get<{ entry: Entry; dataset: object }>(path);
  if (p.json) {
    printJson({ entry, dataset });
    return exitCodes.ok;
  }
  const { items, ...terms } = entry.terms;
  printFacts([
    ['dataset', entry.id],
    ['title', wordsOf(entry.title)],
    ['description', wordsOf(entry.description)],
    ['offer', entry.offers.map((offer) => offer['@id']).join(' ') || 'none: it is not shared'],
    ['formats', entry.formats.join(' ')],
    ...Object.entries(terms),
  ]);
  if (!Array.isArray(items)) return exitCodes.ok;
  console.log('');
  const field = (item: Record<string, unknown>, name: string) => item[`xy:${name}`] ?? item[name];
  printTable<Record<string, unknown>>(
    [
      { title: 'item', of: (item) => field(item, 'name'), whole: true },
      { title: 'title', of: (item) => field(item, 'title') },
      { title: 'type', of: (item) => field(item, 'type') },
      { title: 'shared', of: (item) => field(item, 'sharing') },
      { title: 'level', of: (item) => field(item, 'level') },
    ],
    items,
  );
  return exitCodes.ok;
}
