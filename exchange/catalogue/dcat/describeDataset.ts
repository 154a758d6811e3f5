import type { Words } from '../../house.ts';
import type { Dataset, Item } from '../dataset.ts';
import type { ServiceReference } from '../message/datasetBody.ts';
import { formatsOf } from '../message/formats.ts';
import { accessRights, frequencies, languages, mediaTypes } from './codes.ts';
import { describePolicy } from './describePolicy.ts';
import { describeQuality } from './describeQuality.ts';
import { type Node, node, prefixes, ref, text, texts, typed } from './terms.ts';

/** What every dataset of a department refers to. */
export interface Department {
  /** DID of its connector. */
  did: string;
  address: string;
  name: Words;
  service: ServiceReference;
}

/** The IRI of a duty, a concept of the department's scheme. */
export const dutyIri = ({ address }: Department, code: string) => `${address}/duties/${encodeURIComponent(code)}`;
/** The department as a publisher: a thing on the web that is not the connector. */
export const agentIri = ({ address }: Department) => `${address}#department`;

const empty = { zh: '', en: '' };
const isHan = (word: string) => /\p{Script=Han}/v.test(word);

function describeItem(item: Item): Node {
  const { validity } = item;
  return node(['xy:Item'], null, [
    ['xy:name', text(item.name)],
    ['dct:title', texts(item.title)],
    ['dct:description', texts(item.description ?? empty)],
    ['xy:type', text(item.type)],
    ['xy:sharing', text(item.sharing)],
    ['xy:sensitive', typed(item.sensitive, 'xsd:boolean')],
    ['xy:key', typed(item.key, 'xsd:boolean')],
    ['xy:required', typed(item.required, 'xsd:boolean')],
    ['xy:level', typed(item.level, 'xsd:integer')],
    ['xy:mask', item.mask && text(item.mask.kind)],
    ['xy:format', validity?.format === undefined ? null : text(validity.format)],
    [
      'xy:code',
      (validity?.codes ?? []).map(({ code, title }) =>
        node(['skos:Concept'], null, [
          ['skos:notation', text(code)],
          ['skos:prefLabel', texts(title).length > 0 ? texts(title) : text(code)],
        ]),
      ),
    ],
  ]);
}

function describeContact(dataset: Dataset): Node {
  const { name, phone, email } = dataset.contact;
  return node(['vcard:Kind', 'vcard:Organization'], null, [
    ['vcard:fn', text(name)],
    ['vcard:organization-name', texts(dataset.department)],
    ['vcard:hasTelephone', phone === undefined ? null : ref(`tel:${phone.replaceAll(' ', '-')}`)],
    ['vcard:hasEmail', email === undefined ? null : ref(`mailto:${encodeURI(email)}`)],
  ]);
}

function describeDistributions(dataset: Dataset, { address, service }: Department): Node[] {
  return formatsOf(dataset).map((format) => {
    const mediaType = mediaTypes[format];
    const iri = prefixes.xy + format.slice(3);
    return node(['dcat:Distribution'], `${dataset.id}#${format.slice(3)}`, [
      ['dct:title', text(format)],
      ['dcat:accessURL', ref(address)],
      ['dcat:accessService', ref(service['@id'])],
      ['dct:format', node(['dct:MediaTypeOrExtent'], iri, [])],
      ['dcat:mediaType', mediaType === undefined ? null : node(['dct:MediaType'], mediaType, [])],
    ]);
  });
}

/** A dataset with its offer, distributions, items and what was measured. What is not shared has its legal ground and no offer. */
export function describeDataset(dataset: Dataset, department: Department): Node {
  const { id, keywords, sharing, legalGround, freshness, publishedAt } = dataset;
  const issued = publishedAt ?? '';
  const hasEnglish = dataset.title.en.trim() !== '' && dataset.description.en.trim() !== '';
  const spoken = [languages.zh, ...(hasEnglish ? [languages.en] : [])];
  const shared = sharing !== 'none';
  return node(['dcat:Dataset', 'dcat:Resource'], id, [
    ['dct:identifier', text(id)],
    ['dct:title', texts(dataset.title)],
    ['dct:description', texts(dataset.description)],
    ['dcat:keyword', keywords.map((word) => ({ ...text(word), '@language': isHan(word) ? 'zh' : 'en' }))],
    ['dcat:theme', ref(dutyIri(department, dataset.duty))],
    ['dct:publisher', ref(agentIri(department))],
    ['dcat:contactPoint', describeContact(dataset)],
    ['dct:language', spoken.map((language) => node(['dct:LinguisticSystem'], language, []))],
    ['dct:accrualPeriodicity', node(['dct:Frequency'], frequencies[dataset.updateCycle], [])],
    ['dct:accessRights', node(['dct:RightsStatement'], accessRights[sharing], [])],
    [
      'dct:spatial',
      node(['dct:Location'], `${prefixes.xy}region/${dataset.region}`, [
        ['dct:identifier', text(dataset.region)],
        ['skos:prefLabel', texts(dataset.regionName ?? empty)],
      ]),
    ],
    ['dct:modified', typed(issued, 'xsd:dateTime')],
    ['dcat:version', text(String(dataset.version))],
    ['odrl:hasPolicy', describePolicy(dataset, department.did)],
    ['dcat:distribution', shared ? describeDistributions(dataset, department) : null],
    ['dqv:hasQualityMeasurement', describeQuality(dataset)],
    ['xy:sharing', text(sharing)],
    ['xy:legalGround', legalGround === null ? null : text(legalGround)],
    ['xy:conditions', texts(dataset.conditions ?? empty)],
    ['xy:method', dataset.methods.map(text)],
    ['xy:updateCycle', text(dataset.updateCycle)],
    ['xy:measuredCycle', freshness?.measured ? text(freshness.measured) : null],
    ['xy:newest', freshness?.newest ? typed(freshness.newest, 'xsd:dateTime') : null],
    ['xy:subject', text(dataset.subject)],
    ['xy:level', typed(dataset.level, 'xsd:integer')],
    ['xy:table', text(dataset.table)],
    ['xy:department', texts(dataset.department)],
    ['xy:digest', text(dataset.digest)],
    ['xy:item', dataset.items.map(describeItem)],
  ]);
}
