import { readdirSync, readFileSync } from 'node:fs';
import { startPlatform } from '../../e2e/startPlatform.ts';

const budgetMb = 1200;
const rounds = 3;

interface ProcessMemory {
  name: string;
  residentMb: number;
}

/** Resident memory of a process and all that it started. */
function readMemory(root: number): ProcessMemory[] {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const status = readFileSync(`/proc/${entry}/status`, 'utf8');
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        const read = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        // Shared pages (PostgreSQL's buffers) would count once a backend; only the first of them keeps its share.
        const residentMb =
          (read('RssAnon') + (/^postgres: /.test(command) ? 0 : read('RssFile') + read('RssShmem'))) / 1024;
        return [{ pid: Number(entry), parent: read('PPid'), command, residentMb }];
      } catch {
        return [];
      }
    });
  const mine = new Set([root]);
  for (let size = 0; size !== mine.size; ) {
    size = mine.size;
    for (const { pid, parent } of processes) if (mine.has(parent)) mine.add(pid);
  }
  const nameOf = (command: string) =>
    /nodeHost/.test(command)
      ? 'node'
      : /serve$/.test(command)
        ? 'server'
        : /postgres/.test(command)
          ? 'database'
          : 'supervisor';
  const byName = new Map<string, number>();
  for (const { pid, command, residentMb } of processes) {
    if (mine.has(pid)) byName.set(nameOf(command), (byName.get(nameOf(command)) ?? 0) + residentMb);
  }
  return [...byName].map(([name, residentMb]) => ({ name, residentMb }));
}

/** The seconds each part took, from what the start printed. */
function readParts(output: string): [part: string, seconds: number][] {
  const parts = [...output.matchAll(/✓ {2}(\w+) .*\(([\d.]+) s\)/g)].map(([, part = '', seconds]): [string, number] => [
    part,
    Number(seconds),
  ]);
  return [...parts, ['in all', Number(/Ready in ([\d.]+) s/.exec(output)?.[1])]];
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const cold = await startPlatform();
const coldParts = readParts(cold.output());
await cold.stop();
const warmRuns: [string, number][][] = [];
let memory: ProcessMemory[] = [];
for (let round = 0; round < rounds; round += 1) {
  const warm = await startPlatform({ data: cold.data });
  warmRuns.push(readParts(warm.output()));
  if (round === rounds - 1 && warm.pid) memory = readMemory(warm.pid);
  await warm.stop();
}
const warmAll = median(warmRuns.map((parts) => parts.at(-1)?.[1] ?? Number.NaN));
console.log(`part         first start   warm (median of ${rounds})   warm/first   share of warm`);
for (const [part, first] of coldParts) {
  const warm = median(warmRuns.map((parts) => parts.find(([name]) => name === part)?.[1] ?? Number.NaN));
  console.log(
    `${part.padEnd(12)} ${first.toFixed(1).padStart(9)} s ${warm.toFixed(1).padStart(13)} s ${(warm / first).toFixed(2).padStart(20)} ${(warm / warmAll).toFixed(2).padStart(15)}`,
  );
}
const total = memory.reduce((sum, { residentMb }) => sum + residentMb, 0);
console.log(`\nidle memory   MB     share of the ${budgetMb} MB allowed`);
for (const { name, residentMb } of [...memory, { name: 'in all', residentMb: total }]) {
  console.log(
    `${name.padEnd(12)} ${residentMb.toFixed(0).padStart(5)} ${(residentMb / budgetMb).toFixed(2).padStart(8)}`,
  );
}
