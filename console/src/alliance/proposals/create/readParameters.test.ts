import { expect, it } from 'vitest';
import { readParameters, splitAddresses } from './readParameters.ts';

it('says times in seconds and coins in their smallest unit', () => {
  expect(readParameters('changeRule', { rule: 'votingPeriodSeconds', value: 1.5, unit: 'hours' })).toEqual({
    rule: 'votingPeriodSeconds',
    value: 5_400,
  });
  expect(readParameters('changeRule', { rule: 'quorumPercent', value: 40, unit: 'days' })).toEqual({
    rule: 'quorumPercent',
    value: 40,
  });
  expect(readParameters('changeRule', { rule: 'kindWeight', kind: 'research', value: 3 })).toEqual({
    rule: 'kindWeight',
    kind: 'research',
    value: 3,
  });
  const to = `0x${'ab'.repeat(20)}`;
  expect(readParameters('spend', { to: ` ${to} `, amount: '1.5' })).toEqual({ to, amountWei: '1500000000000000000' });
});

it('finds addresses however they are listed', () => {
  expect(splitAddresses('0x1,0x2；0x3\n 0x4、0x5 ')).toEqual(['0x1', '0x2', '0x3', '0x4', '0x5']);
  expect(splitAddresses('  ')).toEqual([]);
});
