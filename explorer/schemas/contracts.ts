import { type Static, Type } from 'typebox';
import { addressSchema, hashSchema, hexSchema, oneOf, orNull, pageOf, timeSchema } from './common.ts';

/** A contract in a list. */
const contractSchema = Type.Object({
  address: addressSchema,
  name: orNull(Type.String()),
  verified: Type.Boolean({ description: 'The source given compiles to the code on the chain' }),
  creator: orNull(addressSchema),
  transactionHash: orNull(hashSchema),
  epoch: orNull(Type.Integer()),
  time: orNull(timeSchema),
  token: orNull(
    Type.Object({
      kind: oneOf(['erc20', 'erc721', 'erc1155']),
      name: orNull(Type.String()),
      symbol: orNull(Type.String()),
      decimals: orNull(Type.Integer()),
    }),
  ),
});
export type ContractSummary = Static<typeof contractSchema>;
export const contractPageSchema = pageOf(contractSchema);

/** How a contract was verified. */
const verificationSchema = Type.Object({
  contractName: Type.String({ description: 'With its file: `contracts/Name.sol:Name`' }),
  compiler: Type.String({ description: 'Version of solc, such as 0.8.37' }),
  match: oneOf(['full', 'runtime'], 'Full: the metadata at the end of the code agrees too'),
  optimizer: Type.Object({ enabled: Type.Boolean(), runs: Type.Integer() }),
  evmVersion: orNull(Type.String()),
  sources: Type.Array(Type.Object({ path: Type.String(), content: Type.String() })),
  abi: Type.Array(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })),
  verifiedAt: timeSchema,
});
export type Verification = Static<typeof verificationSchema>;

/** A contract with its code and, when verified, source and ABI. */
export const contractDetailSchema = Type.Object({
  ...contractSchema.properties,
  code: hexSchema,
  implementation: orNull(addressSchema),
  verification: orNull(verificationSchema),
});
export type ContractDetail = Static<typeof contractDetailSchema>;

/** Body of a request to verify. */
export const verifyBodySchema = Type.Object({
  compiler: Type.String({ maxLength: 60, description: 'Version of solc, such as 0.8.37' }),
  contractName: Type.String({ maxLength: 300, description: '`Name` or `path/File.sol:Name`' }),
  source: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'A single Solidity file' })),
  optimizer: Type.Optional(
    Type.Object({ enabled: Type.Boolean(), runs: Type.Integer({ minimum: 0, maximum: 4_294_967_295 }) }),
  ),
  evmVersion: Type.Optional(Type.String({ maxLength: 20 })),
  standardJson: Type.Optional(
    Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      description: "Standard JSON input of solc, instead of `source` and the compiler's settings",
    }),
  ),
});
export type VerifyBody = Static<typeof verifyBodySchema>;

/** A reading function of a contract and its arguments. */
export const readBodySchema = Type.Object({
  function: Type.String({ maxLength: 300, description: '`name` or, where the name is overloaded, `name(type,…)`' }),
  args: Type.Array(Type.Unknown(), {
    maxItems: 50,
    default: [],
    description: 'Numbers as decimal text, bytes and addresses as hexadecimal, tuples as arrays',
  }),
  from: Type.Optional(Type.String({ maxLength: 80 })),
});
export type ReadBody = Static<typeof readBodySchema>;

/** What a reading function answered. */
export const readResultSchema = Type.Object({
  signature: Type.String(),
  epoch: Type.Integer({ description: 'State that was read' }),
  outputs: Type.Array(Type.Object({ name: Type.String(), type: Type.String(), value: Type.Unknown() })),
});
export type ReadResult = Static<typeof readResultSchema>;
