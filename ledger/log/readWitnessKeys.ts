import { formatVerifierKey, type Hex, keyTypes, parseVerifierKey, readWitnessAddress } from '../../proof/index.ts';
import { logErrors } from './errors.ts';

/** The keys of one witness, checked. */
export interface WitnessKeyTexts {
  name: string;
  /** From the key of type 0xff, lower case; null where there is none. */
  address: Hex | null;
  texts: string[];
}

/** Reads the verifier keys of a witness as its operator publishes them. @throws LOG_WITNESS_INVALID, TLOG_BAD_VERIFIER_KEY */
export function readWitnessKeys(vkeys: readonly string[]): WitnessKeyTexts {
  const keys = vkeys.map((vkey) => parseVerifierKey(vkey.trim()));
  const fail = (problem: string) => logErrors.witnessInvalid({ problem });
  const [first] = keys;
  if (!first) throw fail('it has no key');
  if (keys.some(({ name }) => name !== first.name)) throw fail('its keys have different names');
  if (keys.some(({ type }) => type === keyTypes.ed25519))
    throw fail('a key of type 0x01 is for logs, not for witnesses');
  if (keys.every(({ type }) => type === keyTypes.eip712)) throw fail('it has no key of type 0x04 or 0x06');
  if (new Set(keys.map(({ type }) => type)).size < keys.length) throw fail('it has two keys of one type');
  const address = keys.map(readWitnessAddress).find((found) => found !== null) ?? null;
  return { name: first.name, address, texts: keys.map(formatVerifierKey) };
}
