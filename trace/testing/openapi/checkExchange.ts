import { hashEvents } from '../../../proof/index.ts';
import { readXmlDocument } from '../../formats/index.ts';
import { escapeToken, type Operation } from './description.ts';
import { at, type Json, type JsonObject, objectAt } from './json.ts';
import { loadValidators, type Validators } from './validators.ts';

/** A request and its response. */
export interface Exchange {
  method: string;
  url: string;
  requestHeaders: Record<string, unknown>;
  requestBody: unknown;
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Headers that only some answers have, or that WebSocket and other layers set. */
const optionalHeaders = new Set(['Link', 'GS1-Next-Page-Token-Expires']);

/** Everything in which an exchange departs from GS1's description; empty when it keeps to it. */
export function checkExchange(operation: Operation, exchange: Exchange): string[] {
  const validators = loadValidators();
  const complaints = [...checkResponse(validators, operation, exchange)];
  // What is refused may be wrong in any way.
  if (exchange.status < 400) complaints.push(...checkRequest(validators, operation, exchange));
  return complaints.map((text) => `${operation.name} → ${exchange.status}: ${text}`);
}

function* checkResponse({ description, part, document }: Validators, operation: Operation, exchange: Exchange) {
  const own = `/paths/${escapeToken(operation.path)}/${operation.method}/responses/${exchange.status}`;
  const { value: response, pointer } = description.follow(own);
  if (Object.keys(response).length === 0) {
    yield `this status is not described: ${exchange.body.slice(0, 300)}`;
    return;
  }
  for (const name of Object.keys(objectAt(response, 'headers'))) {
    const value = exchange.headers[name.toLowerCase()];
    if (value === undefined) {
      if (!optionalHeaders.has(name)) yield `the header ${name} is missing`;
      continue;
    }
    const header = description.follow(`${pointer}/headers/${escapeToken(name)}`);
    const { value: schema, pointer: place } = description.follow(`${header.pointer}/schema`);
    const problem = part(place)(coerce(String(value), schema, ','));
    if (problem) yield `the header ${name}: ${value} is wrong: ${problem}`;
  }
  const content = objectAt(response, 'content');
  const media = String(exchange.headers['content-type'] ?? '').split(';')[0] ?? '';
  if (Object.keys(content).length === 0 || exchange.body === '') return;
  const described =
    media === 'application/ld+json' ? 'application/json' : media === 'text/xml' ? 'application/xml' : media;
  if (!(described in content)) {
    yield `the media type ${media} is not described`;
    return;
  }
  const schema = description.follow(`${pointer}/content/${escapeToken(described)}/schema`);
  if (described.endsWith('xml')) {
    yield* checkXml(exchange.body, schema.value, document);
    return;
  }
  const body = JSON.parse(exchange.body) as JsonObject;
  const problem = part(schema.pointer)(body);
  if (problem) yield `the body is wrong: ${problem} in ${exchange.body.slice(0, 300)}`;
  if (body.type === 'EPCISQueryDocument') {
    const further = document(body);
    if (further) yield `the body is no EPCIS document: ${further}`;
    // What we answer, others identify: every event has a hash.
    hashEvents(body);
  }
}

function* checkXml(body: string, schema: JsonObject, document: Validators['document']) {
  const all = [schema, ...((schema.allOf ?? []) as JsonObject[])];
  const root = /<([\w.-]+:)?([\w.-]+)[\s>]/.exec(body.replace(/^<\?xml[^>]*\?>\s*/, ''))?.[2];
  const name = all.map((one) => at(one, 'xml', 'name')).find((one) => one !== undefined);
  const expected = name ?? (schema.allOf ? 'EPCISException' : undefined);
  if (expected !== undefined && root !== expected) yield `the root element is ${root}, not ${String(expected)}`;
  if (root !== 'EPCISQueryDocument') return;
  const problem = document(readXmlDocument(body));
  if (problem) yield `the XML holds no EPCIS document: ${problem}`;
}

function* checkRequest(validators: Validators, operation: Operation, exchange: Exchange) {
  const { description, part } = validators;
  const base = `/paths/${escapeToken(operation.path)}`;
  const pointers = [`${base}/parameters`, `${base}/${operation.method}/parameters`].flatMap((list) =>
    ((at(description.document, ...tokens(list)) ?? []) as Json[]).map((_, index) =>
      description.follow(`${list}/${index}`),
    ),
  );
  const declared = new Map(
    pointers.map(({ value, pointer }) => [`${value.in} ${String(value.name).toLowerCase()}`, pointer]),
  );
  const given = [...new URL(exchange.url, 'http://app.invalid').searchParams];
  for (const [name, value] of given) {
    const pointer = declared.get(`query ${name.toLowerCase()}`);
    if (pointer === undefined) {
      yield* checkQueryParameter(validators, name, value);
      continue;
    }
    const schema = description.follow(`${pointer}/schema`);
    const problem = part(schema.pointer)(coerce(value, schema.value, '|'));
    if (problem) yield `the parameter ${name}=${value} is wrong: ${problem}`;
  }
  for (const [name, value] of Object.entries(exchange.requestHeaders)) {
    const pointer = declared.get(`header ${name.toLowerCase()}`);
    if (pointer === undefined || typeof value !== 'string') continue;
    const schema = description.follow(`${pointer}/schema`);
    const problem = part(schema.pointer)(coerce(value, schema.value, ','));
    if (problem) yield `the header ${name}: ${value} is wrong: ${problem}`;
  }
  const body = `${base}/${operation.method}/requestBody`;
  const { value: content, pointer } = description.follow(
    `${description.follow(body).pointer}/content/application~1json`,
  );
  if (content.schema !== undefined && typeof exchange.requestBody === 'object' && exchange.requestBody !== null) {
    const problem = part(`${pointer}/schema`)(exchange.requestBody);
    if (problem) yield `the body of the request is wrong: ${problem}`;
  }
  if (operation.name === 'POST /queries') {
    const problem = validators.query(at(exchange.requestBody, 'query'));
    if (problem) yield `the query is wrong: ${problem}`;
  }
}

function* checkQueryParameter({ queryParameter }: Validators, name: string, value: string) {
  const problem = queryParameter(name, value);
  if (problem) yield `the parameter ${name}=${value} is wrong: ${problem}`;
}

/** A text of a URL or a header as the type that the schema asks for. */
function coerce(text: string, schema: JsonObject, separator: string): unknown {
  if (schema.type === 'array')
    return text.split(separator).map((item) => coerce(item, objectAt(schema, 'items'), separator));
  if (schema.type === 'integer' || schema.type === 'number') return text === '' ? text : Number(text);
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (schema.type !== 'object') return text;
  return Object.fromEntries(text.split(separator).map((pair) => pair.trim().split(/=(.*)/s, 2)));
}

const tokens = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
