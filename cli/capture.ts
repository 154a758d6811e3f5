import { readFile } from 'node:fs/promises';
import { cliErrors, exitCodes } from './errors.ts';
import { requestPlatform } from './requestPlatform.ts';

export interface CaptureParameters {
  /** An EPCIS 2.0 document in JSON. */
  file: string;
  url: string;
  /** A file that holds the API key; otherwise the environment variable XIANGYU_API_KEY is read. */
  keyFile?: string;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
}

/** Sends an EPCIS document to a platform; 0 means that the platform holds all of it durably. */
export async function capture({ file, url, keyFile }: CaptureParameters): Promise<number> {
  const document = await read(file);
  try {
    JSON.parse(document);
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: cause instanceof Error ? cause.message : 'not JSON' }, { cause });
  }
  const key = keyFile ? (await read(keyFile)).trim() : process.env.XIANGYU_API_KEY;
  if (!key) throw cliErrors.apiKeyMissing();
  const { body } = await requestPlatform({
    url,
    path: '/epcis/capture',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: document,
  });
  console.log(JSON.stringify(body, null, 2));
  // The standard answers 202 to a document whose events it then refuses; the job says so.
  return (body as { success?: boolean }).success === true ? exitCodes.ok : exitCodes.dataInvalid;
}
