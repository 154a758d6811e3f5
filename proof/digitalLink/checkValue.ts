import { isDigits, isKeyText } from '../epcis/keyCharacters.ts';
import type { ApplicationIdentifier } from './applicationIdentifiers.ts';
import { contentTests } from './contentTests.ts';
import type { FormatComponent } from './readFormat.ts';

const setNames = { N: 'a digit', X: 'of character set 82', Y: 'of character set 39', Z: 'of base64url' };

function isOf(characters: FormatComponent['characters'], character: string): boolean {
  if (characters === 'N') return isDigits(character);
  if (characters === 'Z') return /[-\w=]/.test(character);
  return isKeyText(character, characters === 'X' ? 'x' : 'y', 1);
}

function lengthProblem({ format }: ApplicationIdentifier, value: string): string {
  const least = format.reduce((sum, part) => sum + (part.optional ? 0 : part.minLength), 0);
  const most = format.reduce((sum, part) => sum + part.maxLength, 0);
  return `it has ${value.length} characters instead of ${least === most ? least : `${least} to ${most}`}`;
}

/**
 * What is wrong with a decoded value of an application identifier, or null: length, characters with their place, check
 * digits, dates, codes (GS1 General Specifications, section 3).
 */
export function checkValue(identifier: ApplicationIdentifier, value: string): string | null {
  let at = 0;
  for (const { characters, minLength, maxLength, optional, tests } of identifier.format) {
    if (at >= value.length && optional) break;
    const text = value.slice(at, at + maxLength);
    if (text.length < minLength) return lengthProblem(identifier, value);
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      if (isOf(characters, character)) continue;
      return `its character ${at + i + 1}, ${JSON.stringify(character)}, is not ${setNames[characters]}`;
    }
    for (const name of tests) {
      const problem = contentTests[name]?.(text);
      if (problem) return problem;
    }
    at += text.length;
  }
  return at < value.length ? lengthProblem(identifier, value) : null;
}
