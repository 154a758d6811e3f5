import { type JsonObject, objectAt } from './json.ts';

/** One defect of the published description, and what is meant. */
export interface Correction {
  reason: string;
  apply(description: JsonObject): void;
}

const methods = ['get', 'post', 'delete', 'options'];

function operationsOf(description: JsonObject): { path: string; method: string; responses: JsonObject }[] {
  return Object.entries(objectAt(description, 'paths')).flatMap(([path, item]) =>
    methods
      .filter((method) => method in objectAt(item))
      .map((method) => ({ path, method, responses: objectAt(item, method, 'responses') })),
  );
}

/** The schemas of the fields of a problem of one of the shared responses, in JSON and XML. */
function problemFields(description: JsonObject, response: string): JsonObject[] {
  return Object.values(objectAt(description, 'components', 'responses', response, 'content')).map((content) => {
    const [fields] = objectAt(content, 'schema').allOf as JsonObject[];
    return objectAt(fields, 'properties');
  });
}

/** Lets the JSON schemas of events have what was captured as XML by the letter of the XML schema. */
export function allowWhatXmlHas(schemas: JsonObject): void {
  const [, aggregation] = objectAt(schemas, 'AggregationEvent').allOf as JsonObject[];
  objectAt(aggregation, 'properties').persistentDisposition = true;
  const [, names] = (objectAt(aggregation, 'propertyNames').anyOf ?? []) as JsonObject[];
  (names?.enum as string[] | undefined)?.push('persistentDisposition');
  objectAt(schemas, 'sensorReport').required = [];
}

/**
 * Where the description of GS1 contradicts itself, the text of EPCIS 2.0 or HTTP. Everything else is taken by its letter.
 */
export const corrections: readonly Correction[] = [
  {
    reason: 'an existing resource is answered with 409 and a body that says 409, not 406',
    apply: (description) => {
      for (const fields of problemFields(description, '409ResourceAlreadyExistsException')) {
        fields.status = { type: 'integer', enum: [409] };
      }
    },
  },
  {
    reason:
      'NoSuchNameException is for queries; EPCIS 2.0 section 12.7 has NoSuchResourceException for other resources',
    apply: (description) => {
      for (const fields of problemFields(description, '404ResourceNotFound')) {
        fields.type = { enum: ['epcisException:NoSuchNameException', 'epcisException:NoSuchResourceException'] };
      }
    },
  },
  {
    reason: 'IUnsupportedMediaTypeException is a slip of the pen',
    apply: (description) => {
      for (const fields of problemFields(description, '415UnsupportedMediaType')) {
        fields.type = { enum: ['epcisException:UnsupportedMediaTypeException'] };
      }
    },
  },
  {
    reason: 'a job satisfies both branches of oneOf when it has neither errors nor errorFile',
    apply: (description) => {
      const parts = objectAt(description, 'components', 'schemas', 'CaptureJob').allOf as JsonObject[];
      for (const part of parts) {
        if (!part.oneOf) continue;
        part.anyOf = part.oneOf;
        delete part.oneOf;
      }
    },
  },
  {
    reason:
      "GS1's XML schema and examples have persistent dispositions of aggregations and reports of an exception alone",
    apply: (description) => allowWhatXmlHas(objectAt(description, 'components', 'schemas')),
  },
  {
    reason: 'the value of the header Link is <URI>; rel="next", which is no URI (RFC 8288)',
    apply: (description) => {
      objectAt(description, 'components', 'schemas').Link = { type: 'string', pattern: '^<[^>]+>; rel="next"$' };
    },
  },
  {
    reason: 'patterns of schedules call their own groups, which the regular expressions of JSON schema do not have',
    apply: (description) => {
      for (const schema of Object.values(objectAt(description, 'components', 'schemas'))) {
        if (String(objectAt(schema).pattern).includes('\\g<')) delete objectAt(schema).pattern;
      }
    },
  },
  {
    reason:
      'what is required of a subscription as secret is called signatureToken everywhere else, and is optional there',
    apply: (description) => {
      objectAt(description, 'components', 'schemas', 'AbstractQuerySubscription').required = ['dest'];
    },
  },
  {
    reason: 'a Location is an absolute or a relative URL, as other operations say and RFC 9110 section 10.2.2 has it',
    apply: (description) => {
      const created = operationsOf(description).map(({ responses }) =>
        objectAt(responses, '201', 'headers', 'Location'),
      );
      for (const header of created) if (header.schema) header.schema = { type: 'string', format: 'uri-reference' };
    },
  },
  {
    reason: 'a subscription that is asked wrongly is answered with a problem document, not with plain JSON',
    apply: (description) => {
      const response = objectAt(description, 'components', 'responses', '400SubscriptionIssues');
      response.content = {
        ...objectAt(response, 'content'),
        'application/problem+json': objectAt(response, 'content')['application/json'] ?? {},
      };
    },
  },
  {
    reason:
      'wrong headers and parameters are answered with 400 everywhere, too much with 413, too many requests with 429',
    apply: (description) => {
      for (const { path, method, responses } of operationsOf(description)) {
        if (method !== 'options') responses['400'] ??= { $ref: '#/components/responses/400Any' };
        if (method === 'get') responses['414'] ??= { $ref: '#/components/responses/414URLTooLong' };
        if (path.endsWith('/events')) responses['413'] ??= { $ref: '#/components/responses/413QueryScopeOrSize' };
        if (path.startsWith('/nextPageToken')) responses['406'] ??= { $ref: '#/components/responses/406NotAcceptable' };
      }
      const schema = { $ref: '#/components/schemas/RFC7807ProblemResponseBody' };
      objectAt(description, 'components', 'responses')['400Any'] = {
        description: 'What was asked cannot be understood.',
        content: { 'application/problem+json': { schema }, 'application/problem+xml': { schema } },
      };
    },
  },
  {
    reason: 'problems have one form in JSON and in XML, whichever of them a response lists',
    apply: (description) => {
      const shared = Object.values(objectAt(description, 'components', 'responses'));
      const own = operationsOf(description).flatMap(({ responses }) => Object.values(responses));
      for (const response of [...shared, ...own]) {
        const content = objectAt(response, 'content');
        const problem = content['application/problem+json'];
        if (problem) content['application/problem+xml'] ??= problem;
      }
    },
  },
];
