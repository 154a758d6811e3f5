import { useQuery } from '@tanstack/react-query';
import { connectorsQuery } from '../queries.ts';

/** Between departments and the DIDs of their connectors, as they are now. */
export function useConnectorDid() {
  const { data = [] } = useQuery(connectorsQuery);
  return {
    didOf: (slug: string) => data.find((one) => one.slug === slug)?.did,
    slugOf: (did: string) => data.find((one) => one.did === did)?.slug,
  };
}
