import { type Hex, Mnemonic } from 'ox';

export type WordLanguage = 'english' | 'simplifiedChinese';

/** A new phrase of 24 words (BIP 39, 256 bits). */
export function makePhrase(language: WordLanguage): string {
  return Mnemonic.random(Mnemonic[language], { strength: 256 });
}

/** The words of a phrase as they were typed, in the form that counts; null when a word or the check is wrong. */
export function readPhrase(typed: string): string | null {
  const plain = typed.normalize('NFKD').trim().toLowerCase();
  // Chinese is also written without spaces: every word of the list is one character.
  const words = /^\p{Script=Han}+$/u.test(plain) ? [...plain] : plain.split(/[\s,，、]+/u);
  const phrase = words.filter((word) => word !== '').join(' ');
  const known = [Mnemonic.english, Mnemonic.simplifiedChinese].some((list) => Mnemonic.validate(phrase, list));
  return known ? phrase : null;
}

/** The key of a phrase: the first account of BIP 44 (m/44'/60'/0'/0/0), as other wallets derive it. */
export function keyOfPhrase(phrase: string): Hex.Hex {
  return Mnemonic.toPrivateKey(phrase, { as: 'Hex' });
}
