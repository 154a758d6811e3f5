import type { Hex } from '../proof/index.ts';
import { type ExplorerContext, readAddress } from './explorerContext.ts';
import { openAddressBook, spaceName } from './present/addressBook.ts';
import type { SearchResults } from './schemas/overview.ts';

type Result = SearchResults['results'][number];

const mostNames = 10;

async function searchHash({ index }: ExplorerContext, hash: Hex): Promise<Result[]> {
  const [block, transaction] = await Promise.all([index.read.readBlock(hash), index.read.readTransaction(hash)]);
  const results: Result[] = [];
  if (transaction) {
    const { space, epoch } = transaction;
    results.push({ kind: 'transaction', id: hash, space: spaceName(space), title: hash, epoch });
  }
  if (block) results.push({ kind: 'block', id: hash, space: null, title: hash, epoch: block.epoch });
  return results;
}

async function searchAddress(context: ExplorerContext, text: string): Promise<Result[]> {
  const { address, space } = await readAddress(context, text);
  const spaces = space === null ? ([1, 0] as const) : ([space] as const);
  const book = await openAddressBook(
    context.index,
    spaces.map((side) => ({ space: side, address })),
  );
  const contracts = spaces.flatMap((side): Result[] => {
    const shown = book.show(side, address);
    if (!shown.contract) return [];
    const id = shown.base32 ?? address;
    const epoch = book.contract(side, address)?.epoch ?? null;
    return [{ kind: 'contract', id, space: shown.space, title: shown.name ?? id, epoch }];
  });
  const shown = book.show(spaces[0], address);
  const id = shown.base32 ?? address;
  return [...contracts, { kind: 'account', id, space: space === null ? null : shown.space, title: id, epoch: null }];
}

async function searchNumber(
  { index }: ExplorerContext,
  number: number,
  hasCheckpoint: (size: number) => Promise<boolean>,
): Promise<Result[]> {
  const [epoch, checkpoint] = await Promise.all([index.read.readEpoch(number), hasCheckpoint(number)]);
  const id = String(number);
  const results: Result[] = [];
  // The epoch is the eSpace block of the same number.
  if (epoch) results.push({ kind: 'epoch', id, space: null, title: id, epoch: number });
  if (checkpoint) results.push({ kind: 'checkpoint', id, space: null, title: id, epoch: null });
  return results;
}

async function searchName({ index }: ExplorerContext, text: string): Promise<Result[]> {
  const found = await index.read.searchContracts(text, mostNames);
  const book = await openAddressBook(
    index,
    found.map(({ space, address }) => ({ space, address })),
  );
  return found.map(({ space, address, name, tokenName, epoch }) => {
    const id = book.show(space, address).base32 ?? address;
    return { kind: 'contract', id, space: spaceName(space), title: name ?? tokenName ?? id, epoch };
  });
}

/** What a text can mean; nothing found is an empty list, not an error. */
export async function search(
  context: ExplorerContext,
  query: string,
  hasCheckpoint: (size: number) => Promise<boolean>,
): Promise<SearchResults> {
  const compact = query.replaceAll(/[\s,_]/g, '');
  if (/^(0x)?[0-9a-fA-F]{64}$/.test(compact)) {
    const hash = `0x${compact.replace(/^0x/, '').toLowerCase()}` as Hex;
    return { query, results: await searchHash(context, hash) };
  }
  if (/^0x[0-9a-fA-F]{40}$/.test(compact) || /^(cfx|cfxtest|net\d+):/i.test(compact)) {
    return { query, results: await searchAddress(context, compact).catch(() => []) };
  }
  if (/^\d{1,9}$/.test(compact)) return { query, results: await searchNumber(context, Number(compact), hasCheckpoint) };
  return { query, results: await searchName(context, query) };
}
