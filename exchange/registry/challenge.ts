import { createHmac, type JsonWebKey, timingSafeEqual } from 'node:crypto';
import { type Hex, recoverTypedDataAddress } from 'viem';
import { sealTo } from '../identity/seal/seal.ts';
import type { RegistryContext } from './context.ts';

/** A challenge is open for this long. */
const openMs = 10 * 60_000;

/** `typ` of the statement in which a connector asks for its entry. */
export const registrationType = 'xy-connector-registration+jwt';

/** What a connector's chain key signs to show that it is its own (EIP-712). */
export const possessionData = (p: { did: string; slug: string; nonce: string }) =>
  ({
    domain: { name: 'Xiangyu connector', version: '1' },
    types: {
      Possession: [
        { name: 'did', type: 'string' },
        { name: 'slug', type: 'string' },
        { name: 'nonce', type: 'string' },
      ],
    },
    primaryType: 'Possession',
    message: p,
  }) as const;

const macOf = (secret: string, text: string) =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(`connector challenge ${text}`).digest('base64url');

/** A nonce that only who has the encryption key can read; nothing of it is stored. @throws CONNECTOR_KEY_WRONG */
export async function makeChallenge(
  { house, secret }: Pick<RegistryContext, 'house' | 'secret'>,
  { slug, encryptionKey }: { slug: string; encryptionKey: JsonWebKey },
): Promise<string> {
  const until = house.now().getTime() + openMs;
  const text = `${slug}.${until}`;
  const bound = `${text}.${String(encryptionKey.x)}`;
  return sealTo(encryptionKey, Buffer.from(`${text}.${macOf(secret, bound)}`));
}

/** Whether a nonce is ours, for this member and key, and still open. */
export function isOurNonce(
  { house, secret }: Pick<RegistryContext, 'house' | 'secret'>,
  { slug, encryptionKey, nonce }: { slug: string; encryptionKey: JsonWebKey; nonce: string },
): boolean {
  const [owner, until, mac = ''] = nonce.split('.');
  const expected = Buffer.from(macOf(secret, `${slug}.${until}.${String(encryptionKey.x)}`));
  const given = Buffer.from(mac);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs && owner === slug && Number(until) > house.now().getTime();
}

/** Whether the chain key signed its possession. */
export async function ownsChainKey(
  p: { did: string; slug: string; nonce: string },
  { chainAddress, signature }: { chainAddress: string; signature: string },
): Promise<boolean> {
  if (!/^0x[0-9a-f]{130}$/i.test(signature)) return false;
  const signer = await recoverTypedDataAddress({ ...possessionData(p), signature: signature as Hex }).catch(() => '');
  return signer.toLowerCase() === chainAddress.toLowerCase();
}
