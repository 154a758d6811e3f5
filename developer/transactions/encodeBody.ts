import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  encodeDeployData,
  encodeFunctionData,
  parseAbiItem,
} from 'viem';
import type { Hex } from '../../proof/index.ts';
import { developerErrors } from '../errors.ts';

/** What a transaction shall do, as a caller writes it. Amounts are decimal wei. */
export type TransactionBody =
  | { kind: 'transfer'; to: string; value: string }
  | { kind: 'call'; to: string; function: string; args?: unknown[]; abi?: unknown[]; value?: string }
  | { kind: 'deploy'; bytecode: string; abi?: unknown[]; args?: unknown[]; value?: string }
  | { kind: 'raw'; to: string | null; data: string; value?: string };

/** A body as the lanes take it. */
export interface EncodedBody {
  to: Hex | null;
  data: Hex;
  value: bigint;
}

const refuse = (problem: string) => developerErrors.callInvalid({ problem });

/** A JSON value as the type of the ABI needs it: whole numbers may be written as texts, for JSON's own are not exact. */
function readArgument(value: unknown, type: AbiParameter): unknown {
  const item = /^(.*)\[\d*\]$/.exec(type.type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) throw refuse(`the argument ${type.name ?? ''} of type ${type.type} is not a list`);
    return value.map((entry) => readArgument(entry, { ...type, type: item }));
  }
  if (type.type === 'tuple') {
    const parts = (type as AbiParameter & { components: AbiParameter[] }).components;
    const byPlace = Array.isArray(value);
    if (!byPlace && (typeof value !== 'object' || value === null))
      throw refuse(`the argument ${type.name ?? ''} is neither an object nor a list`);
    const read = parts.map((part, place) =>
      readArgument(byPlace ? value[place] : (value as Record<string, unknown>)[part.name ?? ''], part),
    );
    return parts.every(({ name }) => name) ? Object.fromEntries(parts.map(({ name }, at) => [name, read[at]])) : read;
  }
  if (/^u?int/.test(type.type)) {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
    if (typeof value === 'string' && /^(-?\d{1,78}|0x[0-9a-f]{1,64})$/i.test(value)) return BigInt(value);
    throw refuse(`the argument ${type.name ?? ''} is not a whole number; write large ones as texts`);
  }
  return value;
}

/** The function that is meant: by its signature in Solidity's words, or by its name in the ABI that came along. */
function findFunction(wanted: string, abi: unknown[] | undefined, count: number): AbiFunction {
  if (wanted.includes('(')) {
    try {
      const item = parseAbiItem([
        wanted.startsWith('function ') ? wanted : `function ${wanted}`,
      ] as never) as AbiFunction;
      return { ...item, stateMutability: 'payable' };
    } catch {
      throw refuse(
        `"${wanted.slice(0, 200)}" is not a function in Solidity's words, such as transfer(address to, uint256 amount)`,
      );
    }
  }
  const named = (abi ?? []).filter(
    (item): item is AbiFunction =>
      typeof item === 'object' &&
      item !== null &&
      (item as AbiFunction).type === 'function' &&
      (item as AbiFunction).name === wanted,
  );
  const fitting = named.filter(({ inputs }) => inputs.length === count);
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  throw refuse(
    named.length === 0
      ? `the ABI has no function "${wanted.slice(0, 100)}"; give the ABI, or the signature instead of the name`
      : `${fitting.length} functions "${wanted.slice(0, 100)}" take ${count} arguments; give the signature instead of the name`,
  );
}

function encode(build: () => Hex): Hex {
  try {
    return build();
  } catch (error) {
    const [words = 'the arguments do not fit'] = String(error instanceof Error ? error.message : error).split('\n');
    throw refuse(words.replace(/\.$/, ''));
  }
}

const readArguments = (inputs: readonly AbiParameter[], args: unknown[]) => {
  if (args.length !== inputs.length) throw refuse(`${inputs.length} arguments are needed, ${args.length} were given`);
  return inputs.map((input, place) => readArgument(args[place], input));
};

/** Turns what a caller wrote into what is sent. @throws DEVELOPER_CALL_INVALID */
export function encodeBody(body: TransactionBody): EncodedBody {
  const value = BigInt(body.value ?? '0');
  if (body.kind === 'transfer') return { to: body.to as Hex, data: '0x', value };
  if (body.kind === 'raw') return { to: body.to as Hex | null, data: body.data as Hex, value };
  const { args = [] } = body;
  if (body.kind === 'call') {
    const item = findFunction(body.function, body.abi, args.length);
    const read = readArguments(item.inputs, args);
    return { to: body.to as Hex, data: encode(() => encodeFunctionData({ abi: [item], args: read })), value };
  }
  const bytecode = body.bytecode as Hex;
  const maker = (body.abi ?? []).find((item) => (item as { type?: string } | null)?.type === 'constructor');
  if (!maker) {
    if (args.length > 0) throw refuse('there are arguments, but the ABI has no constructor');
    return { to: null, data: bytecode, value };
  }
  const read = readArguments((maker as { inputs: AbiParameter[] }).inputs ?? [], args);
  return {
    to: null,
    data: encode(() => encodeDeployData({ abi: [maker] as unknown as Abi, bytecode, args: read })),
    value,
  };
}
