import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { encodeHex, hashLeaf } from './hashes.ts';

test('the room builds for a browser and runs without anything of Node', async () => {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'silent',
    build: {
      write: false,
      minify: true, // which also drops the comments that the search below would find
      lib: { entry: fileURLToPath(new URL('index.ts', import.meta.url)), formats: ['iife'], name: 'proof' },
      rollupOptions: {
        onwarn: (warning) => {
          // A Node module in a browser build is a warning to the bundler and an error to us.
          throw new Error(String(warning.message));
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const code = outputs
    .flatMap((item) => ('output' in item ? item.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('\n');
  expect(code.length).toBeGreaterThan(1000);
  expect(code).not.toMatch(/\bnode:|__vite-browser-external|\brequire\(|\bBuffer\b|\bprocess\.|\b__dirname\b/);
  // A realm with the language and the few web globals only: using anything else of Node ends in a ReferenceError.
  const proof = runInNewContext(`${code}; proof`, { TextEncoder, TextDecoder, AbortSignal, fetch, crypto });
  expect(proof.canonicalizeJson({ b: 1, a: '湘渝' })).toBe('{"a":"湘渝","b":1}');
  expect(proof.encodeHex(proof.hashLeaf(new Uint8Array([1, 2])))).toBe(encodeHex(hashLeaf(Uint8Array.of(1, 2))));
  expect((await proof.verifyBundle({})).valid).toBe(false);
});
