import { describe, expect, it } from 'vitest';
import type { CompiledCode } from './compileSource.ts';
import { matchCode } from './matchCode.ts';

const compiled = (object: string, immutableReferences = {}): CompiledCode => ({
  abi: [],
  evm: { deployedBytecode: { object, immutableReferences } },
});
const code = (hex: string) => Buffer.from(hex, 'hex');
/** A CBOR map of one entry and its length, as the compiler appends them. */
const metadata = (byte: string) => `a1646970667342${byte}${byte}0009`;

describe('matchCode', () => {
  it('wants the same code, but leaves out immutables and the metadata', () => {
    expect(matchCode(code('60016002'), compiled('60016002'))).toBe('full');
    expect(matchCode(code('60016003'), compiled('60016002'))).toBeNull();
    expect(matchCode(code('6001ffff'), compiled('60010000', { 7: [{ start: 2, length: 2 }] }))).toBe('full');
    expect(matchCode(code('60ffffff'), compiled('60010000', { 7: [{ start: 2, length: 2 }] }))).toBeNull();
    const [own, other] = [`60016002${metadata('11')}`, `60016002${metadata('22')}`];
    expect(matchCode(code(own), compiled(own))).toBe('full');
    expect(matchCode(code(own), compiled(other))).toBe('runtime');
    expect(matchCode(code(own), compiled(other.replace('6002', '6003')))).toBeNull();
  });

  it('knows a library, and not one that lacks another', () => {
    const library = (address: string) => `73${address}3014600160`;
    expect(matchCode(code(library('ab'.repeat(20))), compiled(library('00'.repeat(20))))).toBe('full');
    expect(matchCode(code('6001'), compiled('60__$aa$__'))).toBeNull();
  });
});
