import { expect, it } from 'vitest';
import { readKeystore } from './readKeystore.ts';

const address = 'AB'.repeat(20);

it('reads a keystore file with or without an address', () => {
  expect(readKeystore(JSON.stringify({ version: 3, crypto: {}, address }))?.address).toBe(`0x${'ab'.repeat(20)}`);
  expect(readKeystore(JSON.stringify({ version: 3, Crypto: {}, address: `0x${address}` }))?.address).toBe(
    `0x${'ab'.repeat(20)}`,
  );
  expect(readKeystore(JSON.stringify({ version: 3, crypto: {} }))?.address).toBeNull();
});

it.each(['', 'x', '[]', '{}', '{"version":1,"crypto":{}}', '{"version":3}', '{"version":3,"crypto":"x"}'])(
  '%j is none',
  (text) => expect(readKeystore(text)).toBeNull(),
);
