import { type KnownHeader, toHex } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import { displayUrl, type RpcOptions } from '../rpcCall.ts';
import { chainProofErrors } from './errors.ts';
import type { HeaderReader } from './headerReader.ts';
import { epochTag, readMany } from './readMany.ts';

/** Hashes that a block points to. */
export const edgesOf = ({ header }: KnownHeader): Hex[] => [header.parentHash, ...header.refereeHashes].map(toHex);

/** How many epochs back a side block is looked for: honest blocks refer to the tips of a few epochs ago. */
const maxEpochsBack = 500;

/**
 * The fewest headers that show that blocks lie in the past of the epoch's pivot parent: from there along shortest paths.
 * The parent itself is the first; nothing is needed for what is the parent itself.
 */
export async function readPast(
  parameters: {
    coreUrl: string;
    reader: HeaderReader;
    epoch: number;
    parent: Hex;
    targets: ReadonlySet<Hex>;
  } & RpcOptions,
): Promise<KnownHeader[]> {
  const { coreUrl, reader, epoch, parent, targets, ...options } = parameters;
  const open = new Set([...targets].filter((hash) => hash !== parent));
  const loaded = new Map<Hex, KnownHeader>();
  const via = new Map<Hex, Hex>();
  for (let at = epoch - 1; open.size > 0; at -= 1) {
    if (at < 0 || epoch - at > maxEpochsBack) {
      const reason = `${[...open][0]} is not found in the ${maxEpochsBack} epochs before it`;
      throw chainProofErrors.chainMoved({ url: displayUrl(coreUrl), epoch, reason });
    }
    const lists = await Promise.all(
      (['cfx_getBlocksByEpoch', 'cfx_getSkippedBlocksByEpoch'] as const).map((method) =>
        readMany<Hex[]>(coreUrl, method, [[epochTag(at)]], options),
      ),
    );
    for (const header of await reader.readHeaders(lists.flat(2))) loaded.set(header.hash, header);
    for (const hash of searchFrom(parent, loaded, via)) open.delete(hash);
  }
  const needed = new Set<Hex>();
  for (const target of targets) {
    for (let hash = via.get(target); hash && !needed.has(hash); hash = via.get(hash)) needed.add(hash);
  }
  // The order of discovery puts every header after one that points to it.
  return [parent, ...via.keys()].filter((hash) => needed.has(hash)).flatMap((hash) => loaded.get(hash) ?? []);
}

/** Breadth first over the loaded headers; `via` keeps who was found through whom. Answers every hash that is reached. */
function searchFrom(parent: Hex, loaded: ReadonlyMap<Hex, KnownHeader>, via: Map<Hex, Hex>): Iterable<Hex> {
  via.clear();
  const queue = [parent];
  for (const hash of queue) {
    const header = loaded.get(hash);
    for (const next of header ? edgesOf(header) : []) {
      if (next === parent || via.has(next)) continue;
      via.set(next, hash);
      queue.push(next);
    }
  }
  return via.keys();
}
