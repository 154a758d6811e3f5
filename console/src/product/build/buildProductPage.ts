import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin } from 'vite';

/** Paths that are the page of a product, as the server has them. */
const productPath = /^\/(product\/)?(01|gtin)\//;
/** Smaller files gain nothing. */
const leastBytes = 1_000;

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < leastBytes) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await Promise.all([
    promisify(brotliCompress)(content, quality).then((packed) => writeFile(`${file}.br`, packed)),
    promisify(gzip)(content, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
  ]);
}

/**
 * Builds the page of a product after the console, from the same parts but with Preact for React, and lays compressed copies
 * beside its files: it is opened by people in shops on slow phones.
 */
export function productPage(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'xiangyu-product-page',
    configResolved(config) {
      root = config.root;
      outDir = join(root, config.build.outDir);
    },
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (productPath.test(request.url ?? '')) request.url = '/product.html';
        next();
      });
    },
    closeBundle: {
      sequential: true,
      async handler() {
        if (this.environment.config.command !== 'build') return;
        const built = await build({
          configFile: false,
          root,
          logLevel: 'warn',
          oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
          resolve: {
            alias: [
              { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
              { find: /^react(-dom)?$/, replacement: 'preact/compat' },
            ],
          },
          build: {
            emptyOutDir: false,
            copyPublicDir: false,
            target: 'es2022',
            reportCompressedSize: false,
            modulePreload: { polyfill: false },
            rolldownOptions: { input: join(root, 'product.html') },
          },
        });
        const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
        const files = outputs.flatMap(({ output }) => output.map(({ fileName }) => join(outDir, fileName)));
        for (const file of files.filter((name) => /\.(js|css)$/.test(name))) await compress(file);
      },
    },
  };
}
