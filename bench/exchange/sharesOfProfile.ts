import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** V8's format of `--cpu-prof`. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  /** Microseconds of the monotonic clock. */
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

/** The first that fits, from the innermost frame outwards, is what a sample was spent on; a socket serves whoever writes to it. */
const kinds: readonly [name: string, fits: RegExp][] = [
  [
    'cryptography',
    /node:internal\/crypto|node_modules\/(jose|@noble|sm-crypto-v2)\/|exchange\/delivery\/seal\/|exchange\/identity\/(seal|signatures)/,
  ],
  ['database driver', /node_modules\/postgres\/|\/store\//],
  ['policy', /exchange\/policy\//],
  ['canonical JSON', /canonicalizeJson/],
  [
    'HTTP and framework',
    /node:(internal\/http|_http|http)|node_modules\/(fastify|find-my-way|avvio|fast-json|ajv|light-my-request|secure-json-parse)|undici|node:internal\/deps\/undici/,
  ],
  ['rules of the exchange', /\/exchange\//],
];

/** Seconds of the main thread between two moments of the monotonic clock (nanoseconds): by what they were spent on, and by function. */
export async function sharesOfProfile(
  folder: string,
  from: bigint,
  until: bigint,
): Promise<{ shares: Map<string, number>; functions: Map<string, number> }> {
  const [name] = (await readdir(folder)).filter((file) => file.endsWith('.cpuprofile'));
  if (name === undefined) throw new Error(`There is no profile in ${folder}.`);
  const profile = JSON.parse(await readFile(join(folder, name), 'utf8')) as Profile;
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const known = new Map<number, string>();
  const kindOf = (id: number): string => {
    let kind = known.get(id);
    if (kind !== undefined) return kind;
    const { functionName = '' } = nodes.get(id)?.callFrame ?? {};
    if (functionName === '(garbage collector)') kind = 'garbage collection';
    else if (functionName === '(idle)') kind = 'idle';
    for (let at: number | undefined = id; kind === undefined && at !== undefined; at = parents.get(at)) {
      const { url = '' } = nodes.get(at)?.callFrame ?? {};
      kind = kinds.find(([, fits]) => fits.test(url))?.[0];
    }
    kind ??= 'the rest';
    known.set(id, kind);
    return kind;
  };
  const shares = new Map<string, number>();
  const functions = new Map<string, number>();
  let at = profile.startTime;
  for (const [index, delta] of profile.timeDeltas.entries()) {
    at += delta;
    if (at < Number(from / 1_000n) || at > Number(until / 1_000n)) continue;
    const sample = profile.samples[index] ?? 0;
    const kind = kindOf(sample);
    shares.set(kind, (shares.get(kind) ?? 0) + delta / 1e6);
    const { functionName = '', url = '' } = nodes.get(sample)?.callFrame ?? {};
    const name = `${kind}: ${functionName} ${url.split('/').slice(-3).join('/')}`;
    functions.set(name, (functions.get(name) ?? 0) + delta / 1e6);
  }
  return { shares, functions };
}
