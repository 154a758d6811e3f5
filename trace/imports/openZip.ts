import { inflateRawSync } from 'node:zlib';
import { tooLarge, unreadable } from './refuse.ts';

/** More than this in one workbook is no table of 5,000 rows. */
const mostBytes = 64 * 1024 * 1024;
const mostEntries = 200;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * The entries of a ZIP file, each unpacked with a limit that holds whatever the file says of its sizes, so that a small
 * file cannot fill the memory. @throws IMPORT_UNREADABLE, IMPORT_TOO_LARGE
 */
export function openZip(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (en: string, zh: string) => unreadable(`it is no workbook (${en})`, `不是有效的工作簿（${zh}）`);
  // The end record is the last of the file, before a comment of at most 65,535 bytes (APPNOTE 4.3.16).
  let end = file.length - 22;
  while (end >= 0 && end > file.length - 65_558 && file.readUInt32LE(end) !== endMark) end -= 1;
  if (end < 0 || file.readUInt32LE(end) !== endMark) throw broken('no directory', '没有目录');
  const count = file.readUInt16LE(end + 10);
  if (count > mostEntries) throw tooLarge(`it packs ${count} files`, `其中打包了 ${count} 个文件`);
  const entries = new Map<string, Buffer>();
  let left = mostBytes;
  let at = file.readUInt32LE(end + 16);
  try {
    for (let number = 0; number < count; number += 1) {
      if (file.readUInt32LE(at) !== entryMark) throw broken('its directory is damaged', '目录损坏');
      const [method, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
      const local = file.readUInt32LE(at + 42);
      const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const data = file.subarray(start, start + packed);
      const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
      left -= content.length;
      if (left < 0) throw tooLarge('it unpacks to more than 64 MB', '解压后超过 64 MB');
      if (entries.has(name)) throw broken('two parts have one name', '有两个部分同名');
      entries.set(name, content);
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('it unpacks to more than 64 MB', '解压后超过 64 MB');
    if (code === 'ERR_OUT_OF_RANGE' || code === 'ERR_BUFFER_OUT_OF_BOUNDS' || code?.startsWith('Z_'))
      throw broken('it is damaged', '内容损坏');
    throw error;
  }
  return entries;
}
