import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrCreateSecret } from '../host/index.ts';
import { type Cosigner, createCosigner, inBoth, keyTypes } from '../proof/index.ts';
import { witnessErrors } from './errors.ts';
import { writeDurably } from './writeDurably.ts';

/** The keys of one witness: one for each form of cosignature that it answers with. */
export interface WitnessKeys {
  ed25519: Cosigner;
  mlDsa44: Cosigner;
  eip712: Cosigner;
}

/**
 * The name stands in the folder too: an Ed25519 cosignature does not say who made it, so a key must never serve two names.
 * @throws WITNESS_NAME_CHANGED
 */
async function keepName(folder: string, name: string): Promise<void> {
  const file = join(folder, 'name');
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known === null) await writeDurably(file, `${name}\n`);
  else if (known.trim() !== name) throw witnessErrors.nameChanged({ folder, known: known.trim(), name });
}

/**
 * The keys of the witness in a folder, made on its first start: 96 secret bytes in a file of mode 0600.
 * @throws WITNESS_NAME_INVALID, WITNESS_NAME_CHANGED, HOST_SECRET_UNREADABLE
 */
export async function readOrCreateWitnessKeys(folder: string, name: string): Promise<WitnessKeys> {
  if (!/^[^\p{White_Space}\p{Cc}+]{1,255}$/u.test(name) || new TextEncoder().encode(name).length > 255) {
    const problem = {
      en: 'it is empty, longer than 255 bytes, or has a space or a plus sign',
      zh: '名称为空、超过 255 字节，或含有空格或加号',
    };
    throw witnessErrors.nameInvalid(...inBoth({ name, problem }));
  }
  await keepName(folder, name);
  const secrets = Uint8Array.from(Buffer.from(await readOrCreateSecret(join(folder, 'keys.secret'), 96), 'hex'));
  const part = (at: number) => secrets.slice(32 * at, 32 * at + 32);
  return {
    ed25519: createCosigner({ name, type: keyTypes.cosignatureV1, secret: part(0) }),
    mlDsa44: createCosigner({ name, type: keyTypes.mlDsa44, secret: part(1) }),
    eip712: createCosigner({ name, type: keyTypes.eip712, secret: part(2) }),
  };
}
