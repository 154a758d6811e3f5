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
  const fail = (problem: string, zh: string) => logErrors.witnessInvalid({ problem }, { zh: { problem: zh } });
  const [first] = keys;
  if (!first) throw fail('it has no key', '没有公钥');
  if (keys.some(({ name }) => name !== first.name)) throw fail('its keys have different names', '各公钥的名称不一致');
  if (keys.some(({ type }) => type === keyTypes.ed25519))
    throw fail('a key of type 0x01 is for logs, not for witnesses', '类型 0x01 的公钥用于日志，不能用于见证方');
  if (keys.every(({ type }) => type === keyTypes.eip712))
    throw fail('it has no key of type 0x04 or 0x06', '没有类型 0x04 或 0x06 的公钥');
  if (new Set(keys.map(({ type }) => type)).size < keys.length)
    throw fail('it has two keys of one type', '同一类型有两把公钥');
  const address = keys.map(readWitnessAddress).find((found) => found !== null) ?? null;
  return { name: first.name, address, texts: keys.map(formatVerifierKey) };
}
