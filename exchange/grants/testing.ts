import type { Audit } from '../audit/audit.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';
import { carryCalls } from './carryCalls.ts';
import { expireGrants } from './expireGrants.ts';
import { followEvents } from './followEvents.ts';
import { openGrants } from './openGrants.ts';
import { createModelChain, type ModelChain } from './testing/modelChain.ts';

export { createModelChain, type ModelChain } from './testing/modelChain.ts';

/** What a test gives. Houses that share a `model` are on one chain. */
export interface OpenTestGrantsParameters {
  house: House;
  identity: Identity;
  registry: Registry;
  audit: Pick<Audit, 'record' | 'recordAlone'>;
  model?: ModelChain;
}

/** Grants over a chain that executes at once; `settle` does what `run` does in the background, until nothing is under way. */
export function openTestGrants({ model = createModelChain(), ...parts }: OpenTestGrantsParameters) {
  const grants = openGrants({ ...parts, chain: model.chain, relay: model.relay });
  const never = new AbortController().signal;
  async function settle(): Promise<void> {
    const { sql } = parts.house.store;
    for (let step = 0; step < 50; step += 1) {
      await sql`UPDATE exchange.grant_calls SET due_at = ${parts.house.now()} WHERE state IN ('waiting', 'carried')`;
      if ((await carryCalls(grants.context, never)) === 0) break;
    }
    await followEvents(grants.context);
    await expireGrants(grants.context);
  }
  return { grants, model, settle };
}
