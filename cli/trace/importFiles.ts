import { exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { type SendFileParameters, sendFile } from './sendFile.ts';

export interface ImportFilesParameters extends Omit<SendFileParameters, 'file' | 'key'> {
  files: string[];
  keyFile?: string;
  json?: boolean;
}

/** Sends tables and EPCIS documents, one after the other; 0 means that the platform holds all of them. */
export async function importFiles({ files, keyFile, json, ...how }: ImportFilesParameters): Promise<number> {
  const key = await readApiKey(keyFile);
  let refused = 0;
  for (const file of files) {
    const sent = await sendFile({ ...how, file, key });
    if (!sent.ok) refused += 1;
    if (json) console.log(JSON.stringify({ file, ...sent }));
    else console.log(describe(file, sent, how.dryRun ?? false));
  }
  return refused === 0 ? exitCodes.ok : exitCodes.dataInvalid;
}

function describe(
  file: string,
  { ok, events, repeated, problems }: Awaited<ReturnType<typeof sendFile>>,
  dryRun: boolean,
): string {
  if (!ok) return `${file}: refused, nothing was stored\n${problems.map((problem) => `  ${problem}`).join('\n')}`;
  const known = repeated > 0 ? `, ${repeated} stored before` : '';
  return `${file}: ${events} events ${dryRun ? 'would be stored' : 'stored'}${known}`;
}
