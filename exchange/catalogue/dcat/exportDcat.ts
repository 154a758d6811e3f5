import type { Dataset, Duty, Viewer } from '../dataset.ts';
import { listDuties } from '../duties.ts';
import { searchDatasets, showDataset } from '../findDatasets.ts';
import { nameOf, serviceOf } from '../message/catalogMessage.ts';
import type { CataloguePage } from '../page.ts';
import type { CatalogueParts } from '../parts.ts';
import { languages } from './codes.ts';
import { agentIri, type Department, describeDataset, dutyIri } from './describeDataset.ts';
import { describeMetrics } from './describeQuality.ts';
import { type Node, node, ref, text, texts, typed } from './terms.ts';
import { writeJsonLd } from './writeJsonLd.ts';
import { writeTurtle } from './writeTurtle.ts';

const perPage = 200;
const dsp = 'https://w3id.org/dspace/2025/1/';

async function readAll<Entry>(
  read: (pageToken: string | undefined) => Promise<CataloguePage<Entry>>,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let token: string | undefined | null; token !== null; ) {
    const page = await read(token);
    all.push(...page.items);
    token = page.nextPageToken;
  }
  return all;
}

function describeDuties(department: Department, duties: readonly Duty[]): Node[] {
  const scheme = `${department.address}#duties`;
  return [
    node(['skos:ConceptScheme'], scheme, [
      ['dct:title', texts({ zh: `${department.name.zh}职责目录`, en: `Duties of ${department.name.en}` })],
    ]),
    ...duties.map(({ code, title, legalBasis }) =>
      node(['skos:Concept'], dutyIri(department, code), [
        ['skos:prefLabel', texts(title)],
        ['skos:notation', text(code)],
        ['skos:inScheme', ref(scheme)],
        ['xy:legalBasis', text(legalBasis)],
      ]),
    ),
  ];
}

function describeService({ address, name, service }: Department, datasets: readonly Dataset[]): Node {
  return node(['dcat:DataService', 'dcat:Resource'], service['@id'], [
    ['dct:title', texts({ zh: `${name.zh}数据连接器`, en: `Connector of ${name.en}` })],
    ['dcat:endpointURL', node(['rdfs:Resource'], service.endpointURL, [])],
    ['dct:publisher', ref(`${address}#department`)],
    ['dct:conformsTo', node(['dct:Standard'], dsp, [])],
    ['dcat:servesDataset', datasets.filter(({ sharing }) => sharing !== 'none').map(({ id }) => ref(id))],
  ]);
}

function describeCatalog(department: Department, datasets: readonly Dataset[]): Node {
  const { address, name, service } = department;
  const modified = datasets
    .map(({ publishedAt }) => publishedAt ?? '')
    .toSorted()
    .at(-1);
  return node(['dcat:Catalog', 'dcat:Resource'], `${address}#catalog`, [
    ['dct:title', texts({ zh: `${name.zh}数据目录`, en: `Data catalogue of ${name.en}` })],
    [
      'dct:description',
      texts({
        zh: `${name.zh}依职责编制的政务数据共享目录`,
        en: `What ${name.en} holds by its duties, and how far it shares it with other departments`,
      }),
    ],
    ['dct:publisher', node(['foaf:Agent'], agentIri(department), [['foaf:name', texts(name)]])],
    ['dct:language', Object.values(languages).map((language) => node(['dct:LinguisticSystem'], language, []))],
    ['dct:modified', modified ? typed(modified, 'xsd:dateTime') : null],
    ['dcat:themeTaxonomy', ref(`${address}#duties`)],
    ['dcat:dataset', datasets.map(({ id }) => ref(id))],
    ['dcat:service', ref(service['@id'])],
    [
      'dcat:record',
      datasets.map(({ id, publishedAt }) =>
        node(['dcat:CatalogRecord'], null, [
          ['foaf:primaryTopic', ref(id)],
          ['dct:modified', typed(publishedAt ?? '', 'xsd:dateTime')],
        ]),
      ),
    ],
  ]);
}

/**
 * The catalogue as a viewer may see it, or one dataset with all it refers to, as DCAT 3 after DCAT-AP 3.0.1, with ODRL offers and
 * DQV measurements. Null when there is no such dataset for the viewer.
 */
export async function exportDcat(
  parts: CatalogueParts,
  {
    participant,
    viewer,
    format,
    dataset: id,
  }: {
    participant: string;
    viewer: Viewer;
    format: 'jsonld' | 'turtle';
    dataset?: string | undefined;
  },
): Promise<string | null> {
  const one = id === undefined ? null : await showDataset(parts, { participant, id, viewer });
  if (id !== undefined && !one) return null;
  const [name, { did }, duties] = await Promise.all([
    nameOf(parts, participant),
    parts.identity.ensure(participant),
    readAll((pageToken) => listDuties(parts, participant, { perPage, pageToken })),
  ]);
  const datasets = one
    ? [one]
    : await readAll((pageToken) =>
        searchDatasets(parts, { participant, viewer, filter: {}, page: { perPage, pageToken } }),
      );
  const address = parts.house.addressOf(participant);
  const department = { did, address, name, service: serviceOf(parts, participant) };
  const used = one ? duties.filter(({ code }) => code === one.duty) : duties;
  const nodes = [
    describeCatalog(department, datasets),
    describeService(department, datasets),
    ...datasets.map((dataset) => describeDataset(dataset, department)),
    ...describeDuties(department, used),
    ...describeMetrics(),
  ];
  return format === 'turtle' ? writeTurtle(nodes) : writeJsonLd(nodes);
}
