import type { Address } from 'cive';
import { base32AddressToHex, hexAddressToBase32 } from 'cive/utils';
import type { Hex } from '../../../proof/index.ts';

/** The Core Space address of the key that has this eSpace address: the same but for the type in its first four bits. */
export const coreAddressOf = (espaceAddress: Hex): Hex => `0x1${espaceAddress.slice(3)}`;

/** An address as Core Space writes it (CIP-37), such as `net7001:aa…`. */
export const toBase32 = (address: Hex, networkId: number): Address =>
  hexAddressToBase32({ hexAddress: address, networkId });

/** The 20 bytes of an address that Core Space wrote, in hexadecimal. */
export const fromBase32 = (address: string): Hex =>
  base32AddressToHex({ address: address as Address }).toLowerCase() as Hex;
