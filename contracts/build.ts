// Compiles every contract of this folder into contracts/generated; with --check it only says whether that is up to date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type CompiledContract, compile, compilerSettings } from './compile.ts';

const folder = new URL('./', import.meta.url);
const generated = new URL('generated/', folder);

/** The TypeScript module of a contract: what viem needs to deploy and call it with types. */
function render(contract: string, source: string, { abi, bytecode, compiler }: CompiledContract): string {
  const name = contract.charAt(0).toLowerCase() + contract.slice(1);
  const sourceHash = createHash('sha256').update(source).digest('hex');
  return [
    `// Generated from ${contract}.sol with solc ${compiler} by contracts/build.ts; do not edit.`,
    `export const ${name}Abi = ${JSON.stringify(abi, null, 2)} as const;`,
    `/** Creation code; the constructor's arguments are appended by whoever deploys. */\nexport const ${name}Bytecode =\n  '${bytecode}' as const;`,
    `/** SHA-256 of the source. */\nexport const ${name}SourceHash = '${sourceHash}';\n`,
  ].join('\n\n');
}

const stale: string[] = [];
function update(name: string, text: string): void {
  const target = new URL(name, generated);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  stale.push(name);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
}

mkdirSync(generated, { recursive: true });
const deployed = readdirSync(folder)
  .filter((name) => name.endsWith('.sol'))
  .sort()
  .map((file) => {
    const name = file.slice(0, -'.sol'.length);
    const source = readFileSync(new URL(file, folder), 'utf8');
    const compiled = compile(name, source);
    update(`${name}.ts`, render(name, source, compiled));
    return { file, name, compiler: compiled.compiler, abi: compiled.abi, code: compiled.deployed };
  });
// By this the platform knows its own contracts on a chain without compiling them again.
update('deployed.json', `${JSON.stringify({ settings: compilerSettings, contracts: deployed })}\n`);
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(
    `contracts/generated is out of date for ${stale.join(', ')}. Next step: node bin/run.js contracts/build.ts`,
  );
  process.exit(1);
}
