import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, which Linux fixes for what it tells programs. */
const ticksPerSecond = 100;

interface Entry {
  parent: number;
  seconds: number;
  command: string;
}

function readEntries(): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      // Without pid and name: 1 is the parent; 11 and 12 the ticks in user and kernel mode, 13 and 14 those of ended children.
      const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      entries.set(Number(name), { parent: Number(fields[1]), seconds: ticks / ticksPerSecond, command });
    } catch {
      // It ended while we looked.
    }
  }
  return entries;
}

/** Seconds of processor time that a process and its database took so far. */
export interface ProcessorTime {
  /** All threads of the process itself. */
  own: number;
  database: number;
  /** Other processes below it, such as a chain node. */
  others: number;
}

/** What a program took since it began, apart by what its processes are. */
export function readProcessorTime(pid: number): ProcessorTime {
  const entries = readEntries();
  const time: ProcessorTime = { own: 0, database: 0, others: 0 };
  for (const [id, { command, seconds }] of entries) {
    let above: number | undefined = id;
    while (above !== undefined && above !== pid) above = entries.get(above)?.parent;
    if (above !== pid) continue;
    if (id === pid) time.own += ownSeconds(pid);
    else if (/postgres/.test(command)) time.database += seconds;
    else time.others += seconds;
  }
  return time;
}

/** Of the process alone, without children that ended. */
function ownSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Megabytes that a process holds now. */
export function readMemory(pid: number): number {
  const [, kibibytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1_024;
}
