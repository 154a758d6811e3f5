import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Place } from '../api/types.ts';

/** Leads to the block in which something happened; a block of eSpace is an epoch of the Tree-Graph. */
export function BlockNumberLink({ place, children }: { place: Place; children: ReactNode }) {
  return (
    <Link
      to="/explorer/epochs/$number"
      params={{ number: String(place.blockNumber) }}
      preload={false}
      title={place.blockHash}
      data-testid="block-number"
    >
      {children}
    </Link>
  );
}
