import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliErrors } from './errors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folder of the built console. */
export const consoleFolder = join(root, 'console', 'dist');

async function hashSources(): Promise<string> {
  const files: string[] = [join(root, 'package-lock.json'), join(root, 'errors.ts')];
  for (const folder of ['console', 'proof']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const isBuilt = /[\\/](node_modules|dist)[\\/]/.test(path);
      if (entry.isFile() && !isBuilt && !/\.test\.tsx?$/.test(path)) files.push(path);
    }
  }
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex');
}

function runVite(): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', 'console', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2000);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(cliErrors.consoleBuildFailed({ reason: output.trim() || `exit code ${code}` }));
    });
  });
}

/**
 * Builds the console when its sources changed since the last build; a stamp beside it holds their hash.
 * @throws CLI_CONSOLE_BUILD_FAILED
 */
export async function buildConsole(): Promise<'built' | 'up to date'> {
  const stamp = join(consoleFolder, '.sources.sha256');
  const sources = await hashSources();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return 'up to date';
  await runVite();
  await writeFile(stamp, sources);
  return 'built';
}
