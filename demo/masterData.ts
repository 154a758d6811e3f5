import { type DemoMember, demoMembers } from './alliance.ts';
import { certificates } from './certificates.ts';
import type { Bilingual, EpcisEvent, Vocabulary, VocabularyElement } from './epcis.ts';
import { places } from './places.ts';
import { products } from './products.ts';
import { steps } from './steps.ts';

const standard = 'urn:epcglobal:cbv:mda#';
const extension = 'https://ns.xiangyu.example/mda#';

type Entry = { types: string[]; element: VocabularyElement };

function describe(id: string, name: Bilingual, further: Record<string, string> = {}): VocabularyElement {
  const values = {
    [`${standard}name`]: name.zh,
    [`${extension}name.zh`]: name.zh,
    [`${extension}name.en`]: name.en,
    [`${extension}demo`]: 'true',
    ...further,
  };
  return { id, attributes: Object.entries(values).map(([key, attribute]) => ({ id: key, attribute })) };
}

function vtype(word: string): string {
  return `urn:epcglobal:epcis:vtype:${word}`;
}

const catalogue: ReadonlyMap<string, Entry> = new Map(
  [
    ...Object.values(products).map(({ id, name, description, origin, traits }) => ({
      types: [vtype('EPCClass')],
      element: describe(id, name, {
        [`${standard}countryOfOrigin`]: 'CN',
        [`${extension}description.zh`]: description.zh,
        [`${extension}description.en`]: description.en,
        [`${extension}origin.zh`]: origin.zh,
        [`${extension}origin.en`]: origin.en,
        ...Object.fromEntries(Object.entries(traits).map(([key, value]) => [`${extension}${key}`, String(value)])),
      }),
    })),
    ...Object.values(places).map(({ id, name, latitude, longitude, region }) => ({
      types: [vtype('BusinessLocation'), vtype('ReadPoint')],
      element: describe(id, name, {
        [`${standard}countryCode`]: 'CN',
        [`${standard}latitude`]: String(latitude),
        [`${standard}longitude`]: String(longitude),
        [`${extension}geo`]: `geo:${latitude},${longitude}`,
        [`${extension}region`]: region,
      }),
    })),
    ...Object.values(demoMembers).map(({ party, name }) => ({
      types: [vtype('Party')],
      element: describe(party, name),
    })),
    ...Object.values(certificates).map(({ id, name }) => ({
      types: [vtype('BusinessTransaction')],
      element: describe(id, name),
    })),
    ...Object.values(steps).map(({ id, name }) => ({ types: [vtype('BusinessStep')], element: describe(id, name) })),
  ].map((entry) => [entry.element.id, entry]),
);

function collectUris(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    // A lot or a serial number is described by its trade item.
    found.add(value.replace(/^(https:\/\/id\.gs1\.org\/01\/\d{14})\/.*$/, '$1'));
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) collectUris(child, found);
  }
}

const companyPrefix = /^https:\/\/id\.gs1\.org\/(?:01\/\d|414\/|417\/|253\/)(952\d{4})/;

/**
 * The master data (`epcisMasterData` of the document header) of what these events mention, as far as it is the
 * member's to describe: whoever issued a GS1 key describes it. Steps of our own have no issuer.
 */
export function describeEvents(member: DemoMember, events: EpcisEvent[]): Vocabulary[] {
  const uris = new Set([member.party]);
  collectUris(events, uris);
  const vocabularies = new Map<string, VocabularyElement[]>();
  for (const uri of [...uris].sort()) {
    const entry = catalogue.get(uri);
    const issuer = companyPrefix.exec(uri)?.[1];
    if (!entry || (issuer !== undefined && issuer !== member.prefix)) continue;
    for (const type of entry.types) vocabularies.set(type, [...(vocabularies.get(type) ?? []), entry.element]);
  }
  return [...vocabularies].map(([type, vocabularyElementList]) => ({ type, vocabularyElementList }));
}
