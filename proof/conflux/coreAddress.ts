import { inBoth } from '../words.ts';
import { confluxErrors } from './errors.ts';
import { bytesToInteger, integerToBytes } from './hexBytes.ts';

/** CIP-37: base32 without I, L, O and Q. */
const alphabet = 'abcdefghjkmnprstuvwxyz0123456789';

/** The checksum of CIP-37, the polynomial of Bitcoin Cash addresses over groups of five bits. */
function polymod(groups: readonly number[]): bigint {
  const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
  let sum = 1n;
  for (const group of groups) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(group);
    generators.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) sum ^= generator;
    });
  }
  return sum ^ 1n;
}

function refuse(address: string, en: string, zh: string): never {
  throw confluxErrors.badAddress(...inBoth({ address: address.slice(0, 100), problem: { en, zh } }));
}

/**
 * The 20 bytes of a Core Space address in base32 (CIP-37), with or without its type part, checksum verified.
 * @throws CONFLUX_BAD_ADDRESS
 */
export function decodeCoreAddress(address: string): Uint8Array {
  if (address !== address.toLowerCase() && address !== address.toUpperCase())
    refuse(address, 'it mixes cases', '大小写混用');
  const parts = address.toLowerCase().split(':');
  const network = parts[0] ?? '';
  const body = parts.at(-1) ?? '';
  if (parts.length < 2 || body.length !== 42)
    refuse(address, 'it has not a network and 42 characters', '应由网络名和 42 个字符组成');
  const groups = [...body].map((letter) => alphabet.indexOf(letter));
  if (groups.includes(-1)) refuse(address, 'it has a character outside the alphabet', '含有字母表以外的字符');
  const prefix = [...network].map((letter) => letter.charCodeAt(0) & 31);
  if (polymod([...prefix, 0, ...groups]) !== 0n) refuse(address, 'its checksum does not fit', '校验和不符');
  // 34 groups of five bits: a version byte, 20 bytes of address, two bits of padding.
  const bits = groups.slice(0, 34).reduce((sum, group) => (sum << 5n) | BigInt(group), 0n);
  const bytes = integerToBytes(bits >> 2n);
  const address20 = new Uint8Array(20);
  address20.set(bytes.slice(-20), 20 - Math.min(bytes.length, 20));
  if (bytesToInteger(bytes) >> 160n !== 0n || (bits & 3n) !== 0n) refuse(address, 'its version is not 0', '版本不是 0');
  return address20;
}
