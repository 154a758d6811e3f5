import { bytesToHex, hexToBytes } from 'viem';
import { expect, test } from 'vitest';
import { randomKey } from '../testing.ts';
import { openKeystore, writeKeystore } from './keystoreFile.ts';

// The values of the test vectors in the Web3 Secret Storage Definition.
const secret = '0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d';
const pbkdf2File = {
  crypto: {
    cipher: 'aes-128-ctr',
    cipherparams: { iv: '6087dab2f9fdbbfaddc31a909735c1e6' },
    ciphertext: '5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46',
    kdf: 'pbkdf2',
    kdfparams: {
      c: 262144,
      dklen: 32,
      prf: 'hmac-sha256',
      salt: 'ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd',
    },
    mac: '517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2',
  },
  id: '3198bc9c-6672-5ab3-d995-4942343ae5b6',
  version: 3,
};
const scryptFile = {
  crypto: {
    cipher: 'aes-128-ctr',
    cipherparams: { iv: '83dbcc02d8ccb40e466191a123791e0e' },
    ciphertext: 'd172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c',
    kdf: 'scrypt',
    kdfparams: {
      dklen: 32,
      n: 262144,
      r: 1,
      p: 8,
      salt: 'ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19',
    },
    mac: '2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097',
  },
  id: '3198bc9c-6672-5ab3-d995-4942343ae5b6',
  version: 3,
};
const open = async (file: unknown, password = 'testpassword') =>
  bytesToHex(await openKeystore(typeof file === 'string' ? file : JSON.stringify(file), password));

test.each([
  ['pbkdf2', pbkdf2File],
  ['scrypt', scryptFile],
])('the published file with %s opens', async (_, file) => {
  expect(await open(file)).toBe(secret);
});

test('what is written can be read again, and by the password only', async () => {
  const key = randomKey();
  const file = await writeKeystore(hexToBytes(key), { password: '橘子洲头的密码八', address: `0x${'AB'.repeat(20)}` });
  expect(file).toMatchObject({ version: 3, address: 'ab'.repeat(20), crypto: { kdf: 'scrypt' } });
  expect(file.crypto.kdfparams).toMatchObject({ n: 262144, r: 8, p: 1 });
  expect(await open(file, '橘子洲头的密码八')).toBe(key);
  await expect(open(file, 'another password')).rejects.toMatchObject({ code: 'KEYS_PASSWORD_WRONG' });
  await expect(writeKeystore(hexToBytes(key), { password: 'short', address: '0x' })).rejects.toMatchObject({
    code: 'KEYS_PASSWORD_SHORT',
  });
});

const kdf = (changes: object) => ({
  ...scryptFile,
  crypto: { ...scryptFile.crypto, kdfparams: { ...scryptFile.crypto.kdfparams, ...changes } },
});
const crypto = (changes: object) => ({ ...pbkdf2File, crypto: { ...pbkdf2File.crypto, ...changes } });

test.each([
  ['much memory', kdf({ n: 2 ** 22, r: 8, p: 1 })],
  ['much work', kdf({ n: 2 ** 18, r: 8, p: 1024 })],
  ['many rounds', crypto({ kdfparams: { ...pbkdf2File.crypto.kdfparams, c: 1e9 } })],
])('a file that asks for too %s is refused at once', async (_, file) => {
  await expect(open(file)).rejects.toMatchObject({ code: 'KEYS_KEYSTORE_TOO_COSTLY' });
});

test.each([
  ['no JSON', '{'],
  ['a number', '7'],
  ['another version', { ...scryptFile, version: 1 }],
  ['no crypto', { version: 3 }],
  ['another cipher', crypto({ cipher: 'aes-128-cbc' })],
  ['another kdf', crypto({ kdf: 'argon2' })],
  ['n that is no power of two', kdf({ n: 1000 })],
  ['n that is no number', kdf({ n: '262144' })],
  ['p of zero', kdf({ p: 0 })],
  ['a short key', kdf({ dklen: 16 })],
  ['a short ciphertext', crypto({ ciphertext: 'd172' })],
  ['too much', JSON.stringify({ ...scryptFile, more: 'x'.repeat(70_000) })],
])('a file with %s is refused', async (_, file) => {
  await expect(open(file)).rejects.toMatchObject({ code: 'KEYS_KEYSTORE_INVALID' });
});

test('a changed byte is noticed', async () => {
  const { ciphertext } = pbkdf2File.crypto;
  await expect(open(crypto({ ciphertext: `6${ciphertext.slice(1)}` }))).rejects.toMatchObject({
    code: 'KEYS_PASSWORD_WRONG',
  });
});
