import type { statistics as zh } from '../zh-CN/statistics.ts';

export const statistics: typeof zh = {
  lead: 'Summed from the indexed epochs, nothing is estimated. Hold Ctrl and scroll to zoom.',
  step: { minute: 'By minute', hour: 'By hour', day: 'By day' },
  chart: {
    blocks: 'Blocks and epochs',
    transactions: 'Transactions',
    activity: 'Activity of contracts',
    growth: 'New accounts and contracts',
    gas: 'Gas used',
    fees: 'Fees (CFX)',
  },
  metric: {
    blocks: 'Blocks',
    offPivotBlocks: 'Off-pivot blocks',
    epochs: 'Epochs',
    espaceTransactions: 'eSpace transactions',
    coreTransactions: 'Core transactions',
    failedTransactions: 'Failed transactions',
    logs: 'Contract events',
    transfers: 'Token transfers',
    duplicates: 'Packed twice',
    newAccounts: 'New accounts',
    contracts: 'New contracts',
    gasUsed: 'Gas',
    fees: 'Fees',
  },
};
