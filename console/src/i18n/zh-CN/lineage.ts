export { lineage } from './lineageTexts.ts';
export { recalls } from './recalls.ts';
