import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { regionPattern } from '../../policy/policy.ts';
import { deliveryErrors } from '../errors.ts';
import { parseFilter } from '../sources/parseFilter.ts';
import { mostQueryRows, type QueryMessage } from './answerQuery.ts';

const closed = { additionalProperties: false };
const purpose = Type.String({ minLength: 1, maxLength: 200 });
const caseNumber = Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 200 })]);

const place = Type.Optional(Type.String({ pattern: regionPattern }));

const openMessage = Compile(Type.Object({ purpose, caseNumber }, closed));
const endMessage = Compile(
  Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }), chunks: Type.Integer({ minimum: 1 }) }, closed),
);
const queryMessage = Compile(
  Type.Object(
    {
      purpose,
      caseNumber,
      place,
      filter: Type.Optional(Type.Unknown()),
      items: Type.Optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 500, uniqueItems: true }),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostQueryRows })),
    },
    closed,
  ),
);
const streamMessage = Compile(
  Type.Object(
    {
      purpose,
      caseNumber,
      after: Type.Union([Type.Null(), Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 32 })]),
    },
    closed,
  ),
);

interface Validator {
  Check(value: unknown): boolean;
  Errors(value: unknown): Iterable<{ instancePath: string; message: string }>;
}

function read(validator: Validator, body: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw deliveryErrors.messageInvalid({ path: '/', problem: 'it is no JSON' });
  }
  if (validator.Check(value)) return value;
  const [first] = validator.Errors(value);
  throw deliveryErrors.messageInvalid({ path: first?.instancePath || '/', problem: first?.message ?? 'it is wrong' });
}

/** @throws DELIVERY_MESSAGE_INVALID with the exact path, as the others here */
export const readOpenMessage = (body: string): { purpose: string; caseNumber: string | null } =>
  read(openMessage, body) as { purpose: string; caseNumber: string | null };

export const readEndMessage = (body: string): { digest: string; chunks: number } =>
  read(endMessage, body) as { digest: string; chunks: number };

/** Where a stream begins: after the row with these order keys. */
export const readStreamMessage = (
  body: string,
): { purpose: string; caseNumber: string | null; after: string[] | null } =>
  read(streamMessage, body) as { purpose: string; caseNumber: string | null; after: string[] | null };

/** @throws DELIVERY_FILTER_INVALID too */
export function readQueryMessage(body: string): QueryMessage {
  const { filter, items, limit, ...rest } = read(queryMessage, body) as Static<typeof queryMessageShape> & {
    filter?: unknown;
  };
  return { ...rest, filter: parseFilter(filter), items: items ?? null, limit: limit ?? mostQueryRows };
}

const queryMessageShape = Type.Object({
  purpose,
  caseNumber,
  place,
  items: Type.Optional(Type.Array(Type.String())),
  limit: Type.Optional(Type.Integer()),
});
