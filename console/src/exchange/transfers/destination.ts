import type { Destination } from '../api/transfers.ts';

/** What the form asks about where data go. */
export interface DestinationValues {
  kind?: 'file' | 'table';
  name?: string;
  source?: string;
  table?: string;
}

/** The destination that was filled in. */
export const toDestination = ({ kind, name = '', source = '', table = '' }: DestinationValues): Destination =>
  kind === 'table' ? { kind, source, table: table.trim() } : { kind: 'file', name: name.trim() };
