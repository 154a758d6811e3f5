import { isDigits, isKeyText } from '../epcis/keyCharacters.ts';
import type { Words } from '../words.ts';
import type { ApplicationIdentifier } from './applicationIdentifiers.ts';
import { contentTests } from './contentTests.ts';
import type { FormatComponent } from './readFormat.ts';

const setNames: Record<FormatComponent['characters'], Words> = {
  N: { en: 'a digit', zh: '数字' },
  X: { en: 'of character set 82', zh: '82 字符集中的字符' },
  Y: { en: 'of character set 39', zh: '39 字符集中的字符' },
  Z: { en: 'of base64url', zh: 'base64url 字符' },
};

function isOf(characters: FormatComponent['characters'], character: string): boolean {
  if (characters === 'N') return isDigits(character);
  if (characters === 'Z') return /[-\w=]/.test(character);
  return isKeyText(character, characters === 'X' ? 'x' : 'y', 1);
}

function lengthProblem({ format }: ApplicationIdentifier, value: string): Words {
  const least = format.reduce((sum, part) => sum + (part.optional ? 0 : part.minLength), 0);
  const most = format.reduce((sum, part) => sum + part.maxLength, 0);
  const { length } = value;
  return least === most
    ? { en: `it has ${length} characters instead of ${least}`, zh: `应为 ${least} 个字符，现有 ${length} 个` }
    : {
        en: `it has ${length} characters instead of ${least} to ${most}`,
        zh: `应为 ${least} 至 ${most} 个字符，现有 ${length} 个`,
      };
}

/**
 * What is wrong with a decoded value of an application identifier, or null: length, characters with their place, check
 * digits, dates, codes (GS1 General Specifications, section 3).
 */
export function checkValue(identifier: ApplicationIdentifier, value: string): Words | null {
  let at = 0;
  for (const { characters, minLength, maxLength, optional, tests } of identifier.format) {
    if (at >= value.length && optional) break;
    const text = value.slice(at, at + maxLength);
    if (text.length < minLength) return lengthProblem(identifier, value);
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      if (isOf(characters, character)) continue;
      const [place, shown, { en, zh }] = [at + i + 1, JSON.stringify(character), setNames[characters]];
      return { en: `its character ${place}, ${shown}, is not ${en}`, zh: `第 ${place} 个字符 ${shown} 不是${zh}` };
    }
    for (const name of tests) {
      const problem = contentTests[name]?.(text);
      if (problem) return problem;
    }
    at += text.length;
  }
  return at < value.length ? lengthProblem(identifier, value) : null;
}
