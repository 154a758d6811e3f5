const width = 10;

/** Writes what is being done and how long it took. */
export async function printProgress<Result>(
  label: string,
  work: () => Promise<Result>,
  describe: (result: Result) => string,
): Promise<Result> {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`  …  ${label.padEnd(width)} starting`);
  try {
    const result = await work();
    console.log(`  ✓  ${label.padEnd(width)} ${describe(result)} (${seconds()})`);
    return result;
  } catch (error) {
    console.log(`  ✗  ${label.padEnd(width)} failed after ${seconds()}`);
    throw error;
  }
}
