/** Where an application can stand. */
export const applicationStates = [
  'inReview',
  'returned',
  'narrowed',
  'approved',
  'granted',
  'refused',
  'disputed',
  'arbitrated',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];
