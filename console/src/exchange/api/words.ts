/** How far data are shared. */
export const sharings = ['unconditional', 'conditional', 'none'] as const;
export type Sharing = (typeof sharings)[number];
/** Ways in which data are given. */
export const methods = ['pull', 'push', 'stream', 'answer', 'match'] as const;
export type Method = (typeof methods)[number];
/** How often data are said to change. */
export const updateCycles = [
  'realtime',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'halfYearly',
  'yearly',
  'irregular',
  'other',
] as const;
export type UpdateCycle = (typeof updateCycles)[number];
/** Who or what data are about. */
export const subjects = ['person', 'organisation', 'place', 'matter'] as const;
export type Subject = (typeof subjects)[number];
/** Types of an item's values. */
export const itemTypes = ['text', 'integer', 'number', 'boolean', 'date', 'time', 'json'] as const;
export type ItemType = (typeof itemTypes)[number];
/** Classification, 4 the most sensitive. */
export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];
/** Where a dataset stands. */
export const datasetStates = ['created', 'inReview', 'published', 'changing', 'withdrawn'] as const;
export type DatasetState = (typeof datasetStates)[number];
