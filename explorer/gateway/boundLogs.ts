import { type ChainIndex, parseBase32 } from '../../ledger/index.ts';
import type { Hex } from '../../proof/index.ts';
import type { GatewaySpace } from './methods.ts';
import { type RelayedCall, type RpcAnswer, refuse } from './readCalls.ts';

/** Most logs that one call may bring. */
export const mostLogs = 10_000;
/** Most epochs in one call where the index cannot say how many logs they have. */
const mostUnknownEpochs = 1_000;

const toQuantity = (epoch: number) => `0x${epoch.toString(16)}`;
const names = { espace: ['fromBlock', 'toBlock'], core: ['fromEpoch', 'toEpoch'] } as const;

function readEpoch(value: unknown, usual: number, newest: number): number | null {
  if (value === undefined || value === null) return usual;
  if (value === 'earliest') return 0;
  if (typeof value === 'string' && /^0x[0-9a-f]{1,12}$/i.test(value)) return Number(value);
  // Every other tag is near the end of the chain.
  return typeof value === 'string' && /^[a-z_]+$/.test(value) ? newest : null;
}

function readAddresses(value: unknown): Hex[] {
  return [value].flat().flatMap((item) => {
    if (typeof item !== 'string') return [];
    if (/^0x[0-9a-f]{40}$/i.test(item)) return [item.toLowerCase() as Hex];
    const parsed = parseBase32(item);
    return parsed ? [parsed.address] : [];
  });
}

/**
 * Refuses a search for logs whose answer would be too large, and says which range to ask instead; the index knows how many
 * logs there are. Null when the call may be passed on.
 */
export async function boundLogs(index: ChainIndex, space: GatewaySpace, call: RelayedCall): Promise<RpcAnswer | null> {
  const filter = call.params[0];
  if (typeof filter !== 'object' || filter === null) return null;
  const given = filter as Record<string, unknown>;
  // The logs of single blocks are bounded by the blocks.
  if (given.blockHash !== undefined && given.blockHash !== null) return null;
  if (Array.isArray(given.blockHashes)) return null;
  const chain = await index.readChain();
  const newest = chain?.indexedEpoch ?? -1;
  const [fromName, toName] = names[space];
  const from = readEpoch(given[fromName], newest, newest);
  const to = readEpoch(given[toName], newest, newest);
  if (from === null || to === null || to < from) return null;
  const suggest = (last: number, reason: string) => {
    const instead = { [fromName]: toQuantity(from), [toName]: toQuantity(last) };
    const words = `Ask for ${fromName} ${toQuantity(from)} to ${toName} ${toQuantity(last)} instead, then go on behind it.`;
    return refuse(call.id, -32005, `${reason} ${words}`, instead);
  };
  const known = Math.min(to, newest);
  if (known >= from) {
    const addresses = readAddresses(given.address);
    const range = { space: space === 'core' ? 0 : 1, from, to: known, addresses } as const;
    const { tooMany, fittingTo } = await index.read.measureLogRange(range, mostLogs);
    if (tooMany) return suggest(fittingTo, `This range has more than ${mostLogs} logs.`);
  }
  if (to - Math.max(from, newest + 1) >= mostUnknownEpochs) {
    const last = Math.max(known, from + mostUnknownEpochs - 1);
    return suggest(last, `The index has not come further than ${newest}, and ${mostUnknownEpochs} more is the most.`);
  }
  return null;
}
