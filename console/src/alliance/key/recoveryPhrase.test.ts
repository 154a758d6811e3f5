import { expect, it } from 'vitest';
import { addressOfKey } from './keyAddress.ts';
import { keyOfPhrase, makePhrase, readPhrase } from './recoveryPhrase.ts';

it('makes 24 words in either language, which are read again however they are spaced', () => {
  for (const language of ['english', 'simplifiedChinese'] as const) {
    const phrase = makePhrase(language);
    expect(phrase.split(' ')).toHaveLength(24);
    expect(readPhrase(`  ${phrase.split(' ').join('   \n')} `)).toBe(phrase);
  }
  const chinese = makePhrase('simplifiedChinese');
  expect(readPhrase(chinese.replaceAll(' ', ''))).toBe(chinese);
});

it('derives the account that every wallet derives', () => {
  // The phrase that development chains begin with, and its first account.
  const phrase = `${'test '.repeat(11)}junk`;
  expect(addressOfKey(keyOfPhrase(phrase))).toBe('0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266');
});

it('refuses a wrong word and a wrong check', () => {
  expect(readPhrase(`${'test '.repeat(11)}junkk`)).toBeNull();
  expect(readPhrase('test '.repeat(12))).toBeNull();
  expect(readPhrase('')).toBeNull();
});
