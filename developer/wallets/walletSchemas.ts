import { Type } from 'typebox';
import type { AccountSpace, KeyInfo, Wallet } from '../../ledger/index.ts';

const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);

/** An eSpace address in any case. */
export const addressSchema = Type.String({ pattern: '^0x[0-9a-fA-F]{40}$', description: 'eSpace address' });
export const nameSchema = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'Unique among those of the member',
});

/** `KeyInfo` as JSON Schema. */
export const keySchema = Type.Unsafe<KeyInfo>(
  Type.Object({
    address: Type.String({ description: 'eSpace address, lower case' }),
    coreAddress: Type.String({ description: 'Core Space address of the same key, hexadecimal' }),
    tenant: Type.String({ description: 'Slug of the member that owns it' }),
    name: Type.String(),
    kind: Type.String({ enum: ['single', 'derived', 'external'] }),
    walletId: orNull(Type.String()),
    path: orNull(Type.String({ description: 'BIP-32 path in its wallet' })),
    createdAt: time,
    archivedAt: orNull(time),
  }),
);

const walletFields = {
  id: Type.String(),
  tenant: Type.String({ description: 'Slug of the member that owns it' }),
  name: Type.String(),
  accounts: Type.Integer({ description: 'Accounts made so far' }),
  createdAt: time,
  archivedAt: orNull(time),
};

/** `Wallet` as JSON Schema. */
export const walletSchema = Type.Unsafe<Wallet>(Type.Object(walletFields));

const mnemonic = Type.String({
  minLength: 1,
  maxLength: 1_000,
  description: '24 recovery words (BIP-39), in this answer only',
});
export const newWalletSchema = Type.Unsafe<Wallet & { mnemonic: string }>(Type.Object({ ...walletFields, mnemonic }));

const strict = { additionalProperties: false };

export const newWalletBody = Type.Object(
  {
    name: nameSchema,
    language: Type.Optional(
      Type.Unsafe<'english' | 'simplifiedChinese'>({ type: 'string', enum: ['english', 'simplifiedChinese'] }),
    ),
  },
  strict,
);

export const importWalletBody = Type.Object(
  {
    name: nameSchema,
    mnemonic: Type.String({ minLength: 1, maxLength: 1_000, description: 'Recovery words, separated by blanks' }),
    passphrase: Type.Optional(Type.String({ maxLength: 1_000 })),
  },
  strict,
);

export const newAccountBody = Type.Object(
  {
    name: Type.Optional(nameSchema),
    space: Type.Unsafe<AccountSpace>({ type: 'string', enum: ['espace', 'core'], default: 'espace' }),
  },
  strict,
);

const password = Type.String({ maxLength: 1_000, description: 'Password of the keystore file' });

export const importKeyBody = Type.Object(
  {
    name: nameSchema,
    keystore: Type.Object({}, { additionalProperties: true, description: 'Web3 Secret Storage, version 3' }),
    password,
  },
  strict,
);

export const exportKeyBody = Type.Object(
  {
    password: Type.String({ minLength: 8, maxLength: 1_000, description: 'For the file that is written' }),
    accountPassword: Type.String({ maxLength: 128, description: 'Of the person who asks' }),
  },
  strict,
);

/** A keystore file as JSON Schema. */
export const keystoreSchema = Type.Unsafe<object>({ type: 'object', additionalProperties: true });

export const externalKeyBody = Type.Object(
  {
    member: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of the member that owns it' }),
    name: nameSchema,
    address: addressSchema,
    url: Type.String({ minLength: 8, maxLength: 2_000, description: 'Base address of the signer' }),
    identifier: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: "The signer's name for the key" }),
    ),
    token: Type.Optional(Type.String({ minLength: 1, maxLength: 4_000, description: 'Kept encrypted' })),
  },
  strict,
);
