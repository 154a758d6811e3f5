import { decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { memberRegistryAbi as abi } from '../../contracts/generated/MemberRegistry.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Sql } from '../../store/index.ts';
import { memberId } from '../chain/members.ts';

/** The contracts that decide who is a member, once the alliance is founded. */
export interface AllianceAddresses {
  registry: Hex;
  governor: Hex;
}

/** The alliance's contracts; null as long as none is founded. */
export async function readAllianceAddresses(sql: Sql): Promise<AllianceAddresses | null> {
  const [row] = await sql<AllianceAddresses[]>`
    select lower(registry) as registry, lower(governor) as governor from alliance.founding where step = 'founded'`;
  return row ?? null;
}

/** What the registry says of a member that concerns its nodes. */
export interface RegisteredKeys {
  admitted: boolean;
  /** 64 bytes in lower case; null where it named none. */
  nodeKey: Hex | null;
  /** Account of its witness, lower case; null where it named none. */
  witness: Hex | null;
}

const admitted = 2;

/** Asks the registry itself, so that a key that was changed or a member that was suspended counts at once. */
export async function readRegisteredKeys(
  { reads }: Pick<Ledger, 'reads'>,
  registry: Hex,
  slug: string,
): Promise<RegisteredKeys> {
  const call = encodeFunctionData({ abi, functionName: 'memberOf', args: [memberId(slug)] });
  const member = decodeFunctionResult({ abi, functionName: 'memberOf', data: await reads.call(registry, call) });
  return {
    admitted: member.status === admitted,
    nodeKey: member.nodeKey.length === 130 ? (member.nodeKey.toLowerCase() as Hex) : null,
    witness: BigInt(member.witness) === 0n ? null : (member.witness.toLowerCase() as Hex),
  };
}
