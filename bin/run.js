#!/usr/bin/env node
// Runs a TypeScript file of this package under the pinned Node runtime, whatever Node started us.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where Node keeps the code that it compiled, so that the next start need not; where it cannot write, it goes without. */
const compiled = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled');

/** The pinned runtime where its package is installed, else this Node if it can run TypeScript itself. */
function findRuntime() {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`));
    const pinned = join(folder, 'bin', 'node');
    if (existsSync(pinned)) return pinned;
  } catch {
    // No pinned runtime for this platform: fall through to the Node that runs us.
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `xiangyu: there is no pinned runtime for ${process.platform}-${process.arch} and Node ${process.versions.node} cannot run it.\n` +
      'Next step: install Node 24 or newer and run the command again.',
  );
  process.exit(69);
}

/** Starts `file` (relative to the package) with `args`, passing signals and the exit code through; `flags` are the runtime's. */
export function run(file, args, flags = []) {
  const runtime = findRuntime();
  const entry = resolve(root, file);
  if (runtime === process.execPath) {
    process.argv = [runtime, entry, ...args];
    return import(pathToFileURL(entry).href);
  }
  const child = spawn(runtime, [...flags, entry, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  // A terminal's Ctrl-C reaches the child by itself; we only must not die before it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2);
  if (!file) {
    console.error('usage: node bin/run.js FILE.ts [ARG …]');
    process.exit(64);
  }
  run(file, args);
}
