export { exchange } from './exchange/shared.ts';
export { xAnswers } from './exchange/xAnswers.ts';
export { xAsking } from './exchange/xAsking.ts';
export { xAudit } from './exchange/xAudit.ts';
export { xCatalogue } from './exchange/xCatalogue.ts';
export { xDatasets } from './exchange/xDatasets.ts';
export { xGrants } from './exchange/xGrants.ts';
export { xTransfers } from './exchange/xTransfers.ts';
