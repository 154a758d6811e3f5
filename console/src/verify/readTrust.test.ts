import { expect, it } from 'vitest';
import { readTrust, TrustProblem } from './readTrust.ts';

const published = async () => 'quorum none\n';
const key = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

it('takes what was entered, else what the platform publishes, and says which', async () => {
  expect(await readTrust({ logKey: '', policy: ' ' }, published)).toEqual({
    source: 'platform',
    witnessPolicy: 'quorum none\n',
  });
  expect(await readTrust({ logKey: ` ${key} `, policy: '' }, published)).toEqual({
    source: 'entered',
    trustedLogKey: key,
  });
  expect(await readTrust({ logKey: '', policy: 'quorum none' }, published)).toMatchObject({ source: 'entered' });
  expect(await readTrust({ logKey: '', policy: '' }, async () => null)).toEqual({ source: 'none' });
  expect(await readTrust({ logKey: '', policy: '' }, () => Promise.reject(new Error('away')))).toEqual({
    source: 'none',
  });
});

it('says which entry cannot be used', async () => {
  await expect(readTrust({ logKey: 'x', policy: '' }, published)).rejects.toMatchObject({ field: 'logKey' });
  await expect(readTrust({ logKey: '', policy: 'quorum x' }, published)).rejects.toMatchObject({ field: 'policy' });
  await expect(readTrust({ logKey: '', policy: 'quorum x' }, published)).rejects.toBeInstanceOf(TrustProblem);
});
