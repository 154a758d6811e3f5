import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';

/** Files of the page that are not built but lie in the public folder. */
const publicFiles = ['field.webmanifest', 'field-icon.svg', 'field-icon-192.png', 'field-icon-512.png', 'favicon.svg'];

/** Builds beside the console and leaves its files alone. */
function beside(root: string, input: string, more: InlineConfig = {}): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    ...more,
    build: {
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      ...more.build,
      rolldownOptions: { input: join(root, input), ...more.build?.rolldownOptions },
    },
  };
}

async function buildPage(root: string): Promise<string[]> {
  const built = await build(beside(root, 'field.html'));
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  return outputs
    .flatMap(({ output }) => output.map(({ fileName }) => fileName))
    .filter((name) => name !== 'field.html');
}

/** A version that changes with every file; built files are named by the hash of their content. */
async function versionOf(root: string, outDir: string, files: string[]): Promise<string> {
  const hash = createHash('sha256').update(files.join('\n'));
  hash.update(await readFile(join(outDir, 'field.html')));
  for (const name of publicFiles) hash.update(await readFile(join(root, 'public', name)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds the page for the field after the console, as small files of its own, and its service worker with the list of
 * these files, so that the page opens without a network after the first visit.
 */
export function fieldPage(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'xiangyu-field-page',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(root, config.build.outDir);
    },
    async closeBundle() {
      const built = (await buildPage(root)).sort();
      const version = await versionOf(root, outDir, built);
      const files = ['/field', ...[...built, ...publicFiles].map((name) => `/${name}`)];
      await build(
        beside(root, 'src/field/worker/serviceWorker.ts', {
          define: { FIELD_FILES: JSON.stringify(files), FIELD_VERSION: JSON.stringify(version) },
          build: { rolldownOptions: { output: { format: 'iife', entryFileNames: 'field-sw.js' } } },
        }),
      );
    },
  };
}
