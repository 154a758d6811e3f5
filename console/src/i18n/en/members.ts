import type { members as zh } from '../zh-CN/members.ts';

export const members: typeof zh = {
  title: 'Members',
  lead: 'The institutions and enterprises that take part and record events.',
  columns: { name: 'Name', slug: 'Identifier', kind: 'Kind', since: 'Since' },
  kind: {
    operator: 'Operator',
    member: 'Member',
    grower: 'Grower',
    processor: 'Processor',
    carrier: 'Carrier',
    distributor: 'Distributor',
    retailer: 'Retailer',
    certifier: 'Certifier',
    laboratory: 'Laboratory',
    department: 'Government department',
    enterprise: 'Enterprise',
    institution: 'Institution',
  },
  empty: 'No members yet',
  emptyText: 'They appear here when the operator admits the first one.',
};
