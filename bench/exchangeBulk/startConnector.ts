import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { House } from '../../exchange/house.ts';
import type { PublicKeys } from '../../exchange/identity/identity.ts';
import type { TestWorld } from '../../exchange/identity/testing.ts';

const programs = {
  connector: new URL('./connector.ts', import.meta.url),
  plain: new URL('./plain.ts', import.meta.url),
};

/** A connector in a process of its own. */
export interface BenchConnector {
  pid: number | undefined;
  ask<T>(command: object): Promise<T>;
  stop(): void;
}

/** Starts one; the alliance that it asks about others is this process. */
export function startConnector(world: TestWorld, program: 'connector' | 'plain' = 'connector'): BenchConnector {
  const child = fork(fileURLToPath(programs[program]), {
    serialization: 'advanced',
    // As the servers of the platform are started.
    execArgv: [...process.execArgv, '--max-semi-space-size=16'],
  });
  let last = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();

  async function answer(question: string, parameters: unknown[]): Promise<unknown> {
    const [first, address, keys] = parameters as [string, string, PublicKeys];
    if (question === 'alliance') return world.trust.alliance();
    if (question === 'resolve') return world.trust.resolve(first);
    if (question === 'readStatusList') return world.trust.readStatusList(first);
    if (question === 'credentials') return world.wallet.read(first, '');
    if (question === 'find') return world.registry.find(first);
    if (question !== 'enrol') throw new Error(`Nobody answers ${question}.`);
    const house = { now: () => new Date(), addressOf: () => address } as unknown as House;
    await world.enrol(house, { ensure: async () => keys } as never, first);
    return null;
  }

  child.on(
    'message',
    (message: {
      call?: number;
      asked?: number;
      question?: string;
      parameters?: unknown[];
      result?: unknown;
      error?: string;
    }) => {
      const { call, asked, question = '', parameters = [], result, error } = message;
      if (asked !== undefined) {
        answer(question, parameters).then(
          (found) => child.send({ asked, result: found ?? null }),
          (reason: unknown) => child.send({ asked, error: String(reason) }),
        );
        return;
      }
      const known = call === undefined ? undefined : waiting.get(call);
      if (error === undefined) known?.resolve(result as never);
      else known?.reject(new Error(error));
    },
  );
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The connector ended.'));
  });
  return {
    pid: child.pid,
    ask: (command) =>
      new Promise((resolve, reject) => {
        const call = ++last;
        waiting.set(call, { resolve, reject });
        child.send({ call, command });
      }),
    stop: () => child.disconnect(),
  };
}
