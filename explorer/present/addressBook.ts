import type { Abi } from 'viem';
import { type ChainIndex, type IndexedContract, type SpaceNumber, toBase32 } from '../../ledger/index.ts';
import type { Hex } from '../../proof/index.ts';
import type { AddressRef } from '../schemas/common.ts';
import { builtInAt } from './knownAbis.ts';

/** An address in a space. */
export interface Place {
  space: SpaceNumber;
  address: Hex;
}

/** Names and ABIs for one answer, looked up together. */
export interface AddressBook {
  /** The address as answers show it. */
  show(space: SpaceNumber, address: Hex): AddressRef;
  showOrNull(space: SpaceNumber, address: Hex | null): AddressRef | null;
  contract(space: SpaceNumber, address: Hex): IndexedContract | null;
  abi(space: SpaceNumber, address: Hex | null): Abi | null;
}

const zero = `0x${'0'.repeat(40)}`;
export const spaceName = (space: SpaceNumber) => (space === 0 ? ('core' as const) : ('espace' as const));
const keyOf = (space: SpaceNumber, address: Hex) => `${space}${address}`;

/** Looks up what the index knows of some addresses. */
export async function openAddressBook(index: ChainIndex, places: readonly (Place | null)[]): Promise<AddressBook> {
  const addresses = [...new Set(places.flatMap((place) => (place ? [place.address] : [])))];
  const [chain, contracts] = await Promise.all([index.readChain(), index.read.readContracts(addresses)]);
  const byKey = new Map(contracts.map((contract) => [keyOf(contract.space, contract.address), contract]));
  const verified = contracts.flatMap(({ name, codeHash }) => (name !== null && codeHash ? [codeHash] : []));
  const abis = await index.read.readAbis([...new Set(verified)]);
  const coreChainId = chain?.coreChainId ?? null;

  const contract = (space: SpaceNumber, address: Hex) => byKey.get(keyOf(space, address)) ?? null;
  function show(space: SpaceNumber, address: Hex): AddressRef {
    const known = contract(space, address);
    const internal = space === 0 ? builtInAt(address) : null;
    return {
      space: spaceName(space),
      hex: address,
      base32: space === 0 && coreChainId !== null ? toBase32(address, coreChainId) : null,
      name: address === zero ? null : (internal?.name ?? known?.name ?? known?.tokenName ?? null),
      contract: known !== null || internal !== null,
    };
  }
  return {
    show,
    showOrNull: (space, address) => (address === null ? null : show(space, address)),
    contract,
    abi(space, address) {
      if (address === null) return null;
      const internal = space === 0 ? builtInAt(address) : null;
      const codeHash = contract(space, address)?.codeHash;
      return internal?.abi ?? (codeHash ? (abis.get(codeHash) ?? null) : null);
    },
  };
}
