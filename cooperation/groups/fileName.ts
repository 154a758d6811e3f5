import { cooperationErrors } from '../errors.ts';

const mostUnits = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unsafe = /[\u0000-\u001f\u007f\\/:*?"<>|\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * The file's name in a Content-Disposition header (RFC 6266, the form `filename*` of RFC 8187), without what would lead out of
 * a folder or be shown as something else. @throws COOPERATION_FILE_NAME_MISSING
 */
export function readFileName(header: string | undefined): string {
  const encoded = /;\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(header ?? '')?.[1];
  const plain = /;\s*filename\s*=\s*"([^"]*)"/i.exec(header ?? '')?.[1];
  let name = plain ?? '';
  try {
    if (encoded !== undefined) name = decodeURIComponent(encoded);
  } catch (cause) {
    throw cooperationErrors.fileNameMissing({}, { cause });
  }
  const clean = name.normalize('NFC').replace(unsafe, '_').trim().slice(-mostUnits);
  if (clean === '' || /^\.+$/.test(clean)) throw cooperationErrors.fileNameMissing();
  return clean;
}

/** The header that has a file saved under its name. */
export function attachmentHeader(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
