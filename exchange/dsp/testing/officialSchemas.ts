import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';

const folder = new URL('../../../../shared/conformance/dsp/', import.meta.url);

/** Whether the protocol's own schemas and examples lie beside the repository. */
export const haveOfficialSchemas = existsSync(folder);

const fileOf: Record<string, string> = {
  ContractNegotiation: 'negotiation_contract-negotiation',
  ContractNegotiationError: 'negotiation_contract-negotiation-error',
  ContractRequestMessage: 'negotiation_contract-request-message',
  ContractOfferMessage: 'negotiation_contract-offer-message',
  ContractAgreementMessage: 'negotiation_contract-agreement-message',
  ContractAgreementVerificationMessage: 'negotiation_contract-agreement-verification-message',
  ContractNegotiationEventMessage: 'negotiation_contract-negotiation-event-message',
  ContractNegotiationTerminationMessage: 'negotiation_contract-negotiation-termination-message',
  TransferProcess: 'transfer_transfer-process',
  TransferError: 'transfer_transfer-error',
  TransferRequestMessage: 'transfer_transfer-request-message',
  TransferStartMessage: 'transfer_transfer-start-message',
  TransferSuspensionMessage: 'transfer_transfer-suspension-message',
  TransferCompletionMessage: 'transfer_transfer-completion-message',
  TransferTerminationMessage: 'transfer_transfer-termination-message',
  CatalogRequestMessage: 'catalog_catalog-request-message',
  DatasetRequestMessage: 'catalog_dataset-request-message',
  Catalog: 'catalog_catalog',
  Dataset: 'catalog_dataset',
  CatalogError: 'catalog_catalog-error',
  VersionResponse: 'common_protocol-version',
  DidService: 'common_did-service',
};

/**
 * Mends two slips of the published schemas. Three of them point to `…transfer-schema.json#definitions/…`, which is no JSON
 * pointer for want of a slash. And the service entry of a DID document demands an endpoint that ends in `/catalog` of data
 * services too, which their own example (a version document) does not: the pattern is applied to catalog services only.
 */
function mend(file: string, text: string): Record<string, unknown> {
  const schema = JSON.parse(text.replaceAll('.json#definitions/', '.json#/definitions/'));
  if (file === 'common_did-service-schema.json') {
    const { DidService } = schema.definitions;
    const { pattern } = DidService.properties.serviceEndpoint;
    delete DidService.properties.serviceEndpoint.pattern;
    DidService.if = { properties: { type: { const: 'CatalogService' } } };
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    DidService.then = { properties: { serviceEndpoint: { pattern } } };
  }
  return schema;
}

function load(): Ajv2019 {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  for (const file of readdirSync(new URL('schemas/', folder))) {
    ajv.addSchema(mend(file, readFileSync(new URL(`schemas/${file}`, folder), 'utf8')));
  }
  return ajv;
}

let loaded: Ajv2019 | null = null;

/** The official validator of a type of message. */
function officialValidator(type: string): ValidateFunction {
  const name = fileOf[type];
  if (!name) throw new Error(`The Dataspace Protocol has no ${type}`);
  loaded ??= load();
  const [room, ...rest] = name.split('_');
  const found = loaded.getSchema(`https://w3id.org/dspace/2025/1/${room}/${rest.join('_')}-schema.json`);
  if (!found) throw new Error(`The official schema of ${type} is missing`);
  return found as ValidateFunction;
}

/** What the official schema says against a message; empty when it is valid, or when the schemas are not there. */
export function findOfficialProblems(type: string, message: unknown): string[] {
  if (!haveOfficialSchemas) return [];
  const validate = officialValidator(type);
  if (validate(message)) return [];
  return (validate.errors ?? []).map(({ instancePath, message: text }) => `${instancePath || '/'} ${text}`);
}

/** The examples of the protocol, by file name. */
export function readOfficialExamples(): { file: string; value: Record<string, unknown> }[] {
  return readdirSync(new URL('examples/', folder)).map((file) => ({
    file,
    value: JSON.parse(readFileSync(new URL(`examples/${file}`, folder), 'utf8')),
  }));
}
