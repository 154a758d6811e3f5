import type { Principal } from '../../alliance/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import type { RegistryContext } from './context.ts';
import { revokeStale } from './enterConnector.ts';
import { publishServices } from './services.ts';

export interface WithdrawParameters {
  principal: Principal;
  slug: string;
  action: 'exchange:register' | 'exchange:operate';
  /** True for the switch of a connector that the platform runs. */
  hosted: boolean;
}

/** Takes a connector out of use: its entry stays and says so, its credential is revoked. @throws CONNECTOR_NOT_REGISTERED */
export async function withdraw(context: RegistryContext, parameters: WithdrawParameters): Promise<void> {
  const { house, alliance, identity } = context;
  const { principal, slug, action, hosted } = parameters;
  await house.store.transaction(async (tx) => {
    const now = house.now();
    const rows = await tx<{ did: string }[]>`
      UPDATE exchange.connectors SET withdrawn_at = ${now}, changed_at = ${now}, credential_id = NULL,
        stale_credentials = CASE WHEN credential_id IS NULL THEN stale_credentials
          ELSE stale_credentials || credential_id END
      WHERE slug = ${slug} AND withdrawn_at IS NULL AND hosted = ${hosted} RETURNING did`;
    if (rows.length === 0) throw connectorErrors.notRegistered({ slug });
    if (hosted) await tx`UPDATE exchange.participants SET enabled = false WHERE slug = ${slug}`;
    await alliance.acts.recordAct(tx, {
      principal,
      action,
      resource: { type: 'Organisation', id: slug, member: slug },
      detail: { change: 'withdrawn', did: rows[0]?.did ?? '', hosted },
    });
  });
  identity.forget(slug);
  await revokeStale(context, slug);
  await publishServices(context, slug, null);
}
