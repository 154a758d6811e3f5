import {
  decodeFunctionData,
  encodeFunctionData,
  type Hex,
  keccak256,
  recoverTypedDataAddress,
  zeroAddress,
} from 'viem';
import { dataGrantsAbi } from '../../contracts/generated/DataGrants.ts';
import type { House } from '../house.ts';
import type { Registry } from '../registry/registry.ts';
import { grantErrors } from './errors.ts';
import type { GrantChain } from './grantChain.ts';
import type { ChainCall, ChainRelay } from './grants.ts';
import { lookUp, readTerms } from './lookUp.ts';
import { readRefusal } from './readRefusal.ts';
import { lower } from './terms.ts';
import { actData, type CallKind, isActKind, issueData, type SigningPlace } from './typedData.ts';

/** What the platform carries calls of other connectors with. */
export interface AcceptCallContext {
  house: House;
  registry: Registry;
  chain: GrantChain;
  relay: ChainRelay;
  /** How many calls of a department are paid for in 24 hours. */
  mostADay?: number;
}

const defaultMostADay = 2_000;
const mostAttempts = 9;

/** What a call says and who signed it, by the same rules as the contract. @throws GRANT_CALL_REFUSED */
async function readSigner(place: SigningPlace, data: Hex): Promise<{ kind: CallKind; grant: Hex | null; signer: Hex }> {
  const refuse = (problem: string) => grantErrors.callRefused({ problem });
  let call: ReturnType<typeof decodeFunctionData<typeof dataGrantsAbi>>;
  try {
    call = decodeFunctionData({ abi: dataGrantsAbi, data });
  } catch {
    throw refuse('it is no call of the contract');
  }
  const { functionName, args } = call;
  if (functionName !== 'issue' && !isActKind(functionName)) throw refuse(`${functionName} changes nothing`);
  // Bytes behind the call would be paid for and mean nothing.
  if (encodeFunctionData({ abi: dataGrantsAbi, functionName, args } as never) !== data)
    throw refuse('it has bytes that say nothing');
  try {
    if (functionName === 'issue') {
      const [terms, signature] = args as readonly [Parameters<typeof readTerms>[0], Hex];
      const typed = issueData(place, readTerms(terms));
      return { kind: 'issue', grant: null, signer: lower(await recoverTypedDataAddress({ ...typed, signature })) };
    }
    const [grant, sequence, reason, signature] = args as readonly [Hex, bigint, Hex, Hex];
    const typed = actData(place, functionName, { grant, sequence: Number(sequence), reason });
    return { kind: functionName, grant, signer: lower(await recoverTypedDataAddress({ ...typed, signature })) };
  } catch {
    throw refuse('its signature is none');
  }
}

async function isParty(chain: GrantChain, grant: Hex, signer: Hex): Promise<boolean> {
  const { provider, consumer, arbiter } = (await lookUp(chain, grant)).terms;
  return signer !== zeroAddress && [provider, consumer, arbiter].includes(signer);
}

/**
 * Carries a call of a connector that runs elsewhere, and pays: only calls of the contract of the grants, signed with the chain key
 * of a registered connector, that would succeed now. What stops data is carried for suspended members too. Durable when it
 * resolves; the same call again is the same one. @throws GRANT_CALL_REFUSED, GRANT_CALLS_EXCEEDED, GRANT_CHAIN_SILENT
 */
export async function acceptCall(
  context: AcceptCallContext,
  { participant, to, data, key }: ChainCall,
): Promise<string> {
  const { house, registry, chain, relay, mostADay = defaultMostADay } = context;
  const { sql } = house.store;
  const refuse = (problem: string) => grantErrors.callRefused({ problem });
  const contract = await chain.contract();
  if (lower(to) !== contract) throw refuse(`${to} is not the contract of the grants, which is ${contract}`);
  const attempt = Number(key.split('#')[1]);
  if (key !== `${keccak256(data)}#${attempt}` || !(attempt >= 1 && attempt <= mostAttempts))
    throw refuse(`its key is not the keccak256 of its data, # and a number from 1 to ${mostAttempts}`);
  const { kind, grant, signer } = await readSigner({ evmChainId: chain.evmChainId, contract }, data);
  const entry = await registry.find(participant);
  const isPresentKey = entry !== null && lower(entry.chainAddress) === signer;
  const stopsData = kind !== 'issue' && kind !== 'resume';
  // A key that was replaced still counts in what was granted with it: the grant on the chain names it.
  if (!entry || (!isPresentKey && !(grant && (await isParty(chain, grant, signer)))))
    throw refuse(`it is not signed with the chain key of ${participant}`);
  if (entry.state !== 'active' && !stopsData) throw refuse(`the connector of ${participant} is ${entry.state}`);
  const [known] = await sql<{ transaction_id: string }[]>`
    SELECT transaction_id FROM exchange.carried_calls WHERE key = ${key}`;
  if (known) return known.transaction_id;
  const refusal = await readRefusal(chain, { contract, data });
  if (refusal) throw refuse(`the contract says ${refusal.text}`);
  // Nobody uses up what another department may have carried.
  const payer = isPresentKey ? participant : signer;
  return house.store.transaction(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange:carried:${payer}`}, 0))`;
    const since = new Date(house.now().getTime() - 86_400_000);
    const [row] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM exchange.carried_calls WHERE participant = ${payer} AND created_at > ${since}`;
    if ((row?.count ?? 0) >= mostADay) throw grantErrors.callsExceeded({ slug: participant, count: mostADay });
    const reference = await relay.submit({ participant, to: contract, data, key }, tx);
    await tx`
      INSERT INTO exchange.carried_calls (key, participant, transaction_id, created_at)
      VALUES (${key}, ${payer}, ${reference}, ${house.now()}) ON CONFLICT DO NOTHING`;
    return reference;
  });
}
