import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  BaseError,
  decodeFunctionResult,
  encodeFunctionData,
  toFunctionSignature,
} from 'viem';
import { XiangyuError } from '../errors.ts';
import { parseBase32, toBase32 } from '../ledger/index.ts';
import type { Hex } from '../proof/index.ts';
import { explorerErrors } from './errors.ts';
import { type ExplorerContext, readAddress } from './explorerContext.ts';
import { openAddressBook, type Place } from './present/addressBook.ts';
import { decodeRevert, toPlain } from './present/decode.ts';
import type { ReadBody, ReadResult } from './schemas/contracts.ts';

const isReading = (item: Abi[number]): item is AbiFunction =>
  item.type === 'function' && (item.stateMutability === 'view' || item.stateMutability === 'pure');

/** JSON has no large numbers and no tuples: texts become numbers where the type wants them. */
function toValue(type: string, value: unknown, components: readonly AbiParameter[] | undefined): unknown {
  const list = /^(.*)\[\d*\]$/.exec(type);
  if (list) {
    if (!Array.isArray(value)) throw new Error(`${type} is an array`);
    return value.map((item) => toValue(list[1] ?? '', item, components));
  }
  if (type === 'tuple') {
    const parts = components ?? [];
    const values = Array.isArray(value)
      ? value
      : parts.map(({ name }) => (value as Record<string, unknown>)?.[name ?? '']);
    const made = parts.map((part, place) =>
      toValue(part.type, values[place], 'components' in part ? part.components : undefined),
    );
    return parts.every(({ name }) => name)
      ? Object.fromEntries(parts.map(({ name }, place) => [name, made[place]]))
      : made;
  }
  if (/^u?int/.test(type)) {
    if (!['string', 'number'].includes(typeof value) || value === '') throw new Error(`${type} is decimal text`);
    return BigInt(value as string | number);
  }
  if (type === 'address' && typeof value === 'string') return parseBase32(value)?.address ?? value.toLowerCase();
  return value;
}

function findFunction(abi: Abi, place: Place, name: string): AbiFunction {
  const reading = abi.filter(isReading);
  const found = reading.filter((item) => item.name === name || toFunctionSignature(item) === name.replaceAll(' ', ''));
  const [only] = found;
  if (only && found.length === 1) return only;
  const known = reading.map(toFunctionSignature).slice(0, 40).join(', ') || 'none';
  throw explorerErrors.functionUnknown({ address: place.address, name, known });
}

function encode(item: AbiFunction, args: readonly unknown[]): Hex {
  const signature = toFunctionSignature(item);
  try {
    if (args.length !== item.inputs.length)
      throw new Error(`${item.inputs.length} are needed, ${args.length} are given`);
    const values = item.inputs.map((input, place) =>
      toValue(input.type, args[place], 'components' in input ? input.components : undefined),
    );
    return encodeFunctionData({ abi: [item], args: values });
  } catch (error) {
    const problem =
      error instanceof BaseError ? error.shortMessage : error instanceof Error ? error.message : String(error);
    throw explorerErrors.badArguments({ signature, problem: problem.slice(0, 300) });
  }
}

async function call(
  context: ExplorerContext,
  place: Place,
  data: Hex,
  from: Hex | null,
  abi: Abi,
): Promise<[Hex, Hex]> {
  const { node, index } = context;
  try {
    if (place.space === 1) {
      const request = { to: place.address, data, ...(from ? { from } : {}) };
      return await node.espace<[Hex, Hex]>(
        { method: 'eth_call', params: [request, 'latest'] },
        { method: 'eth_blockNumber' },
      );
    }
    const coreChainId = (await index.readChain())?.coreChainId ?? 0;
    const to = toBase32(place.address, coreChainId);
    const request = { to, data, ...(from ? { from: toBase32(from, coreChainId) } : {}) };
    return await node.core<[Hex, Hex]>(
      { method: 'cfx_call', params: [request] },
      { method: 'cfx_epochNumber', params: ['latest_state'] },
    );
  } catch (error) {
    if (!(error instanceof XiangyuError) || error.details.rpcCode === undefined) throw error;
    const { rpcMessage, rpcData } = error.details as { rpcMessage?: string; rpcData?: unknown };
    const said = typeof rpcData === 'string' && rpcData.startsWith('0x') ? decodeRevert(rpcData as Hex, abi) : null;
    throw explorerErrors.readReverted({ reason: said ?? rpcMessage ?? 'it gives no reason' }, { cause: error });
  }
}

/**
 * Calls a reading function of a verified contract, or of the contract that a verified proxy runs.
 * @throws EXPLORER_ABI_UNKNOWN, EXPLORER_FUNCTION_UNKNOWN, EXPLORER_BAD_ARGUMENTS, EXPLORER_READ_REVERTED
 */
export async function readFunction(context: ExplorerContext, place: Place, body: ReadBody): Promise<ReadResult> {
  const book = await openAddressBook(context.index, [place]);
  const abi = book.abi(place.space, place.address);
  if (!abi) throw explorerErrors.abiUnknown({ address: place.address });
  const item = findFunction(abi, place, body.function);
  const from = body.from ? (await readAddress(context, body.from)).address : null;
  const [data, epoch] = await call(context, place, encode(item, body.args), from, abi);
  const result: unknown = decodeFunctionResult({ abi: [item], data });
  const values = item.outputs.length === 1 ? [result] : (result as unknown[]);
  const outputs = item.outputs.map(({ name = '', type }, at) => ({ name, type, value: toPlain(values[at]) }));
  return { signature: toFunctionSignature(item), epoch: Number(epoch), outputs };
}
