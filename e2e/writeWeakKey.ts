import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Keystore } from 'ox';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';

/** Makes a voting key as `xiangyu alliance key` does, and gives its address; scrypt of the file is as weak as it may be. */
export async function writeWeakKey(folder: string, password: string): Promise<string> {
  const privateKey = generatePrivateKey();
  const address = privateKeyToAddress(privateKey).toLowerCase();
  const [key, options] = Keystore.scrypt({ password, n: 2, salt: randomBytes(32), iv: randomBytes(16) });
  const keystore = { ...Keystore.encrypt(privateKey, key, options), address: address.slice(2) };
  await writeFile(join(folder, 'voting-key.json'), JSON.stringify(keystore), { mode: 0o600 });
  return address;
}
