export { exchange } from './exchange/shared.ts';
