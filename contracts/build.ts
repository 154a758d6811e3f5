// Compiles every contract of this folder into contracts/generated; with --check it only says whether that is up to date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from './compile.ts';

const folder = new URL('./', import.meta.url);
const generated = new URL('generated/', folder);

/** The TypeScript module of a contract: what viem needs to deploy and call it with types. */
function render(contract: string, source: string): string {
  const { abi, bytecode, compiler } = compile(contract, source);
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
mkdirSync(generated, { recursive: true });
for (const file of readdirSync(folder).filter((name) => name.endsWith('.sol'))) {
  const contract = file.slice(0, -'.sol'.length);
  const target = new URL(`${contract}.ts`, generated);
  const text = render(contract, readFileSync(new URL(file, folder), 'utf8'));
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(contract);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(
    `contracts/generated is out of date for ${stale.join(', ')}. Next step: node bin/run.js contracts/build.ts`,
  );
  process.exit(1);
}
