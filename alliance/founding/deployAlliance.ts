import { type Abi, decodeFunctionResult, encodeDeployData, encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi, allianceGovernorBytecode } from '../../contracts/generated/AllianceGovernor.ts';
import { constructorArguments } from './charter.ts';
import { charterOf, type FoundingContext, type FoundingRow } from './foundingContext.ts';

/** Creation of the governor with the constructor's arguments of a charter; the same for everybody who has the charter. */
const deployData = (row: Pick<FoundingRow, 'charter'>): Hex =>
  encodeDeployData({
    abi: allianceGovernorAbi,
    bytecode: allianceGovernorBytecode,
    args: constructorArguments(charterOf(row)),
  });

/** Reads an address that the governor keeps. @throws LEDGER_NODE_UNAVAILABLE */
async function readPart({ ledger }: FoundingContext, governor: Hex, functionName: 'registry' | 'record'): Promise<Hex> {
  const abi = allianceGovernorAbi as Abi;
  const data = await ledger.reads.call(governor, encodeFunctionData({ abi, functionName }));
  return String(decodeFunctionResult({ abi, functionName, data })).toLowerCase() as Hex;
}

/**
 * Takes the next step of the deployment: submits it with the row in one SQL transaction, or notes where the contracts are. One that
 * failed is made again as a new transaction, after a pause that grows.
 */
export async function deployAlliance(context: FoundingContext, row: FoundingRow): Promise<void> {
  const { store, ledger, logger } = context;
  const sent = row.deploy_transaction ? await ledger.transactions.read(row.deploy_transaction) : null;
  const isOver = sent !== null && ['executed', 'confirmed', 'failed', 'cancelled'].includes(sent.state);
  if (sent && !isOver) return;
  if (sent?.success && sent.contractAddress) {
    const governor = sent.contractAddress.toLowerCase() as Hex;
    const [registry, record] = await Promise.all([
      readPart(context, governor, 'registry'),
      readPart(context, governor, 'record'),
    ]);
    await store.sql`
      UPDATE alliance.founding SET step = 'signing', governor = ${governor}, registry = ${registry}, record = ${record},
        problem = NULL
      WHERE id = ${row.id} AND step = 'deploying'`;
    logger.info({ governor, registry }, "the alliance's contracts are deployed; the founders sign");
    return;
  }
  const endedAt = Math.max(0, ...Object.values(sent?.times ?? {}).map((time) => Date.parse(time)));
  if (sent && Date.now() - endedAt < Math.min(600_000, 1_000 * 2 ** row.attempts)) return;
  const problem = sent ? (sent.lastError ?? sent.reason ?? 'the deployment failed') : null;
  if (problem)
    logger.warn({ problem, attempts: row.attempts }, "the alliance's contracts were not deployed; trying again");
  await store.transaction(async (tx) => {
    const { transactionId } = await ledger.transactions.submit(
      {
        tenant: 'ledger',
        idempotencyKey: `alliance:deploy:${row.id}:${row.charter_hash}#${row.attempts + 1}`,
        signer: ledger.treasuryAddress,
        to: null,
        data: deployData(row),
      },
      tx,
    );
    await tx`
      UPDATE alliance.founding SET deploy_transaction = ${transactionId}, attempts = attempts + 1, problem = ${problem}
      WHERE id = ${row.id} AND step = 'deploying'`;
  });
}
