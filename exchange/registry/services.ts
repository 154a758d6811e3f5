import type { RegistryContext } from './context.ts';

/** The catalogue, and where versions of the protocol are described, as services of a DID (2025-1, common/did-service-schema). */
const servicesOf = (address: string) => [
  { id: '#catalog', type: 'CatalogService', serviceEndpoint: `${address}/2025-1/catalog` },
  { id: '#dsp', type: 'DataService', serviceEndpoint: `${address}/.well-known/dspace-version` },
];

/**
 * Says in the member's DID document where its connector is; nothing for none. A member with a DID on its own domain writes its
 * document itself.
 */
export async function publishServices(
  { house, alliance }: RegistryContext,
  slug: string,
  address: string | null,
): Promise<void> {
  await alliance.dids.ensure(slug);
  const services = address === null ? [] : servicesOf(address);
  const reason = address === null ? 'connector withdrawn' : 'address of the connector';
  await house.store.transaction((tx) => alliance.dids.setServices(tx, { member: slug, services, reason }));
}
