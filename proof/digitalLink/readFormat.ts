/** One component of an application identifier's format. */
export interface FormatComponent {
  /** Digits, character set 82, character set 39, base64url. */
  characters: 'N' | 'X' | 'Y' | 'Z';
  minLength: number;
  maxLength: number;
  optional: boolean;
  /** Names of the tests of its content, see contentTests. */
  tests: readonly string[];
}

const pattern = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?(?::(.+))?$/;

/** Reads the format of a row, such as `N13:csum [X..17]`. */
export function readFormat(format: string): FormatComponent[] {
  return format.split(' ').map((text) => {
    const [, bracket, characters = 'X', upTo, length = '0', tests = ''] = pattern.exec(text) ?? [];
    return {
      characters: characters as FormatComponent['characters'],
      minLength: upTo === undefined ? Number(length) : 1,
      maxLength: Number(length),
      optional: bracket === '[',
      tests: tests === '' ? [] : tests.split(':'),
    };
  });
}
