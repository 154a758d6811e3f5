import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** `event-hash` is the folder `eventHash`. */
const folderOf = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const nameOf = (folder: string) => folder.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/run.ts`))
  .map((entry) => nameOf(entry.name))
  .sort();

const name = process.argv[2];
if (name !== undefined && names.includes(name)) {
  // The benchmark sees its own arguments where a program expects them.
  process.argv.splice(2, 1);
  await import(new URL(`./${folderOf(name)}/run.ts`, import.meta.url).href);
} else {
  if (name !== undefined) console.error(`There is no benchmark "${name}".`);
  console.log(`Usage: npm run bench -- <name>\nBenchmarks: ${names.join(', ')}`);
  process.exitCode = name === undefined ? 0 : 64;
}
