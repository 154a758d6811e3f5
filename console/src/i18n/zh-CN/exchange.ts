export { exchange } from './exchange/shared.ts';
export { xCatalogue } from './exchange/xCatalogue.ts';
