import type { AbiItem, AbiParameter } from '../api/contracts.ts';

/** True for a function that only reads. */
export function isReading(item: AbiItem): boolean {
  return item.type === 'function' && (item.stateMutability === 'view' || item.stateMutability === 'pure');
}

/** True for a function that changes state. */
export function isWriting(item: AbiItem): boolean {
  return item.type === 'function' && !isReading(item);
}

/** The canonical type of a parameter, tuples spelled out: `(uint256,address)[]`. */
export function typeOf({ type, components }: AbiParameter): string {
  if (!type.startsWith('tuple')) return type;
  return `(${(components ?? []).map(typeOf).join(',')})${type.slice('tuple'.length)}`;
}

/** The signature of a function: `transfer(address,uint256)`. */
export function signatureOf({ name = '', inputs = [] }: AbiItem): string {
  return `${name}(${inputs.map(typeOf).join(',')})`;
}
