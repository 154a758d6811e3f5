import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { JsonObject, Words } from '../../house.ts';
import { exchangeNamespace } from '../../policy/model.ts';
import type { Dataset, DatasetFilter } from '../dataset.ts';
import { catalogueErrors } from '../errors.ts';
import { filterProperties } from '../filterSchema.ts';
import { searchDatasets, showDataset } from '../findDatasets.ts';
import type { PageParameters } from '../page.ts';
import type { CatalogueParts } from '../parts.ts';
import { findVersion, isInForce, versionOf } from '../rows.ts';
import { type Beside, datasetBody, localized, type ServiceReference, withheldBody } from './datasetBody.ts';
import { makeOffer, readOfferId } from './offer.ts';

/** The contexts of a catalog: the protocol's, then ours; neither is ever fetched. */
const contexts = ['https://w3id.org/dspace/2025/1/context.jsonld', `${exchangeNamespace}context.jsonld`];
const filterShape = Compile(Type.Object(filterProperties, { additionalProperties: false }));

/** A department's connector as a service that gives data. */
export function serviceOf({ house }: Pick<CatalogueParts, 'house'>, participant: string): ServiceReference {
  const address = house.addressOf(participant);
  return { '@id': `${address}#connector`, '@type': 'DataService', endpointURL: `${address}/2025-1` };
}

/** The names of a department whose connector runs here. */
export async function nameOf({ house }: Pick<CatalogueParts, 'house'>, participant: string) {
  const [row] = await house.store.sql<{ name: { zh: string; en: string } }[]>`
    SELECT name FROM exchange.participants WHERE slug = ${participant}`;
  return row?.name ?? { zh: participant, en: participant };
}

/** The names of the duties that datasets come from, and the open questions about them. */
async function readBeside(parts: CatalogueParts, participant: string, datasets: readonly Dataset[]): Promise<Beside> {
  const codes = [...new Set(datasets.map(({ duty }) => duty))];
  if (codes.length === 0) return { duties: new Map(), questions: new Map() };
  const ids = datasets.map(({ id }) => id);
  const [rows, questions] = await Promise.all([
    parts.house.store.sql<{ code: string; title: Words }[]>`
      SELECT code, title FROM exchange.catalogue_duties WHERE participant = ${participant} AND code = ANY(${codes})`,
    parts.questionsOf(participant, ids),
  ]);
  return {
    duties: new Map(rows.map(({ code, title }) => [code, title])),
    questions: Map.groupBy(questions, ({ dataset }) => dataset),
  };
}

/** The filter of a catalog request: one object with the parameters of a search. @throws CATALOGUE_FILTER_INVALID */
function readFilter(filter: readonly JsonObject[] | undefined): DatasetFilter {
  if (filter === undefined || filter.length === 0) return {};
  const [first] = filter;
  if (filter.length > 1) throw catalogueErrors.filterInvalid({ problem: 'there is more than one' });
  if (filterShape.Check(first)) return first;
  const [error] = filterShape.Errors(first);
  throw catalogueErrors.filterInvalid({ problem: `${error?.instancePath || '/'} ${error?.message ?? 'is wrong'}` });
}

/**
 * The body of a catalog message (Dataspace Protocol 2025-1, Catalog Protocol): what the caller may see, what is not shared
 * apart from it. `next` is null on the last page.
 */
export async function catalogFor(
  parts: CatalogueParts,
  p: {
    participant: string;
    caller: { did: string; slug: string };
    filter: JsonObject[] | undefined;
    page: PageParameters;
  },
): Promise<{ catalog: JsonObject; next: string | null }> {
  const { participant, caller, page } = p;
  const filter = { ...readFilter(p.filter), state: undefined };
  const [{ items, nextPageToken }, name, { did }] = await Promise.all([
    searchDatasets(parts, { participant, viewer: caller, filter, page }),
    nameOf(parts, participant),
    parts.identity.ensure(participant),
  ]);
  const service = serviceOf(parts, participant);
  const beside = await readBeside(parts, participant, items);
  const shared = items.map((dataset) => datasetBody(dataset, service, beside)).filter((body) => body !== null);
  const withheld = items.filter(({ sharing }) => sharing === 'none').map((dataset) => withheldBody(dataset, beside));
  const catalog: JsonObject = {
    '@context': contexts,
    '@id': `${parts.house.addressOf(participant)}#catalog`,
    '@type': 'Catalog',
    participantId: did,
    'dct:title': localized(name),
    service: [service],
    // The protocol's schema wants no empty lists.
    ...(shared.length > 0 ? { dataset: shared } : {}),
    ...(withheld.length > 0 ? { 'xy:withheld': withheld } : {}),
  };
  return { catalog, next: nextPageToken };
}

/** Datasets as the catalog message describes them, by their ids; without the JSON-LD context. */
export async function describeDatasets(
  parts: CatalogueParts,
  participant: string,
  datasets: readonly Dataset[],
): Promise<Map<string, JsonObject>> {
  const service = serviceOf(parts, participant);
  const beside = await readBeside(parts, participant, datasets);
  const describe = (dataset: Dataset) => datasetBody(dataset, service, beside) ?? withheldBody(dataset, beside);
  return new Map(datasets.map((dataset) => [dataset.id, describe(dataset)]));
}

/** The body of the answer to a dataset request; null when the dataset is not shared, unknown, or not for the caller. */
export async function datasetFor(
  parts: CatalogueParts,
  { participant, id, caller }: { participant: string; id: string; caller: { did: string; slug: string } },
): Promise<JsonObject | null> {
  const dataset = await showDataset(parts, { participant, id, viewer: caller });
  const service = serviceOf(parts, participant);
  const body = dataset && datasetBody(dataset, service, await readBeside(parts, participant, [dataset]));
  if (!body || !Array.isArray(body.distribution)) return null;
  // Alone, the dataset must say itself what its service is.
  const distribution = (body.distribution as JsonObject[]).map((one) => ({ ...one, accessService: service }));
  return { '@context': contexts, ...body, distribution };
}

/** The dataset and policy of an offer that is in the catalogue now; null for offers of earlier versions and unknown ones. */
export async function offerOf(
  parts: CatalogueParts,
  { participant, offerId }: { participant: string; offerId: string },
): Promise<{ dataset: Dataset; policy: JsonObject } | null> {
  const named = readOfferId(offerId);
  if (!named) return null;
  const row = await findVersion(parts.house.store.sql, { participant, id: named.dataset });
  if (!row || !isInForce(row) || row.version !== named.version) return null;
  const dataset = versionOf(row);
  const policy = makeOffer(dataset);
  return policy && { dataset, policy };
}
