import { XiangyuError } from '../../errors.ts';
import { assertFresh } from './assertFresh.ts';
import type { ReleaseKeyParameters } from './grants.ts';
import { findParty, type GrantsContext } from './grantsContext.ts';

/**
 * The key broker: seals the key of a transfer to the consumer's registered key, only after the chain itself said that the grant is
 * in force, and records it; refusals too. Gives the JWE. @throws what `assertFresh` throws, GRANT_PARTY_UNKNOWN
 */
export async function releaseKey(context: GrantsContext, parameters: ReleaseKeyParameters): Promise<string> {
  const { house, identity, registry, audit } = context;
  const { grant, transfer, key } = parameters;
  const { participant, id, agreement, dataset, purpose, consumer } = grant;
  const facts = {
    participant,
    kind: 'key.released',
    counterparty: consumer,
    agreement,
    transfer,
    grant: id,
    dataset,
    purpose,
  };
  try {
    const [{ blockNumber }, party] = await Promise.all([
      assertFresh(context, grant),
      findParty(registry, grant.consumerSlug),
    ]);
    const jwe = await identity.seal(party.encryptionKey, key);
    await house.store.transaction(async (tx) => {
      await tx`
        INSERT INTO exchange.key_releases ${tx({
          participant,
          grant_id: id,
          transfer,
          consumer: party.did,
          block_number: blockNumber,
          at: house.now(),
        })}`;
      await audit.record(tx, { ...facts, outcome: 'ok', detail: { blockNumber, recipient: party.did } });
    });
    return jwe;
  } catch (error) {
    if (error instanceof XiangyuError) {
      const outcome = error.status < 500 ? 'refused' : 'failed';
      await audit.recordAlone({ ...facts, outcome, detail: { code: error.code } });
    }
    throw error;
  }
}
