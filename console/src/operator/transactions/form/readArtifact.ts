import { isRecord } from '../../../api/problem.ts';
import type { AbiItem } from '../../../explorer/api/contracts.ts';

/** What a compiler's output says of a contract. */
export interface Artifact {
  abi: AbiItem[] | null;
  /** Bytes that deploy it, with 0x; null where the output has none. */
  bytecode: string | null;
}

/**
 * Reads a compiler's output: an ABI alone, a file of Hardhat, Foundry or Truffle, a contract out of solc's standard output, or
 * bare bytecode in hexadecimal. Null when it is none of these.
 */
export function readArtifact(text: string): Artifact | null {
  const bare = readBytes(text.trim());
  if (bare !== null) return { abi: null, bytecode: bare };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(value)) return isAbi(value) ? { abi: value, bytecode: null } : null;
  if (!isRecord(value)) return null;
  const abi = isAbi(value.abi) ? value.abi : null;
  const evm = isRecord(value.evm) ? value.evm : {};
  const [bytecode = null] = [value.bytecode, evm.bytecode, value.bin].flatMap((found) => {
    const bytes = readBytes(isRecord(found) ? found.object : found);
    return bytes === null || bytes === '0x' ? [] : [bytes];
  });
  return abi === null && bytecode === null ? null : { abi, bytecode };
}

function readBytes(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const digits = /^(?:0x)?((?:[0-9a-f]{2})+)$/i.exec(value)?.[1];
  return digits === undefined ? null : `0x${digits.toLowerCase()}`;
}

function isAbi(value: unknown): value is AbiItem[] {
  return Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.type === 'string');
}
