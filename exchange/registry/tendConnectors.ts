import type { JsonWebKey } from 'node:crypto';
import type { RegistryContext } from './context.ts';
import { enterConnector, revokeStale } from './enterConnector.ts';
import { publishServices } from './services.ts';
import type { ConnectorRow } from './standings.ts';

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Why the entry of a connector has to be made anew; null when it is right. */
async function findReason({ house, alliance, identity }: RegistryContext, row: ConnectorRow): Promise<string | null> {
  const { slug } = row;
  if (row.hosted) {
    const keys = await identity.ensure(slug);
    const kid = (key: JsonWebKey) => key.kid;
    const same = [keys.did, kid(keys.encryptionKey), keys.chainAddress];
    if (!isSame(same, [row.did, kid(row.encryption_key), row.chain_address])) return 'keys rotated';
    if (house.addressOf(slug) !== row.address) return 'address changed';
  }
  if (row.credential_id === null) return null;
  const [issued, current] = await Promise.all([
    alliance.credentials.readIssued(row.credential_id),
    alliance.dids.current(slug),
  ]);
  if (issued?.revoked_at) return 'credential was revoked';
  if (current && current.kind === 'hosted' && issued && issued.issuer !== current.did)
    return 'DID of the member changed';
  const { keys } = await alliance.dids.resolve(issued?.issuer ?? current?.did ?? '');
  const signer = keys?.find(({ publicKey }) => issued && Buffer.compare(publicKey, issued.key) === 0);
  return signer?.compromised ? 'key of the member was compromised' : null;
}

/**
 * Brings what belongs to one connector in order: former credentials revoked, a new one where its issuer's key counts no more, the
 * membership before the founding, the address in the DID document. What is in order already is not touched.
 */
async function tendConnector(context: RegistryContext, row: ConnectorRow): Promise<void> {
  const { slug, did, address, encryption_key, chain_address, hosted } = row;
  await revokeStale(context, slug);
  if (row.withdrawn_at) return publishServices(context, slug, null);
  await context.alliance.credentials.enrolProvisionally(slug);
  const reason = await findReason(context, row);
  if (reason === null) return publishServices(context, slug, address);
  const own = hosted ? { ...(await context.identity.ensure(slug)), address: context.house.addressOf(slug) } : null;
  return enterConnector(context, {
    connector: { slug, did, address, encryptionKey: encryption_key, chainAddress: chain_address, hosted, ...own },
    principal: null,
    action: 'exchange:register',
    detail: { change: reason },
  });
}

/** Tends every connector once. Gives how many could not be tended; those are tried again with the next round. */
export async function tendConnectors(context: RegistryContext, signal: AbortSignal): Promise<number> {
  const { store, context: host } = context.house;
  const rows = await store.sql<ConnectorRow[]>`SELECT * FROM exchange.connectors ORDER BY slug`;
  let failed = 0;
  for (const row of rows) {
    if (signal.aborted) return failed;
    await tendConnector(context, row).catch((err: unknown) => {
      failed += 1;
      host.logger.warn({ err, connector: row.slug }, 'a connector could not be brought in order; tried again soon');
    });
  }
  return failed;
}
