import { readFileSync } from 'node:fs';
import type { Store } from '../../store/index.ts';
import type { BenchPlatform } from '../evidence/startPlatform.ts';
import { readProcessorTime } from '../index/processorTime.ts';

/** Processor seconds of both sides so far. */
export interface ProcessorTime {
  server: number;
  database: number;
}

/**
 * Reads how much processor time server and database have used: what a busy machine does to the clock, it does not to this.
 * Their connections end during no measurement, so that nothing is lost with them.
 */
export async function watchProcessors({ sql }: Store, { pid }: BenchPlatform): Promise<() => ProcessorTime> {
  const [row] = await sql<{ folder: string }[]>`SELECT current_setting('data_directory') AS folder`;
  const [line = ''] = readFileSync(`${row?.folder}/postmaster.pid`, 'utf8').split('\n');
  return () => ({ server: readProcessorTime(pid), database: readProcessorTime(Number(line)) });
}

/** What lies between two readings. */
export function between(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return { server: after.server - before.server, database: after.database - before.database };
}
