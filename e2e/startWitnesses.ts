import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../host/index.ts';
import { askAs, type OperatorSession } from './openSession.ts';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** Witnesses as other organisations run them: a process each, known to the platform. */
export interface RunningWitnesses {
  /** Kills one without warning and starts it again with what it had stored. */
  restart(place: number): Promise<void>;
  /** Kills one for good. */
  kill(place: number): Promise<void>;
  stop(): Promise<void>;
}

interface WitnessEntry {
  vkeys: string[];
  url: string;
}

/** What the operator enters, from what the command prints. */
function readEntry(output: string): WitnessEntry | null {
  const text = /^\{\n[\s\S]*?\n\}$/m.exec(output)?.[0];
  return text ? (JSON.parse(text) as WitnessEntry) : null;
}

function waitForEntry(child: ChildProcess): Promise<WitnessEntry> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      const entry = readEntry(output);
      if (entry) resolve(entry);
    });
    child.stderr?.on('data', (chunk) => {
      output += String(chunk);
    });
    child.once('exit', (code) => reject(new Error(`the witness ended with exit code ${code}:\n${output}`)));
  });
}

/** Starts `count` witnesses and has the platform ask `threshold` of them. */
export async function startWitnesses(
  session: OperatorSession,
  { count, threshold }: { count: number; threshold: number },
): Promise<RunningWitnesses> {
  const { logKey } = (await (await fetch(`${session.url}/api/log`)).json()) as { logKey: string };
  const spawnWitness = (name: string, data: string, port: number) => {
    const args = ['--data', data, '--listen', `127.0.0.1:${port}`, '--name', name, '--log', logKey];
    return spawn(process.execPath, [main, 'witness', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const witnesses: { data: string; start: () => ChildProcess; child: ChildProcess }[] = [];
  for (let place = 1; place <= count; place += 1) {
    const data = mkdtempSync(join(tmpdir(), 'xiangyu-witness-'));
    const port = await findFreePort();
    const start = () => spawnWitness(`w${place}.example`, data, port);
    const child = start();
    witnesses.push({ data, start, child });
    await askAs(session, 'POST', '/api/log/witnesses', await waitForEntry(child));
  }
  await askAs(session, 'PUT', '/api/log/witnesses/threshold', { threshold });

  const kill = async (place: number) => {
    const child = witnesses[place]?.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return {
    kill,
    async restart(place) {
      await kill(place);
      const witness = witnesses[place];
      if (!witness) throw new Error(`there is no witness ${place}`);
      witness.child = witness.start();
      await waitForEntry(witness.child);
    },
    async stop() {
      await Promise.all(witnesses.map((_, place) => kill(place)));
      for (const { data } of witnesses) rmSync(data, { recursive: true });
    },
  };
}
