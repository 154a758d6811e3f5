import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksASecond = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields of /proc/PID/stat behind the name: parent, then the ticks of the process and of children that have ended. */
function readStat(pid: number | string): { parent: number; ticks: number; ended: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const at = (place: number) => fields[place] ?? 0;
    return { parent: at(1), ticks: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return null;
  }
}

/** Processor seconds that a process and its children have used so far; NaN where the system has no /proc. */
export function readProcessorTime(pid: number | undefined): number {
  const own = pid === undefined ? null : readStat(pid);
  if (!own) return Number.NaN;
  let ticks = own.ticks + own.ended;
  for (const name of readdirSync('/proc')) {
    const child = /^\d+$/.test(name) ? readStat(name) : null;
    if (child?.parent === pid) ticks += child?.ticks ?? 0;
  }
  return ticks / ticksASecond();
}
