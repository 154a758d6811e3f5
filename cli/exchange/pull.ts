import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { cliErrors, exitCodes } from '../errors.ts';
import { exchangeCommandErrors } from './errors.ts';
import { findGrant } from './grants.ts';
import { type Door, type ExchangeOptions, openDoor } from './openDoor.ts';
import { printJson } from './printTable.ts';
import { readCase, reasonOf, type ShownIntake, type ShownTransfer, transfersPath } from './transfers.ts';

export interface PullParameters extends ExchangeOptions {
  /** Of the agreement, or of the grant. */
  agreement?: string;
  format?: string;
  case?: string | false;
  /** File to write here; without it the data stay with the connector. */
  out?: string;
  /** `source:table` of the connector: rows go there instead of into a file. */
  into?: string;
  /** Goes on with what an earlier command began; a transfer or an intake. */
  continue?: string;
  /** Region in which the data are used. */
  place?: string;
  /** Replace the file. */
  force?: boolean;
}

const pauseMs = 250;
const mebibyte = 1024 * 1024;

function tellProgress(
  { state, chunks, chunksInAll, bytes, rows }: ShownIntake,
  startedAt: number,
  before: number,
): string {
  const seconds = (performance.now() - startedAt) / 1_000;
  const rate = (bytes - before) / mebibyte / Math.max(seconds, 0.001);
  const share = chunksInAll ? ` ${((chunks / chunksInAll) * 100).toFixed(0)} %` : '';
  const counted = rows === null ? '' : `, ${rows} rows`;
  return `  ${state}${share}: ${(bytes / mebibyte).toFixed(1)} MiB${counted}, ${rate.toFixed(1)} MiB/s`;
}

/** Follows a delivery to its end. @throws CLI_EXCHANGE_INTAKE_FAILED, CLI_EXCHANGE_TRANSFER_ENDED */
async function follow(door: Door, id: string, quiet: boolean): Promise<ShownIntake> {
  const startedAt = performance.now();
  const live = !quiet && process.stderr.isTTY;
  let before: number | null = null;
  let last = '';
  for (;;) {
    const intake = await door.get<ShownIntake & { transfer: string | null }>(`/api/exchange/intakes/${id}`);
    before ??= intake.bytes;
    const line = tellProgress(intake, startedAt, before);
    if (live) process.stderr.write(`\r\u001b[K${line}`);
    else if (!quiet && intake.state !== last) process.stderr.write(`${line}\n`);
    last = intake.state;
    if (intake.state === 'done') {
      if (live) process.stderr.write('\n');
      return intake;
    }
    if (['failed', 'cancelled', 'erased'].includes(intake.state)) {
      if (live) process.stderr.write('\n');
      const transfer = intake.transfer ? await door.get<ShownTransfer>(`${transfersPath}/${intake.transfer}`) : null;
      if (transfer?.ending) throw exchangeCommandErrors.transferEnded({ reason: reasonOf(transfer) });
      throw exchangeCommandErrors.intakeFailed({ problem: (intake.problem ?? intake.state).replace(/\.$/, '') });
    }
    await sleep(pauseMs);
  }
}

/** Writes what a transfer brought to a file, which is there only when it is whole. */
async function download(door: Door, transfer: string, out: string): Promise<void> {
  const { body } = await door.fetch(`${transfersPath}/${transfer}/file`);
  const part = `${out}.part`;
  try {
    await pipeline(Readable.fromWeb((body ?? new Blob([]).stream()) as ReadableStream), createWriteStream(part));
    await rename(part, out);
  } catch (cause) {
    await rm(part, { force: true });
    throw cliErrors.fileNotWritten({ file: out }, { cause });
  }
}

async function begin(door: Door, parameters: PullParameters & { agreement: string }): Promise<string> {
  const { format = 'xy:pull-csv', out, into, place } = parameters;
  const caseNumber = readCase(parameters.case);
  const { agreement, purpose } = await findGrant(door, parameters.agreement);
  const [source = '', ...table] = (into ?? '').split(':');
  const name = out === undefined ? `${agreement.replace(/[^\w.-]+/g, '-').slice(-60)}-${Date.now()}` : basename(out);
  const destination = into === undefined ? { kind: 'file', name } : { kind: 'table', source, table: table.join(':') };
  const stated = place === undefined ? {} : { place };
  const body = { agreement, format, purpose, caseNumber, destination, ...stated };
  const { intake } = await door.post<{ intake: ShownIntake }>(transfersPath, body);
  return intake.id;
}

/**
 * Lets the connector of the department pull the data of an agreement, shows how far it is, and takes the file out of it. The
 * connector goes on when this command ends; `--continue` takes it up again.
 */
export async function pull(parameters: PullParameters): Promise<number> {
  const { agreement, out, force, json } = parameters;
  if (
    out !== undefined &&
    !force &&
    (await access(out).then(
      () => true,
      () => false,
    ))
  )
    throw cliErrors.fileNotWritten({ file: out });
  const door = await openDoor(parameters);
  let id: string;
  if (parameters.continue !== undefined) {
    const transfer = await door
      .get<ShownTransfer>(`${transfersPath}/${encodeURIComponent(parameters.continue)}`)
      .catch(() => null);
    id = transfer?.intake?.id ?? parameters.continue;
  } else if (agreement !== undefined) {
    id = await begin(door, { ...parameters, agreement });
    process.stderr.write(
      `The connector pulls; should this command end before: xiangyu exchange pull --continue ${id}\n`,
    );
  } else
    throw cliErrors.optionInvalid({
      ...{ name: 'agreement', value: '', origin: 'command line' },
      expected: 'an agreement or grant, or --continue with a transfer',
    });
  const intake = await follow(door, id, json ?? false);
  const { transfer } = await door.get<{ transfer: string }>(`/api/exchange/intakes/${id}`);
  if (out !== undefined) await download(door, transfer, out);
  if (json) printJson({ transfer, ...intake, ...(out === undefined ? {} : { file: out }) });
  else {
    console.log(out ?? `Kept by the connector; --continue ${transfer} --out FILE takes it out.`);
    console.log(
      `${intake.bytes} bytes${intake.rows === null ? '' : `, ${intake.rows} rows`}, digest of the chunks ${intake.digest}`,
    );
  }
  return exitCodes.ok;
}
