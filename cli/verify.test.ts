import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { exchangeLogKey, makeExchangeBundle, oneView } from '../proof/testing.ts';
import { verify } from './verify.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function save(name: string, value: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(value));
  return file;
}

it('reads the evidence of an exchange, of one side or both, and says when it was changed', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const bundle = makeExchangeBundle();
  const [agri, civil] = await Promise.all(['agri', 'civil'].map((slug) => save(slug, oneView(bundle, slug))));
  expect(await verify({ file: agri ?? '', with: civil ?? '', logKey: exchangeLogKey })).toBe(0);
  expect(lines.join('\n')).toMatch(/agri and civil[\s\S]*ContractAgreementMessage[\s\S]*✓ {2}bothSides[\s\S]*Valid\./);
  lines.length = 0;
  expect(await verify({ file: agri ?? '' })).toBe(0);
  expect(lines.at(-1)).toContain('--log-key');
  const changed = await save('changed', { ...bundle, agreement: 'urn:uuid:other' });
  expect(await verify({ file: changed, json: true })).toBe(1);
  await expect(verify({ file: agri ?? '', deep: true })).rejects.toMatchObject({ code: 'CLI_FILE_INVALID' });
});
