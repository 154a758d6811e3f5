import { keccak256 } from 'viem';
import { type SpaceNumber, toBase32 } from '../ledger/index.ts';
import type { Hex } from '../proof/index.ts';
import { toDecimal } from './askNode.ts';
import { type ExplorerContext, readAddress } from './explorerContext.ts';
import { type AddressBook, openAddressBook, type Place } from './present/addressBook.ts';
import { builtInAt } from './present/knownAbis.ts';
import { toTime } from './present/toTime.ts';
import type { Account } from './schemas/accounts.ts';

type Side = NonNullable<Account['espace']>;

const zero: Hex = `0x${'0'.repeat(40)}`;
/** Core Space addresses begin with 0 (built in, null), 1 (user) or 8 (contract). */
const canBeCore = (address: Hex) => /^0x[018]/.test(address);
/** The account in eSpace through which a Core account acts there. */
const mappedAddress = (core: Hex): Hex => `0x${keccak256(core).slice(26)}`;

async function readActivity({ index }: ExplorerContext, place: Place) {
  const { transactions, transfers, firstSeen, lastSeen } = await index.read.readActivity(place);
  const at = (seen: typeof firstSeen) => seen && { epoch: seen.epoch, time: toTime(seen.time) };
  return { transactions, transfers, firstSeen: at(firstSeen), lastSeen: at(lastSeen) };
}

async function readEspace(context: ExplorerContext, address: Hex, book: AddressBook): Promise<Side> {
  const of = (method: string) => ({ method, params: [address, 'latest'] });
  const [[balance, nonce, code], activity] = await Promise.all([
    context.node.espace<[Hex, Hex, Hex]>(of('eth_getBalance'), of('eth_getTransactionCount'), of('eth_getCode')),
    readActivity(context, { space: 1, address }),
  ]);
  // EIP-7702: a user account that runs another's code has the mark 0xef0100 and that address as its own.
  const delegate = code.startsWith('0xef0100') && code.length === 48 ? (`0x${code.slice(8)}` as Hex) : null;
  return {
    address: book.show(1, address),
    kind: code === '0x' || delegate ? 'user' : 'contract',
    balance: toDecimal(balance),
    nonce: toDecimal(nonce),
    codeSizeBytes: (code.length - 2) / 2,
    delegate,
    ...activity,
  };
}

interface CoreAccount {
  balance: Hex;
  nonce: Hex;
  codeHash: Hex;
  stakingBalance: Hex;
  collateralForStorage: Hex;
  admin: string | null;
}

interface SponsorInfo {
  sponsorForGas: string;
  sponsorForCollateral: string;
  sponsorGasBound: Hex;
  sponsorBalanceForGas: Hex;
  sponsorBalanceForCollateral: Hex;
  availableStoragePoints?: Hex;
  usedStoragePoints?: Hex;
}

async function readCore(
  context: ExplorerContext,
  address: Hex,
  coreChainId: number,
): Promise<NonNullable<Account['core']>> {
  const base32 = toBase32(address, coreChainId);
  const of = (method: string) => ({ method, params: [base32] });
  const [[account, code, sponsor], activity] = await Promise.all([
    context.node.core<[CoreAccount, Hex, SponsorInfo]>(
      of('cfx_getAccount'),
      of('cfx_getCode'),
      of('cfx_getSponsorInfo'),
    ),
    readActivity(context, { space: 0, address }),
  ]);
  const internal = builtInAt(address) !== null;
  const contract = code !== '0x' || internal;
  const toPlace = async (text: string | null): Promise<Place | null> => {
    const found = text ? (await readAddress(context, text)).address : null;
    return found === null || found === zero ? null : { space: 0, address: found };
  };
  const [admin, gas, collateral] = await Promise.all(
    [account.admin, sponsor.sponsorForGas, sponsor.sponsorForCollateral].map(toPlace),
  );
  const mapped = mappedAddress(address);
  const own: Place[] = [
    { space: 0, address },
    { space: 1, address: mapped },
  ];
  const book = await openAddressBook(context.index, [...own, admin ?? null, gas ?? null, collateral ?? null]);
  const show = (place: Place | null | undefined) => (place ? book.show(place.space, place.address) : null);
  return {
    address: book.show(0, address),
    kind: internal ? 'internal' : contract ? 'contract' : 'user',
    balance: toDecimal(account.balance),
    nonce: toDecimal(account.nonce),
    codeSizeBytes: (code.length - 2) / 2,
    collateralForStorage: toDecimal(account.collateralForStorage),
    stakingBalance: toDecimal(account.stakingBalance),
    admin: show(admin),
    mapped: book.show(1, mapped),
    sponsor: contract
      ? {
          gasSponsor: show(gas),
          gasBalance: toDecimal(sponsor.sponsorBalanceForGas),
          gasUpperBound: toDecimal(sponsor.sponsorGasBound),
          collateralSponsor: show(collateral),
          collateralBalance: toDecimal(sponsor.sponsorBalanceForCollateral),
          storagePointsAvailable: toDecimal(sponsor.availableStoragePoints),
          storagePointsUsed: toDecimal(sponsor.usedStoragePoints),
        }
      : null,
    ...activity,
  };
}

const busy = (side: { transactions: { count: number }; kind: string } | null) =>
  side === null ? -1 : side.transactions.count + (side.kind === 'user' ? 0 : 1);

/** An address in both spaces: in hexadecimal the same 20 bytes in each, in base32 the Core account alone. */
export async function readAccount(context: ExplorerContext, asked: string): Promise<Account> {
  const { address, space } = await readAddress(context, asked);
  const chain = await context.index.readChain();
  const coreChainId = chain?.bothSpaces ? chain.coreChainId : null;
  const book = await openAddressBook(context.index, [{ space: 1, address }]);
  const [core, espace] = await Promise.all([
    coreChainId !== null && canBeCore(address) ? readCore(context, address, coreChainId) : null,
    space === 0 ? null : readEspace(context, address, book),
  ]);
  const main: SpaceNumber = espace === null || busy(core) > busy(espace) ? 0 : 1;
  return { asked, core, espace, main: main === 0 ? 'core' : 'espace' };
}
