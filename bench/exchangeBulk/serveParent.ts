/** What a process took: memory since the last question, processor time since its start. */
export interface Usage {
  mostMemory: number;
  cpuSeconds: number;
}

/** Runs the commands of the process that started this one, and tells it what this one takes; ends with it. */
export function serveParent<Command>(run: (command: Command) => Promise<unknown>, onEnd: () => void = () => {}): void {
  let mostMemory = 0;
  const look = () => {
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
  };
  setInterval(look, 50).unref();

  async function answer(command: Command | { do: 'usage' }): Promise<unknown> {
    if ((command as { do: string }).do !== 'usage') return run(command as Command);
    look();
    const { user, system } = process.cpuUsage();
    const usage: Usage = { mostMemory, cpuSeconds: (user + system) / 1e6 };
    mostMemory = 0;
    return usage;
  }

  process.on('message', ({ call, command }: { call?: number; command?: Command }) => {
    if (call === undefined || !command) return;
    answer(command).then(
      (result) => process.send?.({ call, result: result ?? null }),
      (error: unknown) =>
        process.send?.({ call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => {
    onEnd();
    process.exit(0);
  });
}
