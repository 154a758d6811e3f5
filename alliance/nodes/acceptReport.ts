import { type Hex, hashNodeReport, type NodeReport, recoverPublicKey } from '../../engine/index.ts';
import type { Principal } from '../principal.ts';
import { nodesErrors } from './errors.ts';
import type { NodesContext } from './openNodes.ts';
import { readAllianceAddresses, readRegisteredKeys } from './readAlliance.ts';
import { mostNodes, saveNode } from './saveNode.ts';

export interface AcceptReportParameters {
  report: NodeReport;
  signature: Hex;
  /** Whoever sent it; needed only before an alliance is founded. */
  principal: Principal | null;
}

/** Clocks differ; a report that is older was kept back by somebody. */
const mostAgeMs = 300_000;

/**
 * Takes the report of a member's node. It must be signed with the node key in the member's entry of the registry; before an
 * alliance is founded, with the key of the node itself, and sent with an API key of the member that may report.
 * @throws NODES_REPORT_UNSIGNED, NODES_KEY_FOREIGN, NODES_NOT_ADMITTED, NODES_REPORT_OLD, NODES_OTHER_CHAIN, NODES_TOO_MANY,
 * RIGHTS_SIGN_IN_NEEDED, RIGHTS_REFUSED, LEDGER_NODE_UNAVAILABLE (retryable)
 */
export async function acceptReport(
  nodes: NodesContext,
  { report, signature, principal }: AcceptReportParameters,
): Promise<{ lag: number | null }> {
  const signer = recoverPublicKey(hashNodeReport(report), signature);
  if (!signer) throw nodesErrors.reportUnsigned();
  await requireSigner(nodes, { report, signer, principal });
  const ageMs = Date.now() - Date.parse(report.time);
  if (Math.abs(ageMs) > mostAgeMs) {
    const seconds = Math.round(Math.abs(ageMs) / 1_000);
    const reason = `it is ${seconds} s ${ageMs > 0 ? 'old' : 'ahead of the platform'}`;
    const zh = { reason: ageMs > 0 ? `已是 ${seconds} 秒之前的` : `比平台时间早了 ${seconds} 秒` };
    throw nodesErrors.reportOld({ time: report.time, reason }, { zh });
  }
  const expected = nodes.ownNode?.genesisHash ?? (await nodes.ledger.index.readChain())?.genesisHash ?? null;
  if (expected !== null && expected !== report.genesisHash)
    throw nodesErrors.otherChain({ actual: report.genesisHash, expected });
  const own = await nodes.readOwnEpoch();
  const lag = own === null ? null : Math.max(0, own - report.epoch);
  const { sql } = nodes.store;
  if (await saveNode(sql, { ...report, platform: false, lag })) return { lag };
  const [known] = await sql<{ member: string }[]>`
    select member from alliance.node where public_key = ${report.nodeKey}`;
  if (!known) {
    const [member] = await sql`select from alliance.member where slug = ${report.member}`;
    if (!member) throw nodesErrors.memberUnknown({ slug: report.member });
    throw nodesErrors.tooMany({ member: report.member, most: mostNodes });
  }
  if (known.member === report.member)
    throw nodesErrors.reportOld(
      { time: report.time, reason: 'a newer one is here already' },
      { zh: { reason: '已收到更新的报告' } },
    );
  throw nodesErrors.keyForeign(
    { member: report.member, reason: 'the node belongs to another member' },
    { zh: { reason: '该节点属于另一成员单位' } },
  );
}

async function requireSigner(
  { store, ledger, rights }: NodesContext,
  { report, signer, principal }: { report: NodeReport; signer: Hex; principal: Principal | null },
): Promise<void> {
  const { member, nodeKey } = report;
  const alliance = await readAllianceAddresses(store.sql);
  if (alliance) {
    const registered = await readRegisteredKeys(ledger, alliance.registry, member);
    if (!registered.admitted) throw nodesErrors.notAdmitted({ slug: member });
    if (registered.nodeKey === signer) return;
    const [reason, zh] = registered.nodeKey
      ? ['the registry has another key for it', '成员登记中是另一把节点密钥']
      : ['the registry has no node key for it', '成员登记中没有节点密钥'];
    throw nodesErrors.keyForeign({ member, reason }, { zh: { reason: zh } });
  }
  rights.require({ principal, action: 'nodes:report', resource: { type: 'Node', id: nodeKey, member } });
  if (signer !== nodeKey)
    throw nodesErrors.keyForeign(
      { member, reason: 'it is not the key of the node itself' },
      { zh: { reason: '不是节点自身的密钥' } },
    );
}
