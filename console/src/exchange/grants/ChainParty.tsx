import { useQuery } from '@tanstack/react-query';
import { shorten } from '../../format/shorten.ts';
import { connectorsQuery, useDepartments } from '../queries.ts';

/** A department by the chain key of its connector. */
export function ChainParty({ address }: { address: string }) {
  const nameOf = useDepartments();
  const { data } = useQuery(connectorsQuery);
  const found = data?.find(({ chainAddress }) => chainAddress.toLowerCase() === address.toLowerCase());
  return <span title={address}>{found ? nameOf(found.slug) : shorten(address)}</span>;
}
