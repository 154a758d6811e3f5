import { basename } from 'node:path';
import { exitCodes } from '../errors.ts';
import { checkFiles, type FoundFile } from './checkFiles.ts';
import { fetchBundles } from './fetchBundles.ts';
import { hashFile } from './hashFile.ts';
import { readApiKey } from './readApiKey.ts';
import { type Receipt, readReceipt, receiptPath, writeWhole } from './receipt.ts';
import { type NotarizedFile, sendBatch } from './sendBatch.ts';

export interface NotarizeParameters {
  files: string[];
  url: string;
  keyFile?: string;
  /** Folder for receipts and bundles; beside the files when absent. */
  out?: string;
  /** Waits for the proof bundles too. */
  wait?: boolean;
  /** Longest wait in seconds. */
  timeout?: string;
  json?: boolean;
}

/** Files of one request; a receipt is written after each, so that a run that is cut off loses little. */
const batchSize = 1_000;

interface Hashed extends NotarizedFile {
  path: string;
}

/**
 * Records the SHA-256 of files as evidence and writes a receipt for each; the files themselves never leave this machine.
 * A file whose receipt is there and fits is not sent again. Exit code 0: every file has a durable record.
 */
export async function notarize(parameters: NotarizeParameters): Promise<number> {
  const { url, out, wait = false, json = false } = parameters;
  const key = await readApiKey(parameters.keyFile);
  const files = await checkFiles(parameters.files, out);
  const say = (line: string) => (json ? process.stderr.write(`${line}\n`) : console.log(line));
  const done: { path: string; receipt: Receipt; before: boolean }[] = [];
  const hashed: Hashed[] = [];
  const send = async () => {
    const batch = hashed.splice(0);
    if (batch.length === 0) return;
    const { time, items } = await sendBatch({
      url,
      key,
      files: batch.map(({ digest, name, bytes }) => ({ digest, name, bytes })),
      // A platform that was never there is told at once.
      retries: done.some(({ before }) => !before) ? 6 : 0,
      onRetry: (seconds) => say(`  …  the platform does not answer; again in ${seconds} s`),
    });
    for (const [at, { path, ...file }] of batch.entries()) {
      const id = items[at]?.id ?? '';
      const receipt = makeReceipt(file, { id, time, url });
      await writeWhole(receiptPath(path, out), receipt);
      done.push({ path, receipt, before: false });
      say(`  ✓  ${path}  ${id}`);
    }
  };

  const progress = openProgress(files);
  for (const { path } of files) {
    const { digest, bytes } = await hashFile(path, progress.add);
    const earlier = await readReceipt(receiptPath(path, out));
    if (earlier?.digest === digest && earlier.platform === url) {
      done.push({ path, receipt: earlier, before: true });
      say(`  =  ${path}  ${earlier.id}, recorded before`);
    } else hashed.push({ path, digest, bytes, name: basename(path) });
    if (hashed.length >= batchSize) await send();
  }
  progress.end();
  await send();

  const recorded = done.filter(({ before }) => !before).length;
  say(
    `${recorded} recorded, ${done.length - recorded} recorded before; receipts are ${out ? `in ${out}` : 'beside the files'}.`,
  );
  if (wait) {
    const onBundle = (path: string) => say(`  ✓  ${path}`);
    const timeoutSeconds = Number(parameters.timeout ?? 300) || 300;
    await fetchBundles({ url, receipts: done, out, timeoutSeconds, onBundle });
  }
  if (json)
    console.log(
      JSON.stringify(
        done.map(({ receipt }) => receipt),
        null,
        2,
      ),
    );
  return exitCodes.ok;
}

function makeReceipt(file: NotarizedFile, { id, time, url }: { id: string; time: string; url: string }): Receipt {
  const { name, bytes, digest } = file;
  const verify = new URL(`/verify/evidence/${id}`, url).href;
  return { format: 'xiangyu-evidence-receipt/1', file: name, bytes, digest, id, time, platform: url, verify };
}

/** Shows on a terminal how much was read; says nothing in a script. */
function openProgress(files: readonly FoundFile[]) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let read = 0;
  let shownAt = Date.now();
  const { isTTY } = process.stderr;
  return {
    add(bytes: number) {
      read += bytes;
      if (!isTTY || Date.now() - shownAt < 500) return;
      shownAt = Date.now();
      process.stderr.write(`\r  …  read ${Math.floor((read / Math.max(total, 1)) * 100)} % of ${total} bytes\u001b[K`);
    },
    end() {
      if (isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}
