import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AbiItem, AbiParameter } from '../api/contracts.ts';
import { signatureOf } from './abiKinds.ts';

/**
 * The data of a call, by the Solidity contract ABI specification (section "Formal Specification of the Encoding"): the
 * first four bytes of the hash of the signature, then the arguments, as `readArgument` gives them.
 * @throws RangeError for a value that its type cannot hold
 */
export function encodeCall(item: AbiItem, args: unknown[]): string {
  const selector = bytesToHex(keccak_256(utf8ToBytes(signatureOf(item)))).slice(0, 8);
  return `0x${selector}${encodeSequence(item.inputs ?? [], args)}`;
}

/** Heads first, with an offset in the place of every dynamic value, then the dynamic values. */
function encodeSequence(parameters: AbiParameter[], values: unknown[]): string {
  if (parameters.length !== values.length) throw new RangeError(`${parameters.length} values are needed`);
  const parts = parameters.map((parameter, at) => ({
    text: encodeValue(parameter, values[at]),
    dynamic: isDynamic(parameter),
  }));
  const headBytes = parts.reduce((sum, { text, dynamic }) => sum + (dynamic ? 32 : text.length / 2), 0);
  let offset = headBytes;
  let heads = '';
  let tails = '';
  for (const { text, dynamic } of parts) {
    if (!dynamic) {
      heads += text;
      continue;
    }
    heads += word(BigInt(offset));
    tails += text;
    offset += text.length / 2;
  }
  return heads + tails;
}

function encodeValue(parameter: AbiParameter, value: unknown): string {
  const { type, components = [] } = parameter;
  const list = /^(.*)\[(\d*)\]$/.exec(type);
  if (list) {
    if (!Array.isArray(value)) throw new RangeError(`${type} is a list`);
    const [, inner = '', size = ''] = list;
    if (size !== '' && value.length !== Number(size)) throw new RangeError(`${type} has ${size} elements`);
    const elements = encodeSequence(
      value.map(() => ({ type: inner, components })),
      value,
    );
    return size === '' ? word(BigInt(value.length)) + elements : elements;
  }
  if (type === 'tuple') return encodeSequence(components, Array.isArray(value) ? value : []);
  if (type === 'string') return encodeBytes(bytesToHex(utf8ToBytes(String(value))));
  const text = String(value);
  if (type === 'bytes') return encodeBytes(text.slice(2));
  if (type.startsWith('bytes')) return text.slice(2).padEnd(64, '0').toLowerCase();
  if (type === 'bool') return word(value === true || value === 'true' ? 1n : 0n);
  if (type === 'address') {
    if (!/^0x[0-9a-f]{40}$/i.test(text)) throw new RangeError(`not an address: ${text}`);
    return text.slice(2).toLowerCase().padStart(64, '0');
  }
  return word(BigInt(text));
}

function isDynamic({ type, components = [] }: AbiParameter): boolean {
  if (type.endsWith('[]') || type === 'string' || type === 'bytes') return true;
  const list = /^(.*)\[(\d+)\]$/.exec(type);
  if (list) return list[2] !== '0' && isDynamic({ type: list[1] ?? '', components });
  return type === 'tuple' && components.some(isDynamic);
}

function encodeBytes(hex: string): string {
  return word(BigInt(hex.length / 2)) + hex.toLowerCase().padEnd(Math.ceil(hex.length / 64) * 64, '0');
}

/** 32 bytes, two's complement. */
function word(value: bigint): string {
  return BigInt.asUintN(256, value).toString(16).padStart(64, '0');
}
