import type { Words } from '../../house.ts';
import type { ConnectorEntry } from '../../registry/registry.ts';
import type { CatalogueParts } from '../parts.ts';

/** Whose catalogues a department may search. */
export interface Searched {
  /** Slugs of departments whose catalogue is in this database. */
  here: string[];
  /** Connectors that have to be asked. */
  elsewhere: ConnectorEntry[];
  names: ReadonlyMap<string, Words>;
}

/** A registry is not larger; one that does not end is not read for ever. */
const mostPages = 100;

/** The connectors of the alliance that count now. */
export async function listActive({ registry }: Pick<CatalogueParts, 'registry'>): Promise<ConnectorEntry[]> {
  const found: ConnectorEntry[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const got = await registry.list({ perPage: 100, ...(pageToken === undefined ? {} : { pageToken }) });
    found.push(...got.items.filter(({ state }) => state === 'active'));
    if (got.nextPageToken === null) break;
    pageToken = got.nextPageToken;
  }
  return found;
}

/** Splits connectors into those whose catalogue is in this database and those elsewhere. */
export async function splitConnectors(
  { house }: Pick<CatalogueParts, 'house'>,
  connectors: readonly ConnectorEntry[],
): Promise<Pick<Searched, 'here' | 'elsewhere'>> {
  const rows = await house.store.sql<{ slug: string }[]>`SELECT slug FROM exchange.participants WHERE enabled`;
  const own = new Set(rows.map(({ slug }) => slug));
  const isHere = ({ slug, address }: ConnectorEntry) => own.has(slug) && address === house.addressOf(slug);
  return {
    here: connectors.filter(isHere).map(({ slug }) => slug),
    elsewhere: connectors.filter((connector) => !isHere(connector)),
  };
}

/** Everybody with a connector that counts; a department whose own does not count is shown its own catalogue only. */
export async function findSearched(parts: CatalogueParts, asker: string): Promise<Searched> {
  const connectors = await listActive(parts);
  const names = new Map(connectors.map(({ slug, name }) => [slug, name]));
  const { here, elsewhere } = await splitConnectors(parts, connectors);
  return here.includes(asker) ? { here, elsewhere, names } : { here: [asker], elsewhere: [], names };
}
