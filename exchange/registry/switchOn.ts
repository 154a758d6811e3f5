import type { Principal } from '../../alliance/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import type { KeyKind } from '../identity/keys/keyKinds.ts';
import type { RegistryContext } from './context.ts';
import { enterConnector } from './enterConnector.ts';

export interface SwitchOnParameters {
  /** Who does it; null for the platform itself, such as in a demonstration. */
  principal: Principal | null;
  slug: string;
  /** A ConnectorCredential that the member signed on its own machine, for a DID on its own domain. */
  credential?: string | undefined;
}

/** Switches the connector of a member on that the platform runs: keys, credential, entry. Again it changes nothing but the entry. */
export async function switchOn(
  context: RegistryContext,
  { principal, slug, credential }: SwitchOnParameters,
): Promise<void> {
  const { house, alliance, identity } = context;
  const keys = await identity.ensure(slug);
  const [member] = await alliance.readMembers([slug]);
  const name = member?.name ?? { zh: slug, en: slug };
  await enterConnector(context, {
    connector: { slug, ...keys, address: house.addressOf(slug), hosted: true },
    principal,
    action: 'exchange:operate',
    detail: { change: 'switched on' },
    credential,
    also: (tx) => tx`
      INSERT INTO exchange.participants (slug, name) VALUES (${slug}, ${tx.json(name)})
      ON CONFLICT (slug) DO UPDATE SET enabled = true, name = excluded.name`,
  });
  identity.forget(slug);
}

export interface RotateHostedParameters {
  principal: Principal;
  slug: string;
  kinds: readonly Exclude<KeyKind, 'pseudonym'>[];
  /** Why, for the record. */
  reason: string;
}

/**
 * Gives a connector that the platform runs other keys, which its own records say too, then the entry and credential that go with them; should the process stop
 * in between, `tendConnectors` does the second. A new signing key is a new DID; the registry finds the connector by the old one
 * too. @throws CONNECTOR_HOSTED_ELSEWHERE, CONNECTOR_SIGNS_ITSELF
 */
export async function rotateHosted(context: RegistryContext, parameters: RotateHostedParameters): Promise<void> {
  const { house, alliance, identity, record } = context;
  const { principal, slug, kinds, reason } = parameters;
  const [row] = await house.store.sql<{ hosted: boolean }[]>`
    SELECT hosted FROM exchange.connectors WHERE slug = ${slug} AND withdrawn_at IS NULL`;
  if (row && !row.hosted) throw connectorErrors.hostedElsewhere({ slug, place: 'on its own machine' });
  const isOn = row !== undefined;
  if (isOn && (await alliance.dids.current(slug))?.kind === 'own') throw connectorErrors.signsItself({ slug });
  await identity.ensure(slug);
  await house.store.transaction(async (tx) => {
    await identity.rotate(tx, slug, kinds);
    const detail = { change: 'keys rotated', kinds: [...kinds], reason };
    await alliance.acts.recordAct(tx, {
      principal,
      action: 'exchange:operate',
      resource: { type: 'Organisation', id: slug, member: slug },
      detail,
    });
    await record(tx, { participant: slug, kind: 'act', outcome: 'ok', detail: { ...detail, by: principal.id } });
  });
  identity.forget(slug);
  if (!isOn) return;
  await enterConnector(context, {
    connector: { slug, ...(await identity.ensure(slug)), address: house.addressOf(slug), hosted: true },
    principal,
    action: 'exchange:operate',
    detail: { change: 'entry of the new keys' },
  });
}
