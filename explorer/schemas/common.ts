import { type Static, type TSchema, Type } from 'typebox';

/** A value that may be unknown or not applicable. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(words: Words, description?: string) =>
  Type.Unsafe<Words[number]>({ type: 'string', enum: words, ...(description ? { description } : {}) });

/** A page of a list: its items and where the next page begins. */
export const pageOf = <Schema extends TSchema>(item: Schema) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: orNull(Type.String({ description: 'Give it as `cursor` for the next page; null on the last one' })),
  });

export const hexSchema = Type.Unsafe<`0x${string}`>({ type: 'string', pattern: '^0x[0-9a-f]*$' });
export const hashSchema = Type.Unsafe<`0x${string}`>({ type: 'string', pattern: '^0x[0-9a-f]{64}$' });
/** A whole number too large for JSON numbers. */
export const amountSchema = Type.String({
  pattern: '^-?[0-9]+$',
  description: 'Decimal digits; CFX amounts in drip (1e-18)',
});
export const timeSchema = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
export const spaceSchema = oneOf(['core', 'espace'], 'Core Space or eSpace');

/** An address with what is known of it. */
export const addressSchema = Type.Object({
  space: spaceSchema,
  hex: Type.Unsafe<`0x${string}`>({ type: 'string', pattern: '^0x[0-9a-f]{40}$' }),
  base32: orNull(Type.String({ description: 'CIP-37 address; null in eSpace' })),
  name: orNull(Type.String({ description: 'Name of a known contract, token or internal contract' })),
  contract: Type.Boolean({ description: 'True where the index knows a contract at this address' }),
});
export type AddressRef = Static<typeof addressSchema>;

/** A parameter of a call or an event. Numbers are decimal text, bytes hexadecimal; tuples and arrays are nested. */
const argumentSchema = Type.Object({
  name: Type.String({ description: 'Empty where the ABI names none' }),
  type: Type.String({ description: 'Solidity type' }),
  indexed: Type.Boolean(),
  value: Type.Unknown({ description: 'Text, boolean, array or object of those' }),
});
export type DecodedArgument = Static<typeof argumentSchema>;

/** A call, event or error in the words of an ABI. */
export const decodedSchema = Type.Object({
  name: Type.String(),
  signature: Type.String({ description: 'Such as `transfer(address,uint256)`' }),
  args: Type.Array(argumentSchema),
});
export type Decoded = Static<typeof decodedSchema>;

/** How sure it is that a block stays where it is. */
export const confirmationSchema = Type.Object({
  level: oneOf(['executed', 'confirmed', 'finalized'], 'Confirmed: risk at most 1e-6'),
  risk: orNull(
    Type.Number({
      description:
        'Upper bound of the probability that the order is changed, as the node gives it: 0.9, 1e-4, 1e-6, 1e-8',
    }),
  ),
});
export type Confirmation = Static<typeof confirmationSchema>;

/** Query of every list. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 25 }),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`nextCursor` of the page before' })),
};
