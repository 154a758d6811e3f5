/** What is counted per epoch, in the totals and in the statistics: the columns, in the order in which rows are written. */
export const countColumns = [
  'blocks',
  'off_pivot_blocks',
  'core_transactions',
  'espace_transactions',
  'phantom_transactions',
  'failed_transactions',
  'duplicates',
  'logs',
  'transfers',
  'contracts',
  'accounts',
  'gas_used',
  'fees',
] as const;

/** Seconds of the steps of the statistics. */
export const statisticSteps = { minute: 60, hour: 3_600, day: 86_400 } as const;

/** The counts that are kept as totals of a chain; gas and fees are only drawn over time. */
export const totalColumns = countColumns.filter((column) => column !== 'gas_used' && column !== 'fees');
