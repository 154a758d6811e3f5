import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What `xiangyu notarize` writes beside a file: enough to ask for its proof later, no secret. */
export interface Receipt {
  format: 'xiangyu-evidence-receipt/1';
  file: string;
  bytes: number;
  /** SHA-256 of the file, 64 hexadecimal digits. */
  digest: string;
  /** Id of the record. */
  id: string;
  /** When it was recorded, by the clock of the platform; ISO 8601 in UTC. */
  time: string;
  /** Address of the platform. */
  platform: string;
  /** Page on which everybody can verify the record. */
  verify: string;
}

const ending = '.evidence.json';

/** Whether a file is a receipt itself, as happens with a pattern over a folder that has some. */
export const isReceipt = (file: string) => file.endsWith(ending) || file.endsWith('.bundle.json');

/** Where the receipt of a file goes: beside it, or into a folder of receipts. */
export function receiptPath(file: string, folder: string | undefined): string {
  return join(folder ?? dirname(file), `${basename(file)}${ending}`);
}

/** Where the proof bundle of a file goes. */
export function bundlePath(file: string, folder: string | undefined): string {
  return join(folder ?? dirname(file), `${basename(file)}.bundle.json`);
}

/** The receipt at a path; null when there is none that can be read. */
export async function readReceipt(path: string): Promise<Receipt | null> {
  try {
    const receipt = JSON.parse(await readFile(path, 'utf8')) as Receipt;
    return receipt.format === 'xiangyu-evidence-receipt/1' ? receipt : null;
  } catch {
    return null;
  }
}

/** Writes a file whole or not at all. One that is there with other content is kept under a name with its own id. */
export async function writeWhole(path: string, content: object): Promise<void> {
  const earlier = await readReceipt(path);
  if (earlier && 'id' in content && content.id !== earlier.id) {
    await rename(path, path.replace(/\.json$/, `.${earlier.id}.json`));
  }
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`);
  await rename(draft, path);
}
