import { type Abi, decodeEventLog, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../../contracts/generated/AllianceRecord.ts';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import type { AllianceContracts } from '../proposals.ts';
import type { TimedLog } from './chainReader.ts';

/** Something that happened, in words of the contracts. */
export interface ChainEvent {
  name: string;
  // The arguments of an event are what its ABI says; each use names the ones it needs.
  args: Record<string, unknown>;
  by: keyof AllianceContracts;
  log: TimedLog;
}

/** Decodes the logs of an alliance's contracts; a log that none of them can have made is null. */
export function decodeLogs(contracts: AllianceContracts, logs: readonly TimedLog[]): (ChainEvent | null)[] {
  const abis: Record<keyof AllianceContracts, Abi> = {
    governor: allianceGovernorAbi as Abi,
    registry: memberRegistryAbi as Abi,
    record: allianceRecordAbi as Abi,
  };
  const names = Object.keys(abis) as (keyof AllianceContracts)[];
  return logs.map((log) => {
    const by = names.find((name) => contracts[name] === log.address);
    if (!by) return null;
    try {
      const { eventName, args } = decodeEventLog({ abi: abis[by], topics: log.topics, data: log.data });
      return { name: String(eventName), args: (args ?? {}) as unknown as Record<string, unknown>, by, log };
    } catch {
      return null;
    }
  });
}

/** An address in lower case, as the history compares them. */
export const lower = (value: unknown): Hex => String(value).toLowerCase() as Hex;

/** Values that changed over time, to be asked for a moment as the contracts ask them: the last one not after it. */
export class Timeline {
  readonly #entries: { time: bigint; value: bigint }[] = [];

  set(time: bigint, value: bigint): void {
    this.#entries.push({ time, value });
  }

  at(time: bigint): bigint {
    return this.#entries.findLast((entry) => entry.time <= time)?.value ?? 0n;
  }

  get latest(): bigint {
    return this.#entries.at(-1)?.value ?? 0n;
  }
}
