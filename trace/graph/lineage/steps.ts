import type { HistoryPart } from './readHistory.ts';

/** Business steps of the CBV, section 7.1, that hand a thing over and take it over. */
const leaving = new Set(['shipping', 'departing', 'loading']);
const shippingSteps = new Set(['shipping', 'departing']);
const arriving = new Set(['receiving', 'accepting', 'arriving']);
/** Steps that only who has the thing can do. */
const holding = new Set([
  'retail_selling',
  'packing',
  'unpacking',
  'repackaging',
  'stocking',
  'storing',
  'picking',
  'destroying',
]);

/** The step came to be: it was put out by a transformation or commissioned. */
export const isMaking = ({ role, type, action }: HistoryPart) =>
  role === 'output' || (role === 'epc' && type === 'ObjectEvent' && action === 'ADD');
export const isReceiving = ({ bizStep }: HistoryPart) => arriving.has(bizStep ?? '');
export const isShipping = ({ bizStep }: HistoryPart) => shippingSteps.has(bizStep ?? '');

/** The thing was used up, packed, handed on or sold, so that it must have come from somewhere. */
export function isUsing(part: HistoryPart): boolean {
  const { role, type, action, bizStep } = part;
  if (role === 'input') return true;
  if (role === 'child') return type === 'AggregationEvent' && action === 'ADD';
  return role === 'epc' && (leaving.has(bizStep ?? '') || bizStep === 'retail_selling' || bizStep === 'dispensing');
}

/** Only who has the thing can say this of it; looking at it, measuring it and carrying it may be another's. */
export function isHolding(part: HistoryPart): boolean {
  const { role, type, bizStep } = part;
  if (role === 'input' || role === 'output') return true;
  if (type === 'AggregationEvent' && (role === 'child' || role === 'parent')) return !isTransport(part);
  return isShipping(part) || holding.has(bizStep ?? '');
}

const isTransport = ({ bizStep }: HistoryPart) =>
  ['loading', 'unloading', 'transporting', 'departing', 'arriving'].includes(bizStep ?? '');
