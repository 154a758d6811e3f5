import { type ChainIndex, isPrefixOf, parseBase32, type SpaceNumber } from '../ledger/index.ts';
import type { Hex } from '../proof/index.ts';
import type { NodeReader } from './askNode.ts';
import { explorerErrors } from './errors.ts';
import type { readConfirmations } from './readConfirmation.ts';

/** What every route of the explorer works with. */
export interface ExplorerContext {
  index: ChainIndex;
  node: NodeReader;
  readConfirmation: ReturnType<typeof readConfirmations>;
  signal: AbortSignal;
}

/** An address as a person wrote it; the space is known only where the form tells it. */
export interface AskedAddress {
  address: Hex;
  space: SpaceNumber | null;
}

const prefixOf = (id: number | null) => (id === 1029 ? 'cfx' : id === 1 ? 'cfxtest' : `net${id ?? '…'}`);

/** Reads 20 bytes in hexadecimal, or base32 of this chain. @throws EXPLORER_BAD_ADDRESS */
export async function readAddress({ index }: ExplorerContext, text: string): Promise<AskedAddress> {
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return { address: text.toLowerCase() as Hex, space: null };
  const coreChainId = (await index.readChain())?.coreChainId ?? null;
  const parsed = parseBase32(text);
  if (parsed && coreChainId !== null && isPrefixOf(parsed.prefix, coreChainId))
    return { address: parsed.address, space: 0 };
  throw explorerErrors.badAddress({ address: text.slice(0, 90), prefix: prefixOf(coreChainId) });
}

/** Reads a hash. @throws EXPLORER_BAD_HASH */
export function readHash(text: string): Hex {
  if (!/^0x[0-9a-fA-F]{64}$/.test(text)) throw explorerErrors.badHash({ hash: text.slice(0, 90) });
  return text.toLowerCase() as Hex;
}

/**
 * The space whose contract or activity is meant: as asked, as the form of the address tells, where there is a contract, or
 * else eSpace — a Core address in hexadecimal begins with 0, 1 or 8.
 */
export async function chooseSpace(
  { index }: ExplorerContext,
  { address, space }: AskedAddress,
  asked: 'core' | 'espace' | undefined,
): Promise<SpaceNumber> {
  if (asked) return asked === 'core' ? 0 : 1;
  if (space !== null) return space;
  const contracts = await index.read.readContracts([address]);
  const [only] = contracts;
  if (contracts.length === 1 && only) return only.space;
  if (!/^0x[018]/.test(address)) return 1;
  const [core, espace] = await Promise.all(
    ([0, 1] as const).map((side) => index.read.readActivity({ space: side, address })),
  );
  return (core?.transactions.count ?? 0) > (espace?.transactions.count ?? 0) ? 0 : 1;
}
