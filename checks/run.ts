import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

interface Step {
  name: string;
  args: string[];
}

/** The checks that read the sources, two at a time; the longest begin first. */
const checks: readonly Step[] = [
  { name: 'types of the console', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'console'] },
  { name: 'contract build', args: ['contracts/build.ts', '--check'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'console build', args: [bin('vite/bin/vite.js'), 'build', 'console', '--logLevel', 'warn'] },
  { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'unused exports', args: [bin('knip/bin/knip.js')] },
  { name: 'error catalogue', args: ['checks/writeErrorPage.ts', '--check'] },
];
/** They need the console that the checks built. */
const tests: Step = { name: 'tests', args: [bin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)] };

function run(args: string[], live: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', live ? 'inherit' : 'pipe'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Vitest's own summary line, such as `Tests  2 failed | 118 passed | 1 skipped (121)`. */
function readCounts(output: string): { passed: number; failed: number; skipped: number } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes of a terminal
  const line = /^\s*Tests\s.*$/m.exec(output.replace(/\x1b\[[0-9;]*m/g, ''))?.[0] ?? '';
  const read = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: read('passed'), failed: read('failed'), skipped: read('skipped') };
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs one step, prints what it said under its name, and counts it. */
async function take({ name, args }: Step, live: boolean): Promise<void> {
  const startedAt = Date.now();
  if (live) console.log(`\n── ${name}`);
  const { code, output } = await run(args, live);
  if (!live) process.stdout.write(`\n── ${name}\n${output}`);
  const counts = live ? readCounts(output) : { passed: 0, failed: 0, skipped: 0 };
  total.passed += counts.passed + (code === 0 ? 1 : 0);
  total.failed += counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0);
  total.skipped += counts.skipped;
  console.log(`   ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

const waiting = [...checks];
const takeAll = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(step, false);
};
await Promise.all([takeAll(), takeAll()]);
await take(tests, true);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed === 0 ? 0 : 1);
