import { parentPort, workerData } from 'node:worker_threads';
import { computeMatch } from './computeMatch.ts';
import type { MatchWork } from './matchWork.ts';

/** Does one piece of work of a match and ends: elliptic curves keep a thread busy for minutes. */
const work = workerData as MatchWork;
parentPort?.postMessage(await computeMatch(work));
