import {
  type Abi,
  type AbiEvent,
  type AbiFunction,
  type AbiParameter,
  decodeErrorResult,
  decodeEventLog,
  decodeFunctionData,
  toEventSelector,
  toFunctionSelector,
  toFunctionSignature,
} from 'viem';
import type { Hex } from '../../proof/index.ts';
import type { Decoded, DecodedArgument } from '../schemas/common.ts';
import { erc20Transfer, erc721Transfer, tokenAbi } from './knownAbis.ts';

/** A decoded value in JSON: numbers are decimal text, addresses and bytes lower-case hexadecimal, tuples are arrays. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint' || typeof value === 'number') return value.toString();
  if (typeof value === 'string') return /^0x[0-9a-fA-F]*$/.test(value) ? value.toLowerCase() : value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
  }
  return value;
}

function toArguments(inputs: readonly AbiParameter[], values: readonly unknown[]): DecodedArgument[] {
  return inputs.map((input, place) => ({
    name: input.name ?? '',
    type: input.type,
    indexed: 'indexed' in input && input.indexed === true,
    value: toPlain(values[place] ?? null),
  }));
}

const functionsOf = (abi: Abi) => abi.filter((item): item is AbiFunction => item.type === 'function');
const eventsOf = (abi: Abi) => abi.filter((item): item is AbiEvent => item.type === 'event');

/** A function's name by its selector; the ABI of the contract goes before those of the token standards. */
export function nameMethod(input: Hex, abi: Abi | null): string | null {
  if (input.length < 10) return null;
  const selector = input.slice(0, 10);
  const find = (known: Abi) => functionsOf(known).find((item) => toFunctionSelector(item) === selector)?.name ?? null;
  return (abi && find(abi)) ?? find(tokenAbi);
}

/** A call in the words of an ABI; null where it fits none. */
export function decodeCall(input: Hex, abi: Abi | null): Decoded | null {
  for (const known of [...(abi ? [abi] : []), tokenAbi]) {
    const item = functionsOf(known).find((candidate) => toFunctionSelector(candidate) === input.slice(0, 10));
    if (!item) continue;
    try {
      const { args = [] } = decodeFunctionData({ abi: [item], data: input });
      return { name: item.name, signature: toFunctionSignature(item), args: toArguments(item.inputs, args) };
    } catch {
      // The same selector, but not the same parameters.
    }
  }
  return null;
}

function orderArguments(item: AbiEvent, args: unknown): unknown[] {
  if (Array.isArray(args)) return args;
  const named = (args ?? {}) as Record<string, unknown>;
  return item.inputs.map(({ name }) => named[name ?? '']);
}

/** An event in the words of an ABI; null where it fits none. */
export function decodeLog({ topics, data }: { topics: readonly Hex[]; data: Hex }, abi: Abi | null): Decoded | null {
  const [selector] = topics;
  if (!selector) return null;
  for (const known of [...(abi ? [abi] : []), tokenAbi, topics.length === 4 ? erc721Transfer : erc20Transfer]) {
    const item = eventsOf(known).find((candidate) => toEventSelector(candidate) === selector);
    if (!item) continue;
    try {
      const given = topics as [Hex, ...Hex[]];
      const { args } = decodeEventLog({ abi: [item], topics: given, data, strict: true });
      const signature = `${item.name}(${item.inputs.map(({ type }) => type).join(',')})`;
      return { name: item.name, signature, args: toArguments(item.inputs, orderArguments(item, args)) };
    } catch {
      // The same selector, but something else is indexed.
    }
  }
  return null;
}

/** What a contract said when it refused: the text of `revert`, an error of its ABI, or null. */
export function decodeRevert(data: Hex | null | undefined, abi: Abi | null): string | null {
  if (!data || data.length < 10) return null;
  try {
    const decoded = decodeErrorResult({ abi: abi ?? [], data });
    const { errorName } = decoded;
    const args: readonly unknown[] = decoded.args ?? [];
    const [first] = args;
    if (errorName === 'Error') return String(first);
    return `${errorName}(${args.map((value) => JSON.stringify(toPlain(value))).join(', ')})`;
  } catch {
    return null;
  }
}
