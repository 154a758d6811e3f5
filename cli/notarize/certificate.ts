import { writeFile } from 'node:fs/promises';
import { cliErrors, exitCodes } from '../errors.ts';
import { askPlatform } from '../requestPlatform.ts';
import { readApiKey } from './readApiKey.ts';

export interface CertificateParameters {
  /** Id of a record. */
  id: string;
  url: string;
  /** Where the PDF goes. */
  out: string;
  lang: string;
  /** With a key of the member who recorded it, name and size of the file are on the certificate. */
  keyFile?: string;
}

/** Fetches the certificate of a record. Exit code 0: the PDF is written. */
export async function certificate({ id, url, out, lang, keyFile }: CertificateParameters): Promise<number> {
  const hasKey = keyFile !== undefined || process.env.XIANGYU_API_KEY;
  const response = await askPlatform({
    url,
    path: `/evidence/${encodeURIComponent(id)}/certificate.pdf?lang=${encodeURIComponent(lang)}`,
    headers: {
      accept: 'application/pdf',
      ...(hasKey ? { authorization: `Bearer ${await readApiKey(keyFile)}` } : {}),
    },
  });
  await writeFile(out, Buffer.from(await response.arrayBuffer())).catch((cause: unknown) => {
    throw cliErrors.fileNotWritten({ file: out }, { cause });
  });
  console.log(`  ✓  ${out}`);
  return exitCodes.ok;
}
