import { readFile } from 'node:fs/promises';
import { mailErrors } from './errors.ts';
import type { SmtpOptions } from './openTransport.ts';

/** Holds the password of the mail server when no file does. */
const variable = 'XIANGYU_SMTP_PASSWORD';

export interface ReadSmtpPasswordParameters {
  url: string;
  from: string;
  /** Goes before the environment. */
  passwordFile?: string;
}

/** Adds the password to the options of the mail server. Throws MAIL_OPTION_INVALID. */
export async function readSmtpPassword({ url, from, passwordFile }: ReadSmtpPasswordParameters): Promise<SmtpOptions> {
  if (passwordFile === undefined) return { url, from, password: process.env[variable] };
  try {
    return { url, from, password: (await readFile(passwordFile, 'utf8')).replace(/\r?\n$/, '') };
  } catch (cause) {
    throw mailErrors.optionInvalid({ problem: `the file ${passwordFile} cannot be read` }, { cause });
  }
}
