import { privateKeyToAccount as civeAccount } from 'cive/accounts';
import { fromRlp, type Hex, keccak256, numberToHex, parseSignature, size } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { toBase32 } from './coreAddress.ts';
import { signCore, type UnsignedCore } from './signCore.ts';

const privateKey = numberToHex(0x1234567890abcdefn, { size: 32 });
const account = privateKeyToAccount(privateKey);
const keys = {
  sign: async (_: string, digest: `0x${string}`) => {
    const { r, s, yParity } = parseSignature(await account.sign({ hash: digest }));
    return { r, s, yParity: yParity === 1 ? 1 : 0, v: yParity === 1 ? 28n : 27n } as const;
  },
};
const transaction: UnsignedCore = {
  nonce: 0,
  to: `0x8${'a'.repeat(39)}`,
  data: '0x1234',
  value: 0n,
  gas: 21_000n,
  storage: 0n,
  epochHeight: 77,
  fees: { type: 'eip1559', maxFeePerGas: 9n, maxPriorityFeePerGas: 1n },
};
const chainId = 7001;
const sign = (changes: Partial<UnsignedCore> = {}) =>
  signCore({ keys, signer: '0x', chainId, transaction: { ...transaction, ...changes } });

/** The same by another implementation. */
async function signElsewhere({ to, storage, epochHeight, fees, ...rest }: UnsignedCore): Promise<string> {
  const other = civeAccount(privateKey, { networkId: chainId });
  const request = {
    ...rest,
    ...fees,
    chainId,
    to: to && toBase32(to, chainId),
    storageLimit: storage,
    epochHeight: BigInt(epochHeight),
  };
  return other.signTransaction(request as Parameters<typeof other.signTransaction>[0]);
}

test.each<[string, Partial<UnsignedCore>]>([
  ['a call', {}],
  ['a transfer', { to: `0x1${'b'.repeat(39)}`, data: '0x', value: 10n ** 18n, nonce: 300 }],
  ['a deployment', { to: null, data: '0x6000', storage: 1024n }],
  ['the old kind', { fees: { type: 'legacy', gasPrice: 5n } }],
])('%s is signed as another implementation does', async (_, changes) => {
  const { raw, hash } = await sign(changes);
  expect(raw).toBe(await signElsewhere({ ...transaction, ...changes }));
  expect(hash).toBe(keccak256(raw));
});

test('a signature that begins with zeros is written without them', async () => {
  for (let nonce = 0; nonce < 3_000; nonce += 1) {
    const { raw } = await sign({ nonce });
    const [, , r, s] = fromRlp(`0x${raw.slice(10)}`) as [unknown, Hex, Hex, Hex];
    expect([r, s].filter((part) => part.startsWith('0x00'))).toEqual([]);
    if (size(r) < 32 || size(s) < 32) return;
  }
  throw new Error('no signature began with a zero');
});
