export { exchange } from './exchange/shared.ts';
export { xAnswers } from './exchange/xAnswers.ts';
export { xAsking } from './exchange/xAsking.ts';
export { xCatalogue } from './exchange/xCatalogue.ts';
export { xGrants } from './exchange/xGrants.ts';
export { xTransfers } from './exchange/xTransfers.ts';
