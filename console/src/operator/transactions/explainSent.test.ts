import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainSent } from './explainSent.ts';

test('what the lanes say of a transaction is said in Chinese, with what they name', () => {
  const say = (text: string) => explainSent(text, 'zh-CN');
  expect(say('cancel was not possible: its fee budget of 5 wei does not allow 70')).toBe(
    '未能取消：手续费上限 5 wei 不允许花费 70 wei',
  );
  expect(say('the bytes of the bump were executed, not those of the cancellation')).toBe(
    '执行的是“加价”版本，不是“取消”版本',
  );
  expect(say('nonce too low')).toBe('nonce too low');
  expect(explainSent('cancelled by its owner', 'en')).toBe('cancelled by its owner');
});

test('every note that the lanes write is known here', () => {
  const folder = new URL('../../../../ledger/lanes/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const notes = files.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/notes = notes \|\| '([^']+)'|note: '([^']+)'/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    ),
  );
  expect(notes.length).toBeGreaterThan(3);
  for (const note of notes) expect(explainSent(note, 'zh-CN'), note).not.toBe(note);
});
