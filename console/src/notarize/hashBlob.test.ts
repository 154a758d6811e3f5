import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashBlob } from './hashBlob.ts';

it('gives the SHA-256 of small and large files', async () => {
  expect(await hashBlob(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const large = Buffer.alloc(65 * 1024 * 1024, 'xy');
  const seen: number[] = [];
  const digest = await hashBlob(new Blob([large.subarray(0, 1_000_000), large.subarray(1_000_000)]), (bytes) =>
    seen.push(bytes),
  );
  expect(digest).toBe(createHash('sha256').update(large).digest('hex'));
  expect(seen.at(-1)).toBe(large.length);
  expect(seen.length).toBeGreaterThan(1);
});
