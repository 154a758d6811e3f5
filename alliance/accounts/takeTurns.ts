/**
 * Lets a few calls work at a time and the rest wait. Some requests of the account library hold one database connection
 * while the platform, asked by it, needs another: were all connections held so, none could go on.
 */
export function takeTurns(most: number): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next in line.
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
