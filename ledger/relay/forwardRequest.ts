import { encodeFunctionData, hashTypedData, isAddress, isHex, recoverTypedDataAddress } from 'viem';
import { relayForwarderAbi } from '../../contracts/generated/RelayForwarder.ts';
import type { Hex } from '../../proof/index.ts';
import { relayErrors } from './errors.ts';

/** What a member signs: a call for the forwarder to make in its name. Numbers are decimal text, as wallets take them. */
export interface ForwardRequest {
  from: Hex;
  to: Hex;
  /** Always 0: the platform pays for gas, not for what is sent along. */
  value: string;
  gas: string;
  nonce: string;
  /** Seconds since 1970; after it the request is worth nothing. */
  deadline: number;
  data: Hex;
}

/** Types of the request, by which wallets show and sign it (eth_signTypedData_v4). */
export const forwardRequestTypes = {
  ForwardRequest: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'gas', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint48' },
    { name: 'data', type: 'bytes' },
  ],
} as const;

/** The domain of the forwarder (EIP-712), as its `eip712Domain()` says. */
export interface ForwarderDomain {
  name: string;
  version: string;
  chainId: number;
  verifyingContract: Hex;
}

/** The domain of a forwarder on a chain. */
export const forwarderDomain = (chainId: number, forwarder: Hex): ForwarderDomain => ({
  name: 'Xiangyu relay',
  version: '1',
  chainId,
  verifyingContract: forwarder,
});

const toTypedData = (domain: ForwarderDomain, request: ForwardRequest) => ({
  domain,
  types: forwardRequestTypes,
  primaryType: 'ForwardRequest' as const,
  message: {
    ...request,
    value: BigInt(request.value),
    gas: BigInt(request.gas),
    nonce: BigInt(request.nonce),
  },
});

/** The digest that is signed. */
export const digestRequest = (domain: ForwarderDomain, request: ForwardRequest): Hex =>
  hashTypedData(toTypedData(domain, request));

/** The gas that one request may ask for at most. */
const mostGas = 5_000_000n;
const longestSeconds = 3_600;
/** A request must live long enough to be carried. */
const leastSeconds = 30;

/**
 * Judges a request by itself: its form, its time and its signature.
 * @throws RELAY_REQUEST_INVALID, RELAY_SIGNATURE_WRONG
 */
export async function checkRequest(domain: ForwarderDomain, request: ForwardRequest, signature: Hex): Promise<void> {
  const invalid = (problem: string, zh: string) => relayErrors.requestInvalid({ problem }, { zh: { problem: zh } });
  const { from, to, value, gas, nonce, deadline, data } = request;
  if (!isAddress(from, { strict: false }) || !isAddress(to, { strict: false }))
    throw invalid('an address is wrong', '地址有误');
  if (![value, gas, nonce].every((number) => /^\d{1,78}$/.test(number))) throw invalid('a number is wrong', '数值有误');
  if (!isHex(data) || data.length % 2 !== 0) throw invalid('the data is no hexadecimal bytes', 'data 不是十六进制字节');
  if (value !== '0') throw invalid('it sends value along', '不能附带金额');
  if (BigInt(gas) > mostGas) throw invalid(`it asks for more than ${mostGas} gas`, `燃料超过上限 ${mostGas}`);
  const left = deadline - Date.now() / 1_000;
  if (!Number.isInteger(deadline) || left < leastSeconds) throw invalid('its deadline has come', '已到期');
  if (left > longestSeconds)
    throw invalid(`its deadline is more than ${longestSeconds} seconds away`, `有效期超过 ${longestSeconds} 秒`);
  const typedData = toTypedData(domain, request);
  const signer = await recoverTypedDataAddress({ ...typedData, signature }).catch(() => null);
  if (signer?.toLowerCase() !== from.toLowerCase()) throw relayErrors.signatureWrong({ from });
}

/** The call of the forwarder that carries a request out. */
export function encodeExecute({ from, to, value, gas, deadline, data }: ForwardRequest, signature: Hex): Hex {
  const request = { from, to, value: BigInt(value), gas: BigInt(gas), deadline, data, signature };
  return encodeFunctionData({ abi: relayForwarderAbi, functionName: 'execute', args: [request] });
}

/**
 * The gas that the transaction of a request needs at most. The forwarder insists on a 63rd of the request's gas being left, and the
 * checks of signature, nonce and trust take their part.
 */
export function gasOfExecute(request: ForwardRequest, execute: Hex): bigint {
  const bytes = BigInt(execute.length / 2 - 1);
  return 21_000n + 16n * bytes + 90_000n + (BigInt(request.gas) * 64n) / 63n;
}
