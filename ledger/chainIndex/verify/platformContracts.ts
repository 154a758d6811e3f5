import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { type CompiledCode, compileSource, installedCompiler } from './compileSource.ts';
import { matchCode } from './matchCode.ts';
import type { MadeFrom, StandardInput } from './saveVerification.ts';

const folder = new URL('../../../contracts/', import.meta.url);
const require = createRequire(import.meta.url);

/** The settings with which the platform compiles its own contracts. */
const settings = {
  evmVersion: 'cancun',
  optimizer: { enabled: true, runs: 1_000 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.deployedBytecode'] } },
};

/** A source of this folder or of an npm package; null where the package is not installed. */
function readSource(path: string): string | null {
  try {
    return readFileSync(path.startsWith('@') ? require.resolve(path) : new URL(path, folder), 'utf8');
  } catch {
    return null;
  }
}

/** A file with all that it imports; null when something is missing. */
function collectSources(file: string): StandardInput['sources'] | null {
  const sources: StandardInput['sources'] = {};
  const open = [file];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (sources[path]) continue;
    const content = readSource(path);
    if (content === null) return null;
    sources[path] = { content };
    for (const [, imported = ''] of content.matchAll(/^\s*import\s[^;]*?["']([^"']+)["']\s*;/gm)) {
      open.push(imported.startsWith('.') ? posix.join(posix.dirname(path), imported) : imported);
    }
  }
  return sources;
}

/** A contract of the platform and what it was made from. */
interface PlatformContract {
  made: Omit<MadeFrom, 'match'>;
  code: CompiledCode;
}

async function compilePlatform(signal: AbortSignal): Promise<PlatformContract[]> {
  const found: PlatformContract[] = [];
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sol')) : [];
  for (const file of files) {
    const sources = collectSources(file);
    if (!sources) continue;
    const input = { language: 'Solidity', sources, settings };
    const output = await compileSource(input, { signal });
    for (const [name, code] of Object.entries(output.contracts?.[file] ?? {})) {
      if (code.evm.deployedBytecode.object === '') continue;
      found.push({ made: { file, name, abi: code.abi, compiler: installedCompiler(), input }, code });
    }
  }
  return found;
}

/** Finds out whether code is one of the platform's own contracts; these are compiled when it is asked first. */
export function recognisePlatformContracts(signal: AbortSignal): (deployed: Buffer) => Promise<MadeFrom | null> {
  let compiling: Promise<PlatformContract[]> | null = null;
  return async (deployed) => {
    compiling ??= compilePlatform(signal);
    const contracts = await compiling.catch((error: unknown) => {
      compiling = null;
      throw error;
    });
    for (const { made, code } of contracts) {
      const match = matchCode(deployed, code);
      if (match) return { ...made, match };
    }
    return null;
  };
}
