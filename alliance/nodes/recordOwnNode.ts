import { parseNodeUrl, readNodeNow } from '../../engine/index.ts';
import { platformSlug } from '../principal.ts';
import type { NodesContext } from './openNodes.ts';
import { saveNode } from './saveNode.ts';

/** Notes how the platform's own node is; it needs no signature, since the platform asks it itself. */
export async function recordOwnNode({ store, ownNode, coreUrl }: NodesContext, signal: AbortSignal): Promise<void> {
  if (!ownNode || coreUrl === undefined) return;
  const { publicKey, host, port } = parseNodeUrl(ownNode.nodeUrl);
  const now = await readNodeNow(coreUrl, signal);
  await saveNode(store.sql, {
    ...now,
    nodeKey: publicKey,
    member: platformSlug,
    platform: true,
    name: null,
    place: null,
    host,
    port,
    producer: ownNode.producer,
    time: new Date().toISOString(),
    lag: 0,
  });
}
