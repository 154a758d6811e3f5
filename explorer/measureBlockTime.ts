/** How long is looked back. */
const windowMs = 60_000;

interface Sample {
  atMs: number;
  height: number;
}

/** Returns a function that is told each height seen and answers the mean time per block of the last minute, in ms. */
export function measureBlockTime(): (atMs: number, height: number) => number | null {
  let samples: Sample[] = [];
  return (atMs, height) => {
    // A node that begins again from a lower height is another chain or one that catches up: old samples mean nothing.
    if (height < (samples.at(-1)?.height ?? 0)) samples = [];
    if (height !== samples.at(-1)?.height) samples.push({ atMs, height });
    samples = samples.filter((sample) => sample.atMs >= atMs - windowMs);
    const [first, last] = [samples[0], samples.at(-1)];
    if (!first || !last || last.height === first.height) return null;
    return Math.round((last.atMs - first.atMs) / (last.height - first.height));
  };
}
