import { createHash } from 'node:crypto';
import { canonicalizeJson, type Hex } from '../../proof/index.ts';
import { lanesErrors } from './errors.ts';

/** A transaction to be signed, sent and watched until it is confirmed. */
export interface TransactionRequest {
  /** Whose idempotency keys, limits and spending these are. */
  tenant: string;
  /** The same key with the same request is the same transaction, however often it is submitted. */
  idempotencyKey: string;
  /** Address of a key of the key store, lower case. */
  signer: Hex;
  /** The called address; null deploys `data`. */
  to: Hex | null;
  data?: Hex;
  /** In wei. */
  value?: bigint;
  space?: 'espace' | 'core';
  /** Gas limit; estimated where it is not given. */
  gas?: bigint;
  /** Most wei that gas may cost in all; no limit but the tenant's where it is not given. */
  feeBudget?: bigint;
}

/** A request with its defaults, as a row holds it. */
export interface RequestRow {
  tenant: string;
  key: string;
  request_hash: string;
  signer: Hex;
  to: Hex | null;
  data: Hex;
  value: string;
  gas: string | null;
  budget: string | null;
  space: 'espace' | 'core';
}

/** Bytes of data that a node's pool takes in one transaction, less room for the rest. */
const maxDataBytes = 190_000;
const maxKeyLength = 200;
const largest = 2n ** 256n;

/** What keeps a request from being taken, in both languages. */
export type RequestProblem = readonly [en: string, zh: string];

/** What keeps a body from being a transaction; null when nothing does. */
export function findProblem({
  signer,
  to,
  data = '0x',
  value = 0n,
  gas,
}: Partial<TransactionRequest>): RequestProblem | null {
  const isAddress = (text: unknown) => typeof text === 'string' && /^0x[0-9a-f]{40}$/.test(text);
  if (signer !== undefined && !isAddress(signer))
    return ['its signer is not an address of 40 lower-case hexadecimal digits', '签名账户不是 40 位小写十六进制地址'];
  if (to !== null && !isAddress(to?.toLowerCase())) {
    return ['its target is not an address of 40 hexadecimal digits', '接收方不是 40 位十六进制地址'];
  }
  if (!/^0x([0-9a-f]{2})*$/i.test(data)) return ['its data is not bytes in hexadecimal', '调用数据不是十六进制字节'];
  if (data.length / 2 > maxDataBytes) {
    return [`its data has more than ${maxDataBytes} bytes`, `调用数据超过 ${maxDataBytes} 字节`];
  }
  if (to === null && data === '0x') return ['a deployment needs the code of a contract', '部署合约须提供合约代码'];
  if (value < 0n || value >= largest) return ['its value is not between 0 and 2^256', '金额须在 0 与 2^256 之间'];
  if (gas !== undefined && (gas < 21_000n || gas > 2n ** 40n)) {
    return ['its gas is not between 21000 and 2^40', '燃料上限须在 21000 与 2^40 之间'];
  }
  return null;
}

/** The first four bits of a Core Space address say what it is: built in, of a user, or of a contract. */
function findCoreProblem({ to }: TransactionRequest): RequestProblem | null {
  return to === null || /^0x[018]/.test(to)
    ? null
    : ['its target is not a Core Space address', '接收方不是 Core 空间地址'];
}

/** LANES_INVALID_REQUEST with what is wrong. */
export const refuseRequest = (key: string, [problem, zh]: RequestProblem) =>
  lanesErrors.invalidRequest({ key, problem }, { zh: { problem: zh } });

/** Checks a request and gives it the form of a row. @throws LANES_INVALID_REQUEST */
export function prepareRequest(request: TransactionRequest): RequestRow {
  const { tenant, idempotencyKey, signer, to, data = '0x', value = 0n, space = 'espace', gas, feeBudget } = request;
  const problem: RequestProblem | null =
    idempotencyKey === '' || idempotencyKey.length > maxKeyLength || idempotencyKey.includes('\0')
      ? [`its idempotency key has not 1 to ${maxKeyLength} characters`, `幂等键须为 1 至 ${maxKeyLength} 个字符`]
      : feeBudget !== undefined && feeBudget <= 0n
        ? ['its fee budget is not above 0', '手续费上限须大于 0']
        : (findProblem(request) ?? (space === 'core' ? findCoreProblem(request) : null));
  if (problem) throw refuseRequest(idempotencyKey.slice(0, maxKeyLength), problem);
  const body = {
    signer,
    to,
    data,
    value: value.toString(),
    ...(space === 'core' ? { space } : {}),
    ...(gas === undefined ? {} : { gas: gas.toString() }),
    ...(feeBudget === undefined ? {} : { feeBudget: feeBudget.toString() }),
  };
  return {
    tenant,
    key: idempotencyKey,
    request_hash: createHash('sha256').update(canonicalizeJson(body)).digest('hex'),
    signer,
    to: (to?.toLowerCase() ?? null) as Hex | null,
    data: data.toLowerCase() as Hex,
    value: value.toString(),
    gas: gas?.toString() ?? null,
    budget: feeBudget?.toString() ?? null,
    space,
  };
}
