import { type Hex, isHex, parseTransaction, size } from 'viem';
import { keysErrors } from '../errors.ts';

/** What a signer signs. Everything that is not allowed here is refused. */
export interface SignerPolicy {
  /** Chain ids of eSpace transactions. */
  chains: readonly number[];
  /** Called addresses in lower case; without it any address may be called and contracts be deployed. */
  to?: readonly Hex[];
  /** Most wei that one transaction may carry. */
  maxValue?: bigint;
  /** Whether typed data (EIP-712) is signed too, whatever it says. */
  typedData?: boolean;
}

/**
 * Judges the bytes whose keccak256 is to be signed: an unsigned eSpace transaction, or typed data. A bare digest is never signed, for
 * nobody can tell what it stands for. @throws KEYS_POLICY_REFUSED
 */
export function judgeRequest(policy: SignerPolicy, data: unknown): Hex {
  const refuse = (problem: string) => keysErrors.policyRefused({ problem });
  if (typeof data !== 'string' || !isHex(data)) throw refuse('the data is not hexadecimal');
  if (data.startsWith('0x1901') && size(data) === 66) {
    if (!policy.typedData) throw refuse('typed data is not signed');
    return data;
  }
  const transaction = parse(data);
  if (!transaction) throw refuse('the data is no unsigned eSpace transaction');
  const { chainId, to, value = 0n } = transaction;
  if (chainId === undefined || !policy.chains.includes(chainId))
    throw refuse(`chain ${chainId ?? 'none'} is not allowed`);
  if (policy.to && !(to && policy.to.includes(to.toLowerCase() as Hex))) {
    throw refuse(to ? `calls of ${to} are not allowed` : 'contracts are not deployed');
  }
  if (policy.maxValue !== undefined && value > policy.maxValue) throw refuse(`${value} wei is too much`);
  return data;
}

function parse(data: Hex): { chainId?: number; to?: Hex | null; value?: bigint } | null {
  try {
    const { chainId, to, value, r } = parseTransaction(data) as Record<string, unknown>;
    if (r !== undefined && r !== '0x') return null;
    return { chainId, to, value } as { chainId?: number; to?: Hex | null; value?: bigint };
  } catch {
    return null;
  }
}
