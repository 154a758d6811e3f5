import type { Dataset } from '../../catalogue/catalogue.ts';
import type { Grant } from '../../grants/grants.ts';
import { deliveryErrors } from '../errors.ts';
import { type GivenItem, makeRowMasker } from '../masks/applyMask.ts';
import type { DeliveryParts } from '../parts.ts';
import { bothFilters, renameColumns } from '../sources/parseFilter.ts';
import type { Row, RowFilter, SourceReference } from '../sources/source.ts';
import { grantedRows } from './grantedRows.ts';

/** What of a dataset is given to one consumer: which items, which rows, how masked. */
export interface Given {
  dataset: Dataset;
  reference: SourceReference;
  items: GivenItem[];
  /** Over the columns of the source. */
  filter: RowFilter | null;
  mask(row: Row): Row;
  /** The key item that identifies a person, when the dataset is about persons; its column. */
  personColumn: string | null;
}

/** Name of the column of an item. */
export const columnOf = (reference: SourceReference, item: string): string => reference.columns?.[item] ?? item;

/** What is given of a dataset; items that are not shared never are. `consumer` is a slug. */
export async function chooseGiven(
  { identity }: Pick<DeliveryParts, 'identity'>,
  p: { dataset: Dataset; consumer: string; items: readonly string[] | null; rows: RowFilter | null },
): Promise<Given> {
  const { dataset, consumer, items, rows } = p;
  const { source: reference } = dataset;
  if (!reference) throw deliveryErrors.sourceInvalid({ problem: `the dataset ${dataset.id} has no source yet` });
  const shared = dataset.items.filter(({ sharing }) => sharing !== 'none');
  const chosen = items === null ? shared : shared.filter(({ name }) => items.includes(name));
  const given = chosen.map(({ name, mask }): GivenItem => ({ name, mask, column: columnOf(reference, name) }));
  const pseudonymKey = await identity.pseudonym(dataset.participant, `mask for ${consumer}`);
  const person = dataset.subject === 'person' ? dataset.items.find(({ key }) => key) : undefined;
  return {
    dataset,
    reference,
    items: given,
    filter: bothFilters(reference.rows, rows ? renameColumns(rows, (item) => columnOf(reference, item)) : null),
    mask: makeRowMasker(given, pseudonymKey),
    personColumn: person ? columnOf(reference, person.name) : null,
  };
}

/** What a grant gives. @throws DELIVERY_NOT_FOUND when its version of the dataset is gone */
export async function givenByGrant(
  parts: Pick<DeliveryParts, 'identity' | 'catalogue'>,
  grant: Grant,
  items: readonly string[] = grant.items,
): Promise<Given> {
  const dataset = await parts.catalogue.read(grant.participant, grant.dataset, grant.version);
  if (!dataset) throw deliveryErrors.notFound();
  const conditions = grantedRows(grant.policy);
  const rows = conditions.length === 0 ? null : { all: conditions };
  return chooseGiven(parts, { dataset, consumer: grant.consumerSlug, items, rows });
}
