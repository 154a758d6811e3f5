import { readFileSync } from 'node:fs';
import { type CompiledContract, compile } from './compile.ts';

/** Compiles a contract that only tests use, from a file beside them. */
export function compileForTest(contract: string, file: URL): CompiledContract {
  return compile(contract, readFileSync(file, 'utf8'));
}
