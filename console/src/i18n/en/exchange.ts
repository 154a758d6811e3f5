export { exchange } from './exchange/shared.ts';
export { xAsking } from './exchange/xAsking.ts';
export { xCatalogue } from './exchange/xCatalogue.ts';
