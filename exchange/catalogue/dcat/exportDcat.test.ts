import { existsSync, readFileSync } from 'node:fs';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser, type Quad, Store, type Term } from 'n3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAudit } from '../../audit/audit.ts';
import { ledgerNotary } from '../../audit/ledgerNotary.ts';
import { openTestIdentity } from '../../identity/testing.ts';
import { openTestHouse, type TestHouse } from '../../testing.ts';
import type { Catalogue } from '../catalogue.ts';
import { exchangeContext } from '../context.ts';
import type { Dataset } from '../dataset.ts';
import { openCatalogue } from '../openCatalogue.ts';
import { publishTestDataset, testSteward } from '../testing.ts';
import { prefixes } from './terms.ts';

/** Texts that would write triples of their own, were they not escaped. */
const hostile =
  'x" . <urn:evil> a <urn:evil> . \\u0022 """ \\" \r\n\t\u0007\u2028</script> {"@id":"urn:evil"} 𠮷\ud800';
const own = { slug: 'civil', did: null };
let test: TestHouse;
let catalogue: Catalogue;
let shared: Dataset;
let withheld: Dataset;

beforeAll(async () => {
  const participants = ['civil'];
  test = await openTestHouse(participants);
  const { identity } = await openTestIdentity({ house: test.house, participants });
  const audit = openAudit({ house: test.house, signer: identity, notary: ledgerNotary(test.ledger) });
  const never = async () => Promise.reject(new Error('No source is read here.'));
  const sources = { openSource: never, describeSource: never };
  catalogue = openCatalogue({ house: test.house, audit, identity, sources, webhookSecret: 'ef'.repeat(32) });
  const items = [
    {
      name: 'a"b>c',
      title: { zh: hostile.toWellFormed(), en: '' },
      type: 'text',
      key: true,
      mask: { kind: 'keep', first: 1, last: 1 },
      validity: { codes: [{ code: '1', title: { zh: '男', en: 'male' } }] },
    },
  ];
  const words = { zh: hostile.toWellFormed(), en: hostile.toWellFormed() };
  shared = await publishTestDataset(catalogue, 'civil', {
    title: words,
    description: words,
    keywords: [hostile.toWellFormed().slice(0, 40), '低保'],
    table: hostile.toWellFormed(),
    items,
    changeItem: null,
    methods: ['pull', 'push', 'stream', 'answer', 'match'],
    terms: { purposes: ['XK-001', 'x" .'], regions: ['43'], recipients: ['agri'], longestDays: 30, mostRequests: 9 },
    contact: { name: hostile.toWellFormed().slice(0, 100), phone: '+86 731 123', email: 'a">b@mz.example' },
  });
  withheld = await publishTestDataset(catalogue, 'civil', {
    sharing: 'none',
    methods: [],
    legalGround: hostile.toWellFormed(),
    updateCycle: 'realtime',
    region: '430104',
    regionName: null,
    contact: { name: '处' },
    title: { zh: '未成年人档案', en: '' },
    description: { zh: '不予共享', en: '' },
  });
  const legalBasis = hostile.toWellFormed();
  await catalogue.saveDuty('civil', testSteward, { code: 'x/<y> "z"', title: { zh: '另一', en: '' }, legalBasis });
  const quality = {
    measuredAt: '2026-11-20T00:00:00.000Z',
    rows: 5,
    completeness: 0.8,
    uniqueness: null,
    validity: 1,
    items: [],
    missing: [],
  };
  const freshness = {
    measuredAt: quality.measuredAt,
    claimed: 'daily',
    measured: 'weekly',
    newest: quality.measuredAt,
    ageHours: 2.5,
    kept: true,
  };
  const { sql } = test.store;
  await sql`
    UPDATE exchange.datasets SET quality = ${sql.json(quality)}, freshness = ${sql.json(freshness)}
    WHERE id = ${shared.id.slice('urn:uuid:'.length)}`;
});
afterAll(() => test.close());

const exported = async (format: 'jsonld' | 'turtle', dataset?: string) =>
  (await catalogue.exportDcat('civil', own, dataset === undefined ? { format } : { format, dataset })) ?? '';
const readTurtle = (text: string) => new Store(new Parser({ format: 'text/turtle' }).parse(text));
type Loader = NonNullable<NonNullable<ConstructorParameters<typeof JsonLdParser>[0]>['documentLoader']>;
const fetchNothing = { load: () => Promise.reject(new Error('fetched')) };
async function readJsonLd(text: string, documentLoader: Loader = fetchNothing): Promise<Store> {
  const store = new Store();
  const parser = new JsonLdParser({ documentLoader });
  const done = new Promise<Store>((resolve, reject) => {
    parser
      .on('data', (quad: Quad) => store.add(quad))
      .on('end', () => resolve(store))
      .on('error', reject);
  });
  parser.end(text);
  return done;
}

