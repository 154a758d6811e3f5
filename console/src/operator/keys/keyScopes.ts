/** What a key may be made for. */
export const keyScopes = [
  'read',
  'capture',
  'field',
  'transact',
  'govern',
  'credentials',
  'publish',
  'nodes',
  'exchange',
  'operate',
] as const;
