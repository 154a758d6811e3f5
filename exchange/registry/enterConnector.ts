import type { Principal } from '../../alliance/index.ts';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import { checkOwnCredential } from './checkOwnCredential.ts';
import type { NewConnector, RegistryContext } from './context.ts';
import { publishServices } from './services.ts';
import type { ConnectorRow } from './standings.ts';

export interface EnterConnectorParameters {
  connector: NewConnector;
  /** Who does it, for the administrative record; null for the platform itself. */
  principal: Principal | null;
  action: 'exchange:register' | 'exchange:operate';
  detail: Record<string, JsonValue>;
  /** A ConnectorCredential that the member signed on its own machine; the platform signs one when left out. */
  credential?: string | undefined;
  /** What else belongs to it. */
  also?: (tx: Tx) => Promise<unknown>;
}

/** Writes the entry of a connector, in the caller's transaction. @throws CONNECTOR_DID_TAKEN, CONNECTOR_HOSTED_ELSEWHERE */
async function writeEntry(
  { house, alliance }: RegistryContext,
  tx: Tx,
  { connector, principal, action, detail, also }: EnterConnectorParameters,
  { id, credential }: { id: string | null; credential: string },
): Promise<void> {
  const { slug, did, address, encryptionKey, chainAddress, hosted } = connector;
  const now = house.now();
  await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange.connector:${slug}`}, 0))`;
  const [owner] = await tx<{ slug: string }[]>`
    SELECT slug FROM exchange.connectors WHERE did = ${did} AND slug <> ${slug}
    UNION SELECT slug FROM exchange.former_dids WHERE did = ${did}`;
  if (owner) throw connectorErrors.didTaken({ did });
  const [old] = await tx<ConnectorRow[]>`SELECT * FROM exchange.connectors WHERE slug = ${slug} FOR UPDATE`;
  if (old && !old.withdrawn_at && old.hosted !== hosted) {
    throw connectorErrors.hostedElsewhere({ slug, place: old.hosted ? 'on the platform' : 'on its own machine' });
  }
  const stale = old?.credential_id ? [old.credential_id] : [];
  await tx`
    INSERT INTO exchange.connectors (slug, did, address, encryption_key, chain_address, hosted, credential, credential_id,
      registered_at, changed_at)
    VALUES (${slug}, ${did}, ${address}, ${tx.json(encryptionKey as never)}, ${chainAddress}, ${hosted}, ${credential},
      ${id}, ${now}, ${now})
    ON CONFLICT (slug) DO UPDATE SET did = excluded.did, address = excluded.address,
      encryption_key = excluded.encryption_key, chain_address = excluded.chain_address, hosted = excluded.hosted,
      credential = excluded.credential, credential_id = excluded.credential_id, changed_at = excluded.changed_at,
      withdrawn_at = NULL, checked_at = NULL, seen_at = NULL, problem = NULL,
      stale_credentials = connectors.stale_credentials || ${stale}::uuid[]`;
  if (old && old.did !== did) {
    await tx`INSERT INTO exchange.former_dids (did, slug, replaced_at) VALUES (${old.did}, ${slug}, ${now})`;
  }
  await alliance.acts.recordAct(tx, {
    principal,
    action,
    resource: { type: 'Organisation', id: slug, member: slug },
    detail: { ...detail, did, address, hosted },
  });
  await also?.(tx);
}

/** Revokes the credentials of former keys; what is not done now, `tendConnectors` does. */
export async function revokeStale({ house, alliance }: RegistryContext, slug: string): Promise<void> {
  const [row] = await house.store.sql<Pick<ConnectorRow, 'stale_credentials'>[]>`
    SELECT stale_credentials FROM exchange.connectors WHERE slug = ${slug}`;
  for (const id of row?.stale_credentials ?? []) {
    await alliance.credentials.changeStatus({
      id,
      change: 'revoke',
      reason: 'the connector was changed or withdrawn',
      also: (tx) => tx`
        UPDATE exchange.connectors SET stale_credentials = array_remove(stale_credentials, ${id}) WHERE slug = ${slug}`,
    });
    await house.store.sql`
      UPDATE exchange.connectors SET stale_credentials = array_remove(stale_credentials, ${id}) WHERE slug = ${slug}`;
  }
}

/**
 * Enters a connector into the registry, or changes its entry: with a new ConnectorCredential of its member, the act, the
 * membership before the founding, and the address in the member's DID document.
 * @throws CONNECTOR_DID_TAKEN, CONNECTOR_HOSTED_ELSEWHERE, CONNECTOR_CREDENTIAL_WRONG, DID_NOT_HOSTED
 */
export async function enterConnector(context: RegistryContext, parameters: EnterConnectorParameters): Promise<void> {
  const { house, alliance } = context;
  const { connector, credential } = parameters;
  const { slug, did, address } = connector;
  if (credential !== undefined) await checkOwnCredential(context, credential, { slug, did, address });
  await alliance.credentials.enrolProvisionally(slug);
  if (credential === undefined) {
    await alliance.credentials.issue({
      member: slug,
      type: 'ConnectorCredential',
      format: 'vc+jwt',
      subject: did,
      claims: { connectorOf: slug, address },
      also: (tx, id, issued) => writeEntry(context, tx, parameters, { id, credential: issued }),
    });
  } else {
    await house.store.transaction((tx) => writeEntry(context, tx, parameters, { id: null, credential }));
  }
  await revokeStale(context, slug);
  await publishServices(context, slug, address);
}
