import type { members as zh } from '../zh-CN/members.ts';

export const members: typeof zh = {
  title: 'Members',
  lead: 'The institutions and enterprises that take part and record events.',
  columns: { name: 'Name', slug: 'Identifier', kind: 'Kind', place: 'Place', since: 'Since' },
  kind: {
    operator: 'Operator',
    member: 'Member',
    farm: 'Farm',
    processor: 'Processor',
    carrier: 'Carrier',
    retailer: 'Retailer',
    certifier: 'Certifier',
    laboratory: 'Laboratory',
    government: 'Government',
  },
  empty: 'No members yet',
  emptyText: 'They appear here when the operator admits the first one.',
};
