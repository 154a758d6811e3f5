import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { askPlatform } from '../requestPlatform.ts';

export interface ExportFileParameters {
  url: string;
  keyFile?: string;
  /** json, xml or csv. */
  format: string;
  /** Parameters of /epcis/events, such as EQ_bizStep=shipping. */
  where?: string[];
  /** Standard output when it is left out. */
  out?: string;
}

/** A large export takes as long as it takes. */
const timeoutMs = 24 * 3_600_000;

/** Writes the events that the key may see to a file, which is there only when it is whole. */
export async function exportFile({ url, keyFile, format, where = [], out }: ExportFileParameters): Promise<number> {
  const key = await readApiKey(keyFile);
  const chosen = where.map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
    throw cliErrors.optionInvalid({
      name: 'where',
      value: text,
      origin: 'command line',
      expected: 'such as EQ_bizStep=shipping',
    });
  });
  const path = `/api/trace/export?${new URLSearchParams([['format', format], ...chosen])}`;
  const headers = { authorization: `Bearer ${key}`, accept: '*/*' };
  const { body } = await askPlatform({ url, path, headers, timeoutMs });
  const source = Readable.fromWeb((body ?? new Blob([]).stream()) as ReadableStream);
  if (out === undefined) {
    await pipeline(source, process.stdout, { end: false });
    return exitCodes.ok;
  }
  const part = `${out}.part`;
  try {
    await pipeline(source, createWriteStream(part));
    await rename(part, out);
  } catch (cause) {
    await rm(part, { force: true });
    throw (cause as NodeJS.ErrnoException).syscall
      ? cliErrors.fileNotWritten({ file: out }, { cause })
      : cliErrors.platformUnreachable({ url }, { cause });
  }
  console.log(out);
  return exitCodes.ok;
}
