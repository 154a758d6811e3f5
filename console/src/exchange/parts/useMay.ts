import { useQuery } from '@tanstack/react-query';
import { may } from '../../api/session.ts';
import { sessionQuery } from '../../operator/queries.ts';

/** What the person may do for its department. */
export type ExchangeRight =
  | 'exchange:read'
  | 'exchange:read-datasets'
  | 'exchange:manage-catalogue'
  | 'exchange:review-catalogue'
  | 'exchange:apply'
  | 'exchange:decide'
  | 'exchange:arbitrate'
  | 'exchange:pull'
  | 'exchange:audit'
  | 'exchange:operate'
  | 'exchange:attend';

/** Whether the signed-in person may do something; false until that is known. */
export function useMay(): (right: ExchangeRight) => boolean {
  const { data } = useQuery(sessionQuery);
  return (right) => may(data, right);
}
