/**
 * One application identifier, or a range of them that differ in the last digit, as the GS1 General Specifications
 * (section 3) define it: number, marks, format, title, what must accompany it, what must not.
 *
 * Marks: `f` its length is predefined, so that no separator follows; `q` a Digital Link may hold it as data attribute.
 *
 * Format: components `N6` (digits), `X..20` (character set 82), `Y` (set 39), `Z` (base64url), in brackets when they may
 * be left out, each with the tests of its content behind colons.
 *
 * Accompanied: groups behind semicolons must all be met, of a group one entry; `21+8040` asks for both, `31nn` is any
 * of that range.
 */
export type AiRow = readonly [
  ai: string,
  marks: string,
  format: string,
  title: string,
  needs?: string,
  excludes?: string,
];
