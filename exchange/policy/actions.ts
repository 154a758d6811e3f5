/** What `use` includes: ODRL's own actions that do not hand the asset over, and ours. */
const partsOfUse = new Set([
  'use',
  'read',
  'display',
  'aggregate',
  'anonymize',
  'derive',
  'index',
  'reproduce',
  'distribute',
  'present',
  'xy:pull',
  'xy:push',
  'xy:stream',
  'xy:query',
  'xy:answer',
  'xy:match',
]);

/** Whether a rule about one action speaks of another: `use` includes all ways of using, any other action only itself. */
export function includesAction(ruled: string, wanted: string): boolean {
  return ruled === wanted || (ruled === 'use' && partsOfUse.has(wanted));
}

/** Duties that connectors can carry out, in both languages. */
export const knownDuties: Readonly<Record<string, { zh: string; en: string }>> = {
  delete: { zh: '期满后删除数据', en: 'delete the data at the end' },
  inform: { zh: '告知提供方', en: 'inform the provider' },
  'xy:receipt': { zh: '出具签名的删除回执', en: 'give a signed receipt of the deletion' },
};
