import { setTimeout as sleep } from 'node:timers/promises';
import {
  hashNodeReport,
  type NodeKey,
  type NodeReport,
  parseNodeUrl,
  type RunningNode,
  readNodeNow,
} from '../../engine/index.ts';
import type { Logger } from '../../host/index.ts';
import { requestPlatform } from '../requestPlatform.ts';
import type { ReportOptions } from './joinNetwork.ts';

export interface RunReportsParameters extends ReportOptions {
  node: RunningNode;
  /** The node's own. */
  key: NodeKey;
  /** The one that signs: the node's own, or the one that is in the registry. */
  signer: NodeKey;
  member: string;
  producer: boolean;
  /** Whether others can reach the node. */
  isPublic: boolean;
  logger: Logger;
  signal: AbortSignal;
}

/** After a report that did not arrive; the platform says when it wants the next one. */
const retryMs = 10_000;

/** Tells the platform every few seconds how the node is, until the signal aborts. A platform that is away is no reason to stop. */
export async function runReports(parameters: RunReportsParameters): Promise<void> {
  const { onReport, logger, signal } = parameters;
  let lastReason = '';
  while (!signal.aborted) {
    let pauseMs = retryMs;
    try {
      const { lag, nextReportSeconds } = await sendReport(parameters);
      pauseMs = nextReportSeconds * 1_000;
      if (lastReason) logger.info({ lag }, 'the platform takes the reports again');
      lastReason = '';
      onReport?.({ ok: true, lag });
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== lastReason) logger.warn({ err: error }, 'the platform did not take a report');
      lastReason = reason;
      onReport?.({ ok: false, reason });
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

async function sendReport(p: RunReportsParameters): Promise<{ lag: number | null; nextReportSeconds: number }> {
  const { publicKey, host, port } = parseNodeUrl(p.node.nodeUrl);
  const now = await readNodeNow(p.node.coreUrl, p.signal);
  const report: NodeReport = {
    format: 'xiangyu-node-report/1',
    member: p.member,
    nodeKey: publicKey,
    genesisHash: p.node.genesisHash,
    time: new Date().toISOString(),
    name: p.name,
    place: p.place,
    host: p.isPublic ? host : null,
    port: p.isPublic ? port : null,
    producer: p.producer,
    ...now,
  };
  const { body } = await requestPlatform({
    url: p.url,
    path: '/api/nodes/reports',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(p.apiKey ? { authorization: `Bearer ${p.apiKey}` } : {}) },
    body: JSON.stringify({ report, signature: p.signer.sign(hashNodeReport(report)) }),
  });
  return body as { lag: number | null; nextReportSeconds: number };
}
