import { expect, it } from 'vitest';
import { readLimits } from './offerLimits.ts';

it('reads what an offer demands, and nothing out of none', () => {
  const constraint = [
    { leftOperand: 'purpose', operator: 'isAnyOf', rightOperand: ['subsidy'] },
    { leftOperand: 'xy:caseNumber', operator: 'neq', rightOperand: '' },
    { leftOperand: 'elapsedTime', operator: 'lteq', rightOperand: 'P365D' },
    { leftOperand: 'count', operator: 'lteq', rightOperand: '1000' },
  ];
  expect(readLimits({ permission: [{ action: 'use', constraint }], obligation: [{ action: 'delete' }] })).toEqual({
    purposes: ['subsidy'],
    recipients: [],
    regions: [],
    longestDays: 365,
    mostRequests: 1000,
    caseNumber: true,
    deletion: true,
  });
  expect(readLimits(undefined)).toMatchObject({ purposes: [], longestDays: null, caseNumber: false, deletion: false });
});
