const MARKUP = /[&<>"\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As references they survive the normalisation of attributes and of line ends.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no way to write.
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;
const UNWRITABLES = new RegExp(UNWRITABLE.source, 'gu');

/** True when XML 1.0, section 2.2, has every character of the text. */
export function isXmlText(text: string): boolean {
  return !UNWRITABLE.test(text);
}

/** Text for the content of an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(MARKUP, (character) => ESCAPES[character] ?? character);
}

/** Like `escapeXml`; what XML cannot write is replaced by U+FFFD, for texts that must reach the reader in any case. */
export function escapeAnyText(text: string): string {
  return escapeXml(text.replace(UNWRITABLES, '\ufffd'));
}
