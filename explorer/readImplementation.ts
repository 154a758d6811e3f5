import { type SpaceNumber, toBase32 } from '../ledger/index.ts';
import type { Hex } from '../proof/index.ts';
import type { ExplorerContext } from './explorerContext.ts';

/** ERC-1967: where a proxy keeps the address of the contract that it runs. */
const implementationSlot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';

/** The contract that a proxy runs; null where there is none or the node does not say. */
export async function readImplementation(
  { node, index }: ExplorerContext,
  space: SpaceNumber,
  address: Hex,
): Promise<Hex | null> {
  try {
    const coreChainId = (await index.readChain())?.coreChainId ?? 0;
    const [word] =
      space === 0
        ? await node.core<[Hex | null]>({
            method: 'cfx_getStorageAt',
            params: [toBase32(address, coreChainId), implementationSlot],
          })
        : await node.espace<[Hex | null]>({
            method: 'eth_getStorageAt',
            params: [address, implementationSlot, 'latest'],
          });
    return word && BigInt(word) > 0n ? `0x${word.slice(26)}` : null;
  } catch {
    return null;
  }
}
