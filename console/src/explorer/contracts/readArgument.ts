import type { AbiParameter } from '../api/contracts.ts';
import { typeOf } from './abiKinds.ts';

/**
 * What somebody typed for a parameter as the API and the encoder take it: numbers as decimal text, lists and tuples as
 * JSON arrays. Returns null when it cannot be of that type.
 */
export function readArgument(parameter: AbiParameter, typed: string): unknown {
  const type = typeOf(parameter);
  const text = typed.trim();
  if (type.endsWith(']') || type.startsWith('(')) {
    try {
      const value: unknown = JSON.parse(text);
      return Array.isArray(value) ? value.map(numbersToText) : null;
    } catch {
      return null;
    }
  }
  if (type === 'string') return typed;
  if (type === 'bool') return text === 'true' ? true : text === 'false' ? false : null;
  if (/^u?int/.test(type)) return readInteger(type, text);
  if (type === 'address') return /^0x[0-9a-f]{40}$/i.test(text) || /^[a-z0-9]+:.+$/i.test(text) ? text : null;
  if (type === 'bytes') return /^0x([0-9a-f]{2})*$/i.test(text) ? text : null;
  const fixed = /^bytes(\d+)$/.exec(type)?.[1];
  if (fixed !== undefined) return new RegExp(`^0x[0-9a-f]{${Number(fixed) * 2}}$`, 'i').test(text) ? text : null;
  return text;
}

function readInteger(type: string, text: string): string | null {
  if (!/^(-?\d+|0x[0-9a-f]+)$/i.test(text)) return null;
  const value = BigInt(text);
  const bits = BigInt(/\d+$/.exec(type)?.[0] ?? '256');
  const [least, most] = type.startsWith('u') ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  return value < least || value > most ? null : value.toString();
}

function numbersToText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbersToText);
  return typeof value === 'number' ? String(value) : value;
}