const iri = (term: string) => {
  const [prefix = '', name = ''] = term.split(':');
  return (prefixes as Record<string, string>)[prefix] + name;
};
const node = (value: string) => ({ termType: 'NamedNode', value }) as Term;
const valuesOf = (store: Store, subject: string | Term, property: string) =>
  [...store.match(typeof subject === 'string' ? node(subject) : subject, node(iri(property)))].map(
    ({ object }) => object,
  );
const instancesOf = (store: Store, type: string) =>
  [...store.match(null, node('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), node(iri(type)))].map(
    ({ subject }) => subject,
  );

/** Quads without the names of blank nodes, to compare two documents. */
const shape = (store: Store) =>
  [...store]
    .map(({ subject, predicate, object }) =>
      [subject, predicate, object]
        .map((term) =>
          term.termType === 'BlankNode'
            ? '_'
            : term.termType === 'Literal'
              ? JSON.stringify([term.value, term.language, term.datatype.value])
              : term.value,
        )
        .join(' '),
    )
    .toSorted();

it('says the same as Turtle and as JSON-LD, whatever the texts are, and nothing of its own in them', async () => {
  const [turtle, jsonld] = [readTurtle(await exported('turtle')), await readJsonLd(await exported('jsonld'))];
  expect(turtle.size).toBeGreaterThan(150);
  expect(shape(turtle)).toEqual(shape(jsonld));
  for (const store of [turtle, jsonld]) {
    expect([...store.match(node('urn:evil'))]).toEqual([]);
    const titles = valuesOf(store, shared.id, 'dct:title');
    expect(titles.map(({ value }) => value)).toEqual([hostile.toWellFormed(), hostile.toWellFormed()]);
    expect(valuesOf(store, withheld.id, 'xy:legalGround')[0]?.value).toBe(hostile.toWellFormed());
  }
});

it('has every class and property that DCAT-AP 3.0.1 makes mandatory, and offers of what is shared only', async () => {
  const store = readTurtle(await exported('turtle'));
  const mandatory = {
    'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset', 'dcat:service'],
    'dcat:CatalogRecord': ['foaf:primaryTopic', 'dct:modified'],
    'dcat:Dataset': [
      'dct:title',
      'dct:description',
      'dct:accessRights',
      'dct:accrualPeriodicity',
      'dcat:contactPoint',
      'dcat:theme',
      'xy:level',
    ],
    'dcat:DataService': ['dct:title', 'dcat:endpointURL'],
    'dcat:Distribution': ['dcat:accessURL', 'dcat:accessService', 'dct:format'],
    'foaf:Agent': ['foaf:name'],
    'skos:Concept': ['skos:prefLabel'],
    'skos:ConceptScheme': ['dct:title'],
    'dqv:QualityMeasurement': ['dqv:isMeasurementOf', 'dqv:value', 'dqv:computedOn'],
    'odrl:Offer': ['odrl:permission', 'odrl:assigner'],
    'vcard:Kind': ['vcard:fn'],
  };
  for (const [type, properties] of Object.entries(mandatory)) {
    const found = instancesOf(store, type);
    expect(found.length, type).toBeGreaterThan(0);
    for (const one of found)
      for (const property of properties)
        expect(valuesOf(store, one, property).length, `${type} ${property}`).toBeGreaterThan(0);
  }
  // What a property refers to says what it is, in the same document.
  for (const [property, type] of [
    ['dct:accrualPeriodicity', 'dct:Frequency'],
    ['dct:accessRights', 'dct:RightsStatement'],
    ['dct:publisher', 'foaf:Agent'],
    ['dct:spatial', 'dct:Location'],
    ['dct:language', 'dct:LinguisticSystem'],
    ['dcat:theme', 'skos:Concept'],
    ['odrl:hasPolicy', 'odrl:Policy'],
    ['foaf:primaryTopic', 'dcat:Resource'],
  ] as const)
    for (const { object } of store.match(null, node(iri(property))))
      expect(
        instancesOf(store, type).some((one) => one.equals(object)),
        `${property} ${object.value}`,
      ).toBe(true);
  expect(valuesOf(store, shared.id, 'odrl:hasPolicy')).toHaveLength(1);
  expect(valuesOf(store, shared.id, 'dcat:distribution')).toHaveLength(7);
  expect(valuesOf(store, withheld.id, 'odrl:hasPolicy')).toEqual([]);
  expect(valuesOf(store, withheld.id, 'dcat:distribution')).toEqual([]);
  // The claimed cycle and the measured one, side by side.
  expect(valuesOf(store, shared.id, 'xy:updateCycle')[0]?.value).toBe('daily');
  expect(valuesOf(store, shared.id, 'xy:measuredCycle')[0]?.value).toBe('weekly');
});

it('is of one dataset with what it refers to, and of none that the viewer may not see', async () => {
  const store = readTurtle(await exported('turtle', shared.id));
  expect(instancesOf(store, 'dcat:Dataset').map(({ value }) => value)).toEqual([shared.id]);
  expect(instancesOf(store, 'dcat:Catalog')).toHaveLength(1);
  const secret = await publishTestDataset(catalogue, 'civil', { level: 4 });
  const p = { format: 'turtle', dataset: secret.id } as const;
  expect(await catalogue.exportDcat('civil', { slug: 'agri', did: null }, p)).toBeNull();
  expect(await catalogue.exportDcat('civil', own, p)).toContain(secret.id);
  expect(await catalogue.exportDcat('civil', { slug: null, did: null }, { format: 'turtle' })).not.toContain(secret.id);
});

const contexts = new URL('../../../../shared/conformance/dsp/context/', import.meta.url);
it.skipIf(!existsSync(contexts))(
  'has catalog messages that are JSON-LD under the two contexts, offers and own terms included',
  async () => {
    const read = (name: string) => JSON.parse(readFileSync(new URL(name, contexts), 'utf8'));
    const documents: Record<string, unknown> = {
      'https://w3id.org/dspace/2025/1/context.jsonld': read('dspace.jsonld'),
      'https://w3id.org/dspace/2025/1/odrl-profile.jsonld': read('odrl.jsonld'),
      [`${prefixes.xy}context.jsonld`]: exchangeContext,
    };
    const documentLoader = { load: async (url: string) => documents[url] as never };
    const caller = { slug: 'agri', did: 'did:key:zAgri' };
    const { catalog } = await catalogue.catalogFor('civil', caller, undefined, { perPage: 10 });
    const store = await readJsonLd(JSON.stringify(catalog), documentLoader);
    expect(valuesOf(store, shared.id, 'odrl:hasPolicy')).toHaveLength(1);
    expect(valuesOf(store, shared.id, 'xy:sharing')[0]?.value).toBe('conditional');
    expect(JSON.parse(valuesOf(store, shared.id, 'xy:items')[0]?.value ?? '')).toMatchObject([
      { name: 'a"b>c', mask: 'keep' },
    ]);
    const formats = [...store.match(null, node(iri('dct:format')))].map(({ object }) => object.value);
    expect(formats).toContain(`${prefixes.xy}pull-csv`);
    const operands = [...store.match(null, node(iri('odrl:leftOperand')))].map(({ object }) => object.value);
    // The protocol's profile takes operands without a prefix for its own.
    expect(operands).toEqual(expect.arrayContaining(['https://w3id.org/dspace/2025/1/purpose', `${prefixes.xy}items`]));
    expect([...store.match(node(iri('xy:withheld')))]).toEqual([]);
    expect(valuesOf(store, withheld.id, 'xy:legalGround')).toHaveLength(1);
  },
);

const shapesFile = process.env.XIANGYU_DCAT_SHAPES;
it.skipIf(!shapesFile)(
  'is accepted by the SHACL shapes of DCAT-AP (the file that XIANGYU_DCAT_SHAPES names)',
  async () => {
    const { default: Validator } = await import('rdf-validate-shacl');
    const shapes = readTurtle(readFileSync(shapesFile ?? '', 'utf8'));
    const validator = new Validator(shapes as never);
    for (const dataset of [undefined, shared.id, withheld.id]) {
      const report = await validator.validate(readTurtle(await exported('turtle', dataset)) as never);
      const results = report.results.map(({ path, focusNode, sourceConstraintComponent, severity }) =>
        [severity, sourceConstraintComponent, path, focusNode]
          .map((term) => (term as { value?: string } | null)?.value)
          .join(' '),
      );
      expect(results).toEqual([]);
      expect(report.conforms).toBe(true);
    }
    // The shapes do find what is wrong.
    const broken = (await exported('turtle')).replaceAll('dcat:accessURL', 'dcat:nothing');
    expect((await validator.validate(readTurtle(broken) as never)).conforms).toBe(false);
  },
);
