import { type Abi, decodeErrorResult, type Hex } from 'viem';
import type { RpcError } from './rpc.ts';

/** Why a call reverts: a readable reason, and the bytes it returned where there are any. */
export interface Revert {
  reason: string;
  data: Hex | null;
}

/** Meanings of Solidity's Panic(uint256), from its documentation on control structures. */
const panics: Readonly<Record<string, string>> = {
  '1': 'an assertion failed',
  '17': 'an arithmetic overflow',
  '18': 'a division by zero',
  '33': 'a value that the enumeration does not have',
  '34': 'storage bytes with a wrong encoding',
  '49': 'pop of an empty array',
  '50': 'an index out of bounds',
  '65': 'too much memory',
  '81': 'a call of an uninitialised function',
};

const standardErrors = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
] as const;

/** Explains what a node answered to a call that reverts; custom errors by `abi` where it knows them, else by their bytes. */
export function decodeRevert({ data, message }: Pick<RpcError, 'data' | 'message'>, abi: Abi = []): Revert {
  const plain = message.replace(/^execution reverted(: revert)?:?\s*/i, '').trim();
  if (typeof data !== 'string' || !/^0x[0-9a-f]{8,}$/i.test(data)) {
    return { reason: plain || 'it reverts without a reason', data: null };
  }
  const bytes = data as Hex;
  try {
    const { errorName, args } = decodeErrorResult({ abi: [...standardErrors, ...abi] as Abi, data: bytes });
    const values = (args ?? []).map(String);
    if (errorName === 'Error') return { reason: values[0] ?? '', data: bytes };
    if (errorName === 'Panic') return { reason: panics[values[0] ?? ''] ?? `panic ${values[0]}`, data: bytes };
    return { reason: `${errorName}(${values.join(', ')})`, data: bytes };
  } catch {
    return { reason: `the custom error ${bytes.slice(0, 10)}`, data: bytes };
  }
}
