import { encodeFunctionData, type Hex } from 'viem';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { allianceErrorAbi, explainRefusal } from '../chain/explainRefusal.ts';
import { enrolments } from './charter.ts';
import { foundingErrors } from './errors.ts';
import {
  charterOf,
  contractsOf,
  type FounderRow,
  type FoundingContext,
  foundingChannel,
  readFounding,
} from './foundingContext.ts';

/** A founder's consent, as it came in. */
export interface CollectSignatureParameters {
  /** Its slug. */
  founder: string;
  /** Over `Founding(charter, member)`, see `foundingData`. */
  signature: Hex;
}

/** Call data of a founder's enrolment. */
export function encodeEnrolment(charter: ReturnType<typeof charterOf>): (slug: string, signature: Hex) => Hex {
  const find = enrolments(charter);
  return (slug, signature) => {
    const found = find(slug);
    if (!found) throw foundingErrors.founderUnknown({ founder: slug });
    const args = [found.entry, found.proof, signature] as const;
    return encodeFunctionData({ abi: memberRegistryAbi, functionName: 'enrol', args });
  };
}

/**
 * Takes a founder's signature in, durably, once the registry itself finds it good; anybody may hand it in, and twice does no harm.
 * @throws FOUNDING_NOT_STARTED, FOUNDING_NOT_DEPLOYED, FOUNDING_FOUNDER_UNKNOWN, FOUNDING_SIGNATURE_WRONG, LEDGER_NODE_UNAVAILABLE
 */
export async function collectSignature(
  { store, ledger, logger }: FoundingContext,
  { founder, signature }: CollectSignatureParameters,
): Promise<void> {
  const row = await readFounding(store.sql);
  if (!row) throw foundingErrors.notStarted();
  const contracts = contractsOf(row);
  if (!contracts) throw foundingErrors.notDeployed();
  const [known] = await store.sql<FounderRow[]>`
    SELECT * FROM alliance.founder WHERE founding = ${row.id} AND slug = ${founder}`;
  if (!known) throw foundingErrors.founderUnknown({ founder });
  if (known.enrolled_at || known.signature === signature) return;
  const simulated = await ledger.transactions.simulate(
    {
      signer: ledger.treasuryAddress,
      to: contracts.registry,
      data: encodeEnrolment(charterOf(row))(founder, signature),
    },
    allianceErrorAbi,
  );
  if (!simulated.ok) {
    const refusal = explainRefusal(simulated);
    // Its place was taken a moment ago, with a signature that was as good as this one.
    if (refusal.code === 'CHAIN_ALREADY_ENROLLED') return;
    throw refusal.code === 'CHAIN_WRONG_SIGNATURE'
      ? foundingErrors.signatureWrong({ key: known.key, founder }, { cause: refusal })
      : refusal;
  }
  await store.sql`
    UPDATE alliance.founder SET signature = ${signature}, signed_at = now(), problem = NULL, problem_zh = NULL
    WHERE founding = ${row.id} AND slug = ${founder} AND signature IS NULL`;
  logger.info({ founder }, 'a founder signed the charter');
  await store.notify(store.sql, foundingChannel, '');
}
