import { useQuery } from '@tanstack/react-query';
import { shorten } from '../../format/shorten.ts';
import { findConnector } from '../api/connectors.ts';
import { connectorsQuery, useDepartments } from '../queries.ts';

/** A department by the DID of its connector, a present or a former one. */
export function DidName({ did }: { did: string }) {
  const nameOf = useDepartments();
  const { data } = useQuery(connectorsQuery);
  const known = data?.find((one) => one.did === did)?.slug;
  const { data: former } = useQuery({
    queryKey: ['exchange', 'connectorOf', did],
    queryFn: ({ signal }) => findConnector(did, signal),
    enabled: data !== undefined && known === undefined,
    staleTime: 300_000,
  });
  const slug = known ?? former?.slug;
  return <span title={did}>{slug ? nameOf(slug) : shorten(did, 12, 6)}</span>;
}
