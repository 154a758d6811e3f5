import type { Preview } from './delivery.ts';
import type { DeliveryContext } from './parts.ts';
import { chooseGiven, columnOf } from './plane/given.ts';
import { bothFilters, renameColumns } from './sources/parseFilter.ts';
import type { Row, RowFilter } from './sources/source.ts';

export interface PreviewParameters {
  participant: string;
  dataset: string;
  items?: string[];
  filter?: RowFilter | null;
  /** Slug of the department whose view it is: pseudonyms differ. */
  consumer?: string;
  rows?: number;
}

const defaultRows = 10;
const mostRows = 50;

/** For the steward: the first rows as a consumer would get them. @throws DELIVERY_SOURCE_FAILED */
export async function preview(context: DeliveryContext, p: PreviewParameters): Promise<Preview> {
  const { participant, filter, consumer = 'preview', rows: wanted = defaultRows } = p;
  // What the steward writes now, be it published or not.
  const { dataset } = await context.catalogue.readManaged(participant, p.dataset);
  const given = await chooseGiven(context, { dataset, consumer, items: p.items ?? null, rows: null });
  const source = await context.sources.use(participant, given.reference);
  const rows: Row[] = [];
  try {
    const columns = [...new Set(given.items.map(({ column }) => column))];
    const all = bothFilters(
      given.filter,
      filter ? renameColumns(filter, (item) => columnOf(given.reference, item)) : null,
    );
    for await (const batch of source.read({ columns, filter: all, limit: Math.min(wanted, mostRows) }))
      rows.push(...batch.map(given.mask));
  } finally {
    source.release();
  }
  return { columns: given.items.map(({ name, mask }) => ({ name, mask: mask?.kind ?? null })), rows };
}
