import type { CodeReference, CompiledCode } from './compileSource.ts';

/** The length of the CBOR metadata at the end of code, with its own two bytes; 0 without. */
function metadataLength(code: Buffer): number {
  if (code.length < 4) return 0;
  const length = code.readUInt16BE(code.length - 2) + 2;
  // A CBOR map of one to five entries.
  const first = code[code.length - length] ?? 0;
  return length < code.length && first >= 0xa1 && first <= 0xa5 ? length : 0;
}

function mask(code: Buffer, references: readonly CodeReference[]): Buffer {
  const masked = Buffer.from(code);
  for (const { start, length } of references) masked.fill(0, start, start + length);
  return masked;
}

/**
 * Compares code on the chain with what a source compiles to. Immutables have their values only on the chain and are left out;
 * so is the address that a library carries in its first bytes.
 * @returns 'full' when all agrees, 'runtime' when only the metadata at the end differs, null otherwise
 */
export function matchCode(deployed: Buffer, { evm }: CompiledCode): 'full' | 'runtime' | null {
  const { object, immutableReferences = {} } = evm.deployedBytecode;
  // A placeholder of a library that is not linked is no hexadecimal.
  if (object === '' || !/^[0-9a-f]*$/i.test(object)) return null;
  const compiled = Buffer.from(object, 'hex');
  const references = Object.values(immutableReferences).flat();
  // A library begins with PUSH20 of its own address, zero until it is deployed.
  if (compiled[0] === 0x73 && compiled.subarray(1, 21).every((byte) => byte === 0))
    references.push({ start: 1, length: 20 });
  if (deployed.length !== compiled.length && metadataLength(deployed) === 0) return null;
  const [left, right] = [mask(deployed, references), mask(compiled, references)];
  if (left.equals(right)) return 'full';
  const cut = (code: Buffer, original: Buffer) => code.subarray(0, code.length - metadataLength(original));
  const [leftCode, rightCode] = [cut(left, deployed), cut(right, compiled)];
  return leftCode.length > 0 && leftCode.equals(rightCode) ? 'runtime' : null;
}
