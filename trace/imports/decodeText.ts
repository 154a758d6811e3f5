import { unreadable } from './refuse.ts';

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Text of a file in UTF-8 or UTF-16 by its byte order mark, else in UTF-8, else in GB18030, which spreadsheets of the
 * region write. Bytes that are none of these are refused and never guessed. @throws IMPORT_UNREADABLE
 */
export function decodeText(bytes: Uint8Array): { encoding: string; text: string } {
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  for (const encoding of marked ? [marked.encoding] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes('\0'))
        throw unreadable('it holds NUL characters, so it is no text', '含有 NUL 字符，不是文本文件');
      return { encoding, text };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw unreadable('its characters are neither UTF-8 nor GB18030', '字符编码既不是 UTF-8，也不是 GB18030');
}
