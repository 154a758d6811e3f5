import type { Hex } from '../proof/index.ts';
import type { NodeReader } from './askNode.ts';
import type { Confirmation } from './schemas/common.ts';

/** A risk of 10⁻⁶ counts as confirmed, as everywhere in the platform. */
const confirmedRisk = 1e-6;
const rememberedMs = 1_000;
const mostRemembered = 1_000;

/**
 * Returns a function that tells how sure it is that an epoch stays: from the node's confirmation meter, or where only eSpace
 * is known from its tags `safe` and `finalized`. A node that does not answer leaves the risk unknown.
 */
export function readConfirmations(node: NodeReader): (at: { pivot: Hex; epoch: number }) => Promise<Confirmation> {
  const known = new Map<Hex, { at: number; confirmation: Promise<Confirmation> }>();

  async function readCore({ pivot, epoch }: { pivot: Hex; epoch: number }): Promise<Confirmation> {
    const [risk, finalized] = await node.core<[Hex | null, Hex]>(
      { method: 'cfx_getConfirmationRiskByHash', params: [pivot] },
      { method: 'cfx_epochNumber', params: ['latest_finalized'] },
    );
    // The node gives risk × 2²⁵⁶; ten digits after the point are enough for the four values it knows.
    const share = risk === null ? null : Number((BigInt(risk) * 10n ** 10n + (1n << 255n)) >> 256n) / 1e10;
    if (epoch > 0 && Number(finalized) >= epoch) return { level: 'finalized', risk: share };
    return { level: share !== null && share <= confirmedRisk ? 'confirmed' : 'executed', risk: share };
  }

  async function readEspace({ epoch }: { epoch: number }): Promise<Confirmation> {
    const tag = (name: string) => ({ method: 'eth_getBlockByNumber', params: [name, false] });
    const [safe, finalized] = await node.espace<({ number: Hex } | null)[]>(tag('safe'), tag('finalized'));
    if (epoch > 0 && Number(finalized?.number ?? 0) >= epoch) return { level: 'finalized', risk: null };
    return { level: Number(safe?.number ?? 0) >= epoch ? 'confirmed' : 'executed', risk: null };
  }

  return (at) => {
    const now = performance.now();
    const found = known.get(at.pivot);
    if (found && now - found.at < rememberedMs) return found.confirmation;
    const confirmation = (node.hasCore ? readCore(at) : readEspace(at)).catch(
      (): Confirmation => ({ level: 'executed', risk: null }),
    );
    known.delete(at.pivot);
    known.set(at.pivot, { at: now, confirmation });
    for (const hash of known.keys()) {
      if (known.size <= mostRemembered) break;
      known.delete(hash);
    }
    return confirmation;
  };
}
