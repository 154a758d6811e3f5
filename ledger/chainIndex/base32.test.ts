import { hexAddressToBase32 } from 'cive/utils';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../../proof/index.ts';
import { isPrefixOf, parseBase32, readBase32, toBase32 } from './base32.ts';

const addresses: Hex[] = [
  '0x1cf2f1b2a0aabbccddeeff00112233445566778a',
  '0x8cf2f1b2a0aabbccddeeff001122334455667700',
  '0x0888000000000000000000000000000000000006',
  '0x0000000000000000000000000000000000000000',
];

describe('base32 addresses', () => {
  it.each([1029, 1, 7001])('of network %i are those of CIP-37, there and back', (networkId) => {
    for (const address of addresses) {
      const text = toBase32(address, networkId);
      expect(text).toBe(hexAddressToBase32({ hexAddress: address, networkId }));
      expect(parseBase32(text)?.address).toBe(address);
      expect(isPrefixOf(parseBase32(text)?.prefix ?? '', networkId)).toBe(true);
      const verbose = hexAddressToBase32({ hexAddress: address, networkId, verbose: true });
      expect(readBase32(verbose)).toBe(address);
      expect(parseBase32(verbose)?.address).toBe(address);
    }
  });

  it('with a changed letter or without a prefix are none', () => {
    const text = toBase32(addresses[0] ?? '0x', 7001);
    for (let place = 8; place < text.length; place += 1) {
      const changed = `${text.slice(0, place)}${text[place] === 'a' ? 'b' : 'a'}${text.slice(place + 1)}`;
      expect(parseBase32(changed), changed).toBeNull();
    }
    expect(parseBase32(text.slice(8))).toBeNull();
    expect(parseBase32(`${text}a`)).toBeNull();
  });
});
