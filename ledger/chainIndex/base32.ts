import type { Hex } from '../../proof/index.ts';

/** CIP-37: the digits leave out I, L, O and Q. */
const alphabet = 'abcdefghjkmnprstuvwxyz0123456789';
const digits = new Map([...alphabet, ...alphabet.toUpperCase()].map((letter, index) => [letter, index % 32]));
const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];

function checksum(values: readonly number[]): bigint {
  let state = 1n;
  for (const value of values) {
    const top = state >> 35n;
    state = ((state & 0x07ffffffffn) << 5n) ^ BigInt(value);
    generators.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) state ^= generator;
    });
  }
  return state ^ 1n;
}

const prefixOf = (networkId: number) => (networkId === 1029 ? 'cfx' : networkId === 1 ? 'cfxtest' : `net${networkId}`);
const prefixValues = (prefix: string) => [...[...prefix].map((letter) => letter.charCodeAt(0) & 31), 0];

/** Regroups bits, most significant first; the last group is filled up with zeros when `pad`. */
function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << from) | value;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((held >> bits) & ((1 << to) - 1));
      held &= (1 << bits) - 1;
    }
  }
  if (pad && bits > 0) groups.push((held << (to - bits)) & ((1 << to) - 1));
  return groups;
}

/** The CIP-37 text of a Core Space address, in lower case and without the optional type. */
export function toBase32(address: Hex, networkId: number): string {
  const prefix = prefixOf(networkId);
  const payload = regroup([0, ...Buffer.from(address.slice(2), 'hex')], 8, 5, true);
  const sum = checksum([...prefixValues(prefix), ...payload, 0, 0, 0, 0, 0, 0, 0, 0]);
  const tail = Array.from({ length: 8 }, (_, index) => Number((sum >> BigInt(5 * (7 - index))) & 31n));
  return `${prefix}:${[...payload, ...tail].map((value) => alphabet[value]).join('')}`;
}

/**
 * The 20 bytes of a CIP-37 address as a node writes them; the checksum is not looked at.
 * Decoded by hand because a backfill reads several for every transaction.
 */
export function readBase32(text: string): Hex {
  const start = text.lastIndexOf(':') + 1;
  let hex = '0x';
  let held = 0;
  let bits = 0;
  let skipped = false;
  for (let index = start; index < start + 34; index += 1) {
    held = ((held << 5) | (digits.get(text.charAt(index)) ?? 0)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 0xff;
    // The first byte is the version.
    if (skipped) hex += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16);
    skipped = true;
  }
  return hex as Hex;
}

/** The 20 bytes of a CIP-37 address that a person typed, and its network; null when it is not one. */
export function parseBase32(text: string): { address: Hex; prefix: string } | null {
  const parts = text.toLowerCase().split(':');
  const [prefix = '', body = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || parts.length > 3 || !/^(cfx|cfxtest|net\d{1,10})$/.test(prefix) || body.length !== 42)
    return null;
  const values = [...body].map((letter) => digits.get(letter) ?? -1);
  if (values.includes(-1) || checksum([...prefixValues(prefix), ...values]) !== 0n) return null;
  return { address: readBase32(text), prefix };
}

/** True where `prefix` of an address is that of the network. */
export const isPrefixOf = (prefix: string, networkId: number): boolean => prefix === prefixOf(networkId);
