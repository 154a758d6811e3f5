import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type { Abi } from 'viem';
import type { CompiledCode } from './compileSource.ts';
import { matchCode } from './matchCode.ts';
import type { MadeFrom, StandardInput } from './saveVerification.ts';

const folder = new URL('../../../contracts/', import.meta.url);
const require = createRequire(import.meta.url);

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

/** What `contracts/build.ts` says of each contract of the platform. */
interface BuiltContracts {
  settings: Record<string, unknown>;
  contracts: {
    file: string;
    name: string;
    compiler: string;
    abi: Abi;
    code: CompiledCode['evm']['deployedBytecode'];
  }[];
}

function readBuilt(): BuiltContracts {
  const file = new URL('generated/deployed.json', folder);
  if (!existsSync(file)) return { settings: {}, contracts: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as BuiltContracts;
}

/**
 * Finds out whether code is that of one of the platform's own contracts. These were compiled when the platform was built; its
 * checks compile them again and refuse a build in which source and code differ.
 */
export function recognisePlatformContracts(): (deployed: Buffer) => MadeFrom | null {
  let built: BuiltContracts | null = null;
  return (deployed) => {
    built ??= readBuilt();
    for (const { file, name, abi, compiler, code } of built.contracts) {
      const match = code.object === '' ? null : matchCode(deployed, { abi, evm: { deployedBytecode: code } });
      const sources = match && collectSources(file);
      if (!match || !sources) continue;
      const input = { language: 'Solidity', sources, settings: built.settings };
      return { file, name, abi, compiler: compiler.replace(/\+.*$/, ''), match, input };
    }
    return null;
  };
}
