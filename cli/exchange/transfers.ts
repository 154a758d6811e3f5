import { setTimeout as sleep } from 'node:timers/promises';
import { exchangeCommandErrors } from './errors.ts';
import { type Door, listAll } from './openDoor.ts';

/** What a delivery brought so far. */
export interface ShownIntake {
  id: string;
  state: string;
  chunks: number;
  chunksInAll: number | null;
  bytes: number;
  rows: number | null;
  digest: string | null;
  problem: string | null;
  destination: { kind: string; name?: string; table?: string };
}

/** A transfer as the management API shows it. */
export interface ShownTransfer {
  id: string;
  role: string;
  agreement: string;
  format: string;
  state: string | null;
  ending: { code: string; reason: string[] } | null;
  intake: ShownIntake | null;
}

export const transfersPath = '/api/exchange/transfers';
const startMs = 60_000;
const firstPauseMs = 50;
const mostPauseMs = 1_000;

/** Why a transfer is over. */
export const reasonOf = ({ state, ending }: ShownTransfer): string =>
  ending ? `${ending.code}: ${ending.reason.join(' ')}`.replace(/[.\s]+$/, '') : `it is ${state}`;

/** Waits until a transfer is started. @throws CLI_EXCHANGE_TRANSFER_ENDED, CLI_EXCHANGE_TRANSFER_WAITS */
async function waitForStart(door: Door, id: string): Promise<ShownTransfer> {
  const deadline = performance.now() + startMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, mostPauseMs)) {
    const transfer = await door.get<ShownTransfer>(`${transfersPath}/${id}`);
    if (transfer.state === 'STARTED') return transfer;
    if (transfer.state === 'TERMINATED' || transfer.state === 'COMPLETED')
      throw exchangeCommandErrors.transferEnded({ reason: reasonOf(transfer) });
    if (performance.now() > deadline)
      throw exchangeCommandErrors.transferWaits({ transfer: id, seconds: startMs / 1_000 });
    await sleep(pauseMs);
  }
}

export interface OpenTransferParameters {
  agreement: string;
  format: 'xy:query' | 'xy:answer';
  purpose: string;
  caseNumber: string | null;
}

/** The running transfer of an agreement that small requests go through; started where there is none. */
export async function openTransfer(door: Door, parameters: OpenTransferParameters): Promise<ShownTransfer> {
  const { agreement, format } = parameters;
  for (const state of ['STARTED', 'REQUESTED']) {
    const { items } = await listAll<ShownTransfer>(door, transfersPath, { role: 'consumer', agreement, state });
    const running = items.find((transfer) => transfer.format === format);
    if (running) return state === 'STARTED' ? running : waitForStart(door, running.id);
  }
  const { transfer } = await door.post<{ transfer: string }>(transfersPath, parameters);
  return waitForStart(door, transfer);
}

/** `--case NUMBER`, or `--no-case`: data are never asked for without saying either. @throws CLI_EXCHANGE_CASE_MISSING */
export function readCase(given: string | false | undefined): string | null {
  if (given === undefined) throw exchangeCommandErrors.caseMissing();
  return given === false ? null : given;
}
