const text = { type: 'string', minLength: 1, maxLength: 200 };
const date = { type: 'string', minLength: 20, maxLength: 30 };
const list = (items: object, minItems = 0) => ({ type: 'array', minItems, maxItems: 100, items });

const site = {
  type: 'object',
  properties: { place: text, crop: text, areaHectares: { type: 'number', exclusiveMinimum: 0, maximum: 1_000_000 } },
  required: ['place'],
};
const product = { type: 'object', properties: { item: text, crop: text }, required: ['item'] };

/** What every organic certificate says; the kinds differ in what they must name. */
function schemaOf({ sites, products }: { sites: number; products: number }) {
  return {
    type: 'object',
    properties: {
      certificate: text,
      certificateNumber: text,
      standard: text,
      certifier: text,
      operator: text,
      certifiedFrom: date,
      certifiedUntil: date,
      activities: list(text),
      sites: list(site, sites),
      products: list(product, products),
    },
    required: ['certificate', 'certificateNumber', 'standard', 'operator', 'certifiedFrom', 'certifiedUntil'],
  };
}

const organic = (name: string, zh: string, en: string, least: { sites: number; products: number }) => ({
  name,
  title: { zh, en },
  member: null,
  accredited: true,
  schema: {
    ...schemaOf(least),
    required: [...schemaOf(least).required, ...(least.sites ? ['sites'] : []), ...(least.products ? ['products'] : [])],
  },
});

/** Certificates of organic farming and handling: only certifiers that the alliance accredited issue them. */
export const organicTypes = [
  organic('OrganicOperatorCertificate', '有机经营者证书', 'Organic certificate of an operator', {
    sites: 0,
    products: 0,
  }),
  organic('OrganicSiteCertificate', '有机基地证书', 'Organic certificate of sites', { sites: 1, products: 0 }),
  organic('OrganicProductCertificate', '有机产品证书', 'Organic certificate of products', { sites: 0, products: 1 }),
];
