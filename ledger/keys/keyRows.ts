import { pointFromScalar } from 'tiny-secp256k1';
import { type Hex, keccak256 } from 'viem';
import { ledgerErrors } from '../errors.ts';
import { keysErrors } from './errors.ts';
import type { SealedKey } from './sealKey.ts';

/** The tenant of the platform's own keys; no member may have this name. */
export const platformTenant = 'ledger';

/** A row of ledger.keys. */
export interface KeyRow extends SealedKey {
  address: Hex;
  tenant: string;
  name: string;
  kind: 'single' | 'derived' | 'external';
  wallet_id: string | null;
  path: string | null;
  url: string | null;
  identifier: string | null;
  created_at: Date;
  archived_at: Date | null;
}

/** What is authenticated with the encrypted secret of a key, so that no row can take the place of another. */
export function bindKey({ tenant, name, address, url }: Pick<KeyRow, 'tenant' | 'name' | 'address' | 'url'>): string {
  const parts = tenant === platformTenant ? [name, address] : [tenant, name, address];
  return [...parts, ...(url ? [url] : [])].join('\n');
}

/** What is authenticated with the encrypted seed of a wallet. */
export function bindWallet({ id, tenant, name }: { id: string; tenant: string; name: string }): string {
  return `wallet\n${id}\n${tenant}\n${name}`;
}

/** The eSpace address of a private key, lower case. @throws LEDGER_BAD_PRIVATE_KEY */
export function addressOf(privateKey: Uint8Array): Hex {
  const point = pointFromScalar(privateKey, false);
  if (!point) throw ledgerErrors.badPrivateKey({ name: 'the account' });
  return `0x${keccak256(point.subarray(1)).slice(-40)}`;
}

/** @throws KEYS_NAME_INVALID */
export function checkName(name: string): void {
  if (!/^[^\p{Cc}]{1,100}$/u.test(name)) throw keysErrors.nameInvalid();
}
