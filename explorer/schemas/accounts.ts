import { type Static, Type } from 'typebox';
import { addressSchema, amountSchema, hexSchema, oneOf, orNull, spaceSchema, timeSchema } from './common.ts';

const count = Type.Integer({ minimum: 0 });
const seen = Type.Object({
  epoch: Type.Integer(),
  time: timeSchema,
});

const activity = {
  transactions: Type.Object(
    { count, exact: Type.Boolean({ description: 'False: at least that many' }) },
    { description: 'That it sent, received or was created by' },
  ),
  transfers: Type.Object({ count, exact: Type.Boolean() }),
  firstSeen: orNull(seen),
  lastSeen: orNull(seen),
};

/** What an address has in one space. */
const side = {
  address: addressSchema,
  kind: oneOf(['user', 'contract', 'internal'], 'Internal: built into the protocol'),
  balance: amountSchema,
  nonce: amountSchema,
  codeSizeBytes: count,
  ...activity,
};

/** Who pays for the users of a Core contract. */
const sponsorSchema = Type.Object({
  gasSponsor: orNull(addressSchema),
  gasBalance: amountSchema,
  gasUpperBound: amountSchema,
  collateralSponsor: orNull(addressSchema),
  collateralBalance: amountSchema,
  storagePointsAvailable: amountSchema,
  storagePointsUsed: amountSchema,
});
export type Sponsor = Static<typeof sponsorSchema>;

/** An address in both spaces; a side is null where the address cannot exist or the node does not serve the space. */
export const accountSchema = Type.Object({
  asked: Type.String(),
  core: orNull(
    Type.Object({
      ...side,
      collateralForStorage: amountSchema,
      stakingBalance: amountSchema,
      admin: orNull(addressSchema),
      sponsor: orNull(sponsorSchema),
      mapped: addressSchema,
    }),
  ),
  espace: orNull(
    Type.Object({
      ...side,
      delegate: orNull(Type.Unsafe<`0x${string}`>({ ...hexSchema, description: 'EIP-7702: whose code it runs' })),
    }),
  ),
  /** Space whose lists a page should show first. */
  main: spaceSchema,
});
export type Account = Static<typeof accountSchema>;
