/** The fields of an event that name the things it is about, the results before what went into them. */
export const itemLists = [
  'epcList',
  'quantityList',
  'outputEPCList',
  'outputQuantityList',
  'childEPCs',
  'childQuantityList',
  'inputEPCList',
  'inputQuantityList',
] as const;
