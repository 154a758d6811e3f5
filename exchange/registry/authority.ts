import type { Principal } from '../../alliance/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import type { RegistryContext } from './context.ts';

/** Names the data authority, whose rulings the connectors honour; it has to have a connector. @throws CONNECTOR_NOT_REGISTERED */
export async function nameAuthority(
  { house, alliance }: RegistryContext,
  { principal, slug }: { principal: Principal | null; slug: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const [row] = await tx`SELECT slug FROM exchange.connectors WHERE slug = ${slug} AND withdrawn_at IS NULL`;
    if (!row) throw connectorErrors.notRegistered({ slug });
    await tx`
      INSERT INTO exchange.authority (slug, named_at) VALUES (${slug}, ${house.now()})
      ON CONFLICT (one) DO UPDATE SET slug = excluded.slug, named_at = excluded.named_at`;
    await alliance.acts.recordAct(tx, {
      principal,
      action: 'platform:administer',
      resource: { type: 'Organisation', id: slug, member: slug },
      detail: { change: 'named data authority' },
    });
  });
}
