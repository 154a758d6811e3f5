export { loadExchangeDemo } from './exchange/loadExchangeDemo.ts';
export { loadDemo } from './loadDemo.ts';
