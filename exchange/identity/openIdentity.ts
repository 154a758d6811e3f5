import { createHmac } from 'node:crypto';
import { privateKeyToAccount } from 'viem/accounts';
import type { Tx } from '../../store/index.ts';
import type { House } from '../house.ts';
import { connectorErrors } from './errors.ts';
import type { Caller, Identity, Message, PublicKeys } from './identity.ts';
import type { KeyKind } from './keys/keyKinds.ts';
import { type ConnectorKeys, openKeys } from './keys/openKeys.ts';
import { openSealed, sealTo } from './seal/seal.ts';
import { signAs, verifySigned } from './signatures.ts';
import { createStandingCheck } from './token/checkStanding.ts';
import { checkToken } from './token/checkToken.ts';
import { makeToken } from './token/makeToken.ts';
import { openTakeToken } from './token/takeToken.ts';
import type { Trust, Wallet } from './trust.ts';

export interface OpenIdentityParameters {
  house: House;
  /** 32 bytes in hexadecimal that seal the keys at rest; from a file of mode 0600 of this process. */
  secret: string;
  /** Whom to believe. */
  trust: Trust;
  /** What its own connectors show. */
  wallet: Wallet;
}

/** What the registry needs besides. */
export interface OwnIdentity extends Identity {
  /** The public keys of a connector of this process; null when it has none. */
  find(slug: string): Promise<PublicKeys | null>;
  /** Gives a connector other keys of these kinds, in the caller's transaction; call `forget` when that is committed. */
  rotate(tx: Tx, slug: string, kinds: readonly KeyKind[]): Promise<void>;
  forget(slug: string): void;
  /** Who sends a message to the platform itself, whose name in tokens is the DID of the alliance. Throws as `checkToken` does. */
  checkPlatformToken(p: { authorization: string | undefined } & Message): Promise<Caller>;
}

const publicPart = ({ did, encryptionKey, chainAddress }: ConnectorKeys) => ({ did, encryptionKey, chainAddress });

/** Opens the keys, tokens, signatures and seals of the connectors of this process. */
export function openIdentity({ house, secret, trust, wallet }: OpenIdentityParameters): OwnIdentity {
  const { now, settings } = house;
  const keys = openKeys({ house, secret });
  const checkStanding = createStandingCheck({ trust, now });
  const takeToken = openTakeToken(house);
  return {
    ensure: async (slug) => publicPart(await keys.ensure(slug)),
    async makeToken({ slug, audience, ...message }) {
      const own = await keys.read(slug);
      const credentials = await wallet.read(slug, own.did);
      return makeToken({ ...message, keys: own, audience, credentials, now: now() });
    },
    async checkToken({ slug, authorization, ...message }) {
      const { dids: audiences, enabled } = await keys.read(slug);
      if (!enabled) throw connectorErrors.unknown({ slug });
      return checkToken({ ...message, audiences, authorization, now: now(), checkStanding, takeToken });
    },
    async checkPlatformToken({ authorization, ...message }) {
      const audiences = [await trust.alliance()];
      return checkToken({ ...message, audiences, authorization, now: now(), checkStanding, takeToken });
    },
    async sign(slug, type, payload) {
      const { did, signing } = await keys.read(slug);
      return signAs({ did, key: signing, type }, payload);
    },
    verify: verifySigned,
    seal: sealTo,
    open: (slug, jwe) => openSealed(keys, slug, jwe),
    async signTyped(slug, typedData, address) {
      const { chainAddress, chainKey } = await keys.read(slug);
      const isPresent = address === undefined || address.toLowerCase() === chainAddress.toLowerCase();
      const key = isPresent ? chainKey : await keys.readChainKey(slug, address);
      if (!key) throw connectorErrors.keyUnknown({ slug, address: address ?? '' });
      return privateKeyToAccount(key).signTypedData(typedData);
    },
    chainAddresses: keys.readChainAddresses,
    async pseudonym(slug, identifier) {
      const { pseudonymKey } = await keys.read(slug);
      const digest = settings.suite === 'sm' ? 'sm3' : 'sha256';
      return createHmac(digest, pseudonymKey).update(identifier.normalize('NFKC').trim()).digest('hex');
    },
    async find(slug) {
      const found = await keys.find(slug);
      return found && publicPart(found);
    },
    rotate: (tx, slug, kinds) => keys.rotate(tx, slug, kinds),
    forget: (slug) => keys.forget(slug),
  };
}
